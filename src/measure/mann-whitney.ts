/**
 * The two-sided Mann-Whitney U test (Mann and Whitney 1947), as R's wilcox.test does it. Ranks and the error function
 * come from simple-statistics, which has no p value for them.
 */
import { errorFunction, wilcoxonRankSum } from "simple-statistics";

export interface MannWhitney {
  /** Number of pairs in which the first sample's value is larger; a tie counts as one half. */
  readonly u: number;
  readonly p: number;
  readonly method: "exact" | "normal";
}

/** R uses the exact distribution when both samples are smaller than this. */
const NORMAL_FROM = 50;

/**
 * Tests whether two samples differ in location. The test is exact when both have fewer than 50 values and no
 * ties. Else it uses the normal approximation with corrections for ties and continuity; p is then accurate to
 * seven digits. Null when a sample is empty.
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): MannWhitney | null {
  if (a.length === 0 || b.length === 0) return null;
  const u = wilcoxonRankSum([...a], [...b]) - (a.length * (a.length + 1)) / 2;
  const ties = tieSizes([...a, ...b]);
  const exact = ties.length === 0 && Math.max(a.length, b.length) < NORMAL_FROM;
  const p = exact ? exactP(u, a.length, b.length) : normalP(u, a.length, b.length, ties);
  return { u, p: Math.min(1, Math.max(0, p)), method: exact ? "exact" : "normal" };
}

/**
 * The probabilities of U = 0, 1, …, m·n, from Mann and Whitney's recurrence on the sample with the largest
 * value. Probabilities instead of counts are positive and below one, so nothing overflows or cancels.
 */
function uDistribution(m: number, n: number): Float64Array {
  // One row of distributions: for `i` values in the first sample, and 0 to n in the second.
  let row: Float64Array[] = Array.from({ length: n + 1 }, () => Float64Array.of(1));
  for (let i = 1; i <= m; i++) {
    const next: Float64Array[] = [Float64Array.of(1)];
    for (let j = 1; j <= n; j++) {
      const chances = new Float64Array(i * j + 1);
      const [without, beside] = [row[j] ?? chances, next[j - 1] ?? chances];
      // The largest value is in the first sample: it is larger than all j values of the second.
      for (let u = 0; u < without.length; u++) chances[u + j] = ((without[u] ?? 0) * i) / (i + j);
      // The largest value is in the second sample: it adds nothing to U.
      for (let u = 0; u < beside.length; u++) {
        chances[u] = (chances[u] ?? 0) + ((beside[u] ?? 0) * j) / (i + j);
      }
      next.push(chances);
    }
    row = next;
  }
  return row[n] ?? Float64Array.of(1);
}

function exactP(u: number, m: number, n: number): number {
  const extreme = Math.min(u, m * n - u);
  return (
    2 *
    uDistribution(m, n)
      .slice(0, extreme + 1)
      .reduce((sum, chance) => sum + chance, 0)
  );
}

function normalP(u: number, m: number, n: number, ties: readonly number[]): number {
  const size = m + n;
  const tied = ties.reduce((sum, count) => sum + count ** 3 - count, 0);
  const deviation = Math.sqrt(((m * n) / 12) * (size + 1 - tied / (size * (size - 1))));
  const distance = Math.max(0, Math.abs(u - (m * n) / 2) - 0.5);
  // All values are equal: the deviation is 0, and the samples do not differ.
  return deviation === 0 ? 1 : 1 - errorFunction(distance / deviation / Math.SQRT2);
}

/** For each value that occurs more than once: how often it occurs. */
function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}
