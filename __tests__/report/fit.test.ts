/** Proves: a page that is too long loses its least important parts first, and says so. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, fitPage } from "../../src/report/fit.ts";

const MOST_BYTES = 10_000;

const block = (text: string, given: Partial<Block> = {}): Block => ({
  ...{ text, rank: 1, kind: "words", section: null },
  ...given,
});

test("what fits is all there, and what belongs together is folded together", () => {
  const inside = { section: "More" };
  expect(
    fitPage([block("one"), block("two", inside), block("three", inside), block("four")], MOST_BYTES),
  ).toBe("one\n\n<details><summary>More</summary>\n\ntwo\n\nthree\n\n</details>\n\nfour\n");
});

test("the least important goes first, of the same the last, and it is said what is missing", () => {
  const long = "x".repeat(3_000);
  const page = fitPage(
    [
      block(`first ${long}`, { rank: 9, kind: "failures" }),
      block(`kept ${long}`, { rank: 0 }),
      block(`second ${long}`, { rank: 9, kind: "failures" }),
      block(`third ${long}`, { rank: 1, kind: "drawings" }),
    ],
    MOST_BYTES,
  );
  expect([...page.matchAll(/^(\w+) x/gm)].map(([, name]) => name)).toEqual(["kept", "third"]);
  expect(page).toMatch(/\n\n\*Left out because of GitHub's size limit: failures \(2\)\./);
});

const blocks = fc.array(
  fc.record({
    text: fc.oneof(fc.string({ unit: "grapheme", maxLength: 3_000 }), fc.constant("é".repeat(2_000))),
    rank: fc.integer({ min: 1, max: 5 }),
    kind: fc.constantFrom("failures", "drawings", "environment"),
    section: fc.constantFrom(null, "One", "Two"),
  }),
  { maxLength: 40 },
);

test("whatever there is, the page is no longer than it may be, and its folds are whole", () => {
  fc.assert(
    fc.property(blocks, (drawn) => {
      const some = drawn.map((one, at) => ({ ...one, text: `(${at}) ${one.text}` }));
      const page = fitPage(some, MOST_BYTES);
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(MOST_BYTES);
      const kept = some.filter(({ text }) => page.includes(text));
      expect(page.includes("*Left out")).toBe(kept.length < some.length);
      expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length);
    }),
    { numRuns: 200 },
  );
});
