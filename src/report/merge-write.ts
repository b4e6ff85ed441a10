/** Makes one report of all results found. The command `report` and the action `report` use it. */
import { dirname, join, relative, resolve, sep } from "node:path";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { findResults, shownPath } from "../results/find.ts";
import { resultsReader } from "../results/read.ts";
import { type HistoryRequest, trendsOf } from "./history/trends.ts";
import { reportHtml } from "./html/report.ts";
import { type BrokenResults, type LoadedRun, type Merged, merge } from "./merge.ts";
import { mergedSummaryOf } from "./merge-summary.ts";
import { BENCHMARK_FILE, HTML_FILE, JUNIT_FILE, writeMergedReports } from "./write.ts";

export interface ReportRequest {
  /** Folders, files and globs. */
  readonly words: readonly string[];
  readonly outputFolder: string;
  readonly title: string;
  /** Null: no history is kept. */
  readonly history: HistoryRequest | null;
}

export interface MergedReport {
  readonly merged: Merged;
  /** The text of summary.md. */
  readonly summary: string;
  /** Absolute. */
  readonly folder: string;
  /** Paths of the files written; null when there was nothing to write. */
  readonly html: string | null;
  readonly junit: string | null;
  readonly benchmark: string | null;
}

/** @throws ConfigurationError when the output folder cannot be written. */
export async function makeMergedReport({
  words,
  outputFolder,
  title,
  history,
}: ReportRequest): Promise<MergedReport> {
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
  const trends =
    history === null
      ? []
      : await trendsOf(
          loaded.map(({ results }) => results),
          { ...history, folder: resolve(from, history.folder) },
        );
  const merged = merge(loaded, broken, trends);
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
          { broken, trends },
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

/** A link that leads up further than this would be dead for people who get only the report's folder. */
const MOST_STEPS_UP = 2;

/** The relative path from the report to a run's folder; null when it leads up too far. */
export function logsFrom(reportFolder: string, runFolder: string): string | null {
  const steps = relative(reportFolder, runFolder).split(sep);
  return steps.filter((step) => step === "..").length > MOST_STEPS_UP ? null : steps.join("/");
}
