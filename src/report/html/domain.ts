/** The range of a chart of dots. Program and client share it: the legend lists only what the chart shows. */
import type { Iteration, Limit, Statistics } from "../../results/schema.ts";
import { medianFigure } from "../figures.ts";
import type { Measure } from "./measures.ts";

/** A limit this many times above every figure gets a label but no line: the dots would become one spot. */
const FAR = 2.5;
/** The axis begins at zero, unless more than this share of the chart would be empty. */
const EMPTY = 0.5;
/** The axis spans at least this share of its end, so that small differences look small. */
const LEAST_SPAN = 0.25;

export interface DotRange {
  /** From and to, in ms. */
  readonly domain: readonly [number, number];
  /** Shorter times are too close to the noise, in ms; null when this lies outside the chart. */
  readonly unsureMs: number | null;
}

export interface Figures {
  readonly iterations: readonly Iteration[];
  readonly stats: Pick<Statistics, "median" | "ci95"> | null;
}

export function dotRange(
  measure: Measure,
  rows: readonly Figures[],
  limits: readonly Limit[] = [],
): DotRange {
  const values = rows.flatMap(({ iterations, stats }) => [
    ...iterations.flatMap((iteration) => measure.of(iteration) ?? []),
    ...(stats?.ci95 ?? []),
  ]);
  const largest = values.reduce((most, one) => Math.max(most, one), 0) || 1;
  const bounds = limitsOn(measure, limits).flatMap(({ bound }) => (bound <= largest * FAR ? [bound] : []));
  const to = bounds.reduce((most, one) => Math.max(most, one), largest);
  const least = [...values, ...bounds].reduce((most, one) => Math.min(most, one), largest);
  const noiseMs = medianFigure(
    rows.flatMap(({ iterations }) => iterations),
    measure.noiseOf,
  );
  const unsureMs = noiseMs === null ? null : noiseMs * 2;
  const room = (to - least) * 0.08 || to * 0.05;
  const from =
    least > to * EMPTY && (unsureMs ?? 0) < least - room ? Math.min(least - room, to * (1 - LEAST_SPAN)) : 0;
  return {
    domain: [from, to + (to - from) * 0.04],
    unsureMs: unsureMs !== null && unsureMs > from && unsureMs <= to * FAR ? Math.min(unsureMs, to) : null,
  };
}

export const limitsOn = (measure: Measure, limits: readonly Limit[]): Limit[] =>
  limits.filter(({ limit }) => limit === measure.limit);
