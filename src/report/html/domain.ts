/** Which outages a chart reaches over: shared, as the legend has to know what there will be to see. */
import type { Iteration, Limit, Statistics } from "../../results/schema.ts";
import { medianFigure } from "../figures.ts";

/** A bound so many times beyond all else is said, not drawn: the dots would be one spot. */
const FAR = 2.5;
/** From zero, unless that would leave more than half of the chart empty. */
const EMPTY = 0.5;
/** Nor nearer than that, as a share of the largest: what hardly differs should look like it. */
const LEAST_SPAN = 0.25;

export interface OutageChart {
  /** From, to, in ms. */
  readonly domain: readonly [number, number];
  /** What is shorter is too near the noise; null where that is not in sight. */
  readonly unsureMs: number | null;
}

interface Outages {
  readonly iterations: readonly Iteration[];
  readonly outage: Pick<Statistics, "median" | "ci95"> | null;
}

export function outageChart(rows: readonly Outages[], limits: readonly Limit[] = []): OutageChart {
  const values = rows.flatMap(({ iterations, outage }) => [
    ...iterations.flatMap(({ outageMs }) => outageMs ?? []),
    ...(outage?.ci95 ?? []),
  ]);
  const largest = values.reduce((most, one) => Math.max(most, one), 0) || 1;
  const bounds = outageLimits(limits).flatMap(({ bound }) => (bound <= largest * FAR ? [bound] : []));
  const to = bounds.reduce((most, one) => Math.max(most, one), largest);
  const least = [...values, ...bounds].reduce((most, one) => Math.min(most, one), largest);
  const noiseMs = medianFigure(
    rows.flatMap(({ iterations }) => iterations),
    (iteration) => iteration.noiseMs,
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

export const outageLimits = (limits: readonly Limit[]): Limit[] =>
  limits.filter(({ limit }) => limit === "max-outage-ms");
