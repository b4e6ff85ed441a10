/** Proves: every kind of attack is tried, and no two attacks share a title. */
import { expect, test } from "vitest";
import { titled } from "./attack-title.ts";
import { ATTACKS } from "./table.ts";

// Attacks are chosen by title: of two with the same title, one would be left out.
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

test("each attack has its own title, and each kind is tried", () => {
  const titles = titled(ATTACKS).map(([title]) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect([...new Set(ATTACKS.map(({ kind }) => kind))].sort()).toEqual(KINDS);
});
