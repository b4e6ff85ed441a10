/** Proves: each test that docs/security.md names exists. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// docs/security.md names a test for each item of its review.

const DOCUMENT = readFileSync("docs/security.md", "utf8");

function rowsBetween(name: string): string[][] {
  const [, rest = ""] = DOCUMENT.split(`<!-- ${name} -->`);
  const [text = ""] = rest.split(`<!-- /${name} -->`);
  return text
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));
}

test.each([
  ["root", 9],
  ["outside", 10],
] as const)("every row of %s names a test that is there", (name, least) => {
  const rows = rowsBetween(name);
  expect(rows.length).toBeGreaterThanOrEqual(least);
  for (const row of rows) {
    const [, file = "", title] = /^`([^`]+)`(?:: "(.+)")?$/.exec(row.at(-1) ?? "") ?? [];
    expect(existsSync(file), row.join(" | ")).toBe(true);
    if (title !== undefined) expect(readFileSync(file, "utf8")).toContain(`"${title}"`);
  }
});
