/** Proves: changes of a series are named where they are, and hardly ever where there are none. */
import { describe, expect, test } from "vitest";
import { courseOf, LEAST_BESIDE, leastRuns } from "../../src/measure/change-point.ts";
import { DRIFTING, INDEPENDENT, seriesOf, shifted } from "./made-up-series.ts";

const OPTIONS = { series: 1, resolution: 0.1, seed: 1 };
/** As many as four scenarios with three figures have. */
const TWELVE = { ...OPTIONS, series: 12 };

const seeds = (number: number) => Array.from({ length: number }, (_, seed) => seed);
const starts = (values: readonly number[], options = OPTIONS) =>
  courseOf(values, options)
    .levels.slice(1)
    .map(({ from }) => from);

describe("false changes in at most 1 % of series", () => {
  const cases = [
    ...Object.entries(INDEPENDENT).flatMap(([name, kind]) =>
      [12, 20, 100].map((runs) => ({ name, kind, runs, number: 1_000 })),
    ),
    ...["slow drift by 3 spreads", "autocorrelation 0.5"].map((name) => ({
      ...{ name, kind: DRIFTING[name], runs: 100, number: 300 },
    })),
  ];
  test.each(cases)("$name, $runs runs", ({ kind, runs, number }) => {
    if (kind === undefined) throw new Error("no such kind");
    const named = seeds(number).filter((seed) => starts(seriesOf(kind, runs, seed)).length > 0);
    expect(named.length).toBeLessThanOrEqual(number * 0.01);
  });

  test("of a machine whose history grows run by run, over all its reports", () => {
    const histories = seeds(100);
    const named = histories.filter((seed) => {
      const values = seriesOf(INDEPENDENT.normal as never, 100, seed);
      return values.some((_, run) => starts(values.slice(0, run)).length > 0);
    });
    expect(named.length).toBeLessThanOrEqual(histories.length * 0.01);
  });
});

describe("a shift", () => {
  test("of 2 spreads is within the noise: it is named in at most 5 % of series", () => {
    const named = seeds(300).filter((seed) => starts(shifted(60, 2, 30, seed)).length > 0);
    expect(named.length).toBeLessThanOrEqual(300 * 0.05);
  });

  test.each([
    [4, 10, 0.6],
    [5, 8, 0.9],
    [6, 5, 0.9],
  ])("of %d spreads is named after %d runs, at its place", (shift, runs, share) => {
    const found = seeds(100).filter((seed) => {
      const [first, ...more] = starts(shifted(30 + runs, shift, 30, seed), TWELVE);
      return first !== undefined && Math.abs(first - 30) <= 1 && more.length === 0;
    });
    expect(found.length).toBeGreaterThanOrEqual(100 * share);
  });

  test("that was taken back has two changes", () => {
    const found = seeds(50).filter((seed) => {
      const [up, down, ...more] = starts(shifted(100, 6, 40, seed, 60), TWELVE);
      return Math.abs((up ?? 0) - 40) <= 1 && Math.abs((down ?? 0) - 60) <= 1 && more.length === 0;
    });
    expect(found.length).toBeGreaterThanOrEqual(45);
  });

  test("that lasts a few runs only is none", () => {
    for (const seed of seeds(100)) expect(starts(shifted(60, 20, 30, seed, 33))).toEqual([]);
  });

  test("within what the probe can tell apart is none", () => {
    const values = shifted(40, 10, 20, 1);
    expect(starts(values)).toEqual([20]);
    expect(starts(values, { ...OPTIONS, resolution: 20 })).toEqual([]);
  });
});

describe("a course", () => {
  test("has levels that cover all runs, their medians, and the spread within them", () => {
    const { levels, spread } = courseOf(shifted(50, 10, 20, 3), TWELVE);
    expect(levels.map(({ from, to }) => [from, to])).toEqual([
      [0, 20],
      [20, 50],
    ]);
    expect(levels[0]?.median).toBeCloseTo(20, 0);
    expect(levels[1]?.median).toBeCloseTo(30, 0);
    expect(spread).toBeGreaterThan(0.6);
    expect(spread).toBeLessThan(1.6);
  });

  test("is the same each time", () => {
    const values = shifted(50, 5, 20, 4);
    expect(courseOf(values, TWELVE)).toEqual(courseOf(values, TWELVE));
  });

  test("of equal figures has one level and no spread; of a clean step two", () => {
    expect(courseOf(Array(30).fill(7), OPTIONS)).toEqual({
      levels: [{ from: 0, to: 30, median: 7 }],
      spread: 0,
    });
    const step = [...Array(15).fill(7), ...Array(15).fill(9)];
    expect(courseOf(step, OPTIONS)).toMatchObject({
      levels: [{ to: 15, median: 7 }, { median: 9 }],
      spread: 0,
    });
  });

  test("of too few runs has one level; of none, none", () => {
    expect(courseOf([], OPTIONS)).toEqual({ levels: [], spread: null });
    expect(courseOf([3], OPTIONS)).toEqual({ levels: [{ from: 0, to: 1, median: 3 }], spread: null });
    const few = [1, 1.1, 1.2, 1.3, 9, 9.1, 9.2, 9.3, 9.4];
    expect(few.length).toBeLessThan(2 * LEAST_BESIDE);
    expect(courseOf(few, OPTIONS).levels).toHaveLength(1);
  });
});

describe("the least number of runs", () => {
  // The clearest change of n runs: all lower ones first, then all higher ones, or the other way round.
  const clearest = (runs: number) =>
    Array.from({ length: runs }, (_, run) => (run < runs / 2 ? run : run + 100) / 100);

  test.each([1, 3, 12, 60])("for %d series is the first with which any change is named", (series) => {
    const least = leastRuns(series);
    const options = { ...OPTIONS, series };
    expect(starts(clearest(least), options)).toHaveLength(1);
    if (least > 2 * LEAST_BESIDE) expect(starts(clearest(least - 1), options)).toEqual([]);
  });
});
