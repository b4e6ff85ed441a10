/** The rule of the product, and rules that it was chosen from: all with the same threshold, and at most one false verdict in a hundred. */
import { type Certainty, ONE_LOOK, verdictOf } from "../src/measure/compare.ts";
import { mannWhitney } from "../src/measure/mann-whitney.ts";
import { createRandom, type Random } from "../src/measure/random.ts";
import { locationOf } from "../src/measure/signed-rank.ts";
import { differenceInterval95, median, percentile } from "../src/measure/statistics.ts";
import type { Comparison } from "../src/results/schema.ts";
import type { Recording } from "./recordings.ts";

export type Pair = Recording["pairs"][number];
export type Verdict = Comparison["verdict"];

export interface Rule {
  readonly name: string;
  readonly verdict: (pairs: readonly Pair[], options: RuleOptions) => Verdict;
}

export interface RuleOptions {
  readonly periodMs: number;
  readonly maxRegressionPercent: number;
  readonly seed: number;
}

/** What all studies of the rules share: the defaults of an A/B. */
export const PAIRS = 30;
export const MAX_REGRESSION_PERCENT = 20;
/** A tenth is looked for with a threshold in the same proportion to it as this one is to a quarter. */
export const THRESHOLD_OF_TENTH_PERCENT = 8;
export const LEAST_FOUND = 0.9;

const SIGNIFICANT_P = 0.01;
const RESAMPLES = 300;

/** The first rule of the product: it knows nothing of pairs. */
const unpaired: Rule = {
  name: "without pairs",
  verdict(pairs, { periodMs, maxRegressionPercent, seed }) {
    const [a, b] = [pairs.map((pair) => pair.a), pairs.map((pair) => pair.b)];
    const test = mannWhitney(a, b);
    const interval = differenceInterval95(a, b, seed);
    const [medianA, medianB] = [median(a), median(b)];
    if (test === null || interval === null || medianA === null || medianB === null) return "inconclusive";
    const [low, high] = interval;
    const thresholdMs = (medianA * maxRegressionPercent) / 100;
    const sure = test.p < SIGNIFICANT_P;
    if (sure && low > periodMs && medianB - medianA > thresholdMs) return "slower";
    if (sure && high < -periodMs && medianA - medianB > thresholdMs) return "faster";
    return low >= -thresholdMs && high <= thresholdMs ? "same" : "inconclusive";
  },
};

/** Hodges and Lehmann's estimate; its distribution by drawing boots, and pairs within each, with replacement. */
const bootstrap: Rule = {
  name: "boots and pairs drawn",
  verdict(pairs, { periodMs, maxRegressionPercent, seed }) {
    const random = createRandom(seed);
    const byBoot = [...new Set(pairs.map(({ boot }) => boot))].map((boot) =>
      pairs.filter((pair) => pair.boot === boot).map(({ a, b }) => Math.log(b / a)),
    );
    const estimates = Array.from({ length: RESAMPLES }, () =>
      byBoot.flatMap(() => {
        const drawn = pick(byBoot, random);
        return drawn.map(() => pick(drawn, random));
      }),
    ).map((logs) => locationOf(logs)?.estimate ?? 0);
    const at = (share: number) => percentile(estimates, share) ?? 0;
    const medianA = median(pairs.map(({ a }) => a)) ?? 0;
    const [slower, faster] = [
      Math.log1p(maxRegressionPercent / 100),
      Math.log(1 - maxRegressionPercent / 100),
    ];
    const least = Math.log1p(periodMs / medianA);
    if (at(0.005) > 0 && at(0.025) > least && at(0.75) > slower) return "slower";
    if (at(0.995) < 0 && at(0.975) < -least && at(0.25) < faster) return "faster";
    return at(0.025) >= faster && at(0.975) <= slower ? "same" : "inconclusive";
  },
};

/** The product's. */
export const signedRanks: Rule = {
  name: "signed ranks (the product)",
  verdict: (pairs, options) => verdictWith(ONE_LOOK, pairs, options),
};

/** The product's verdict, as sure as it must be. */
export const verdictWith = (
  certainty: Certainty,
  pairs: readonly Pair[],
  { periodMs, maxRegressionPercent, seed }: RuleOptions,
): Verdict =>
  verdictOf(
    { a: pairs.map(({ a }) => a), pairs: pairs.map(({ a, b }) => [a, b]) },
    { ...{ maxRegressionPercent, seed, certainty }, resolutionMs: periodMs, failed: 0 },
  );

export const RULES: readonly Rule[] = [unpaired, bootstrap, signedRanks];

export const pick = <T>(values: readonly T[], random: Random): T => {
  const picked = values[Math.floor(random() * values.length)];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
};

/** How many of the verdicts are among those wanted, as a share. */
export const share = (verdicts: readonly Verdict[], wanted: readonly Verdict[]): number =>
  verdicts.filter((verdict) => wanted.includes(verdict)).length / verdicts.length;
