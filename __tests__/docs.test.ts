import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { INPUT_NAMES, INPUTS } from "../src/run/inputs.ts";
import { VERSION } from "../src/version.ts";

const table = [
  "| input, flag | default | meaning |",
  "| --- | --- | --- |",
  ...INPUT_NAMES.map((name) => {
    const { fallback, description } = INPUTS[name];
    return `| \`${name}\` | ${fallback ? `\`${fallback}\`` : ""} | ${description.replaceAll("|", "\\|")} |`;
  }),
].join("\n");

test.each(["docs/contract.md", "README.md"])(
  "the table of inputs in %s is the program's (vitest -u writes it)",
  async (file) => {
    const text = readFileSync(file, "utf8");
    const [before, , after] = text.split(/(?<=<!-- inputs -->)|(?=<!-- \/inputs -->)/);
    await expect(`${before}\n${table}\n${after}`).toMatchFileSnapshot(`../${file}`);
  },
);

test("the program's version is the package's", () => {
  expect(JSON.parse(readFileSync("package.json", "utf8")).version).toBe(VERSION);
});
