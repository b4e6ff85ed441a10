/** Proves: p, estimate and intervals are those of the signed-rank test, by published figures and by counting all signs. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/measure/random.ts";
import { locationOf, signedRankP } from "../../src/measure/signed-rank.ts";

/** Depression before and after a therapy: Hollander and Wolfe, and the example of R's wilcox.test. */
const BEFORE = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
const AFTER = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
const CHANGES = BEFORE.map((before, at) => before - (AFTER[at] ?? 0));

test("agrees with R on its own example", () => {
  expect(signedRankP(CHANGES)).toBeCloseTo(0.03906, 5);
  const location = locationOf(CHANGES);
  expect(location?.estimate).toBeCloseTo(0.46, 9);
  expect(location?.interval(0.95)?.[0]).toBeCloseTo(0.01, 9);
  expect(location?.interval(0.95)?.[1]).toBeCloseTo(0.786, 9);
});

test("is at most 1 for many pairs, too", () => {
  // Both signs have the same sum of ranks.
  const balanced = Array.from({ length: 64 }, (_, at) => (at % 4 === 0 || at % 4 === 3 ? at + 1 : -at - 1));
  expect(signedRankP(balanced)).toBe(1);
  expect(signedRankP(balanced.map(Math.sign))).toBe(1);
});

/** The p by the definition: all signs of all ranks, one by one. */
function byCounting(values: readonly number[]): number {
  const sizes = [...values].map(Math.abs).sort((a, b) => a - b);
  const rank = (size: number) => (sizes.indexOf(size) + sizes.lastIndexOf(size)) / 2 + 1;
  const ranked = values.filter((value) => value !== 0);
  const ranks = ranked.map((value) => rank(Math.abs(value)));
  const middle = ranks.reduce((sum, one) => sum + one, 0) / 2;
  const observed = Math.abs(
    ranks.reduce((sum, one, at) => sum + ((ranked[at] ?? 0) > 0 ? one : 0), 0) - middle,
  );
  let extreme = 0;
  for (let signs = 0; signs < 2 ** ranks.length; signs += 1) {
    const sum = ranks.reduce((all, one, at) => all + ((signs >> at) & 1 ? one : 0), 0);
    if (Math.abs(sum - middle) >= observed - 1e-9) extreme += 1;
  }
  return extreme / 2 ** ranks.length;
}

describe("properties", () => {
  const few = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 9 });

  test("p is that of all signs counted, also with ties and zeros", () => {
    fc.assert(
      fc.property(few, (values) => {
        expect(signedRankP(values)).toBeCloseTo(byCounting(values), 9);
      }),
    );
  });

  test("the estimate is the median of all averages, and intervals widen with their level", () => {
    fc.assert(
      fc.property(few, (values) => {
        const averages = values
          .flatMap((a, first) => values.slice(first).map((b) => (a + b) / 2))
          .sort((a, b) => a - b);
        const middle =
          ((averages[(averages.length - 1) >> 1] ?? 0) + (averages[averages.length >> 1] ?? 0)) / 2;
        const location = locationOf(values);
        expect(location?.estimate).toBe(middle);
        const narrow = location?.interval(0.5);
        const wide = location?.interval(0.9);
        if (narrow == null || wide == null) return;
        expect(wide[0]).toBeLessThanOrEqual(narrow[0]);
        expect(narrow[0]).toBeLessThanOrEqual(middle);
        expect(narrow[1]).toBeGreaterThanOrEqual(middle);
        expect(wide[1]).toBeGreaterThanOrEqual(narrow[1]);
      }),
    );
  });

  test("p below 1 - level just when the interval leaves out 0", () => {
    const random = createRandom(11);
    for (const n of [8, 20, 45]) {
      for (let draw = 0; draw < 40; draw += 1) {
        const values = Array.from({ length: n }, () => random() - 0.35);
        const [low, high] = locationOf(values)?.interval(0.95) ?? [0, 0];
        expect(signedRankP(values) <= 0.05).toBe(low > 0 || high < 0);
      }
    }
  });
});

test("the interval holds the truth as often as it says, in small and in large samples", () => {
  const random = createRandom(5);
  for (const [n, draws] of [
    [12, 600],
    [80, 300],
  ] as const) {
    let held = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const values = Array.from({ length: n }, () => 3 + random() + random() - 1);
      const [low, high] = locationOf(values)?.interval(0.95) ?? [0, 0];
      if (low <= 3 && high >= 3) held += 1;
    }
    expect(held / draws).toBeGreaterThan(0.92);
    expect(held / draws).toBeLessThan(0.985);
  }
});

test("beyond the exact sizes the figures go on without a step", () => {
  const random = createRandom(9);
  const values = Array.from({ length: 61 }, () => random() - 0.4);
  const [exact, approximate] = [
    signedRankP(values.slice(0, 60)),
    signedRankP([...values.slice(0, 60), 1e-9]),
  ];
  expect(Math.abs(exact - approximate)).toBeLessThan(0.05 * exact + 0.002);
  const many = Array.from({ length: 5_000 }, () => random() - 0.4);
  const location = locationOf(many);
  expect(location?.estimate).toBeCloseTo(0.1, 1);
  const [low, high] = location?.interval(0.95) ?? [0, 0];
  expect(high - low).toBeGreaterThan(0.01);
  expect(high - low).toBeLessThan(0.03);
});

test("too few differences have no interval, and none at all have nothing", () => {
  expect(locationOf([1, 2, 3, 4, 5])?.interval(0.95)).toBeNull();
  expect(locationOf([1, 2, 3, 4, 5, 6])?.interval(0.95)).toEqual([1, 6]);
  expect(locationOf([])).toBeNull();
  expect(signedRankP([])).toBe(1);
  expect(signedRankP([0, 0, 0])).toBe(1);
});
