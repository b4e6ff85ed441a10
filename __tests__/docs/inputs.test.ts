/** Proves: documents, action.yml and --help list the same commands, inputs, outputs, defaults and files. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { VERSION } from "../../src/base/version.ts";
import { ASSET_INPUTS, INPUT_NAMES, INPUTS } from "../../src/inputs/inputs.ts";
import { REPORT_INPUT_NAMES, REPORT_INPUTS, REPORT_OUTPUTS } from "../../src/inputs/report-inputs.ts";
import { idleProgram } from "../cli/parsing.ts";

const program = idleProgram();
const commands = program.commands.map((command) => ({
  name: command.name(),
  options: command.options.map(({ long, flags, description }) => ({ name: long ?? "", flags, description })),
}));

const inputNames: readonly string[] = INPUT_NAMES.map((name) => `--${name}`);
/** Those that are not in the table of inputs, or that only some of the commands have. */
const ownFlags = commands.flatMap(({ name: command, options }) =>
  options
    .filter(({ name }) => command === "doctor" || !inputNames.includes(name))
    .map(({ flags, description }) => ({ command, flags, description })),
);

const cell = (text: string) => text.replaceAll("|", "\\|");
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const code = (text: string) => (text === "" ? "" : `\`${text}\``);

const inputs = tableOf(
  ["input, flag", "default", "meaning"],
  INPUT_NAMES.map((name) => {
    const { fallback, description } = INPUTS[name];
    return [code(name), code(fallback ?? ""), cell(description)];
  }),
);

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "README.md": { inputs },
  "docs/contract.md": {
    inputs,
    flags: tableOf(
      ["command", "flag", "meaning"],
      ownFlags.map(({ command, flags, description }) => [
        code(command),
        code(cell(flags)),
        cell(description),
      ]),
    ),
    "report-inputs": tableOf(
      ["input", "default", "meaning"],
      REPORT_INPUT_NAMES.map((name) => {
        const { fallback, description } = REPORT_INPUTS[name];
        return [code(name), code(fallback), cell(description)];
      }),
    ),
    "report-outputs": tableOf(
      ["output", "meaning"],
      Object.entries(REPORT_OUTPUTS).map(([name, description]) => [code(name), cell(description)]),
    ),
  },
};

test.each(Object.entries(TABLES))(
  "the tables in %s are the program's (vitest -u writes them)",
  async (file, tables) => {
    let text = readFileSync(file, "utf8");
    for (const [mark, table] of Object.entries(tables)) {
      const between = new RegExp(`(?<=<!-- ${mark} -->\\n)[\\s\\S]*?(?=<!-- /${mark} -->)`);
      expect(text).toMatch(between);
      text = text.replace(between, () => `${table}\n`);
    }
    await expect(text).toMatchFileSnapshot(`../../${file}`);
  },
);

describe("the same is said everywhere", () => {
  const documents = ["README.md", "docs/contract.md"] as const;

  test.each(documents)("%s has every command, and no other", (file) => {
    const named = [...readFileSync(file, "utf8").matchAll(/^node dist\/cli\.js ([a-z]+)/gm)].map(
      ([, name]) => name,
    );
    expect(new Set(named)).toEqual(new Set(commands.map(({ name }) => name)));
  });

  test("run takes every input, and assets those of files", () => {
    const flagsOf = (wanted: string) =>
      commands.find(({ name }) => name === wanted)?.options.map(({ name }) => name) ?? [];
    expect(flagsOf("run")).toEqual(expect.arrayContaining([...inputNames]));
    expect(flagsOf("assets").filter((name) => inputNames.includes(name))).toEqual(
      ASSET_INPUTS.map((name) => `--${name}`),
    );
  });

  test("the flags in examples are there", () => {
    const known = new Map(commands.map(({ name, options }) => [name, options.map((option) => option.name)]));
    for (const file of documents) {
      const lines = readFileSync(file, "utf8").matchAll(/^node dist\/cli\.js ([a-z]+)(.*)$/gm);
      for (const [line, command = "", words = ""] of lines)
        for (const [flag] of words.matchAll(/(?<=\s)--[a-z-]+/g))
          expect(known.get(command), line).toContain(flag);
    }
  });

  test.each(documents)("%s has the action's outputs, and no other", (file) => {
    const [, rows = ""] =
      /^\| output \| meaning \|\n\| --- \| --- \|\n((?:\|.*\n)+)/m.exec(readFileSync(file, "utf8")) ?? [];
    const named = rows.split("\n").flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)]);
    const outputs = Object.keys(parse(readFileSync("action.yml", "utf8")).outputs);
    expect(named.map(([, name]) => name).sort()).toEqual(outputs.sort());
  });

  test("the report has the same defaults as command and as action", () => {
    const options = program.commands.find((command) => command.name() === "report")?.opts();
    expect(options).toEqual({
      out: REPORT_INPUTS["output-dir"].fallback,
      title: REPORT_INPUTS.title.fallback,
    });
  });

  test.each(documents)("%s has the files of the output folder", (file) => {
    const text = readFileSync(file, "utf8");
    for (const name of ["results.json", "report.html", "summary.md", "junit.xml", "benchmark.json"])
      expect(text).toContain(`\`${name}\``);
  });
});

test("the program's version is the package's", () => {
  expect(JSON.parse(readFileSync("package.json", "utf8")).version).toBe(VERSION);
});
