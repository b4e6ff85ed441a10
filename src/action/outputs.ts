/** The outputs of the action: what a later step of the job may go by. */
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setOutput } from "@actions/core";
import type { Results } from "../results/schema.ts";

/** Outputs that name a file in the output folder, set only when this run made it. */
const FILES = { report: "report.html", junit: "junit.xml", benchmark: "benchmark.json" } as const;

/** All outputs of a run that has results. `startedAtMs` tells its files from those of an earlier run in the same folder. */
export function outputsOf(
  { conclusion, scenarios }: Results,
  resultsPath: string,
  startedAtMs: number,
): Record<string, string> {
  const count = (wanted: string) => String(scenarios.filter(({ status }) => status === wanted).length);
  const medians = scenarios.flatMap(({ build, stats }) =>
    build === "baseline" ? [] : (stats?.outageMs.median ?? []),
  );
  const folder = dirname(resultsPath);
  const produced = Object.entries(FILES).flatMap(([name, file]) => {
    const path = join(folder, file);
    const facts = statSync(path, { throwIfNoEntry: false });
    return facts !== undefined && facts.mtimeMs >= startedAtMs ? [[name, path] as const] : [];
  });
  return {
    conclusion,
    passed: count("passed"),
    failed: count("failed"),
    unsupported: count("unsupported"),
    ...(medians.length > 0 && { "worst-outage-ms": String(Math.max(...medians)) }),
    results: resultsPath,
    ...Object.fromEntries(produced),
    "output-dir": folder,
  };
}

export function writeOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
