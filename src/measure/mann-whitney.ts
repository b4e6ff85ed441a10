/**
 * The two-sided Mann-Whitney U test (Mann and Whitney 1947), as R's wilcox.test does it. Ranks and the error function
 * come from simple-statistics, which has no p value for them.
 */
import { errorFunction, wilcoxonRankSum } from "simple-statistics";

export interface MannWhitney {
  /** Pairs in which the first sample's value is the larger, ties half. */
  readonly u: number;
  readonly p: number;
  readonly method: "exact" | "normal";
}

/** R takes the exact distribution below this size of both samples. */
const NORMAL_FROM = 50;

/**
 * Whether two samples differ in location. Exact without ties when both are below 50; else by the normal
 * approximation with corrections for ties and continuity, p to seven digits. Null when a sample is empty.
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
 * The chances of U = 0, 1, …, m·n, from Mann and Whitney's recurrence on the sample that holds the largest value. With
 * chances instead of counts, all terms are positive and below one: nothing overflows or cancels.
 */
function uDistribution(m: number, n: number): Float64Array {
  // One row of distributions: for `i` values in the first sample, and 0 to n in the second.
  let row: Float64Array[] = Array.from({ length: n + 1 }, () => Float64Array.of(1));
  for (let i = 1; i <= m; i++) {
    const next: Float64Array[] = [Float64Array.of(1)];
    for (let j = 1; j <= n; j++) {
      const chances = new Float64Array(i * j + 1);
      const [without, beside] = [row[j] ?? chances, next[j - 1] ?? chances];
      // The largest is of the first sample: it beats all j of the second.
      for (let u = 0; u < without.length; u++) chances[u + j] = ((without[u] ?? 0) * i) / (i + j);
      // The largest is of the second sample: it adds nothing.
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
  // All values alike: no deviation, and nothing that tells the samples apart.
  return deviation === 0 ? 1 : 1 - errorFunction(distance / deviation / Math.SQRT2);
}

/** How many values there are of each that occurs more than once. */
function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}
