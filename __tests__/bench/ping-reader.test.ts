/** Proves: the naive ping reader of the bench reads a recorded outage as such readers do: too short. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { firstToLast, readNoAnswers } from "../../bench/ping-reader.ts";

const recorded = readFileSync(new URL("../data/probe/ping-unanswered.log", import.meta.url), "latin1");

test("reads a recorded outage of 100 ms as its readers do: less than it was", () => {
  const noAnswers = readNoAnswers(recorded);
  const read = firstToLast(noAnswers, 0, Number.POSITIVE_INFINITY);
  const lines = recorded.split("\n").filter((line) => line.includes("no answer yet"));
  expect(noAnswers).toHaveLength(lines.length);
  expect(noAnswers[0]).toBeCloseTo(Number(/\[([\d.]+)\]/.exec(lines[0] ?? "")?.[1]) * 1000, 3);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(100);
});

test("other lines, and one that is cut off, are none", () => {
  expect(
    readNoAnswers(
      "[1795385269.500000] 64 bytes from 192.168.100.2: icmp_seq=1 ttl=64 time=0.047 ms\n[1795385269.510000] no answer yet for icmp_seq=2\n[1795385269.520000] no answer yet for icmp_seq=3",
    ),
  ).toEqual([1795385269510]);
  expect(readNoAnswers("")).toEqual([]);
});

test("first to last is nothing for one line, and leaves out what is outside", () => {
  expect(firstToLast([10, 100, 110, 130, 400], 90, 140)).toBe(30);
  expect(firstToLast([10, 100, 400], 90, 140)).toBe(0);
  expect(firstToLast([10, 400], 90, 140)).toBe(0);
});
