/** The outputs of the action: what a later step of the job may go by. */
import { join } from "node:path";
import { setOutput } from "@actions/core";
import { messageOf } from "../base/errors.ts";
import type { FinishedRun } from "../run/run.ts";

/** Outputs that name a file in the output folder, set only when there is one. */
const FILES = { report: "report.html", junit: "junit.xml", benchmark: "benchmark.json" } as const;

/** All outputs of a run that has results; `reports` are the paths of the reports that were written. */
export function outputsOf(
  {
    results: { conclusion, scenarios },
    resultsPath,
    outputFolder,
  }: Pick<FinishedRun, "results" | "resultsPath" | "outputFolder">,
  reports: readonly string[],
): Record<string, string> {
  const count = (wanted: string) => String(scenarios.filter(({ status }) => status === wanted).length);
  const medians = scenarios.flatMap(({ build, stats }) =>
    build === "baseline" ? [] : (stats?.outageMs.median ?? []),
  );
  const produced = Object.entries(FILES)
    .map(([name, file]) => [name, join(outputFolder, file)] as const)
    .filter(([, path]) => reports.includes(path));
  return {
    conclusion,
    passed: count("passed"),
    failed: count("failed"),
    unsupported: count("unsupported"),
    ...(medians.length > 0 && { "worst-outage-ms": String(Math.max(...medians)) }),
    ...(resultsPath !== null && { results: resultsPath }),
    ...Object.fromEntries(produced),
    "output-dir": outputFolder,
  };
}

/** Where the runner's file can't be written, `warn` says so: how the run went does not depend on it. */
export function writeOutputs(outputs: Readonly<Record<string, string>>, warn: (text: string) => void): void {
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  } catch (error) {
    warn(`the outputs of this step could not be given to the runner (GITHUB_OUTPUT): ${messageOf(error)}`);
  }
}
