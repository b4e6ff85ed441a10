/** Proves: the truth of request stalls follows the kernel's timers, and its criteria judge at, above and below their limits. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allowedMs,
  ruledStallMs,
  type StallGroup,
  stallAccuracyOf,
  stallsMissed,
} from "../../bench/stall-errors.ts";

/** When a request that is sent `sentMs` into a freeze is answered, by trying each time that the kernel sends it. */
function stallOf(sentMs: number, freezeMs: number, timeOutMs: number): number {
  let sentAgainMs = sentMs;
  for (let waitMs = timeOutMs; sentAgainMs < freezeMs; waitMs *= 2) sentAgainMs += waitMs;
  return sentAgainMs - sentMs;
}

describe("a dropped request", () => {
  test.each([
    [5, 200, 200],
    [199, 200, 200],
    [201, 200, 600],
    [300, 200, 600],
    [601, 200, 1400],
    [20, 5, 35],
  ])("of a freeze of %d ms waits, with an rto_min of %d ms, %d ms", (freezeMs, rtoMinMs, stallMs) => {
    expect(ruledStallMs(freezeMs, "dropped", rtoMinMs)).toBe(stallMs);
    expect(stallOf(0, freezeMs, rtoMinMs)).toBe(stallMs);
  });

  test("never waits longer than allowed, whenever it is sent; the longest is not below what is allowed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 300 }),
        (freezeMs, rtoMinMs) => {
          const [leastMs, mostMs] = allowedMs(freezeMs, "dropped", rtoMinMs);
          const stallsMs = Array.from({ length: freezeMs }, (_, sentMs) =>
            stallOf(sentMs, freezeMs, rtoMinMs),
          );
          expect(Math.max(...stallsMs)).toBeLessThanOrEqual(mostMs);
          expect(Math.max(...stallsMs)).toBeGreaterThanOrEqual(leastMs);
        },
      ),
    );
  });
});

test("a queued request waits for the end of the freeze", () => {
  expect(ruledStallMs(50, "queued", 200)).toBe(50);
});

describe("criteria", () => {
  const group = (more: Partial<StallGroup>, stallMs: number): StallGroup => ({
    ...{ askedMs: 50, kind: "queued", rtoMinMs: 200, wanted: 5 },
    measured: Array.from({ length: 5 }, () => ({ freezeMs: 50, outageMs: 51, stallMs })),
    ...more,
  });
  const missed = (given: StallGroup) => stallsMissed(stallAccuracyOf(given));

  test.each([
    ["queued", 30, true],
    ["queued", 29.9, false],
    ["queued", 70, true],
    ["queued", 70.1, false],
    ["dropped", 199.9, false],
    ["dropped", 200, true],
    ["dropped", 240, true],
    ["dropped", 240.1, false],
  ] as const)("%s, a freeze of 50 ms, stalls of %d ms: met %s", (kind, stallMs, met) => {
    expect(missed(group({ kind }, stallMs)).length === 0).toBe(met);
  });

  test("with a lower time-out", () => {
    expect(missed(group({ kind: "dropped", rtoMinMs: 5 }, 75))).toEqual([]);
    expect(missed(group({ kind: "dropped", rtoMinMs: 5 }, 204))).toEqual([
      "50 ms, dropped, rto_min 5 ms: the median stall is 204.0 ms, not from 50.0 to 145.0 ms",
    ]);
  });

  test("too few are measured", () => {
    const { measured } = group({}, 50);
    expect(missed(group({ measured: measured.slice(0, 4) }, 50))).toEqual([]);
    expect(missed(group({ measured: measured.slice(0, 3) }, 50))).toEqual([
      "50 ms, queued: only 3 of 5 stalls were measured",
    ]);
  });
});
