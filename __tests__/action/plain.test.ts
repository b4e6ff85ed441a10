/** Proves: no text can become a workflow command or an extra line in the runner's log. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { message, plain } from "../../src/action/plain.ts";
import { readCommands } from "./runner.ts";

test.each([
  ["::set-output name=x::y", ": :set-output name=x::y"],
  ["  ::add-mask::y", "  : :add-mask::y"],
  ["told\r::error::y", "told\n: :error::y"],
  ["told\r\n::error::y", "told\n: :error::y"],
  ["told ##[add-mask]y", "told # #[add-mask]y"],
  ["\u0085::error::y", "\\x85::error::y"],
  ["\u2028::error::y", "\\u2028::error::y"],
  ["\u001b[2J", "\\x1b[2J"],
  ["a::b, [c] and C++ :: d\tstay", "a::b, [c] and C++ :: d\tstay"],
])("%j", (text, expected) => expect(plain(text)).toBe(expected));

const pieces = fc.constantFrom(
  "::",
  ":",
  "##[",
  "#",
  "[",
  "]",
  "error",
  " ",
  "\t",
  "\r",
  "\n",
  "\v",
  "\u0085",
  "\u00a0",
);

test("no text whatever becomes a command, nor a second line at a line end that we did not see", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
      const text = plain(parts.join(""));
      expect(readCommands(text)).toEqual([]);
      expect(text).not.toMatch(/[\r\u0085\u2028\u2029]/);
    }),
    { numRuns: 2_000 },
  );
});

test("the message of an annotation keeps its lines, shows control characters, and is cut before the runner does it", () => {
  expect(message("one\r\ntwo\u0000")).toBe("one\ntwo\\x00");
  expect(message("x".repeat(10_000))).toHaveLength(4_001);
});
