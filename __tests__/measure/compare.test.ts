/** Proves: A/B verdicts follow their evidence, and their error rates hold in simulation. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CompareOptions,
  compareMany,
  compare as compareSample,
  ONE_LOOK,
} from "../../src/measure/compare.ts";
import { createRandom, type Random } from "../../src/measure/random.ts";

const options: CompareOptions = {
  ...{ resolutionMs: 1, maxRegressionPercent: 20, failed: 0, seed: 1 },
  certainty: ONE_LOOK,
};

/** The values of both in order are pairs. */
const sampleOf = (a: readonly number[], b: readonly number[]) => ({
  ...{ a, b },
  pairs: a.slice(0, b.length).map((value, at) => [value, b[at] ?? Number.NaN] as const),
});
const compare = (a: readonly number[], b: readonly number[], of: CompareOptions) =>
  compareSample(sampleOf(a, b), of);

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
    expect(compare(baseline, candidate, { ...options, resolutionMs: 0.2 })).toMatchObject({
      verdict: "slower",
    });
    expect(compare(candidate, baseline, options)).toMatchObject({ verdict: "inconclusive" });
    expect(compare(candidate, baseline, { ...options, resolutionMs: 0.2 })).toMatchObject({
      verdict: "faster",
    });
  });

  test("nor with fewer than six pairs, nor with a p of 0.01 or more", () => {
    const apart = (n: number) => [
      Array.from({ length: n }, (_, at) => 10 + at),
      Array.from({ length: n }, (_, at) => 60 + at),
    ];
    const [a4 = [], b4 = []] = apart(4);
    const [a7 = [], b7 = []] = apart(7);
    const [a8 = [], b8 = []] = apart(8);
    expect(compare(a4, b4, options)).toMatchObject({
      deltaCi95: null,
      ratioCi95: null,
      verdict: "inconclusive",
    });
    // All seven say the same, which happens by chance once in 64 times.
    const unsure = compare(a7, b7, options);
    expect(unsure).toMatchObject({ verdict: "inconclusive", pairedP: 1 / 64 });
    expect(unsure.ratioCi95?.[0]).toBeGreaterThan(2);
    expect(unsure.iterationsToDecide).toBe(8);
    expect(compare(a8, b8, options)).toMatchObject({ verdict: "slower", pairedP: 1 / 128 });
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
      ratio: null,
      ratioCi95: null,
      pairedP: null,
      verdict: "inconclusive",
      iterationsToDecide: null,
    });
  });

  test("rests on the pairs: noise that meets both alike does not hide a difference, nor does a value without a partner make one", () => {
    const random = createRandom(3);
    const common = Array.from({ length: 20 }, () => 20 * Math.exp(2 * random()));
    const slower = common.map((ms) => ms * (1.24 + 0.02 * random()));
    const result = compare(common, slower, options);
    expect(result).toMatchObject({ verdict: "slower" });
    expect(result.p).toBeGreaterThan(0.05);
    expect(result.ratio).toBeCloseTo(1.25, 2);
    const apart = { a: [...common, 1000, 1000], b: [...common, 1, 1], pairs: sampleOf(common, common).pairs };
    expect(compareSample(apart, options)).toMatchObject({ ratio: 1, pairedP: 1, verdict: "same" });
  });

  test("takes a difference for slower that may be beyond the threshold, and not one that hardly can be", () => {
    const a = Array.from({ length: 30 }, (_, at) => 50 + at / 10);
    // Ratios spread evenly around the one given.
    const at = (percent: number) =>
      compare(
        a,
        a.map((ms, place) => ms * (1 + percent / 100) * Math.exp(0.3 * ((place - 14.5) / 14.5))),
        options,
      );
    expect(at(18)).toMatchObject({ verdict: "slower" });
    expect(at(12).verdict).not.toBe("slower");
    expect(at(12).pairedP).toBeLessThan(0.01);
  });

  test("values below what can be measured count as that", () => {
    const tiny = Array.from({ length: 30 }, (_, at) => 0.001 + at / 100_000);
    const larger = tiny.map((ms) => ms * 50);
    expect(compare(tiny, larger, { ...options, resolutionMs: 0.1 })).toMatchObject({
      ratio: 1,
      verdict: "same",
    });
    const zero = tiny.map(() => 0);
    expect(compare(zero, larger, { ...options, resolutionMs: 0.01 })).toMatchObject({ verdict: "slower" });
  });
});

describe("several figures of the same pairs", () => {
  const a = Array.from({ length: 9 }, (_, at) => 20 + at / 10);
  const sample = (b: readonly number[]) => ({ ...sampleOf(a, b), resolutionMs: 0.1 });
  const none = { ...sampleOf([], []), resolutionMs: 0.1 };

  test("each needs more evidence the more there are", () => {
    const slower = sample(a.map((ms) => ms * 2));
    const equal = sample(a);
    const alone = compareMany(new Map([["pause", slower]]), options).get("pause");
    expect(alone).toMatchObject({ holmP: 2 / 512, verdict: "slower" });
    const mixed = sample(a.map((ms, at) => ms + (at % 2 === 0 ? 0.3 : -0.3)));
    const samples = { pause: slower, load: mixed, save: mixed, equal, none };
    const among = compareMany(new Map(Object.entries(samples)), options);
    // Three differ at all: 3 · 2 / 512 is above 0.01.
    expect(among.get("pause")).toMatchObject({ pairedP: 2 / 512, holmP: 6 / 512, verdict: "inconclusive" });
    expect(among.get("load")).toMatchObject({ holmP: 1, verdict: "same" });
    expect(among.get("equal")).toMatchObject({ holmP: 1, verdict: "same" });
    expect(among.get("none")).toMatchObject({ holmP: null, verdict: "inconclusive" });
  });

  test("a corrected p never falls below one of a smaller p, and none is above 1", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 9, maxLength: 9 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (all) => {
          const compared = [
            ...compareMany(new Map(all.map((b, at) => [String(at), sample(b)])), options).values(),
          ];
          const sorted = compared.sort((x, y) => (x.pairedP ?? 0) - (y.pairedP ?? 0));
          let before = 0;
          for (const { pairedP, holmP } of sorted) {
            expect(holmP).toBeGreaterThanOrEqual(pairedP ?? 0);
            expect(holmP).toBeLessThanOrEqual(1);
            expect(holmP).toBeGreaterThanOrEqual(before - 1e-12);
            before = holmP ?? 0;
          }
        },
      ),
    );
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
          const { verdict, deltaMs, ratio, ratioCi95, pairedP, medianA, medianB, iterationsToDecide } =
            result;
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
          const [low, high] = ratioCi95 ?? [Number.NaN, Number.NaN];
          expect(iterationsToDecide).toBeNull();
          if (verdict === "same") {
            expect(failed).toBe(0);
            expect(low >= 0.7999 && high <= 1.2001).toBe(true);
          } else {
            expect(pairedP).toBeLessThan(0.01);
            expect(verdict === "slower" ? low : 2 - high).toBeGreaterThan(1);
            expect(verdict).toBe((ratio ?? 1) > 1 ? "slower" : "faster");
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
