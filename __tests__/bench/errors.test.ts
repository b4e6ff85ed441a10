/** Proves: the criteria of the accuracy bench judge errors at, above and below their limits. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accuracyOf,
  type Group,
  type Kind,
  type Measured,
  missedBy,
  pingNotShownBlind,
  trueOutageMs,
} from "../../bench/errors.ts";
import { readFping } from "../../src/measure/probe-log.ts";
import { madeUpLog } from "../measure/made-up-log.ts";

const START = 1_795_386_000_000;
const RTT_MS = 0.05;

/** The gap that a faultless probe has around a freeze, from its log. */
function gapOf(freeze: { fromMs: number; lengthMs: number; kind: Kind }, periodMs: number): number {
  const fromMs = START + freeze.fromMs;
  const log = madeUpLog({
    startMs: START,
    periodMs,
    requests: Math.ceil((freeze.fromMs + freeze.lengthMs) / periodMs) + 20,
    rttMs: RTT_MS,
    freeze: { fromMs, untilMs: fromMs + freeze.lengthMs, kind: freeze.kind },
  });
  const received = (readFping(log).flows[0]?.replies ?? []).map(({ receivedAtMs }) => receivedAtMs);
  return Math.max(...received.slice(1).map((ms, at) => ms - (received[at] ?? ms)));
}

/** Stamps are printed in steps of 10 µs. */
const STAMPS_MS = 0.02;

describe("the true outage is that of a faultless probe", () => {
  test.each([
    ["queued", 0.5],
    ["dropped", 1],
  ] as const)("%s: never off by more than %d periods", (kind, periods) => {
    const cases = fc.record({
      fromMs: fc.double({ min: 50, max: 60, noNaN: true }),
      lengthMs: fc.double({ min: 5, max: 100, noNaN: true }),
      periodMs: fc.constantFrom(0.2, 1, 2.5),
    });
    fc.assert(
      fc.property(cases, ({ fromMs, lengthMs, periodMs }) => {
        const error = Math.abs(
          gapOf({ fromMs, lengthMs, kind }, periodMs) - trueOutageMs(lengthMs, kind, periodMs),
        );
        expect(error).toBeLessThanOrEqual(periods * periodMs + STAMPS_MS);
      }),
    );
  });

  test.each(["queued", "dropped"] as const)("%s: right on average", (kind) => {
    const errors = Array.from({ length: 400 }, (_, at) => {
      // Every phase between the freeze's two ends and the probe's cadence.
      const lengthMs = 10 + (at % 20) / 20;
      const fromMs = 50 + Math.floor(at / 20) / 20 + 0.013;
      return gapOf({ fromMs, lengthMs, kind }, 1) - trueOutageMs(lengthMs, kind, 1);
    });
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeCloseTo(0, 1);
  });
});

/** Freezes of 10 ms whose outages are off by these. */
function group(errorsMs: readonly number[], more: Partial<Group> = {}): Group {
  const measured = errorsMs.map(
    (errorMs): Measured => ({ freezeMs: 10, outageMs: 10.5 + errorMs, controlMs: 1.5, resolved: true }),
  );
  return { askedMs: 10, kind: "queued", wanted: errorsMs.length, measured, ...more };
}
const missed = (judged: Group) => missedBy(accuracyOf(judged, 1), 1);
const times = (n: number, value: number) => Array.from({ length: n }, () => value);

test("errors lose their sign, the excess keeps it", () => {
  const accuracy = accuracyOf(group([-2, -2, 0.25]), 1);
  expect(accuracy.errorMs).toMatchObject({ median: 2, max: 2 });
  expect(accuracy.excessMs).toMatchObject({ median: -1.5, max: 0.75 });
});

describe("criteria", () => {
  test("met at the limit itself", () => {
    expect(missed(group([...times(16, 1), ...times(14, 4.5)]))).toEqual([]);
  });
  test("a median error above one period", () => {
    expect(missed(group(times(30, -1.25)))).toEqual([
      expect.stringContaining("10 ms, queued: the median error is 1.25"),
    ]);
  });
  test("a p95 above three periods and the control's p95", () => {
    expect(missed(group([...times(27, 0), ...times(3, 5)]))).toEqual([
      expect.stringContaining("p95 is 5 ms, above three periods and the control's p95 (4.500 ms)"),
    ]);
  });
  test("a control that is as bad excuses it", () => {
    const bad = group([...times(27, 0), ...times(3, 5)]);
    expect(missed({ ...bad, measured: bad.measured.map((one) => ({ ...one, controlMs: 2 })) })).toEqual([]);
  });
  test("no p95 of a few freezes", () => {
    expect(missed(group([0, 0, 0, 0, 50]))).toEqual([]);
  });
  test("too many freezes were not measured", () => {
    expect(missed(group(times(23, 0), { wanted: 30 }))).toEqual([expect.stringContaining("only 23 of 30")]);
    expect(missed(group(times(24, 0), { wanted: 30 }))).toEqual([]);
  });
  test("nothing measured, nothing to compare with", () => {
    expect(missed(group([], { wanted: 0 }))).toEqual([expect.stringContaining("only 0 of 0")]);
    const blind = group(times(30, 0));
    const without = { ...blind, measured: blind.measured.map((one) => ({ ...one, controlMs: null })) };
    expect(missed(without)).toEqual([expect.stringContaining("no control")]);
  });
  test("freezes below 5 ms are shown, not judged", () => {
    expect(missed(group(times(30, 40), { askedMs: 2 }))).toEqual([]);
  });
});

describe("the ping reader is shown blind", () => {
  const reading = (freezeMs: number, readMs: number) => ({
    askedMs: freezeMs,
    kind: "queued" as const,
    readings: [{ freezeMs, readMs }],
  });
  test("when most freezes below 20 ms are nothing to it, by what they really were", () => {
    expect(pingNotShownBlind([reading(5, 0), reading(10, 0), reading(19, 9), reading(25, 14)])).toEqual([]);
  });
  test("not when it saw them", () => {
    expect(pingNotShownBlind([reading(5, 0), reading(10, 9), reading(19, 10)])).toHaveLength(1);
  });
  test("not when there were none", () => {
    expect(pingNotShownBlind([reading(100, 0)])).toHaveLength(1);
  });
});
