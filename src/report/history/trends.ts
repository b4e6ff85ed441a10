/** Adds the runs of a report to their machines' histories, and makes a trend of each machine. */
import type { Results } from "../../results/schema.ts";
import { keepRuns } from "./folder.ts";
import type { HistoryRun, Machine } from "./format.ts";
import { fingerprintOf, historyRunOf, machineOf, type WorkOf } from "./machine.ts";
import { type Trend, trendOf } from "./trend.ts";

export interface HistoryRequest {
  /** The folder with a file for each machine. */
  readonly folder: string;
  readonly workOf: WorkOf;
}

/** One for each machine that measured something, in the order of the runs. Never rejects: a trend has its `problem`. */
export async function trendsOf(
  results: readonly Results[],
  { folder, workOf }: HistoryRequest,
): Promise<Trend[]> {
  const machines = new Map<string, { machine: Machine; runs: HistoryRun[] }>();
  for (const one of results) {
    const run = historyRunOf(one);
    if (run === null) continue;
    const machine = machineOf(one, workOf);
    const fingerprint = fingerprintOf(machine);
    const known = machines.get(fingerprint) ?? { machine, runs: [] };
    known.runs.push(run);
    machines.set(fingerprint, known);
  }
  const trends: Trend[] = [];
  for (const { machine, runs } of machines.values())
    trends.push(trendOf(await keepRuns(folder, machine, runs), runs));
  return trends;
}
