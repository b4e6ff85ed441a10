/** Proves: bench writes its tables between the markers of a document and changes nothing else there. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { markdownTable, ms, replaceBetween } from "../../bench/document.ts";

test("a table", () => {
  expect(markdownTable(["", "n"], [["a", "1"]])).toBe("|  | n |\n| --- | ---: |\n| a | 1 |");
});

test("milliseconds that are not there", () => {
  expect([ms(1.005, 1), ms(0), ms(null)]).toEqual(["1.0", "0.00", "–"]);
});

test("text between markers is replaced, again and again, and nothing else", () => {
  const document = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n<!-- y -->\n<!-- /y -->\n";
  const once = replaceBetween(document, "x", "new $& text");
  expect(once).toBe("a\n<!-- x -->\nnew $& text\n<!-- /x -->\nb\n<!-- y -->\n<!-- /y -->\n");
  expect(replaceBetween(once, "x", "new $& text")).toBe(once);
  expect(() => replaceBetween(document, "z", "")).toThrow("<!-- z -->");
});

test.each([
  ["accuracy", "accuracy"],
  ["accuracy", "harness"],
  ["accuracy", "start"],
  ["accuracy", "compare"],
  ["scaling", "scaling"],
])("docs/%s.md has a place for %s", (file, name) => {
  const document = readFileSync(`docs/${file}.md`, "utf8");
  expect(replaceBetween(document, name, "figures")).toContain("figures");
});
