/** What of the runs goes into the page, for the client to draw: all but what is there as text already. */
import type { Iteration, Results, Scenario } from "../../results/schema.ts";
import { medianIteration } from "../figures.ts";

/** One run of a report: the only one, or one job of a matrix. */
export interface ReportRun {
  /** What the run is called beside others; empty for the only one. */
  readonly label: string;
  readonly results: Results;
  /** Where the folders of its iterations are, as a path relative to the report; null when they are not beside it. */
  readonly logs: string | null;
}

/** A run as the page has it. */
export interface PageRun extends ReportRun {
  /** Begins the ids of its elements. */
  readonly id: string;
  /** Whether timeline and devices are kept of the notable iterations only. */
  readonly trimmed: boolean;
}

/** A page with more iterations keeps timeline and devices of the notable ones only: each is some 5 kB. */
const MOST_IN_FULL = 1_000;
const MOST_NOTABLE = 20;

/** The runs as JSON that neither ends a script element nor begins a comment in one. */
export const pageData = (runs: readonly PageRun[]): string =>
  JSON.stringify(runs).replaceAll(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The same runs without what was said last, which the page has as text, and no larger than a browser takes in at once. */
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
    ...(!notable.has(iteration) && { timeline: [], devices: null }),
  }));
}

/** The one that stands for all, the first that failed, and the slowest. */
function notableIterations(scenario: Scenario): Iteration[] {
  const typical = medianIteration(scenario);
  const failed = scenario.iterations.filter(({ status }) => status === "failed");
  const slowest = [...scenario.iterations].sort((a, b) => (b.outageMs ?? 0) - (a.outageMs ?? 0));
  return [...(typical === null ? [] : [typical]), ...failed.slice(0, MOST_NOTABLE / 2), ...slowest].slice(
    0,
    MOST_NOTABLE,
  );
}

/** The iteration that is shown first: what went wrong, else the one that stands for all. */
export const firstShown = (scenario: Scenario): Iteration | null =>
  scenario.iterations.find(({ status }) => status === "failed") ??
  medianIteration(scenario) ??
  scenario.iterations[0] ??
  null;
