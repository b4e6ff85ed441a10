/** Is the candidate slower than the baseline? The rule of docs/contract.md, section 3, "Two builds compared". */
import { probit } from "simple-statistics";
import type { Comparison } from "../results/schema.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { roundMs } from "./rounding.ts";
import { type Location, locationOf, signedRankP } from "./signed-rank.ts";
import { differenceInterval95, LEAST_FOR_INTERVAL, median } from "./statistics.ts";

/** A figure of two builds in ms: `a` is the baseline, `b` the candidate. */
export interface Sample {
  /** All values of each, also those without a partner. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** The values of the pairs in which both iterations have one. The verdict rests on them alone. */
  readonly pairs: readonly (readonly [a: number, b: number])[];
}

export interface CompareOptions {
  /** The smallest difference that can be measured, in ms. Values below it count as that. */
  readonly resolutionMs: number;
  readonly maxRegressionPercent: number;
  /** Number of failed iterations of both builds. With any, the verdict is never "same". */
  readonly failed: number;
  readonly seed: number;
  /** How sure it must be. */
  readonly certainty: Certainty;
}

export interface Certainty {
  /** "slower" and "faster" need a p below this. */
  readonly p: number;
  /** "same" needs the interval with this level within the threshold. */
  readonly level: number;
}

/** For a comparison that is looked at once. */
export const ONE_LOOK: Certainty = { p: 0.01, level: 0.95 };

/** With fewer pairs, even pairs that all say the same may do so by chance: of n pairs they do with a p of 2 / 2^n. */
export const leastPairs = ({ p }: Certainty): number => Math.floor(2 - Math.log2(p));

export type Figures = Omit<Comparison, "scenario" | "pairs" | "maxRegressionPercent" | "auto" | "others"> & {
  readonly pairedP: number | null;
};

/**
 * The end of this interval must be beyond the threshold. So a regression of just the threshold is found three times in four, and not
 * once in two, as by the estimate itself.
 */
const TOLERANCE_LEVEL = 0.5;
/** Quantiles of the normal distribution: two-sided for 95 %, for the tolerance's level, and one-sided for a power of 80 %. */
const Z_OF_INTERVAL = 1.96;
const Z_OF_TOLERANCE = 0.674;
const Z_OF_POWER = 0.842;
/** With fewer pairs, the spread is too uncertain for an estimate. */
const LEAST_TO_ESTIMATE = 3;
const MOST_PRACTICAL = 10_000;

type Verdict = Comparison["verdict"];

/** What a verdict rests on. */
interface Evidence {
  readonly medianA: number | null;
  /** Of the logarithms of B / A, over pairs; null without pairs. */
  readonly logRatio: Location | null;
  readonly p: number | null;
  /** Whether B differs from A in any pair. */
  readonly differs: boolean;
  readonly pairs: number;
}

/** Compares one figure of two builds. Figures are rounded to 1 µs. */
export function compare(sample: Sample, options: CompareOptions): Figures {
  const evidence = weigh(sample.pairs, median(sample.a), options);
  return { ...describe(sample, evidence, options.seed), ...decide(evidence, evidence.p, options) };
}

/** The verdict of `compare` alone, without the figures that take longer. */
export function verdictOf({ a, pairs }: Pick<Sample, "a" | "pairs">, options: CompareOptions): Verdict {
  const evidence = weigh(pairs, median(a), options);
  return judge(evidence, evidence.p, options);
}

/**
 * Compares several figures of the same pairs. The p of each is corrected for their number by Holm's method, so that the chance that
 * any of them is called slower or faster by mistake stays what it is for one.
 */
export function compareMany<Name extends string>(
  samples: ReadonlyMap<Name, Sample & { readonly resolutionMs: number }>,
  options: Omit<CompareOptions, "resolutionMs">,
): Map<Name, Figures & { readonly holmP: number | null }> {
  const weighed = [...samples].map(([name, sample]) => {
    const own = { ...options, resolutionMs: sample.resolutionMs };
    return { name, sample, own, evidence: weigh(sample.pairs, median(sample.a), own) };
  });
  // Figures that are equal in every pair cannot be found to differ, so they do not count (Tarone 1990).
  const corrected = holm(weighed.map(({ evidence }) => (evidence.differs ? evidence.p : null)));
  return new Map(
    weighed.map(({ name, sample, own, evidence }, place) => {
      const holmP = corrected[place] ?? evidence.p;
      return [name, { ...describe(sample, evidence, own.seed), ...decide(evidence, holmP, own), holmP }];
    }),
  );
}

/** Holm's step-down method (Holm 1979): the smallest p times the number of all, the next times one less, and never falling. */
function holm(ps: readonly (number | null)[]): (number | null)[] {
  const order = ps.flatMap((p, place) => (p === null ? [] : [{ p, place }])).sort((x, y) => x.p - y.p);
  const corrected: (number | null)[] = ps.map(() => null);
  let largest = 0;
  for (const [rank, { p, place }] of order.entries()) {
    largest = Math.max(largest, Math.min(1, p * (order.length - rank)));
    corrected[place] = largest;
  }
  return corrected;
}

function weigh(
  pairs: Sample["pairs"],
  medianA: number | null,
  { resolutionMs }: Pick<CompareOptions, "resolutionMs">,
): Evidence {
  const atLeast = (ms: number) => Math.max(ms, resolutionMs);
  const logs = pairs.map(([a, b]) => Math.log(atLeast(b) / atLeast(a)));
  return {
    medianA,
    logRatio: locationOf(logs),
    p: logs.length === 0 ? null : signedRankP(logs),
    differs: logs.some((log) => log !== 0),
    pairs: pairs.length,
  };
}

function describe(
  { a, b }: Sample,
  { medianA, logRatio, p }: Evidence,
  seed: number,
): Omit<Figures, "verdict" | "iterationsToDecide"> {
  const medianB = median(b);
  const deltaCi95 = differenceInterval95(a, b, seed);
  const interval = logRatio?.interval(0.95) ?? null;
  return {
    medianA: roundMs(medianA),
    medianB: roundMs(medianB),
    deltaMs: medianA === null || medianB === null ? null : roundMs(medianB - medianA),
    deltaCi95: deltaCi95 === null ? null : [roundMs(deltaCi95[0]), roundMs(deltaCi95[1])],
    p: mannWhitney(a, b)?.p ?? null,
    ratio: logRatio === null ? null : rounded(Math.exp(logRatio.estimate)),
    ratioCi95: interval === null ? null : [rounded(Math.exp(interval[0])), rounded(Math.exp(interval[1]))],
    pairedP: p,
  };
}

/** To six digits. */
const rounded = (ratio: number): number => Number(ratio.toPrecision(6));

function decide(
  evidence: Evidence,
  p: number | null,
  options: CompareOptions,
): Pick<Figures, "verdict" | "iterationsToDecide"> {
  const verdict = judge(evidence, p, options);
  return {
    verdict,
    iterationsToDecide: verdict === "inconclusive" ? iterationsToDecide(evidence, p, options) : null,
  };
}

/** The bounds of the verdicts, as logarithms of ratios. */
interface Bounds {
  /** A difference that counts. */
  readonly slower: number;
  readonly faster: number;
  /** A difference that can be measured. */
  readonly longer: number;
  readonly shorter: number;
}

function boundsOf(medianA: number, { resolutionMs, maxRegressionPercent }: CompareOptions): Bounds {
  const threshold = maxRegressionPercent / 100;
  const measurable = resolutionMs / Math.max(medianA, resolutionMs);
  return {
    slower: Math.log1p(threshold),
    // The logarithm of nothing is -Infinity: no ratio is below it.
    faster: Math.log(Math.max(0, 1 - threshold)),
    longer: Math.log1p(measurable),
    shorter: Math.log(Math.max(0, 1 - measurable)),
  };
}

function judge({ medianA, logRatio, pairs }: Evidence, p: number | null, options: CompareOptions): Verdict {
  const { certainty, failed } = options;
  const interval = logRatio?.interval(0.95) ?? null;
  const tolerated = logRatio?.interval(TOLERANCE_LEVEL) ?? null;
  if (pairs < LEAST_FOR_INTERVAL || medianA === null || p === null || interval === null || tolerated === null)
    return "inconclusive";
  const bounds = boundsOf(medianA, options);
  const sure = p < certainty.p;
  if (sure && interval[0] > bounds.longer && tolerated[1] > bounds.slower) return "slower";
  if (sure && interval[1] < bounds.shorter && tolerated[0] < bounds.faster) return "faster";
  const wide = logRatio?.interval(certainty.level) ?? null;
  if (failed === 0 && wide !== null && wide[0] >= bounds.faster && wide[1] <= bounds.slower) return "same";
  return "inconclusive";
}

/**
 * Estimates how many pairs a verdict needs. With n pairs, the interval's width shrinks and the test's z grows by the square root of n.
 * The estimate extrapolates both until they suffice for a verdict with a power of 80 %. Null when no practical number would.
 */
function iterationsToDecide(
  { medianA, logRatio, pairs }: Evidence,
  p: number | null,
  options: CompareOptions,
): number | null {
  if (logRatio === null || medianA === null || p === null || pairs < LEAST_TO_ESTIMATE) return null;
  const { certainty, failed } = options;
  const [low, high] = logRatio.interval(TOLERANCE_LEVEL) ?? [0, 0];
  const standardError = (high - low) / 2 / Z_OF_TOLERANCE;
  const size = Math.abs(logRatio.estimate);
  const bounds = boundsOf(medianA, options);
  const [threshold, measurable] =
    logRatio.estimate >= 0 ? [bounds.slower, bounds.longer] : [-bounds.faster, -bounds.shorter];
  const forMargin = (margin: number, z: number) => ((z + Z_OF_POWER) * standardError) / margin;
  let growth: number;
  if (size > threshold) {
    if (size <= measurable || standardError === 0) return null;
    growth = Math.max(
      forMargin(size - measurable, Z_OF_INTERVAL),
      forMargin(size, zOfTwoSided(certainty.p)),
      forMargin(size - threshold, -Z_OF_TOLERANCE),
    );
  } else {
    if (failed > 0 || size === threshold) return null;
    growth = forMargin(threshold - size, zOfTwoSided(1 - certainty.level));
  }
  const least = Math.max(LEAST_FOR_INTERVAL, leastPairs(certainty));
  const needed = Math.max(least, pairs + 1, Math.ceil(pairs * growth ** 2));
  return needed > MOST_PRACTICAL ? null : needed;
}

const zOfTwoSided = (p: number): number => probit(1 - p / 2);
