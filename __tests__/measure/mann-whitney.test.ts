/** Proves: U and p match published values of R and SciPy. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mannWhitney } from "../../src/measure/mann-whitney.ts";

describe("published values", () => {
  test("Hollander and Wolfe (1973), p. 69: W = 35, one-sided p = 0.1272 (R, example of wilcox.test)", () => {
    const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const early = [1.15, 0.88, 0.9, 0.74, 1.21];
    const result = mannWhitney(atTerm, early);
    expect(result).toMatchObject({ u: 35, method: "exact" });
    expect((result?.p ?? 0) / 2).toBeCloseTo(0.1272061272, 9);
  });

  test("SciPy's example for mannwhitneyu: U = 17, p = 1/9", () => {
    const result = mannWhitney([19, 22, 16, 29, 24], [20, 11, 17, 12]);
    expect(result).toMatchObject({ u: 17, method: "exact" });
    expect(result?.p).toBeCloseTo(1 / 9, 12);
  });

  test("with ties, ozone in May and August: W = 127.5, p = 0.0001208 (R, example of wilcox.test on airquality)", () => {
    const may = [
      41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37,
    ];
    const august = [
      39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84,
      85,
    ];
    const result = mannWhitney(may, august);
    expect(result).toMatchObject({ u: 127.5, method: "normal" });
    expect(result?.p).toBeCloseTo(0.00012080783, 9);
  });

  test("30 against 30 without ties, as SciPy 1.17.1 gives it with method='exact'", () => {
    const a = Array.from({ length: 30 }, (_, at) => at);
    const result = mannWhitney(
      a,
      a.map((value) => value + 8.5),
    );
    expect(result).toMatchObject({ u: 231, method: "exact" });
    expect(result?.p).toBeCloseTo(0.0009747601757597535, 12);
  });
});

test("says nothing of an empty sample, and nothing against samples all alike", () => {
  expect(mannWhitney([], [1])).toBeNull();
  expect(mannWhitney([1], [])).toBeNull();
  expect(mannWhitney([5, 5, 5], [5, 5])).toMatchObject({ u: 3, p: 1 });
});

test("takes the normal approximation from 50 on, where both agree", () => {
  const sample = (n: number, shift: number) => Array.from({ length: n }, (_, at) => at * 1.37 + shift);
  const exact = mannWhitney(sample(49, 0), sample(49, 15.1));
  const normal = mannWhitney(sample(50, 0), sample(49, 15.1));
  expect([exact?.method, normal?.method]).toEqual(["exact", "normal"]);
  expect(Math.abs((exact?.p ?? 0) - (normal?.p ?? 1))).toBeLessThan(0.01);
});

describe("properties", () => {
  const sample = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 });

  test("U counts pairs; both U together are all pairs; p is the same both ways, and a probability", () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const ab = mannWhitney(a, b);
        const ba = mannWhitney(b, a);
        const pairs = a.flatMap((x) => b.map((y): number => (x > y ? 1 : x === y ? 0.5 : 0)));
        expect(ab?.u).toBe(pairs.reduce((sum, one) => sum + one, 0));
        expect((ab?.u ?? 0) + (ba?.u ?? 0)).toBe(a.length * b.length);
        expect(ab?.p).toBeCloseTo(ba?.p ?? 0, 12);
        expect(ab?.p).toBeGreaterThanOrEqual(0);
        expect(ab?.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("only the order of the values counts", () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const bent = (values: readonly number[]) => values.map((value) => Math.exp(value / 10) - 3);
        expect(mannWhitney(bent(a), bent(b))).toEqual(mannWhitney(a, b));
      }),
    );
  });

  test("without ties, p is the share of all ways to deal the values that are as extreme", () => {
    const dealt = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(dealt, fc.nat(), (values, cut) => {
        const size = 1 + (cut % (values.length - 1));
        const centre = (size * (values.length - size)) / 2;
        const distance = (chosen: readonly number[]) => {
          const others = values.filter((value) => !chosen.includes(value));
          const u = chosen.flatMap((x) => others.filter((y) => x > y)).length;
          return Math.abs(u - centre);
        };
        const hands = subsets(values, size);
        const observed = distance(values.slice(0, size));
        const extreme = hands.filter((hand) => distance(hand) >= observed).length;
        const p = mannWhitney(values.slice(0, size), values.slice(size))?.p;
        expect(p).toBeCloseTo(extreme / hands.length, 12);
      }),
    );
  });
});

function subsets(values: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return values.flatMap((value, at) =>
    subsets(values.slice(at + 1), size - 1).map((rest) => [value, ...rest]),
  );
}
