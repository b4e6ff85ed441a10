/** Proves: bench finds the true freeze in the readings of source and target, and the probe log that belongs to it. */
import { expect, test } from "vitest";
import { freezesOf, freezeWithin, longestGapWithoutFreeze } from "../../bench/freezes.ts";
import { readFping } from "../../src/measure/probe-log.ts";
import type { Truth } from "../fakes/stand-in.ts";
import { madeUpLog } from "../measure/made-up-log.ts";

const START = 1_795_386_000_000;
/** The wall clock may be anywhere, and go at another pace than the monotonic one. */
const event = (side: Truth["side"], what: string, atMs: number): Truth => ({
  pid: side === "source" ? 1 : 2,
  side,
  what,
  monotonicNs: atMs * 1e6,
  realtimeNs: (START + 2 * atMs) * 1e6,
});

test("a freeze is from the source's last reading to the target's first", () => {
  const freezes = freezesOf([
    event("source", "reading-resumed", 1),
    event("source", "reading-stopped", 100),
    event("source", "sent-fd", 101),
    event("target", "packet-dropped", 119),
    event("target", "reading-resumed", 120.5),
    event("source", "reading-stopped", 200),
    event("target", "reading-resumed", 210),
  ]);
  expect(freezes).toHaveLength(2);
  expect(freezes[0]?.lengthMs).toBeCloseTo(20.5, 3);
  expect(freezes[0]?.startMs).toBeCloseTo(START + 200, 2);
  expect(freezes[0]?.endMs).toBeCloseTo(START + 241, 2);
});

test("no freeze when the source went on, or nobody did", () => {
  expect(
    freezesOf([
      event("source", "reading-stopped", 100),
      event("source", "reading-resumed", 150),
      event("target", "reading-resumed", 160),
      event("source", "reading-stopped", 200),
    ]),
  ).toEqual([]);
});

const frozen = { fromMs: START + 500, untilMs: START + 520, kind: "dropped" as const };
const log = readFping(madeUpLog({ startMs: START, periodMs: 1, requests: 1000, rttMs: 0.1, freeze: frozen }));
const freeze = (fromMs: number, untilMs: number) => ({
  startMs: START + fromMs,
  endMs: START + untilMs,
  lengthMs: untilMs - fromMs,
});

test("a log belongs to the one freeze that its replies surround", () => {
  const own = freeze(500, 520);
  expect(freezeWithin([freeze(-100, -80), own, freeze(1500, 1520)], log)).toBe(own);
  expect(freezeWithin([freeze(990, 1010)], log)).toBeNull();
  expect(freezeWithin([own, freeze(600, 620)], log)).toBeNull();
  expect(freezeWithin([own], readFping(""))).toBeNull();
});

test("the control is the longest gap in the middle of a stretch, the freeze's own when it lies there", () => {
  const gap = (fromMs: number, untilMs: number, lengthMs: number) =>
    longestGapWithoutFreeze(log, { startMs: START + fromMs, endMs: START + untilMs }, lengthMs, 1);
  expect(gap(100, 400, 50)).toBeCloseTo(1, 2);
  expect(gap(400, 600, 10)).toBeCloseTo(21, 2);
  // The freeze lies in the stretch, but not in its middle.
  expect(gap(200, 600, 50)).toBeCloseTo(1, 2);
  expect(gap(5000, 5500, 50)).toBeNull();
});
