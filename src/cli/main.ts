import "../bundle.ts";
import { randomInt } from "node:crypto";
import { Command, CommanderError, Option } from "commander";
import { CancelledError, ConfigurationError, messageOf } from "../errors.ts";
import { findPrivilege } from "../host/privilege.ts";
import { cleanDeadRuns } from "../host/register.ts";
import { diagnose } from "../run/doctor.ts";
import { INPUT_NAMES, INPUTS, type InputName } from "../run/inputs.ts";
import { run } from "../run/run.ts";
import { readSettings } from "../run/settings.ts";
import { abortOnSignals } from "../signals.ts";
import { VERSION } from "../version.ts";
import { ASSET_INPUTS, assetLines, fetchAssets } from "./assets.ts";
import { diagnosisTable, resultsTable } from "./tables.ts";
import { makeReporter } from "./terminal.ts";

const EXIT_FAILED = 1;
const EXIT_UNUSABLE = 2;

const out = (text: string) => process.stdout.write(`${text}\n`);
const err = (text: string) => process.stderr.write(`${text}\n`);

/** Aborts on the first INT, TERM or HUP, for as long as this process lives. */
const abortSignal = (): AbortSignal =>
  abortOnSignals((name) => err(`\n${name}: ending the run and cleaning up`)).signal;

interface RunFlags {
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly seed?: string;
  readonly control?: string;
  readonly [input: string]: unknown;
}

async function runCommand(flags: RunFlags): Promise<number> {
  const { out: outputFolder, json, quiet, verbose, seed, control, ...inputs } = flags;
  const given = givenInputs(inputs);
  if (outputFolder !== undefined) given["output-dir"] = outputFolder;
  const settings = readSettings(given, readSeed(seed));
  const reporter = makeReporter(process.stderr, quiet ? "quiet" : verbose ? "verbose" : "normal");
  const controlStretches = readCount("control", control, 10_000);
  const { results, resultsPath } = await run(settings, reporter, abortSignal(), { controlStretches });
  if (json) out(JSON.stringify(results, null, 2));
  else {
    out(resultsTable(results));
    out(
      `${results.conclusion === "passed" ? "passed" : `failed: ${results.reason}`}; results: ${resultsPath}`,
    );
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

interface DoctorFlags {
  readonly qemu: string;
  readonly kernel?: string;
  readonly json?: boolean;
}

async function doctorCommand(flags: DoctorFlags): Promise<number> {
  const { qemu, kernel = null } = flags;
  const diagnosis = await diagnose({ qemu, kernel }, abortSignal());
  out(flags.json ? JSON.stringify(diagnosis, null, 2) : diagnosisTable(diagnosis));
  return diagnosis.scenarios.some(({ runs }) => runs) ? 0 : EXIT_UNUSABLE;
}

interface AssetsFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly [input: string]: unknown;
}

async function assetsCommand(flags: AssetsFlags): Promise<number> {
  const { json, quiet, ...inputs } = flags;
  const reporter = makeReporter(process.stderr, quiet ? "quiet" : "normal");
  const found = await fetchAssets(givenInputs(inputs), reporter, abortSignal());
  out(json ? JSON.stringify(found, null, 2) : assetLines(found));
  return 0;
}

async function cleanCommand(): Promise<number> {
  const report = await cleanDeadRuns(await findPrivilege());
  for (const run of report.cleaned) out(`run ${run}: cleaned up`);
  for (const run of report.living) out(`run ${run}: still lives, left alone`);
  for (const problem of report.problems) err(`could not be cleaned up: ${problem}`);
  if (report.cleaned.length + report.living.length + report.problems.length === 0) out("nothing to clean up");
  return report.problems.length === 0 ? 0 : EXIT_FAILED;
}

function commandLine(exit: (status: number) => void): Command {
  const program = new Command("tap-migration")
    .description(
      "Measures how long a guest's network is gone when QEMU is replaced under it by a local live migration.",
    )
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError("(--help tells what there is)");
  const runs = program
    .command("run")
    .description("run the scenarios and report")
    .option("--out <FOLDER>", "the same as --output-dir")
    .option("--json", "print results.json on stdout instead of the table")
    .option("--quiet", "no progress")
    .option("--verbose", "every step")
    .option("--control <N>", "first measure N stretches of a second without migration: this host's noise")
    .option("--seed <N>", "seed of whatever is drawn at random (printed and kept in the results)")
    .addHelpText(
      "after",
      `
Exit status: 0 the run passed, 1 it failed, 2 bad usage or a host that cannot run it.

Examples:
  tap-migration run                                   all scenarios on KVM with the QEMU in PATH
  tap-migration run --qemu ./build/qemu-system-x86_64 --scenarios tap-fd,tap-fd-vhost --iterations 20
  tap-migration run --accel tcg --scenarios new-tap   without KVM: does migration work at all?`,
    )
    .action(async (flags: RunFlags) => exit(await runCommand(flags)));
  for (const name of INPUT_NAMES) runs.addOption(inputOption(name));
  program
    .command("doctor")
    .description("what this host and this QEMU can do, scenario by scenario, and how to mend what is missing")
    .option("--qemu <PATH>", INPUTS.qemu.description, INPUTS.qemu.fallback ?? "")
    .option("--kernel <PATH>", INPUTS.kernel.description)
    .option("--json", "for scripts")
    .action(async (flags: DoctorFlags) => exit(await doctorCommand(flags)));
  const assets = program
    .command("assets")
    .description("fetch and verify what guests need ahead of time, and print where it is")
    .option("--json", "for scripts")
    .option("--quiet", "no progress")
    .addHelpText("after", "\nWithout --guest: what all guests need.")
    .action(async (flags: AssetsFlags) => exit(await assetsCommand(flags)));
  for (const name of ASSET_INPUTS) assets.addOption(inputOption(name));
  program
    .command("clean")
    .description("remove what dead runs left behind; living runs are left alone")
    .action(async () => exit(await cleanCommand()));
  return program;
}

function inputOption(name: InputName): Option {
  const { description, metavariable, fallback } = INPUTS[name];
  const shown = fallback ? ` (default: ${fallback})` : "";
  return new Option(`--${name} <${metavariable}>`, `${description}${shown}`);
}

async function main(): Promise<number> {
  let status = 0;
  try {
    await commandLine((given) => {
      status = given;
    }).parseAsync();
  } catch (error) {
    // Commander has said already what was wrong with the words; it also throws after --help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_UNUSABLE;
    if (error instanceof ConfigurationError) {
      err(`tap-migration: ${error.message}`);
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

process.exitCode = await main();
