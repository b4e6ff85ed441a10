/**
 * Statistics of a figure over iterations. Percentiles are of type 7 by Hyndman and Fan (linear between order
 * statistics, the default of R and NumPy). The interval of the median is a percentile bootstrap interval.
 */
import { quantileSorted } from "simple-statistics";
import type { Iteration, Statistics } from "../results/schema.ts";
import { createRandom, type Random } from "./random.ts";
import { roundMs } from "./rounding.ts";

/** With fewer values, an interval of the median would say less than the values themselves. */
export const LEAST_FOR_INTERVAL = 6;
const MOST_RESAMPLES = 10_000;
const LEAST_RESAMPLES = 1_000;
/** Beyond some hundred values fewer resamples do: an A/B of thousands of pairs has a dozen figures to compare. */
const MOST_DRAWN = 4_000_000;

const resamplesFor = (size: number): number =>
  Math.max(LEAST_RESAMPLES, Math.min(MOST_RESAMPLES, Math.floor(MOST_DRAWN / size)));

/** Statistics of finite values, rounded to 1 µs. All null without values; `ci95` is null below six values. */
export function summarise(values: readonly number[], seed: number): Statistics {
  if (values.length === 0) return { n: 0, min: null, median: null, p95: null, max: null, ci95: null };
  const sorted = ascending(values);
  const at = (share: number) => roundMs(quantileSorted(sorted, share));
  let ci95: Statistics["ci95"] = null;
  if (sorted.length >= LEAST_FOR_INTERVAL) {
    const [low, high] = interval95(resampledMedians(sorted, createRandom(seed), resamplesFor(sorted.length)));
    ci95 = [roundMs(low), roundMs(high)];
  }
  return { n: sorted.length, min: at(0), median: at(0.5), p95: at(0.95), max: at(1), ci95 };
}

/** The median; null without values. */
export function median(values: readonly number[]): number | null {
  return percentile(values, 0.5);
}

/** A percentile (0 to 1) of type 7; null without values. */
export function percentile(values: readonly number[], share: number): number | null {
  return values.length === 0 ? null : quantileSorted(ascending(values), share);
}

/** The outages of passed iterations. Figures of a failed iteration may be meaningless. */
export function outagesOf(iterations: readonly Pick<Iteration, "status" | "outageMs">[]): number[] {
  return iterations.flatMap(({ status, outageMs }) =>
    status === "passed" && outageMs !== null ? [outageMs] : [],
  );
}

/** The part of the outage before STOP, of passed iterations. */
export function beforeStopOf(iterations: readonly Pick<Iteration, "status" | "outageParts">[]): number[] {
  return iterations.flatMap(({ status, outageParts }) =>
    status === "passed" && outageParts !== null ? [outageParts.beforeStopMs] : [],
  );
}

/** The stalls of passed iterations with connections. */
export function stallsOf(iterations: readonly Pick<Iteration, "status" | "requestStallMs">[]): number[] {
  return iterations.flatMap(({ status, requestStallMs }) =>
    status === "passed" && typeof requestStallMs === "number" ? [requestStallMs] : [],
  );
}

/** The outages of each chain's first iteration, and of all others: in the first, QEMU has never migrated before. */
export function firstAndLater(
  iterations: readonly Pick<Iteration, "status" | "outageMs" | "index">[],
  seed: number,
): { first: Statistics; later: Statistics } {
  return {
    first: summarise(outagesOf(iterations.filter(({ index }) => index === 1)), seed),
    later: summarise(outagesOf(iterations.filter(({ index }) => index > 1)), seed),
  };
}

/**
 * The 95 % interval of median(b) - median(a): a percentile bootstrap that resamples each sample
 * independently. Unrounded; null when a sample has fewer than six values.
 */
export function differenceInterval95(
  a: readonly number[],
  b: readonly number[],
  seed: number,
): [number, number] | null {
  if (Math.min(a.length, b.length) < LEAST_FOR_INTERVAL) return null;
  const random = createRandom(seed);
  const resamples = resamplesFor(Math.max(a.length, b.length));
  const mediansOfA = resampledMedians(ascending(a), random, resamples);
  const mediansOfB = resampledMedians(ascending(b), random, resamples);
  return interval95(mediansOfB.map((median, draw) => median - (mediansOfA[draw] ?? 0)));
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/**
 * Medians of samples drawn with replacement. It draws ranks of the sorted sample and counts them, so no
 * resample has to be sorted. Speed matters: studies of the comparison's error repeat whole comparisons a
 * thousand times.
 */
function resampledMedians(sorted: readonly number[], random: Random, draws: number): Float64Array {
  const size = sorted.length;
  const counts = new Uint32Array(size);
  const medians = new Float64Array(draws);
  const [lower, upper] = [Math.ceil(size / 2), Math.floor(size / 2) + 1];
  for (let draw = 0; draw < draws; draw++) {
    counts.fill(0);
    for (let drawn = 0; drawn < size; drawn++) {
      const place = Math.floor(random() * size);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    medians[draw] = (ranked(sorted, counts, lower) + ranked(sorted, counts, upper)) / 2;
  }
  return medians;
}

/** The value with this rank (from 1) in the sample that `counts` describes. */
function ranked(sorted: readonly number[], counts: Uint32Array, rank: number): number {
  let place = 0;
  for (let seen = counts[0] ?? 0; seen < rank; seen += counts[place] ?? 0) place++;
  return sorted[place] ?? Number.NaN;
}

function interval95(values: Float64Array): [number, number] {
  const sorted = Array.from(values.sort());
  return [quantileSorted(sorted, 0.025), quantileSorted(sorted, 0.975)];
}
