import "../base/bundle.ts";
import "../base/closed-output.ts";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { CommanderError } from "commander";
import { CancelledError, ConfigurationError, messageOf } from "../base/errors.ts";
import { endOnSignals } from "../base/signals.ts";
import { isSystemError } from "../base/system-errors.ts";
import { shownUrlsIn } from "../base/url.ts";
import { visible, visibleJson, visibleLines } from "../base/visible-text.ts";
import { diagnose } from "../doctor/doctor.ts";
import { findPrivilege } from "../host/privilege.ts";
import { cleanDeadRuns } from "../host/register.ts";
import { readSettings } from "../inputs/settings.ts";
import { verdictText } from "../report/sentences.ts";
import { HTML_FILE, writeReports } from "../report/write.ts";
import { run } from "../run/run.ts";
import { assetLines, fetchAssets } from "./assets.ts";
import { widthOf } from "./colour.ts";
import { excessHint } from "./invocation.ts";
import { type AssetsFlags, type DoctorFlags, makeProgram, type RunFlags } from "./program.ts";
import { mergeReports, type ReportFlags } from "./report.ts";
import { diagnosisTable, resultsTable } from "./tables.ts";
import { makeReporter } from "./terminal.ts";

const EXIT_FAILED = 1;
const EXIT_UNUSABLE = 2;

const out = (text: string) => process.stdout.write(`${text}\n`);
/** Nothing that is said here has colours. */
const err = (text: string) => process.stderr.write(`${visibleLines(shownUrlsIn(text))}\n`);

/** Aborts when this process is told to end, for as long as it lives. */
const endSignal = (): AbortSignal => endOnSignals((text) => err(`\n${text}`)).signal;

async function runCommand(flags: RunFlags): Promise<number> {
  const { out: outputFolder, json, quiet, verbose, seed, control, ...inputs } = flags;
  const given = givenInputs(inputs);
  if (outputFolder !== undefined) given["output-dir"] = outputFolder;
  const settings = readSettings(given, readSeed(seed));
  const reporter = makeReporter(process.stderr, quiet ? "quiet" : verbose ? "verbose" : "normal");
  const controlStretches = readCount("control", control, 10_000);
  using finished = await run(settings, reporter, endSignal(), { controlStretches });
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
  return results.conclusion === "passed" ? 0 : EXIT_FAILED;
}

/** The inputs among the flags, by their own names. */
function givenInputs(flags: Readonly<Record<string, unknown>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(flags)) {
    if (typeof value === "string") given[kebab(name)] = value;
  }
  return given;
}

const LARGEST_SEED = 2 ** 32 - 1;

const readSeed = (text: string | undefined): number =>
  text === undefined ? randomInt(LARGEST_SEED) : readCount("seed", text, LARGEST_SEED);

/** A whole number from 0 to `most`; 0 when it was not given. Throws ConfigurationError. */
function readCount(name: string, text: string | undefined, most: number): number {
  if (text === undefined) return 0;
  if (!/^\d{1,10}$/.test(text) || Number(text) > most) {
    throw new ConfigurationError(
      `${name}: expected a whole number up to ${most}, not ${JSON.stringify(text)}`,
    );
  }
  return Number(text);
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

async function reportCommand(words: readonly string[], flags: ReportFlags): Promise<number> {
  const { passed, stdout, stderr } = mergeReports(words, flags, widthOf(process.stdout));
  for (const line of stderr) err(line);
  if (stdout !== "") out(stdout);
  return passed ? 0 : EXIT_FAILED;
}

async function doctorCommand(flags: DoctorFlags): Promise<number> {
  const { json, ...inputs } = flags;
  const diagnosis = await diagnose(
    readSettings(givenInputs(inputs), 0),
    endSignal(),
    makeReporter(process.stderr, json ? "quiet" : "normal"),
  );
  out(json ? visibleJson(diagnosis) : diagnosisTable(diagnosis, widthOf(process.stdout)));
  return diagnosis.scenarios.some(({ runs }) => runs) ? 0 : EXIT_UNUSABLE;
}

async function assetsCommand(flags: AssetsFlags): Promise<number> {
  const { json, quiet, ...inputs } = flags;
  const reporter = makeReporter(process.stderr, quiet ? "quiet" : "normal");
  const found = await fetchAssets(givenInputs(inputs), reporter, endSignal());
  out(json ? visibleJson(found) : assetLines(found));
  return 0;
}

async function cleanCommand(): Promise<number> {
  const report = await cleanDeadRuns(await findPrivilege());
  for (const run of report.cleaned) out(`run ${run}: cleaned up`);
  for (const run of report.living) out(`run ${run}: still lives, left alone`);
  for (const run of report.elsewhere) out(`run ${run}: another host's or container's, left alone`);
  for (const problem of report.problems) err(`could not be cleaned up: ${problem}`);
  if (Object.values(report).every((list) => list.length === 0)) out("nothing to clean up");
  return report.problems.length === 0 ? 0 : EXIT_FAILED;
}

async function main(): Promise<number> {
  let status = 0;
  try {
    const ending =
      <A extends unknown[]>(work: (...given: A) => Promise<number>) =>
      async (...given: A) => {
        status = await work(...given);
      };
    await makeProgram({
      run: ending(runCommand),
      report: ending(reportCommand),
      doctor: ending(doctorCommand),
      assets: ending(assetsCommand),
      clean: ending(cleanCommand),
    }).parseAsync();
  } catch (error) {
    // Commander has said already what was wrong with the words; it also throws after --help.
    if (error instanceof CommanderError) {
      if (error.code === "commander.excessArguments") err(excessHint(process.argv.slice(2)));
      return error.exitCode === 0 ? 0 : EXIT_UNUSABLE;
    }
    if (error instanceof ConfigurationError || isSystemError(error)) {
      err(`tap-migration: ${messageOf(error)}`);
      return EXIT_UNUSABLE;
    }
    if (error instanceof CancelledError) {
      err(`tap-migration: ${error.message}`);
      return EXIT_FAILED;
    }
    err(`tap-migration: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`);
    return EXIT_FAILED;
  }
  return status;
}

// What hangs, and was left behind, must not hold us. On Linux nothing that was printed is lost by that.
process.exit(await main());
