/** The main step: reads inputs, runs, and writes log, annotations, summary and outputs. */
import { randomInt } from "node:crypto";
import { getInput, info } from "@actions/core";
import { readTruth } from "../base/booleans.ts";
import { UnfitHostError } from "../base/errors.ts";
import { endOnSignals } from "../base/signals.ts";
import { INPUTS } from "../inputs/inputs.ts";
import { readSettings, type Settings } from "../inputs/settings.ts";
import { annotationsOf } from "../report/annotations.ts";
import { reasonOf, verdictText } from "../report/sentences.ts";
import { summaryOf } from "../report/summary.ts";
import { writeReports } from "../report/write.ts";
import { run as runScenarios } from "../run/run.ts";
import { setUpForRun } from "../setup/for-run.ts";
import { isSetupWanted } from "../setup/wanted.ts";
import { type Annotator, makeAnnotator } from "./annotate.ts";
import { makeRunnerCache } from "./cache.ts";
import { printCommands } from "./commands.ts";
import { tellFailure } from "./failure.ts";
import { readInputs, strayInputs } from "./inputs.ts";
import { outputsOf, writeOutputs } from "./outputs.ts";
import { showOnPage } from "./page.ts";
import { plain } from "./plain.ts";
import { tellRefusal } from "./refusal.ts";
import { makeReporter } from "./reporter.ts";
import { writeState } from "./state.ts";

const LARGEST_SEED = 2 ** 32 - 1;

/** The exit status is 1 when the run did not pass or could not start: the runner does not distinguish others. */
export async function run(): Promise<void> {
  // Made before the settings are read, because it also reports problems of the settings.
  const annotator = makeAnnotator(readTruth(getInput("annotations")) !== false);
  try {
    for (const stray of strayInputs(process.env, INPUTS))
      annotator.add({ level: "warning", title: "tap-migration", message: stray });
    await measure(readSettings(readInputs(), randomInt(LARGEST_SEED)), annotator);
  } catch (error) {
    tellFailure(error);
  } finally {
    annotator.close();
  }
}

async function measure(settings: Settings, annotator: Annotator): Promise<void> {
  const warn = (text: string) => annotator.add({ level: "warning", title: "tap-migration", message: text });
  writeState([], warn);
  printCommands();
  const reporter = makeReporter(warn);
  const say = (text: string) => info(plain(text));
  using cancel = endOnSignals(say);
  const setupRan = isSetupWanted(settings.setup, process.env);
  let host: AsyncDisposable | null = null;
  try {
    if (setupRan) reporter.group("Setup");
    host = await setUpForRun(settings, process.env, { say, warn, signal: cancel.signal });
    reporter.group("Preparation");
    const runnerCache = makeRunnerCache({
      info: say,
      warn,
      downloaded: (all) => writeState(all, warn),
    });
    using finished = await runScenarios(settings, reporter.emit, cancel.signal, {
      assetCache: runnerCache,
      packageCache: runnerCache,
    });
    const { results, resultsPath, outputFolder } = finished;
    reporter.close();
    const reports = writeReports(outputFolder, results, finished.checkFolder, warn);
    writeOutputs(outputsOf(finished, reports), warn);
    if (settings.summary) showOnPage(summaryOf(results, { outputFolder }), warn);
    for (const annotation of annotationsOf(results)) annotator.add(annotation);
    if (results.conclusion === "failed") {
      process.exitCode = 1;
      annotator.add({ level: "error", title: "run failed", message: reasonOf(results) });
    }
    say(`${verdictText(results)}${resultsPath === null ? "" : `; results: ${resultsPath}`}`);
  } catch (error) {
    reporter.close();
    if (!(error instanceof UnfitHostError)) throw error;
    await tellRefusal(error, { settings, setupRan, signal: cancel.signal }, annotator);
  } finally {
    reporter.close();
    // Last: the summary of a refusal shows the devices as the run saw them.
    await host?.[Symbol.asyncDispose]();
  }
}
