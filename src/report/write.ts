/** Writes the reports of a finished run beside its results.json. The rest of this folder only makes texts. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "../results/schema.ts";
import { benchmarkOf } from "./benchmark.ts";
import { junitOf } from "./junit.ts";
import { summaryOf } from "./summary.ts";

export const SUMMARY_FILE = "summary.md";
export const JUNIT_FILE = "junit.xml";
export const BENCHMARK_FILE = "benchmark.json";
export const HTML_FILE = "report.html";

/**
 * Writes summary.md, junit.xml, benchmark.json and report.html into the folder, each whole or not at all, and returns the paths
 * of those written. Without figures there is no benchmark.json, as its reader refuses an empty one; without `html` there is no
 * report.html. What an earlier run left under these names is removed then.
 */
export function writeReports(folder: string, results: Results, html: string | null): string[] {
  const benchmark = benchmarkOf(results);
  const texts: Record<string, string | null> = {
    [SUMMARY_FILE]: summaryOf(results, { outputFolder: folder }),
    [JUNIT_FILE]: junitOf(results),
    [BENCHMARK_FILE]: benchmark.length === 0 ? null : `${JSON.stringify(benchmark, null, 2)}\n`,
    [HTML_FILE]: html,
  };
  mkdirSync(folder, { recursive: true });
  return Object.entries(texts).flatMap(([name, text]) => {
    const path = join(folder, name);
    if (text === null) {
      rmSync(path, { force: true });
      return [];
    }
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
    return [path];
  });
}
