import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { ACTION_DEFAULTS } from "../../src/action/inputs.ts";
import { INPUT_NAMES, INPUTS, type InputName } from "../../src/run/inputs.ts";

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

const BETWEEN_MARKS = /(?<=^# inputs\n)[\s\S]*?(?=^# \/inputs$)/m;

describe.each([
  ["action.yml", described],
  ["action-types.yml", Object.fromEntries(INPUT_NAMES.map((name) => [name, typeOf(name)]))],
])("%s", (file, inputs) => {
  test("has the program's inputs, word for word (vitest -u writes it)", async () => {
    const made = stringify(
      { inputs },
      { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" },
    );
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(BETWEEN_MARKS);
    await expect(text.replace(BETWEEN_MARKS, () => made)).toMatchFileSnapshot(`../../${file}`);
    expect(parse(readFileSync(file, "utf8")).inputs).toEqual(inputs);
  });
});

const action = parse(readFileSync("action.yml", "utf8"));

test("the outputs are those of the contract, and each has a type", () => {
  const names = [
    ...["conclusion", "passed", "failed", "unsupported", "worst-outage-ms"],
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
