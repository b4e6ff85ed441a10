/** `run`: runs the scenarios, prints the results, and writes the reports. */
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { ConfigurationError } from "../base/errors.ts";
import { visible, visibleJson, visibleLines } from "../base/visible-text.ts";
import { readSettings } from "../inputs/settings.ts";
import { bisectVerdict } from "../report/bisect.ts";
import { bisectLine } from "../report/bisect-line.ts";
import { verdictText } from "../report/sentences.ts";
import { HTML_FILE, writeReports } from "../report/write.ts";
import { run } from "../run/run.ts";
import { setUpForRun } from "../setup/for-run.ts";
import { widthOf } from "./colour.ts";
import { endSignal, err, givenInputs, out } from "./command.ts";
import { EXIT_FAILED } from "./exit-status.ts";
import type { RunFlags } from "./program.ts";
import { resultsTable } from "./tables.ts";
import { makeReporter } from "./terminal.ts";

export async function runCommand(flags: RunFlags): Promise<number> {
  const { out: outputFolder, json, quiet, verbose, seed, control, bisect, ...inputs } = flags;
  const given = givenInputs(inputs);
  if (outputFolder !== undefined) given["output-dir"] = outputFolder;
  const settings = readSettings(given, readSeed(seed));
  const reporter = makeReporter(process.stderr, quiet ? "quiet" : verbose ? "verbose" : "normal");
  const controlStretches = readCount("control", control, 10_000);
  const signal = endSignal();
  await using _host = await setUpForRun(settings, process.env, {
    say: (text) => reporter({ kind: "note", text: `setup: ${text}` }),
    warn: (text) => reporter({ kind: "warning", text }),
    signal,
  });
  using finished = await run(settings, reporter, signal, { controlStretches });
  const { results, resultsPath, outputFolder: folder } = finished;
  const written = writeReports(folder, results, finished.checkFolder, (text) =>
    reporter({ kind: "warning", text }),
  );
  if (json) out(visibleJson(results));
  else {
    out(resultsTable(results, widthOf(process.stdout)));
    out(visibleLines(`${verdictText(results)}${resultsPath === null ? "" : `; results: ${resultsPath}`}`));
    const html = join(folder, HTML_FILE);
    if (written.includes(html)) out(visible(`to look at: ${html}`));
  }
  if (!bisect) return results.conclusion === "passed" ? 0 : EXIT_FAILED;
  const verdict = bisectVerdict(results, finished.unrelated);
  (json ? err : out)(visible(bisectLine(verdict)));
  return verdict.status;
}

const LARGEST_SEED = 2 ** 32 - 1;

const readSeed = (text: string | undefined): number =>
  text === undefined ? randomInt(LARGEST_SEED) : readCount("seed", text, LARGEST_SEED);

/**
 * A whole number from 0 to `most`; 0 when it was not given.
 * @throws ConfigurationError for anything else.
 */
function readCount(name: string, text: string | undefined, most: number): number {
  if (text === undefined) return 0;
  if (!/^\d{1,10}$/.test(text) || Number(text) > most) {
    throw new ConfigurationError(
      `${name}: expected a whole number up to ${most}, not ${JSON.stringify(text)}`,
    );
  }
  return Number(text);
}
