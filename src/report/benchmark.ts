/**
 * The figures of a run in the format of github-action-benchmark (`customSmallerIsBetter`), to follow them
 * over time. That action joins runs by `name`, so a name contains nothing that changes between runs.
 */

import { visible } from "../base/visible-text.ts";
import type { Iteration, Results, Scenario, Statistics } from "../results/schema.ts";
import { labelOf, medianFigure, mostLost } from "./figures.ts";
import type { Merged } from "./merge.ts";

export interface BenchmarkEntry {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly range?: string;
  readonly extra: string;
}

/** Figures that were not measured are left out; the array is empty when nothing was measured. */
export const benchmarkOf = (results: Results): BenchmarkEntry[] =>
  results.scenarios.flatMap((scenario) => entriesOf(scenario, results, labelOf(scenario, results)));

/** The same for several runs: each name begins with the run's label. */
export const benchmarkOfRuns = ({ runs }: Pick<Merged, "runs">): BenchmarkEntry[] =>
  runs.flatMap(({ label, results }) =>
    results.scenarios.flatMap((scenario) =>
      entriesOf(scenario, results, `${label}: ${labelOf(scenario, results)}`),
    ),
  );

function entriesOf(scenario: Scenario, results: Results, label: string): BenchmarkEntry[] {
  const { iterations, stats } = scenario;
  const versions = results.builds.map(({ role, version }) => `${role} QEMU ${version}`);
  const entry = (
    figure: string,
    unit: string,
    value: number | null | undefined,
    n: number,
    range: string | null,
  ): BenchmarkEntry[] =>
    value == null
      ? []
      : [
          {
            name: `${label}: ${figure}`,
            unit,
            value: rounded(value),
            ...(range !== null && { range }),
            extra: [`n ${n}`, `accelerator ${results.accel}`, ...versions.map(visible)].join("\n"),
          },
        ];
  const { outageMs: outage, requestStallMs: stall } = stats ?? {};
  const pauses = figuresOf(iterations, ({ vcpuPauseMs }) => vcpuPauseMs);
  const pause = medianFigure(iterations, ({ vcpuPauseMs }) => vcpuPauseMs);
  return [
    ...entry("outage, median", "ms", outage?.median, outage?.n ?? 0, rangeOf(outage)),
    ...entry("request stall, median", "ms", stall?.median, stall?.n ?? 0, rangeOf(stall)),
    ...entry("vCPU pause, median", "ms", pause, pauses.length, spread(pause, extremes(pauses))),
    ...entry(
      "requests lost, most",
      "requests",
      mostLost(iterations),
      figuresOf(iterations, ({ lost }) => lost).length,
      null,
    ),
  ];
}

const figuresOf = (iterations: readonly Iteration[], pick: (iteration: Iteration) => number | null) =>
  iterations.flatMap((iteration) => pick(iteration) ?? []);

const extremes = (values: readonly number[]): readonly [number, number] | null =>
  values.length < 2 ? null : [Math.min(...values), Math.max(...values)];

/** The interval of the median, or min and max when there is no interval. */
function rangeOf(figures: Statistics | undefined): string | null {
  if (figures === undefined || figures.n < 2 || figures.min === null || figures.max === null) return null;
  return spread(figures.median, figures.ci95 ?? [figures.min, figures.max]);
}

/** The larger of the two distances from the middle: this format has only one "±" value. */
const spread = (middle: number | null, range: readonly [number, number] | null): string | null =>
  middle === null || range === null ? null : `± ${rounded(Math.max(middle - range[0], range[1] - middle))}`;

const rounded = (value: number) => Math.round(value * 1000) / 1000;
