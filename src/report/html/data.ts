/** The data of the runs that the page contains for its script to draw: all except what the page already has as text. */
import type { Iteration, Results, Scenario } from "../../results/schema.ts";
import { medianIteration } from "../figures.ts";

/** One run of a report: the only one, or one job of a matrix. */
export interface ReportRun {
  /** The run's label among several; empty for the only one. */
  readonly label: string;
  readonly results: Results;
  /** Relative path from the report to the folder that has the iterations' folders; null when they are not near it. */
  readonly logs: string | null;
}

/** A run as the page contains it. */
export interface PageRun extends ReportRun {
  /** Prefix of its elements' ids. */
  readonly id: string;
  /** Whether only the notable iterations keep their timeline, devices and requests. */
  readonly trimmed: boolean;
}

/** With more iterations, only the notable ones keep their timeline, devices and requests: about 5 kB each. */
const MOST_IN_FULL = 1_000;
const MOST_NOTABLE = 20;

/** Data as JSON, escaped so that it can neither end a script element nor begin a comment in one. */
export const pageData = (data: readonly object[]): string =>
  JSON.stringify(data).replaceAll(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The runs without last output, which the page has as text, and trimmed to a size that a browser loads quickly. */
export function leanRuns(runs: readonly ReportRun[]): PageRun[] {
  const number = runs
    .flatMap(({ results }) => results.scenarios)
    .reduce((sum, { iterations }) => sum + iterations.length, 0);
  const trimmed = number > MOST_IN_FULL;
  return runs.map((run, index) => ({
    ...run,
    id: `run${index + 1}`,
    trimmed,
    results: {
      ...run.results,
      scenarios: run.results.scenarios.map((scenario) => ({
        ...scenario,
        evidence: [],
        iterations: leanIterations(scenario, trimmed),
      })),
    },
  }));
}

function leanIterations(scenario: Scenario, trimmed: boolean): Iteration[] {
  const notable = new Set(trimmed ? notableIterations(scenario) : scenario.iterations);
  return scenario.iterations.map((iteration) => ({
    ...iteration,
    evidence: [],
    ...(!notable.has(iteration) && { timeline: [], devices: null, requests: null }),
  }));
}

/** The median iteration, the first failed ones, and the slowest ones. */
function notableIterations(scenario: Scenario): Iteration[] {
  const typical = medianIteration(scenario);
  const failed = scenario.iterations.filter(({ status }) => status === "failed");
  const slowest = [...scenario.iterations].sort((a, b) => (b.outageMs ?? 0) - (a.outageMs ?? 0));
  return [...(typical === null ? [] : [typical]), ...failed.slice(0, MOST_NOTABLE / 2), ...slowest].slice(
    0,
    MOST_NOTABLE,
  );
}

/** The iteration that is shown first: the first failed one, else the median one. */
export const firstShown = (scenario: Scenario): Iteration | null =>
  scenario.iterations.find(({ status }) => status === "failed") ??
  medianIteration(scenario) ??
  scenario.iterations[0] ??
  null;
