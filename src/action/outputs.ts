/** The outputs of the action, for later steps of the job. */
import { join } from "node:path";
import { setOutput } from "@actions/core";
import { messageOf } from "../base/errors.ts";
import type { Scenario, Statistics } from "../results/schema.ts";
import type { FinishedRun } from "../run/run.ts";

/** Outputs that name a file in the output folder; only set when the file exists. */
const FILES = { report: "report.html", junit: "junit.xml", benchmark: "benchmark.json" } as const;

/** All outputs of a run with results; `reports` are the paths of the reports written. */
export function outputsOf(
  {
    results: { conclusion, scenarios },
    resultsPath,
    outputFolder,
  }: Pick<FinishedRun, "results" | "resultsPath" | "outputFolder">,
  reports: readonly string[],
): Record<string, string> {
  const count = (wanted: string) => String(scenarios.filter(({ status }) => status === wanted).length);
  const worst = (pick: (stats: NonNullable<Scenario["stats"]>) => Statistics | undefined): string | null => {
    const medians = scenarios.flatMap(({ build, stats }) =>
      build === "baseline" || stats === null ? [] : (pick(stats)?.median ?? []),
    );
    return medians.length === 0 ? null : String(Math.max(...medians));
  };
  const worstOutage = worst(({ outageMs }) => outageMs);
  const worstStall = worst(({ requestStallMs }) => requestStallMs);
  const produced = Object.entries(FILES)
    .map(([name, file]) => [name, join(outputFolder, file)] as const)
    .filter(([, path]) => reports.includes(path));
  return {
    conclusion,
    passed: count("passed"),
    failed: count("failed"),
    unsupported: count("unsupported"),
    ...(worstOutage !== null && { "worst-outage-ms": worstOutage }),
    ...(worstStall !== null && { "worst-request-stall-ms": worstStall }),
    ...(resultsPath !== null && { results: resultsPath }),
    ...Object.fromEntries(produced),
    "output-dir": outputFolder,
  };
}

/** If the runner's file cannot be written, `warn` reports it; that does not change the result of the run. */
export function writeOutputs(outputs: Readonly<Record<string, string>>, warn: (text: string) => void): void {
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  } catch (error) {
    warn(`the outputs of this step could not be set (GITHUB_OUTPUT): ${messageOf(error)}`);
  }
}
