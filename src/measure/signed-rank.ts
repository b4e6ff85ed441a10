/**
 * Wilcoxon's signed-rank test, and the estimate and intervals of Hodges and Lehmann that belong to it (Hollander, Wolfe and Chicken,
 * "Nonparametric Statistical Methods", 3.1 to 3.3). The test is a permutation test within pairs: when both sides of a pair are alike,
 * each difference might as well have the other sign.
 */
import { errorFunction, probit } from "simple-statistics";

/** Up to this many differences all signs are counted. Above, the normal approximation is accurate to three digits. */
const MOST_EXACT = 60;
/** More differences have too many averages for memory: this many of their order statistics stand for them. */
const MOST_AVERAGED = 2_000;

/**
 * The two-sided p of the hypothesis that the differences are symmetric about 0; 1 without differences. Exact up to 60 differences, with
 * ties too (mid-ranks). Differences of 0 are ranked, but have no sign (Pratt).
 */
export function signedRankP(differences: readonly number[]): number {
  const ranks = doubledRanks(differences);
  const positive = ranks.reduce((sum, rank) => sum + Math.max(0, rank), 0);
  const sizes = ranks.map(Math.abs);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const extreme = Math.min(positive, all - positive);
  if (sizes.length <= MOST_EXACT) return Math.min(1, 2 * below(sumChances(sizes), extreme + 1));
  const deviation = Math.sqrt(sizes.reduce((sum, size) => sum + size * size, 0)) / 2;
  // Half a rank is 1 of doubled ones: the correction for continuity.
  const distance = Math.max(0, all / 2 - extreme - 1);
  // The error function is known to seven digits: at 0 it may be less than that below 0.
  return Math.min(1, 1 - errorFunction(distance / deviation / Math.SQRT2));
}

export interface Location {
  /** The median of all averages of two differences (or of one with itself). */
  readonly estimate: number;
  /** The interval with at least this level; null when there are too few differences for it. */
  interval(level: number): readonly [number, number] | null;
}

/** Where the differences lie; null without differences. */
export function locationOf(differences: readonly number[]): Location | null {
  const n = differences.length;
  if (n === 0) return null;
  const averages = pairAverages(fewer([...differences].sort((a, b) => a - b)));
  const last = averages.length - 1;
  const at = (place: number) => averages[place] ?? Number.NaN;
  return {
    estimate: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2,
    interval(level) {
      const outside = leftOut(n, (1 - level) / 2);
      if (outside === 0) return null;
      const place = Math.round((outside / ((n * (n + 1)) / 2)) * averages.length) - 1;
      return [at(Math.max(0, place)), at(Math.min(last, last - place))];
    },
  };
}

/** Twice the rank of each difference's size, with its sign. Doubled, mid-ranks are whole numbers. */
function doubledRanks(differences: readonly number[]): number[] {
  const sorted = [...differences].sort((a, b) => Math.abs(a) - Math.abs(b));
  const ranks: number[] = [];
  for (let from = 0; from < sorted.length; ) {
    const size = Math.abs(sorted[from] ?? 0);
    let until = from;
    while (until < sorted.length && Math.abs(sorted[until] ?? 0) === size) until += 1;
    // Ranks from + 1 to until share their mean.
    if (size > 0) ranks.push(...sorted.slice(from, until).map((one) => Math.sign(one) * (from + 1 + until)));
    from = until;
  }
  return ranks;
}

/** The chances of each sum of those numbers that get a plus, when each gets a plus or a minus. */
function sumChances(numbers: readonly number[]): Float64Array {
  let chances = Float64Array.of(1);
  for (const number of numbers) {
    const next = new Float64Array(chances.length + number);
    for (const [sum, chance] of chances.entries()) {
      next[sum] = (next[sum] ?? 0) + chance / 2;
      next[sum + number] = (next[sum + number] ?? 0) + chance / 2;
    }
    chances = next;
  }
  return chances;
}

/** The chance of a sum below `end`. */
const below = (chances: Float64Array, end: number): number =>
  chances.subarray(0, end).reduce((sum, chance) => sum + chance, 0);

const untied = new Map<number, Float64Array>();

/**
 * How many of the averages, counted from one end, an interval may begin at: the largest k at which a rank sum below k has at most this
 * chance. 0: there is no such interval.
 */
function leftOut(n: number, chance: number): number {
  if (n > MOST_EXACT) {
    const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
    return Math.max(0, Math.floor((n * (n + 1)) / 4 + probit(chance) * deviation));
  }
  let chances = untied.get(n);
  if (chances === undefined) {
    chances = sumChances(Array.from({ length: n }, (_, place) => place + 1));
    untied.set(n, chances);
  }
  let sum = 0;
  let k = 0;
  while (sum + (chances[k] ?? 1) <= chance) {
    sum += chances[k] ?? 1;
    k += 1;
  }
  return k;
}

function fewer(sorted: readonly number[]): readonly number[] {
  if (sorted.length <= MOST_AVERAGED) return sorted;
  const step = (sorted.length - 1) / (MOST_AVERAGED - 1);
  return Array.from({ length: MOST_AVERAGED }, (_, place) => sorted[Math.round(place * step)] ?? Number.NaN);
}

/** The averages of each two, and of each with itself, in order. */
function pairAverages(values: readonly number[]): Float64Array {
  const averages = new Float64Array((values.length * (values.length + 1)) / 2);
  let place = 0;
  for (const [first, a] of values.entries()) {
    for (let second = first; second < values.length; second++) {
      averages[place] = (a + (values[second] ?? Number.NaN)) / 2;
      place += 1;
    }
  }
  return averages.sort();
}
