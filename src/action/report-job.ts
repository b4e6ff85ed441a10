/**
 * The step of report/action.yml: reads inputs, makes one report of several runs, and writes summary, comment,
 * annotations and outputs.
 */
import { getInput, info } from "@actions/core";
import { visible } from "../base/visible-text.ts";
import { REPORT_INPUTS, readReportInputs } from "../inputs/report-inputs.ts";
import { commentMark, commentOf } from "../report/comment.ts";
import { buildRows, type Merged, verdictSentence, worstOf } from "../report/merge.ts";
import { type MergedReport, makeMergedReport } from "../report/merge-write.ts";
import { reasonOf } from "../report/sentences.ts";
import { makeAnnotator } from "./annotate.ts";
import { writeComment } from "./comment.ts";
import { tellFailure } from "./failure.ts";
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
    const made = makeMergedReport(settings);
    const { merged, summary } = made;
    writeOutputs(outputsOf(made), warn);
    if (settings.summary) showOnPage(summary, warn);
    for (const { title, text } of faultsOf(merged)) annotator.add({ level: "error", title, message: text });
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
