/** The figures of iterations that charts show as dots. Program and client share them. */
import type { Iteration, Limit, Scenario, Statistics } from "../../results/schema.ts";
import { inMs, msFigure, signedMs, signedStall, stallFigure, stallMs } from "../figures.ts";

export interface Measure {
  /** As within a sentence. */
  readonly name: string;
  readonly plural: string;
  /** Its charts have the name of the outage's charts and this. */
  readonly suffix: string;
  /** What its legend calls an iteration that has no such figure. */
  readonly missing: string;
  readonly limit: Limit["limit"];
  readonly of: (iteration: Iteration) => number | null;
  readonly noiseOf: (iteration: Iteration) => number | null | undefined;
  readonly statsOf: (scenario: Pick<Scenario, "stats">) => Statistics | null;
  /** Whether the figure is an upper bound. */
  readonly isBound: (iteration: Iteration) => boolean;
  /** Without unit. */
  readonly figure: (ms: number | null | undefined) => string;
  readonly inUnit: (ms: number) => string;
  /** A difference, with sign and unit. */
  readonly signed: (ms: number) => string;
}

export const OUTAGE: Measure = {
  ...{ name: "outage", plural: "outages", missing: "failed, without an outage figure" },
  ...{ suffix: "", limit: "max-outage-ms" },
  of: ({ outageMs }) => outageMs,
  noiseOf: ({ noiseMs }) => noiseMs,
  statsOf: ({ stats }) => stats?.outageMs ?? null,
  isBound: ({ resolved }) => resolved === false,
  ...{ figure: msFigure, inUnit: inMs, signed: signedMs },
};

export const STALL: Measure = {
  ...{ name: "request stall", plural: "request stalls", missing: "without a request stall" },
  ...{ suffix: "-stalls", limit: "max-request-stall-ms" },
  of: ({ requestStallMs }) => requestStallMs ?? null,
  noiseOf: ({ requestNoiseMs }) => requestNoiseMs,
  statsOf: ({ stats }) => stats?.requestStallMs ?? null,
  isBound: () => false,
  ...{ figure: stallFigure, inUnit: stallMs, signed: signedStall },
};

/** Whether an iteration has the figure, so that a chart of it shows something. */
export const isMeasured = ({ iterations }: Pick<Scenario, "iterations">, measure: Measure): boolean =>
  iterations.some((iteration) => measure.of(iteration) !== null);

/** How an iteration is drawn. */
export type IterationKind = "passed" | "bound" | "failed" | "open";

export function kindOf(iteration: Iteration, measure: Measure): IterationKind {
  if (measure.of(iteration) === null) return "open";
  if (iteration.status === "failed") return "failed";
  return measure.isBound(iteration) ? "bound" : "passed";
}

/** The result of an iteration in a few words. */
export function iterationWords(iteration: Iteration, measure: Measure): string {
  const value = measure.of(iteration);
  const text = value === null ? `no ${measure.name} figure` : measure.inUnit(value);
  if (iteration.status === "failed") return `failed, ${text}`;
  return measure.isBound(iteration) ? `${text} at most` : text;
}

/** At the beginning of a sentence. */
export const capitalised = (text: string): string => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
