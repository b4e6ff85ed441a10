/**
 * Change points of a series of figures, one figure for each run on the same machine. A change is named only when two things hold:
 *
 * 1. It is no accident of order. The statistic is the largest t between neighbouring stretches of runs, over all places and several
 *    lengths; its p value is the share of random orders of the same figures that reach it, so that it needs no distribution. Ranks would
 *    say less: they do not tell that the last five runs are far above all others. Stretches of several lengths find a change that was
 *    taken back, which the means of all earlier and all later runs hide.
 * 2. It is larger than three times the machine's spread, and than what the probe can tell apart.
 *
 * A segment between two changes is searched in the same way (binary segmentation). docs/accuracy.md has the error rates.
 */
import { linearRegression, linearRegressionLine, sum } from "simple-statistics";
import { createRandom, type Random } from "./random.ts";
import { median } from "./statistics.ts";

/** A change needs this many runs on each side. */
export const LEAST_BESIDE = 5;
/** How often a machine whose figures come in random order is said to have changed, at most: all its series together. */
const FALSE_ALARMS = 0.01;
const SPREADS = 3;
/** Lengths of the stretches before and after a place that are compared; besides, all runs before against all after it. */
const STRETCHES = [10, 20, 40];
/** The median absolute deviation of normal values, times this, is their standard deviation. */
const MAD_TO_DEVIATION = 1.4826;
/** Scores that are farther from the median count as this far. */
const FARTHEST = 10;
/** Of scores: a clean step has none within its levels. */
const LEAST_VARIANCE = 1e-6;
/** This many random orders for each one that may reach the statistic. */
const ORDERS_PER_HIT = 10;
/** Below this, no p value is small enough: it would be more than 0.01 for a single place, and there are several. */
const LEAST_STATISTIC = 2.5;

export interface SearchOptions {
  /** How many series of the machine are searched. They share the rate of false alarms (Bonferroni). */
  readonly series: number;
  /** Smaller changes are not named, in the unit of the figures. */
  readonly resolution: number;
  readonly seed: number;
}

/** Consecutive runs without a change between them. */
export interface Level {
  /** Index of its first run, and of the first run after it. */
  readonly from: number;
  readonly to: number;
  readonly median: number;
}

export interface Course {
  /** In order; each but the first begins with a change. Empty without figures. */
  readonly levels: readonly Level[];
  /** The spread of the figures within levels, like a standard deviation; null with fewer than two figures. */
  readonly spread: number | null;
}

/**
 * The least number of runs with which a change can be named. Of fewer runs there are so few orders that two of them, the clearest change
 * and its reverse, are already too many. Half the rate, because p values are estimated.
 */
export function leastRuns(series: number): number {
  let runs = 2 * LEAST_BESIDE;
  while (2 / waysToHalve(runs) > FALSE_ALARMS / series / 2) runs += 1;
  return runs;
}

/** In how many ways half of the runs, rounded down, can be chosen. */
function waysToHalve(runs: number): number {
  let ways = 1;
  for (let one = 1; one <= Math.floor(runs / 2); one += 1) ways *= (runs + 1 - one) / one;
  return ways;
}

/** Finds the changes in figures that are in the order of their runs. */
export function courseOf(values: readonly number[], options: SearchOptions): Course {
  const random = createRandom(options.seed);
  const enough = values.length >= leastRuns(options.series);
  let starts = [
    ...(values.length === 0 ? [] : [0]),
    ...(enough ? changesIn(values, 0, values.length, options, random) : []),
  ];
  for (;;) {
    const levels = levelsOf(values, starts);
    const spread = spreadOf(values, levels);
    // A change must also stand out of the final levels and the spread of all of them, which are what readers see.
    const weakest = levels
      .slice(1)
      .map(({ from, median: after }, index) => ({
        from,
        shift: Math.abs(after - (levels[index]?.median ?? 0)),
      }))
      .reduce<{ from: number; shift: number } | null>(
        (least, one) => (least === null || one.shift < least.shift ? one : least),
        null,
      );
    if (weakest === null || standsOut(weakest.shift, spread ?? 0, options)) return { levels, spread };
    starts = starts.filter((start) => start !== weakest.from);
  }
}

const standsOut = (shift: number, spread: number, { resolution }: SearchOptions): boolean =>
  shift > SPREADS * spread && shift > resolution;

const levelsOf = (values: readonly number[], starts: readonly number[]): Level[] =>
  starts.map((from, index) => {
    const to = starts[index + 1] ?? values.length;
    return { from, to, median: median(values.slice(from, to)) ?? 0 };
  });

/** The first indexes after each change in a part of the series, in order. */
function changesIn(
  values: readonly number[],
  from: number,
  to: number,
  options: SearchOptions,
  random: Random,
): number[] {
  const found = changeIn(values.slice(from, to), options, random);
  if (found === null) return [];
  const at = from + found;
  return [...changesIn(values, from, at, options, random), at, ...changesIn(values, at, to, options, random)];
}

/** A place in a series, and the stretches beside it. */
interface Place {
  readonly from: number;
  readonly at: number;
  readonly to: number;
}

/** The index of the first figure after the clearest change; null when there is none. */
function changeIn(part: readonly number[], options: SearchOptions, random: Random): number | null {
  if (part.length < 2 * LEAST_BESIDE) return null;
  const scores = scoresOf(part);
  const places = placesIn(part.length);
  const sums = emptySums(part.length);
  sumUp(scores, sums);
  const statistics = places.map((place) => squaredT(sums, place));
  const clearest = [...places.keys()]
    .filter((index) => (statistics[index] ?? 0) >= LEAST_STATISTIC ** 2)
    .sort((a, b) => (statistics[b] ?? 0) - (statistics[a] ?? 0))
    .find((index) => isStep(part, places[index], options));
  const place = places[clearest ?? -1];
  if (clearest === undefined || place === undefined) return null;
  const statistic = statistics[clearest] ?? 0;
  return isRare(statistic, scores, places, FALSE_ALARMS / options.series, random) ? place.at : null;
}

/** Whether the stretches differ by enough, and two levels describe them better than a straight line: else figures drift. */
function isStep(part: readonly number[], place: Place | undefined, options: SearchOptions): boolean {
  if (place === undefined) return false;
  const { from, at, to } = place;
  const values = part.slice(from, to);
  const levels = levelsOf(values, [0, at - from]);
  const [before, after] = levels;
  const shift = Math.abs((after?.median ?? 0) - (before?.median ?? 0));
  if (!standsOut(shift, spreadOf(values, levels) ?? 0, options)) return false;
  const line = linearRegressionLine(linearRegression(values.map((value, index) => [index, value])));
  const toLine = sum(values.map((value, index) => Math.abs(value - line(index))));
  return sum(distancesTo(levels, values)) < toLine;
}

/**
 * The larger of two robust estimates: from distances to the levels' medians, and from steps between neighbours. The first one is too
 * small when levels have few runs, the second one when figures drift.
 */
function spreadOf(values: readonly number[], levels: readonly Level[]): number | null {
  if (values.length < 2) return null;
  const distances = distancesTo(levels, values);
  const steps = levels.flatMap(({ from, to }) =>
    values.slice(from + 1, to).map((value, index) => Math.abs(value - (values[from + index] ?? value))),
  );
  return MAD_TO_DEVIATION * Math.max(median(distances) ?? 0, (median(steps) ?? 0) / Math.SQRT2);
}

const distancesTo = (levels: readonly Level[], values: readonly number[]): number[] =>
  levels.flatMap(({ from, to, median: middle }) =>
    values.slice(from, to).map((value) => Math.abs(value - middle)),
  );

/** Distances from the median in spreads, cut so that single outliers do not hide a change. All 0 when the figures are equal. */
function scoresOf(values: readonly number[]): Float64Array {
  const middle = median(values) ?? 0;
  const distances = values.map((value) => value - middle);
  // With more than half of the figures equal, the median distance is 0.
  const spread =
    (median(distances.map(Math.abs)) || sum(distances.map(Math.abs)) / distances.length) * MAD_TO_DEVIATION;
  return Float64Array.from(distances, (distance) =>
    spread === 0 ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, distance / spread)),
  );
}

function placesIn(size: number): Place[] {
  const places: Place[] = [];
  for (let at = LEAST_BESIDE; at <= size - LEAST_BESIDE; at += 1) {
    for (const stretch of [...STRETCHES, size]) {
      const [from, to] = [Math.max(0, at - stretch), Math.min(size, at + stretch)];
      places.push({ from, at, to });
      // Longer stretches have no more runs.
      if (from === 0 && to === size) break;
    }
  }
  return places;
}

/** Sums of the scores and of their squares, up to each place. */
interface Sums {
  readonly scores: Float64Array;
  readonly squares: Float64Array;
}

const emptySums = (size: number): Sums => ({
  scores: new Float64Array(size + 1),
  squares: new Float64Array(size + 1),
});

function sumUp(scores: Float64Array, into: Sums): void {
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] as number;
    into.scores[index + 1] = (into.scores[index] as number) + score;
    into.squares[index + 1] = (into.squares[index] as number) + score * score;
  }
}

/** The square of Student's t of the stretches beside a place. */
function squaredT({ scores, squares }: Sums, { from, at, to }: Place): number {
  const [before, after] = [at - from, to - at];
  const middle = scores[at] as number;
  const sumBefore = middle - (scores[from] as number);
  const sumAfter = (scores[to] as number) - middle;
  const meanBefore = sumBefore / before;
  const meanAfter = sumAfter / after;
  const within =
    (squares[to] as number) - (squares[from] as number) - sumBefore * meanBefore - sumAfter * meanAfter;
  const variance = Math.max(within / (before + after - 2), LEAST_VARIANCE);
  return (meanAfter - meanBefore) ** 2 / (variance * (1 / before + 1 / after));
}

/** Less than this share counts as equal: sums of the same scores in another order may differ in their last digits. */
const EQUAL = 1e-9;

/** Whether at most this share of random orders reaches the statistic. */
function isRare(
  statistic: number,
  scores: Float64Array,
  places: readonly Place[],
  share: number,
  random: Random,
): boolean {
  const orders = Math.ceil(ORDERS_PER_HIT / share);
  const mostHits = Math.floor(share * (orders + 1)) - 1;
  const shuffled = scores.slice();
  const sums = emptySums(scores.length);
  let hits = 0;
  for (let order = 0; order < orders; order += 1) {
    shuffle(shuffled, random);
    sumUp(shuffled, sums);
    if (places.some((place) => squaredT(sums, place) >= statistic * (1 - EQUAL))) hits += 1;
    if (hits > mostHits) return false;
  }
  return true;
}

/** Fisher and Yates. */
function shuffle(values: Float64Array, random: Random): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = kept;
  }
}
