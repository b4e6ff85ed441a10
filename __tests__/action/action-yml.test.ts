/** Proves: action.yml and report/action.yml declare the inputs, outputs, defaults and entry points of the program. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { ACTION_DEFAULTS } from "../../src/action/inputs.ts";
import { INPUT_NAMES, INPUTS, type InputName } from "../../src/inputs/inputs.ts";
import { REPORT_INPUT_NAMES, REPORT_INPUTS, REPORT_OUTPUTS } from "../../src/inputs/report-inputs.ts";

const described = Object.fromEntries(
  INPUT_NAMES.map((name) => [
    name,
    {
      description: INPUTS[name].description,
      required: false,
      default: ACTION_DEFAULTS[name] ?? INPUTS[name].fallback ?? "",
    },
  ]),
);

function typeOf(name: InputName): object {
  const { metavariable } = INPUTS[name];
  const words = metavariable.split("|");
  if (metavariable === "true|false") return { type: "boolean" };
  if (words.length > 1 && words.every((word) => word === word.toLowerCase())) {
    return { type: "enum", "allowed-values": words };
  }
  if (metavariable === "N") return { type: "integer" };
  if (["MS", "PERCENT", "MINUTES"].includes(metavariable)) return { type: "float" };
  return { type: "string" };
}

const ofReport = <T>(make: (name: (typeof REPORT_INPUT_NAMES)[number]) => T) =>
  Object.fromEntries(REPORT_INPUT_NAMES.map((name) => [name, make(name)]));

const outputType = (name: string) => {
  if (name === "conclusion") return { type: "enum", "allowed-values": ["passed", "failed"] };
  if (name === "worst-outage-ms" || name === "worst-request-stall-ms") return { type: "float" };
  return { type: ["runs", "passed", "failed", "broken"].includes(name) ? "integer" : "string" };
};

const reportOutputs = (make: (name: string, description: string) => object) =>
  Object.fromEntries(
    Object.entries(REPORT_OUTPUTS).map(([name, description]) => [name, make(name, description)]),
  );

describe.each([
  ["action.yml", { inputs: described }],
  ["action-types.yml", { inputs: Object.fromEntries(INPUT_NAMES.map((name) => [name, typeOf(name)])) }],
  [
    "report/action.yml",
    {
      inputs: ofReport((name) => {
        const { description, fallback } = REPORT_INPUTS[name];
        return { description, required: false, default: fallback };
      }),
      outputs: reportOutputs((_, description) => ({ description })),
    },
  ],
  [
    "report/action-types.yml",
    {
      inputs: ofReport((name) => ({ type: REPORT_INPUTS[name].type })),
      outputs: reportOutputs((name) => outputType(name)),
    },
  ],
])("%s", (file, parts) => {
  test("has the program's inputs and outputs, word for word (vitest -u writes it)", async () => {
    const options = { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" } as const;
    let text = readFileSync(file, "utf8");
    for (const [part, value] of Object.entries(parts)) {
      const betweenMarks = new RegExp(`(?<=^# ${part}\n)[\\s\\S]*?(?=^# /${part}$)`, "m");
      expect(text).toMatch(betweenMarks);
      text = text.replace(betweenMarks, () => stringify({ [part]: value }, options));
    }
    await expect(text).toMatchFileSnapshot(`../../${file}`);
    const written = parse(readFileSync(file, "utf8"));
    for (const [part, value] of Object.entries(parts)) expect(written[part]).toEqual(value);
  });
});

const action = parse(readFileSync("action.yml", "utf8"));

test("the outputs are those of the contract, and each has a type", () => {
  const names = [
    ...["conclusion", "passed", "failed", "unsupported", "worst-outage-ms", "worst-request-stall-ms"],
    ...["results", "report", "junit", "benchmark", "output-dir"],
  ];
  expect(Object.keys(action.outputs)).toEqual(names);
  expect(Object.keys(parse(readFileSync("action-types.yml", "utf8")).outputs)).toEqual(names);
});

test("it runs what is in dist, with a post step and without a pre step", () => {
  expect(action.runs).toEqual({ using: "node24", main: "dist/main.js", post: "dist/post.js" });
  for (const file of [action.runs.main, action.runs.post]) expect(existsSync(file), file).toBe(true);
});

test("its guest is one that comes with the action", () => {
  expect(action.inputs.guest.default).toBe("alpine-iso");
});

test("the report runs what is in dist, and has nothing to undo", () => {
  const { runs } = parse(readFileSync("report/action.yml", "utf8"));
  expect(runs).toEqual({ using: "node24", main: "../dist/report.js" });
  expect(existsSync(join("report", runs.main))).toBe(true);
});
