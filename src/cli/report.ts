/** `report`: merges the results of several runs into one report. */
import { ConfigurationError } from "../base/errors.ts";
import { visible, visibleJson, visibleLines } from "../base/visible-text.ts";
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
}

export interface ReportOutput {
  readonly passed: boolean;
  readonly stdout: string;
  /** One line per unreadable file. */
  readonly stderr: readonly string[];
}

export async function reportCommand(words: readonly string[], flags: ReportFlags): Promise<number> {
  const { passed, stdout, stderr } = mergeReports(words, flags, widthOf(process.stdout));
  for (const line of stderr) err(line);
  if (stdout !== "") out(stdout);
  return passed ? 0 : EXIT_FAILED;
}

/** @throws ConfigurationError when the report cannot be written. */
export function mergeReports(
  words: readonly string[],
  { out: outputFolder, title, json, quiet }: ReportFlags,
  width: number | null,
): ReportOutput {
  if (outputFolder === "") throw new ConfigurationError("out: expected the path of a folder");
  const report = makeMergedReport({ words, outputFolder, title });
  const { merged } = report;
  return {
    passed: merged.conclusion === "passed",
    stdout: json ? visibleJson(reportJson(report)) : quiet ? "" : reportText(report, width),
    stderr: merged.broken.map(({ path, problem }) => visible(`${path}: ${problem}`)),
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
    `${merged.conclusion}: ${verdictSentence(merged)}; report: ${visible(html ?? folder)}`,
  ].join("\n");
}

/** A stable format for scripts: docs/contract.md lists the members. */
const reportJson = ({ merged, folder, html, junit, benchmark }: MergedReport) => ({
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
});
