/** Is the candidate slower than the baseline? The rule of docs/contract.md, section 3, "A/B". */
import type { Comparison } from "../results/schema.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { roundMs } from "./rounding.ts";
import { differenceInterval95, LEAST_FOR_INTERVAL, median } from "./statistics.ts";

export interface CompareOptions {
  readonly periodMs: number;
  readonly maxRegressionPercent: number;
  /** Number of failed iterations of both builds. With any, the verdict is never "same". */
  readonly failed: number;
  readonly seed: number;
}

export type ComparisonFigures = Omit<Comparison, "scenario" | "pairs" | "maxRegressionPercent">;

const SIGNIFICANT_P = 0.01;
/** Quantiles of the normal distribution: two-sided for 95 % and for p = 0.01, one-sided for a power of 80 %. */
const Z_OF_INTERVAL = 1.96;
const Z_OF_SIGNIFICANCE = 2.576;
const Z_OF_POWER = 0.842;
/** With fewer values, the spread of a bootstrap is too uncertain for an estimate. */
const LEAST_TO_ESTIMATE = 3;
const MOST_PRACTICAL = 10_000;

/** Compares the outages of two builds in ms: `a` is the baseline, `b` the candidate. Figures are rounded to 1 µs. */
export function compare(
  a: readonly number[],
  b: readonly number[],
  options: CompareOptions,
): ComparisonFigures {
  const medianA = median(a);
  const medianB = median(b);
  const test = mannWhitney(a, b);
  if (medianA === null || medianB === null || test === null) {
    return {
      medianA: roundMs(medianA),
      medianB: roundMs(medianB),
      deltaMs: null,
      deltaCi95: null,
      p: null,
      verdict: "inconclusive",
      iterationsToDecide: null,
    };
  }
  const deltaMs = medianB - medianA;
  const interval = differenceInterval95(a, b, options.seed, LEAST_TO_ESTIMATE);
  const deltaCi95 = Math.min(a.length, b.length) < LEAST_FOR_INTERVAL ? null : interval;
  const thresholdMs = (medianA * options.maxRegressionPercent) / 100;
  const evidence = { sizes: [a.length, b.length] as const, deltaMs, thresholdMs, ...test };
  const verdict = deltaCi95 === null ? "inconclusive" : judge(evidence, deltaCi95, options);
  return {
    medianA: roundMs(medianA),
    medianB: roundMs(medianB),
    deltaMs: roundMs(deltaMs),
    deltaCi95: deltaCi95 === null ? null : [roundMs(deltaCi95[0]), roundMs(deltaCi95[1])],
    p: test.p,
    verdict,
    iterationsToDecide:
      verdict === "inconclusive" && interval !== null
        ? iterationsToDecide(evidence, interval, options)
        : null,
  };
}

interface Evidence {
  readonly sizes: readonly [number, number];
  readonly deltaMs: number;
  /** The smallest difference that counts, in ms. */
  readonly thresholdMs: number;
  readonly u: number;
  readonly p: number;
}

function judge(
  { deltaMs, thresholdMs, p }: Evidence,
  [low, high]: readonly [number, number],
  { periodMs, failed }: CompareOptions,
): Comparison["verdict"] {
  if (p < SIGNIFICANT_P && low > periodMs && deltaMs > thresholdMs) return "slower";
  if (p < SIGNIFICANT_P && high < -periodMs && deltaMs < -thresholdMs) return "faster";
  if (failed === 0 && low >= -thresholdMs && high <= thresholdMs) return "same";
  return "inconclusive";
}

/**
 * Estimates how many iterations a verdict needs. With n iterations, the interval's width shrinks and the
 * test's z grows by the square root of n. The estimate extrapolates both until they suffice for a verdict
 * with a power of 80 %.
 */
function iterationsToDecide(
  { sizes: [m, n], deltaMs, thresholdMs, u }: Evidence,
  [low, high]: readonly [number, number],
  { periodMs, failed }: CompareOptions,
): number | null {
  const count = Math.min(m, n);
  const size = Math.abs(deltaMs);
  const standardError = (high - low) / 2 / Z_OF_INTERVAL;
  const forMargin = (marginMs: number) => ((Z_OF_INTERVAL + Z_OF_POWER) * standardError) / marginMs;
  let growth: number;
  if (size > thresholdMs) {
    if (size <= periodMs) return null;
    const z = normalDeviate(u, m, n);
    if (z === 0) return null;
    growth = Math.max(
      forMargin(size - periodMs),
      (Z_OF_POWER * standardError) / (size - thresholdMs),
      (Z_OF_SIGNIFICANCE + Z_OF_POWER) / z,
    );
  } else {
    if (failed > 0 || size === thresholdMs) return null;
    growth = forMargin(thresholdMs - size);
  }
  const needed = Math.max(LEAST_FOR_INTERVAL, count + 1, Math.ceil(count * growth ** 2));
  return needed > MOST_PRACTICAL ? null : needed;
}

/** By how many standard deviations U differs from its mean for two samples of the same distribution. */
function normalDeviate(u: number, m: number, n: number): number {
  return Math.abs(u - (m * n) / 2) / Math.sqrt((m * n * (m + n + 1)) / 12);
}
