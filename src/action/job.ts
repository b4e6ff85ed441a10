/** The main step: inputs in; a run; log, annotations, summary and outputs out. */
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { info } from "@actions/core";
import { annotationsOf } from "../report/annotations.ts";
import { SUMMARY_FILE, writeReports } from "../report/write.ts";
import { run as runScenarios } from "../run/run.ts";
import { readSettings, type Settings } from "../run/settings.ts";
import { abortOnSignals } from "../signals.ts";
import { makeAnnotator } from "./annotate.ts";
import { makeRunnerCache } from "./cache.ts";
import { tellFailure } from "./failure.ts";
import { readInputs } from "./inputs.ts";
import { outputsOf, writeOutputs } from "./outputs.ts";
import { showOnPage } from "./page.ts";
import { plain } from "./plain.ts";
import { makeReporter } from "./reporter.ts";
import { writeState } from "./state.ts";

const LARGEST_SEED = 2 ** 32 - 1;

/** The exit status of the process is 1 when the run did not pass, or could not be made: the runner knows no other. */
export async function run(): Promise<void> {
  try {
    writeState([]);
    await measure(readSettings(readInputs(process.env), randomInt(LARGEST_SEED)));
  } catch (error) {
    tellFailure(error);
  }
}

async function measure(settings: Settings): Promise<void> {
  const startedAtMs = Date.now();
  const annotator = makeAnnotator(settings.annotations);
  const warn = (text: string) => annotator.add({ level: "warning", title: "tap-migration", message: text });
  const reporter = makeReporter(warn);
  try {
    using cancel = abortOnSignals((name) => info(`${name}: ending the run and cleaning up`));
    const assetCache = makeRunnerCache({
      info: (text) => info(plain(text)),
      warn,
      downloaded: writeState,
    });
    const { results, resultsPath } = await runScenarios(settings, reporter.emit, cancel.signal, {
      assetCache,
    });
    reporter.close();
    const folder = dirname(resultsPath);
    writeReports(folder, results);
    writeOutputs(outputsOf(results, resultsPath, startedAtMs));
    if (settings.summary) showOnPage(readFileSync(join(folder, SUMMARY_FILE)));
    for (const annotation of annotationsOf(results)) annotator.add(annotation);
    if (results.conclusion === "failed") {
      process.exitCode = 1;
      annotator.add({ level: "error", title: "run failed", message: results.reason ?? "" });
    }
    info(plain(`${results.conclusion}; results: ${resultsPath}`));
  } finally {
    reporter.close();
    annotator.close();
  }
}
