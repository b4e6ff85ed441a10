/** Proves: packets stolen by the source are told apart from random loss. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ProbeFlow, type ProbeLog, readProbe } from "../../src/measure/probe-log.ts";
import { lossesBetween, type TheftWindow, theftFault } from "../../src/measure/stolen-packets.ts";

const ADDRESS = "192.168.100.2";
const BEGIN_MS = 1_795_382_630_000;
/** A thousand requests beside the source, 50 while it quits, a thousand after it. */
const WINDOW: TheftWindow = {
  watchedFromMs: BEGIN_MS,
  sourceAliveUntilMs: BEGIN_MS + 1_000,
  sourceGoneMs: BEGIN_MS + 1_050,
  endMs: BEGIN_MS + 2_050,
};

/** What fping writes of a request every millisecond, each with a reply 0.2 ms later, but for the numbers that are lost. */
function logOf(isLost: (sequence: number) => boolean): ProbeLog {
  const lines: string[] = [];
  for (let sequence = 0; sequence < 2_100; sequence++) {
    if (isLost(sequence)) continue;
    const stamp = ((BEGIN_MS + sequence + 0.2) / 1_000).toFixed(5);
    lines.push(`[${stamp}] ${ADDRESS} : [${sequence}], 64 bytes, 0.200 ms (0.201 avg, 0% loss)\n`);
  }
  return readProbe("fping", lines.join(""), [ADDRESS]);
}

const faultOf = (isLost: (sequence: number) => boolean) => theftFault(logOf(isLost), WINDOW);
const besideSource = (sequence: number) => sequence < 1_000;

describe("theft of packets", () => {
  it.each([2, 3, 10, 50])("every %ith is taken until the source is gone: named, with both figures", (nth) => {
    const fault = faultOf((sequence) => besideSource(sequence) && sequence % nth === 1);
    expect(fault).toMatch(
      /^\d+ of \d+ requests to 192\.168\.100\.2 were lost while the stopped source was still alive, and 0 of 100\d after it had gone: does it still read the queues\?$/,
    );
  });

  it("all but every tenth is taken until the source is gone", () => {
    expect(faultOf((sequence) => besideSource(sequence) && sequence % 10 !== 0)).not.toBeNull();
  });

  it.each([
    ["nothing is lost", () => false],
    ["a few are lost", (sequence: number) => besideSource(sequence) && sequence % 200 === 1],
    ["many are lost in one piece", (sequence: number) => sequence >= 100 && sequence < 700],
    ["as many are lost without the source", (sequence: number) => sequence % 10 === 1],
    [
      "more are lost without the source",
      (sequence: number) => sequence % (besideSource(sequence) ? 20 : 3) === 1,
    ],
  ])("no theft: %s", (_, isLost) => {
    expect(faultOf(isLost)).toBeNull();
  });

  it("a flow without a line is no proof", () => {
    expect(theftFault(readProbe("fping", "", [ADDRESS]), WINDOW)).toBeNull();
  });

  it("losses of a stretch are counted, and those in one piece as one", () => {
    const lost = new Set([10, 11, 12, 40, 900]);
    const [flow] = logOf((sequence) => lost.has(sequence)).flows;
    expect(lossesBetween(flow as ProbeFlow, BEGIN_MS, BEGIN_MS + 100)).toEqual({
      sent: 101,
      lost: 4,
      apart: 2,
    });
  });

  it("whatever is lost at random at one rate all along is not called theft in more than a few of a thousand cases", () => {
    let called = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 999 })),
        (perMille, dice) => {
          if (faultOf(() => dice.next().value < perMille) !== null) called++;
        },
      ),
      { numRuns: 1_000, seed: 7 },
    );
    expect(called).toBeLessThanOrEqual(3);
  });
});
