import { expect, test } from "vitest";
import { titled } from "./attack-title.ts";
import { ATTACKS } from "./table.ts";

// A kind that nobody tries any more, or two attacks of one name, of which one would be left out somewhere.
const KINDS = [
  "downloads",
  "files that others can make",
  "foreign values",
  "other hosts, other namespaces",
  "results files, given to `report`",
  "secrets in addresses",
  "the cache",
  "the register",
  "undoing that fails",
  "waits without an end",
  "what survives",
  "whom we signal",
  "words to a terminal",
];

test("each attack is one of its own, and each kind is tried", () => {
  const titles = titled(ATTACKS).map(([title]) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect([...new Set(ATTACKS.map(({ kind }) => kind))].sort()).toEqual(KINDS);
});
