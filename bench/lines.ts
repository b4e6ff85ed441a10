/** A line through the medians of rows, and what it says in a sentence. */
import { linearRegression } from "simple-statistics";
import { median, percentile } from "../src/measure/statistics.ts";

/** All that was measured at one value of what is varied. */
export interface Row {
  readonly at: number;
  readonly ms: readonly number[];
}

export interface Line {
  /** Milliseconds for each further unit. */
  readonly slopeMs: number;
  readonly interceptMs: number;
  /** By how much the line rises from the first row to the last. */
  readonly riseMs: number;
  /** How far apart the quartiles of a row are; the median over the rows. */
  readonly scatterMs: number;
}

/** Fits a line to the medians; each row counts alike. Null with fewer than two rows that have figures. */
export function lineThrough(rows: readonly Row[]): Line | null {
  const points = rows.flatMap(({ at, ms }) => {
    const middle = median(ms);
    return middle === null ? [] : [[at, middle]];
  });
  if (points.length < 2) return null;
  const { m, b } = linearRegression(points);
  const places = points.map(([at = 0]) => at);
  const scatter = median(rows.map(({ ms }) => (percentile(ms, 0.75) ?? 0) - (percentile(ms, 0.25) ?? 0)));
  return {
    slopeMs: m,
    interceptMs: b,
    riseMs: m * (Math.max(...places) - Math.min(...places)),
    scatterMs: scatter ?? 0,
  };
}

/** Example: "The pause grows by 0.055 ms per queue pair, from 8.1 ms." A rise that is within the scatter is said to be none. */
export function lineSentence(what: string, unit: string, line: Line | null): string {
  if (line === null) return `Too little was measured for a line of ${what}.`;
  const { slopeMs, interceptMs, riseMs, scatterMs } = line;
  const least = Math.abs(riseMs) <= scatterMs;
  const slope = Number(slopeMs.toPrecision(2));
  const name = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  if (least)
    return `${name} does not depend on it: the line (${slope} ms per ${unit}) changes by ${Math.abs(riseMs).toFixed(1)} ms over the whole table, and the figures of a row scatter by ${scatterMs.toFixed(1)} ms.`;
  return `${name} ${slope < 0 ? "falls" : "grows"} by ${Math.abs(slope)} ms per ${unit}; the line begins at ${interceptMs.toFixed(1)} ms, and the figures of a row scatter by ${scatterMs.toFixed(1)} ms.`;
}
