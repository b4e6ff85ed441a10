/** Proves: A/B verdicts follow their evidence, and their error rates hold in simulation. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../../src/measure/compare.ts";
import { createRandom, type Random } from "../../src/measure/random.ts";

const options = { periodMs: 1, maxRegressionPercent: 20, failed: 0, seed: 1 };

/** Outages around a median, with a spread to both sides and a tail upwards, as hosts have it. */
function outages(random: Random, n: number, medianMs: number, spreadMs: number): number[] {
  return Array.from({ length: n }, () => {
    const tail = random() < 0.1 ? spreadMs * 4 * random() : 0;
    return medianMs + spreadMs * (random() + random() - 1) + tail;
  });
}

describe("compare", () => {
  test("calls a candidate slower that is, with all figures", () => {
    const baseline = Array.from({ length: 30 }, (_, at) => 12 + at / 100);
    const candidate = baseline.map((ms) => ms + 4);
    const result = compare(baseline, candidate, options);
    expect(result).toMatchObject({ medianA: 12.145, medianB: 16.145, deltaMs: 4, verdict: "slower" });
    expect(result.iterationsToDecide).toBeNull();
    expect(result.p).toBeLessThan(1e-10);
    const [low, high] = result.deltaCi95 ?? [0, 0];
    expect(low).toBeGreaterThan(3.8);
    expect(high).toBeLessThan(4.2);
    expect(compare(candidate, baseline, options)).toMatchObject({ deltaMs: -4, verdict: "faster" });
  });

  test("does not call it slower for a difference within the threshold, however sure it is", () => {
    const baseline = Array.from({ length: 30 }, (_, at) => 20 + at / 100);
    const candidate = baseline.map((ms) => ms + 3);
    expect(compare(baseline, candidate, options)).toMatchObject({ verdict: "same" });
    expect(compare(baseline, candidate, { ...options, maxRegressionPercent: 10 })).toMatchObject({
      verdict: "slower",
    });
  });

  test("nor for a difference that one probe period could make", () => {
    const baseline = Array.from({ length: 30 }, (_, at) => 3 + at / 100);
    const candidate = baseline.map((ms) => ms + 0.9);
    expect(compare(baseline, candidate, options)).toMatchObject({
      verdict: "inconclusive",
      iterationsToDecide: null,
    });
    expect(compare(baseline, candidate, { ...options, periodMs: 0.2 })).toMatchObject({ verdict: "slower" });
    expect(compare(candidate, baseline, options)).toMatchObject({ verdict: "inconclusive" });
    expect(compare(candidate, baseline, { ...options, periodMs: 0.2 })).toMatchObject({ verdict: "faster" });
  });

  test("nor with fewer than six values, nor with a p of 0.01 or more", () => {
    const apart = (n: number) => [
      Array.from({ length: n }, (_, at) => 10 + at),
      Array.from({ length: n }, (_, at) => 60 + at),
    ];
    const [a4 = [], b4 = []] = apart(4);
    const [a6 = [], b6 = []] = apart(6);
    expect(compare(a4, b4, options)).toMatchObject({ deltaCi95: null, verdict: "inconclusive" });
    expect(compare(a6, b6, options)).toMatchObject({ verdict: "slower" });
    // One of six among the others makes p = 1/66, though the interval is as clear as before.
    const unsure = compare([12, 13, 14, 15, 16, 62.5], b6, options);
    expect(unsure.verdict).toBe("inconclusive");
    expect(unsure.p).toBeCloseTo(1 / 66, 12);
    expect(unsure.deltaCi95?.[0]).toBeGreaterThan(options.periodMs);
  });

  test("calls nothing the same when an iteration failed, but still slower what is slower", () => {
    const baseline = Array.from({ length: 30 }, (_, at) => 20 + at / 100);
    const failed = { ...options, failed: 1 };
    expect(compare(baseline, baseline, options)).toMatchObject({ deltaMs: 0, verdict: "same" });
    expect(compare(baseline, baseline, failed)).toMatchObject({
      verdict: "inconclusive",
      iterationsToDecide: null,
    });
    expect(
      compare(
        baseline,
        baseline.map((ms) => ms + 9),
        failed,
      ),
    ).toMatchObject({ verdict: "slower" });
  });

  test("gives what there is when one side has nothing", () => {
    expect(compare([], [5, 7], options)).toEqual({
      medianA: null,
      medianB: 6,
      deltaMs: null,
      deltaCi95: null,
      p: null,
      verdict: "inconclusive",
      iterationsToDecide: null,
    });
  });
});

describe("its error rates, by simulation", () => {
  const verdicts = (draws: number, deltaMs: number, spreadMs: number) => {
    const random = createRandom(2026);
    return Array.from({ length: draws }, (_, seed) => {
      const a = outages(random, 30, 20, spreadMs);
      const b = outages(random, 30, 20 + deltaMs, spreadMs);
      return compare(a, b, { ...options, seed }).verdict;
    });
  };

  test("one build against itself is slower or faster in at most 2 % of draws, even where it is noisy", {
    timeout: 120_000,
  }, () => {
    const wrong = [4, 20]
      .flatMap((spreadMs) => verdicts(100, 0, spreadMs))
      .filter((one) => one === "slower" || one === "faster");
    expect(wrong.length / 200).toBeLessThanOrEqual(0.02);
  });

  test("50 % more is found in at least 95 %", { timeout: 120_000 }, () => {
    const found = verdicts(80, 10, 6).filter((one) => one === "slower");
    expect(found.length / 80).toBeGreaterThanOrEqual(0.95);
  });
});

describe("how many iterations would decide", () => {
  test("is so many that it is decided in most draws from the same builds, and not in as many with a quarter of them", {
    timeout: 120_000,
  }, () => {
    const random = createRandom(7);
    // A real difference of 50 %, and none, both in noise that ten iterations don't pierce.
    for (const deltaMs of [0, 10]) {
      let decided = 0;
      let decidedByQuarter = 0;
      let asked = 0;
      while (asked < 30) {
        const draw = (n: number) =>
          [outages(random, n, 20, 10), outages(random, n, 20 + deltaMs, 10)] as const;
        const [a, b] = draw(10);
        const { iterationsToDecide } = compare(a, b, { ...options, seed: asked });
        // One small draw may look like the opposite of what holds; an estimate can only go by it.
        const looksRight = deltaMs === 0 || (mean(b) - mean(a)) / mean(a) > 0.3;
        if (iterationsToDecide === null || iterationsToDecide > 300 || !looksRight) continue;
        asked++;
        const isDecided = (n: number) =>
          compare(...draw(n), { ...options, seed: asked }).verdict !== "inconclusive";
        if (isDecided(iterationsToDecide)) decided++;
        if (isDecided(Math.max(6, Math.round(iterationsToDecide / 4)))) decidedByQuarter++;
      }
      expect(decided / asked).toBeGreaterThan(0.6);
      expect(decidedByQuarter).toBeLessThan(decided);
    }
  });

  test("is more than there were, and at least what an interval needs", () => {
    expect(compare([20, 21, 22], [20, 21, 23], options).iterationsToDecide).toBeGreaterThanOrEqual(6);
    expect(compare([20, 21], [20, 21], options).iterationsToDecide).toBeNull();
  });
});

describe("properties", () => {
  const sample = fc.array(
    fc.integer({ min: 100, max: 10_000 }).map((value) => value / 100),
    { maxLength: 25 },
  );

  test("a verdict other than inconclusive has its evidence", () => {
    fc.assert(
      fc.property(
        sample,
        sample,
        fc.constantFrom(0, 3),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (a, b, failed, shift) => {
          const result = compare(
            a,
            b.map((value) => value + shift),
            { ...options, failed },
          );
          const { verdict, deltaMs, deltaCi95, p, medianA, medianB, iterationsToDecide } = result;
          expect(
            compare(
              a,
              b.map((value) => value + shift),
              { ...options, failed },
            ),
          ).toEqual(result);
          if (deltaMs !== null) expect(deltaMs).toBeCloseTo((medianB ?? 0) - (medianA ?? 0), 2);
          if (iterationsToDecide !== null)
            expect(iterationsToDecide).toBeGreaterThan(Math.min(a.length, b.length));
          if (verdict === "inconclusive") return;
          const [low, high] = deltaCi95 ?? [Number.NaN, Number.NaN];
          const thresholdMs = (medianA ?? 0) * 0.2 + 0.001;
          expect(iterationsToDecide).toBeNull();
          if (verdict === "same") {
            expect(failed).toBe(0);
            expect(low >= -thresholdMs && high <= thresholdMs).toBe(true);
          } else {
            expect(p).toBeLessThan(0.01);
            expect(verdict === "slower" ? low : -high).toBeGreaterThanOrEqual(1);
            expect(Math.abs(deltaMs ?? 0)).toBeGreaterThan(thresholdMs - 0.002);
            expect(verdict).toBe((deltaMs ?? 0) > 0 ? "slower" : "faster");
          }
        },
      ),
    );
  });

  test("a candidate that gets slower never gets a better verdict", () => {
    const rank = { faster: 0, same: 1, inconclusive: 1, slower: 2 };
    // Half a step between the samples, so that no shift makes a tie and with it another method of the test.
    const between = (offset: number) =>
      fc.array(
        fc.integer({ min: 1000, max: 2000 }).map((value) => value / 100 + offset),
        { minLength: 8, maxLength: 20 },
      );
    fc.assert(
      fc.property(between(0), between(0.005), fc.nat(100), (a, b, shift) => {
        const now = compare(a, b, options).verdict;
        const later = compare(
          a,
          b.map((value) => value + shift / 10),
          options,
        ).verdict;
        expect(rank[later]).toBeGreaterThanOrEqual(rank[now]);
      }),
    );
  });
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
