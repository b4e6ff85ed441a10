/** Writes the reports of a finished run beside its results.json. The rest of this folder only makes texts. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { isSystemError } from "../base/system-errors.ts";
import { writeFresh } from "../host/files.ts";
import type { Results } from "../results/schema.ts";
import { type BenchmarkEntry, benchmarkOf, benchmarkOfRuns } from "./benchmark.ts";
import { reportHtml } from "./html/report.ts";
import { junitOf, junitOfRuns } from "./junit.ts";
import type { Merged } from "./merge.ts";
import { summaryOf } from "./summary.ts";

export const SUMMARY_FILE = "summary.md";
export const JUNIT_FILE = "junit.xml";
export const BENCHMARK_FILE = "benchmark.json";
export const HTML_FILE = "report.html";

/** All reports of one run. */
export const REPORT_FILES = [SUMMARY_FILE, JUNIT_FILE, BENCHMARK_FILE, HTML_FILE];

/**
 * Writes summary.md, junit.xml, benchmark.json and report.html into the folder, each completely or not at
 * all. Returns the paths of the files written. Without figures there is no benchmark.json, because its reader
 * refuses an empty one. A file that cannot be written is reported with `warn` and does not change the result
 * of the run.
 *
 * @param check throws ConfigurationError when the folder must not be written
 */
export function writeReports(
  folder: string,
  results: Results,
  check: () => void,
  warn: (text: string) => void,
): string[] {
  const texts: Readonly<Record<string, () => string | null>> = {
    [SUMMARY_FILE]: () => summaryOf(results, { outputFolder: folder }),
    [JUNIT_FILE]: () => junitOf(results),
    [BENCHMARK_FILE]: () => benchmarkText(benchmarkOf(results)),
    [HTML_FILE]: () => reportHtml([{ label: "", results, logs: "" }]),
  };
  return Object.entries(texts).flatMap(([name, text]) => {
    try {
      check();
      return writeTexts(folder, { [name]: text() });
    } catch (error) {
      if (!isSystemError(error) && !(error instanceof ConfigurationError)) throw error;
      warn(`${join(folder, name)} cannot be written: ${messageOf(error)}`);
      return [];
    }
  });
}

/** The same for several runs; `summary` is their page. Without `html` there is no report.html. */
export const writeMergedReports = (
  folder: string,
  merged: Merged,
  { summary, html }: { readonly summary: string; readonly html: string | null },
): string[] =>
  writeTexts(folder, {
    [SUMMARY_FILE]: summary,
    [JUNIT_FILE]: junitOfRuns(merged),
    [BENCHMARK_FILE]: benchmarkText(benchmarkOfRuns(merged)),
    [HTML_FILE]: html,
  });

const benchmarkText = (entries: readonly BenchmarkEntry[]): string | null =>
  entries.length === 0 ? null : `${JSON.stringify(entries, null, 2)}\n`;

function writeTexts(folder: string, texts: Readonly<Record<string, string | null>>): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(texts).flatMap(([name, text]) => {
    const path = join(folder, name);
    if (text === null) {
      rmSync(path, { force: true });
      return [];
    }
    writeFresh(path, text);
    return [path];
  });
}
