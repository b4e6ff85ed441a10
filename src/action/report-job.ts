/**
 * The step of report/action.yml: reads inputs, makes one report of several runs, and writes summary, comment,
 * annotations and outputs.
 */
import { getInput, info } from "@actions/core";
import { visible } from "../base/visible-text.ts";
import { REPORT_INPUTS, readReportInputs } from "../inputs/report-inputs.ts";
import { workOf } from "../inputs/work-inputs.ts";
import { commentMark, commentOf } from "../report/comment.ts";
import { changeSentence, changesOf, problemSentence } from "../report/history/words.ts";
import { buildRows, type Merged, verdictSentence, worstOf } from "../report/merge.ts";
import { type MergedReport, makeMergedReport } from "../report/merge-write.ts";
import { reasonOf } from "../report/sentences.ts";
import { makeAnnotator } from "./annotate.ts";
import { writeComment } from "./comment.ts";
import { tellFailure } from "./failure.ts";
import { restoreHistory, saveHistory } from "./history-cache.ts";
import { strayInputs } from "./inputs.ts";
import { writeOutputs } from "./outputs.ts";
import { showOnPage } from "./page.ts";
import { plain } from "./plain.ts";

/** The exit status is 1 when a run did not pass or could not be read. */
export async function run(): Promise<void> {
  try {
    await report();
  } catch (error) {
    tellFailure(error);
  }
}

async function report(): Promise<void> {
  const annotator = makeAnnotator(true);
  const warn = (text: string) => annotator.add({ level: "warning", title: "tap-migration", message: text });
  try {
    for (const stray of strayInputs(process.env, REPORT_INPUTS)) warn(stray);
    const settings = readReportInputs(getInput);
    const { historyFolder } = settings;
    const cache = { info: (text: string) => info(plain(text)), warn };
    if (historyFolder !== null) await restoreHistory(historyFolder, cache);
    const made = await makeMergedReport({
      ...settings,
      history: historyFolder === null ? null : { folder: historyFolder, workOf },
    });
    const { merged, summary } = made;
    if (historyFolder !== null && merged.trends.some(({ added }) => added > 0))
      await saveHistory(historyFolder, cache);
    writeOutputs(outputsOf(made), warn);
    if (settings.summary) showOnPage(summary, warn);
    for (const { title, text } of faultsOf(merged)) annotator.add({ level: "error", title, message: text });
    for (const text of trendWarnings(merged))
      annotator.add({ level: "warning", title: "trend", message: text });
    if (settings.comment) {
      const { title, token } = settings;
      const told = await writeComment(token, commentMark(title), commentOf(merged, title));
      if (told !== null) annotator.add(told);
    }
    if (merged.conclusion === "failed") process.exitCode = 1;
    info(
      plain(`${merged.conclusion}: ${verdictSentence(merged)}; report: ${visible(made.html ?? made.folder)}`),
    );
  } finally {
    annotator.close();
  }
}

/** One for each failed run and each unreadable file. */
function faultsOf({ runs, broken }: Merged): { title: string; text: string }[] {
  const faults = [
    ...runs.flatMap(({ label, results }) =>
      results.conclusion === "failed" ? [{ title: `${label} failed`, text: reasonOf(results) }] : [],
    ),
    ...broken.map(({ path, problem }) => ({
      title: "results could not be read",
      text: visible(`${path}: ${problem}`),
    })),
  ];
  return runs.length + broken.length === 0
    ? [{ title: "no results", text: "no results were found" }]
    : faults;
}

/** Changes that were not named before, and histories that could not be read or written. Neither fails the job. */
const trendWarnings = ({ trends }: Merged): string[] =>
  trends.flatMap((trend) => [
    ...[problemSentence(trend)].filter((sentence) => sentence !== null),
    ...changesOf(trend)
      .filter(({ change }) => change.isNew)
      .map(({ series, change }) => changeSentence(series, change)),
  ]);

function outputsOf({ merged, folder, html, junit, benchmark }: MergedReport): Record<string, string> {
  const { runs, broken, conclusion } = merged;
  const count = (wanted: string) =>
    String(runs.filter(({ results }) => results.conclusion === wanted).length);
  const worst = worstOf(buildRows(merged));
  return {
    conclusion,
    runs: String(runs.length),
    passed: count("passed"),
    failed: count("failed"),
    broken: String(broken.length),
    ...(worst !== null && { "worst-outage-ms": String(worst.medianMs) }),
    ...(html !== null && { report: html }),
    ...(junit !== null && { junit }),
    ...(benchmark !== null && { benchmark }),
    "output-dir": folder,
  };
}
