/** Proves: the example of docs/contributing.md compiles, and until it has its row the only thing that is wrong is the table. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The code blocks of the document, by the comment above each. */
const blocks = new Map(
  [...readFileSync("docs/contributing.md", "utf8").matchAll(/^<!-- (.+) -->\n```ts\n([\s\S]*?)^```$/gm)].map(
    ([, mark = "", code = ""]) => [mark, code],
  ),
);
const block = (mark: string): string => {
  const code = blocks.get(mark);
  if (code === undefined) throw new Error(`docs/contributing.md has no block ${mark}`);
  return code;
};

let copy = "";

/** Where tsc finds faults in the copy. */
async function faults(): Promise<string[]> {
  const tsc = resolve("node_modules/.bin/tsc");
  const { stdout } = await promisify(execFile)(tsc, ["--noEmit", "-p", "."], { cwd: copy }).catch(
    (error: { stdout: string }) => error,
  );
  return [...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(([, file = ""]) => file);
}

function change(path: string, search: RegExp, put: (found: string) => string): void {
  const whole = join(copy, path);
  const text = readFileSync(whole, "utf8");
  expect(text).toMatch(search);
  writeFileSync(whole, text.replace(search, put));
}

beforeAll(() => {
  mkdirSync("out", { recursive: true });
  copy = mkdtempSync(join(resolve("out"), "contributing-"));
  cpSync("src", join(copy, "src"), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  const config = { extends: "../../tsconfig.json", include: ["src"], exclude: ["src/report/html/client"] };
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify(config));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("the example is a file, a name and a row", async () => {
  expect(await faults()).toEqual([]);
  const [file = ""] = [...blocks.keys()].filter((mark) => mark.startsWith("src/"));
  writeFileSync(join(copy, file), block(file));
  change(NAMES, /^export const SCENARIO_NAMES = .*\n/m, () => block("name"));
  expect(await faults()).toEqual(["src/scenarios/table.ts"]);

  change("src/scenarios/table.ts", /(?<=^const ROWS[\s\S]*?)^};\n/m, (end) => `${block("row")}${end}`);
  const { groups } = /export const (?<exported>\w+)/.exec(block(file)) ?? {};
  change(
    "src/scenarios/table.ts",
    /^import \{ tapFd \}.*\n/m,
    (line) => `import { ${groups?.exported} } from "./${file.split("/").at(-1)}";\n${line}`,
  );
  expect(await faults()).toEqual([]);
});

const NAMES = "src/results/names.ts";
