/** Proves: characters that reverse the direction of writing are visible in every output. */
import { expect, test } from "vitest";
import { visible, visibleLines } from "../../src/base/visible-text.ts";
import { escapeHtml } from "../../src/report/html/markup.ts";
import { fenced, markdown } from "../../src/report/markdown.ts";

// A right-to-left override makes "gpj.exe" of "exe.jpg": https://www.unicode.org/reports/tr36/, 2.4.
const TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

test("characters that turn the direction of writing are shown, in every output", () => {
  const expected = [...TURNING]
    .map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
  expect(visible(`a${TURNING}b`)).toBe(`a${expected}b`);
  expect(visibleLines(`a\n${TURNING}b`)).toBe(`a\n${expected}b`);
  expect(escapeHtml(`a${TURNING}b`)).toBe(`a${expected}b`);
  expect(fenced(`a${TURNING}b`)).toContain(`a${expected}b`);
  // Within a line of prose they become a blank.
  expect(markdown(`a${TURNING}b`)).toBe("a b");
});
