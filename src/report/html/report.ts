import type { Results } from "../../results/schema.ts";

/** One run of a report: the only one, or one job of a matrix. */
export interface ReportRun {
  /** What the run is called beside others; empty for the only one. */
  readonly label: string;
  readonly results: Results;
  /** Where the folders of its iterations are, relative to the report; null when they are not beside it. */
  readonly logs: string | null;
}

export function reportHtml(_runs: readonly ReportRun[]): string {
  return "";
}
