/** `report`: merges the results of several runs into one report. */
import { ConfigurationError } from "../base/errors.ts";
import { visible, visibleJson, visibleLines } from "../base/visible-text.ts";
import { workOf } from "../inputs/work-inputs.ts";
import type { Trend } from "../report/history/trend.ts";
import {
  changeSentence,
  changesOf,
  machineNames,
  otherwise,
  problemSentence,
} from "../report/history/words.ts";
import { verdictSentence } from "../report/merge.ts";
import { type MergedReport, makeMergedReport } from "../report/merge-write.ts";
import { reasonOf } from "../report/sentences.ts";
import { buildsTable } from "./builds-table.ts";
import { widthOf } from "./colour.ts";
import { err, out } from "./command.ts";
import { EXIT_FAILED } from "./exit-status.ts";

export interface ReportFlags {
  readonly out: string;
  readonly title: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly history?: string;
}

export interface ReportOutput {
  readonly passed: boolean;
  readonly stdout: string;
  /** One line per unreadable file, and per machine whose history has a problem. */
  readonly stderr: readonly string[];
}

export async function reportCommand(words: readonly string[], flags: ReportFlags): Promise<number> {
  const { passed, stdout, stderr } = await mergeReports(words, flags, widthOf(process.stdout));
  for (const line of stderr) err(line);
  if (stdout !== "") out(stdout);
  return passed ? 0 : EXIT_FAILED;
}

/** @throws ConfigurationError when the report cannot be written. */
export async function mergeReports(
  words: readonly string[],
  { out: outputFolder, title, json, quiet, history }: ReportFlags,
  width: number | null,
): Promise<ReportOutput> {
  if (outputFolder === "") throw new ConfigurationError("out: expected the path of a folder");
  if (history === "") throw new ConfigurationError("history: expected the path of a folder");
  const report = await makeMergedReport({
    ...{ words, outputFolder, title },
    history: history === undefined ? null : { folder: history, workOf },
  });
  const { merged } = report;
  return {
    passed: merged.conclusion === "passed",
    stdout: json
      ? visibleJson(reportJson(report, history !== undefined))
      : quiet
        ? ""
        : reportText(report, width),
    stderr: [
      ...merged.broken.map(({ path, problem }) => visible(`${path}: ${problem}`)),
      ...merged.trends
        .map(problemSentence)
        .filter((sentence) => sentence !== null)
        .map(visible),
    ],
  };
}

function reportText({ merged, html, folder }: MergedReport, width: number | null): string {
  const why = merged.runs.flatMap(({ label, results }) =>
    results.conclusion === "failed" ? [visibleLines(`${label} failed: ${reasonOf(results)}`)] : [],
  );
  const table = buildsTable(merged, width);
  return [
    ...(table === "" ? [] : [table]),
    ...why,
    ...trendLines(merged.trends),
    `${merged.conclusion}: ${verdictSentence(merged)}; report: ${visible(html ?? folder)}`,
  ].join("\n");
}

/** For each machine, and with its name when there are several: its changes, or that there are none. */
function trendLines(trends: readonly Trend[]): string[] {
  const names = machineNames(trends.map(({ machine }) => machine));
  return trends.flatMap((trend, index) => {
    const lines = [
      ...changesOf(trend).map(({ series, change }) => changeSentence(series, change)),
      ...otherwise(trend),
    ];
    return lines.map((line) => visible(trends.length === 1 ? line : `${names[index]}: ${line}`));
  });
}

/** A stable format for scripts: docs/contract.md lists the members. */
const reportJson = ({ merged, folder, html, junit, benchmark }: MergedReport, withHistory: boolean) => ({
  conclusion: merged.conclusion,
  runs: merged.runs.map(({ label, path, results }) => ({
    ...{ label, path, conclusion: results.conclusion, reason: results.reason, accel: results.accel },
    builds: results.builds.map(({ role, version }) => ({ role, version })),
    scenarios: results.scenarios.map(({ name, build, status, stats }) => ({
      ...{ name, build, status, outageMs: stats?.outageMs ?? null },
    })),
  })),
  broken: merged.broken,
  outputDir: folder,
  ...{ report: html, junit, benchmark },
  history: withHistory ? merged.trends.map(trendJson) : null,
});

const trendJson = ({ file, machine, runs, added, problem, series }: Trend) => ({
  ...{ file, machine, runs: runs.length, added, problem },
  series: series.map(({ scenario, build, figure, points, leastRuns, spreadMs, changes }) => ({
    ...{ scenario, build, figure, runs: points.length, leastRuns, spreadMs },
    changes: changes.map(({ first, beforeMs, afterMs, isNew }) => ({
      ...{ since: first.startedAt, beforeMs, afterMs, isNew },
    })),
  })),
});
