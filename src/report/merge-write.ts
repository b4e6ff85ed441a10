/** Makes one report of the results that are found: what the command `report` and the action `report` do. */
import { dirname, join, relative, resolve, sep } from "node:path";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { findResults, shownPath } from "../results/find.ts";
import { resultsReader } from "../results/read.ts";
import { reportHtml } from "./html/report.ts";
import { type BrokenResults, type LoadedRun, type Merged, merge } from "./merge.ts";
import { mergedSummaryOf } from "./merge-summary.ts";
import { BENCHMARK_FILE, HTML_FILE, JUNIT_FILE, writeMergedReports } from "./write.ts";

export interface ReportRequest {
  /** Folders, files and globs. */
  readonly words: readonly string[];
  readonly outputFolder: string;
  readonly title: string;
}

export interface MergedReport {
  readonly merged: Merged;
  /** The page, as in summary.md. */
  readonly summary: string;
  /** Absolute. */
  readonly folder: string;
  /** Paths of the files that there are; null when nothing was found to fill one. */
  readonly html: string | null;
  readonly junit: string | null;
  readonly benchmark: string | null;
}

/** @throws ConfigurationError when the output folder can't be written. */
export function makeMergedReport({ words, outputFolder, title }: ReportRequest): MergedReport {
  const from = process.cwd();
  const { files, missing } = findResults(words, from);
  const loaded: (LoadedRun & { readonly file: string })[] = [];
  const broken: BrokenResults[] = [...missing];
  const read = resultsReader();
  for (const file of files) {
    const path = shownPath(file, from);
    const { results, problem } = read(file);
    if (results === null) broken.push({ path, problem });
    else loaded.push({ path, results, file });
  }
  const merged = merge(loaded, broken);
  const folder = resolve(from, outputFolder);
  const fileOf = new Map(loaded.map(({ path, file }) => [path, file]));
  const html =
    merged.runs.length === 0
      ? null
      : reportHtml(
          merged.runs.map(({ label, results, path }) => ({
            label,
            results,
            logs: logsFrom(folder, dirname(fileOf.get(path) ?? path)),
          })),
          { broken },
        );
  const summary = mergedSummaryOf(merged, title);
  const written = new Set(writeOrRefuse(folder, merged, { summary, html }));
  const ifWritten = (name: string) => (written.has(join(folder, name)) ? join(folder, name) : null);
  return {
    ...{ merged, summary, folder },
    html: ifWritten(HTML_FILE),
    junit: ifWritten(JUNIT_FILE),
    benchmark: ifWritten(BENCHMARK_FILE),
  };
}

function writeOrRefuse(...given: Parameters<typeof writeMergedReports>): string[] {
  try {
    return writeMergedReports(...given);
  } catch (error) {
    throw new ConfigurationError(`the report can't be written: ${messageOf(error)}`);
  }
}

/** Further up than this, a link is of no use to whoever gets the report alone. */
const MOST_STEPS_UP = 2;

/** The way from the report to a run's folder, as a path; null when that is not near. */
export function logsFrom(reportFolder: string, runFolder: string): string | null {
  const steps = relative(reportFolder, runFolder).split(sep);
  return steps.filter((step) => step === "..").length > MOST_STEPS_UP ? null : steps.join("/");
}
