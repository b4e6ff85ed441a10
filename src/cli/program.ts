/** Commands, flags and `--help`. main.ts says what the commands do. */
import { Command, Option } from "commander";
import { shownUrlsIn } from "../base/url.ts";
import { VERSION } from "../base/version.ts";
import { visibleLines } from "../base/visible-text.ts";
import {
  ASSET_INPUTS,
  DOCTOR_INPUTS,
  INPUT_NAMES,
  INPUTS,
  type InputName,
  SETUP_INPUTS,
} from "../inputs/inputs.ts";
import { DEFAULT_FOLDER, DEFAULT_TITLE } from "../report/defaults.ts";
import { SCENARIOS } from "../scenarios/table.ts";
import { invokedAs } from "./invocation.ts";
import type { ReportFlags } from "./report.ts";

export interface RunFlags {
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly seed?: string;
  readonly control?: string;
  readonly bisect?: boolean;
  readonly [input: string]: unknown;
}

export interface DoctorFlags {
  readonly json?: boolean;
  readonly [input: string]: unknown;
}

export interface SetupFlags {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly [input: string]: unknown;
}

export interface AssetsFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly [input: string]: unknown;
}

export interface Commands {
  run(flags: RunFlags): Promise<void>;
  report(words: readonly string[], flags: ReportFlags): Promise<void>;
  doctor(flags: DoctorFlags): Promise<void>;
  setup(flags: SetupFlags): Promise<void>;
  assets(flags: AssetsFlags): Promise<void>;
  clean(): Promise<void>;
}

const JSON_FLAG = ["--json", "print JSON on stdout, and nothing else"] as const;
const QUIET_FLAG = ["--quiet", "no progress"] as const;

export function makeProgram(commands: Commands): Command {
  const program = new Command(invokedAs())
    .description(
      "Measures how long a guest loses its network during a local live migration from one QEMU to another.",
    )
    .version(VERSION)
    .exitOverride()
    // Commander quotes unknown words, which may contain secrets or control characters.
    .configureOutput({ writeErr: (text) => process.stderr.write(visibleLines(shownUrlsIn(text))) })
    .showHelpAfterError("(see --help)")
    .addHelpText(
      "after",
      `
Exit status: 0 passed, 1 failed, 2 bad usage or a host that cannot run it.
Colours: where stdout is a terminal; NO_COLOR takes them away, FORCE_COLOR brings them elsewhere.

${examples([
  ["doctor", "what can be run here?"],
  ["setup", "installs and opens what is missing, after asking"],
  ["run", "all scenarios on KVM with the QEMU in PATH"],
  ["run --help", "all there is to set"],
])}`,
    );
  addRun(program, commands);
  program
    .command("report")
    .description("merge the results of several runs into one report")
    .argument("<where...>", "folders that are searched for results.json, files, and globs for either")
    .option("--out <FOLDER>", "where the report goes", DEFAULT_FOLDER)
    .option("--title <TEXT>", "heading of the summary", DEFAULT_TITLE)
    .option(
      "--history <FOLDER>",
      "keep the figures of each machine's last 100 runs there, and name changes beyond its own spread",
    )
    .option(...JSON_FLAG)
    .option("--quiet", "no table: just the status, and what could not be read")
    .addHelpText(
      "after",
      `
Writes summary.md, report.html, junit.xml and benchmark.json. A file that is missing or broken is named, and the others still count.
Exit status: 0 every run passed, 1 one failed or could not be read, 2 bad usage.

${examples([
  ["report results", "all runs below a folder"],
  ["report old/results.json new/results.json --out both", "two of them"],
  ["report results --history history", "and how the figures changed over the last runs"],
  ["report 'out/*/results.json' --json", "for scripts"],
])}`,
    )
    .action(commands.report);
  const doctor = program
    .command("doctor")
    .description("what this host and this QEMU can do, scenario by scenario, and how to fix what is missing")
    .option(...JSON_FLAG)
    .addHelpText(
      "after",
      `
Exit status: 0 a scenario can be run, 2 none can.

${examples([
  ["doctor", "this host, and the QEMU in PATH"],
  ["doctor --accel tcg", "what can be run without KVM?"],
  ["doctor --qemu ./build/qemu-system-x86_64", "which local migration does this build speak?"],
])}`,
    )
    .action(commands.doctor);
  for (const name of DOCTOR_INPUTS) doctor.addOption(inputOption(name));
  addSetup(program, commands);
  addAssets(program, commands);
  program
    .command("clean")
    .description("remove what dead runs left behind; living runs are left alone")
    .addHelpText("after", `\n${examples([["clean", "after a run was killed"]])}`)
    .action(commands.clean);
  return program;
}

const NAME_WIDTH = Math.max(...SCENARIOS.map(({ name }) => name.length));

function addRun(program: Command, commands: Commands): void {
  const runs = program
    .command("run")
    .description("run the scenarios and report")
    .option("--out <FOLDER>", "the same as --output-dir")
    .option("--json", "print results.json on stdout, and nothing else")
    .option(...QUIET_FLAG)
    .option("--verbose", "every step")
    .option("--control <N>", "first measure N stretches of a second without migration: this host's noise")
    .option("--seed <N>", "seed of the random numbers (printed and kept in the results)")
    .option("--bisect", "exit for git bisect run: 0 good, 1 bad, 125 cannot be judged, 128 end the bisection")
    .addHelpText(
      "after",
      `
Exit status: 0 the run passed, 1 it failed, 2 bad usage or a host that cannot run it.
With --bisect: 0 good, 1 slower than the baseline or over a limit (without either: a migration failed), 125 this build cannot
be judged, 128 bad usage, a host that cannot run it, or an interruption.

Scenarios:
${SCENARIOS.map(({ name, sentence }) => `  ${name.padEnd(NAME_WIDTH)}  ${sentence}`).join("\n")}

${examples([
  ["run", "all scenarios on KVM with the QEMU in PATH"],
  ["run --qemu ./build/qemu-system-x86_64 --scenarios tap-fd,tap-fd-vhost --iterations 20", ""],
  ["run --qemu ./new --baseline-qemu ./old", "is the new one slower?"],
  ["run --qemu ./build/qemu-system-x86_64 --baseline-qemu debian:sid", "slower than Debian's?"],
  ["run --qemu ./old --target-qemu ./new --round-trip true", "an upgrade, and back"],
  ["run --max-outage-ms 'tap-fd: p95=20' --json", "a limit, for scripts"],
  ["run --qemu ./build/qemu-system-x86_64 --max-outage-ms 20 --bisect", "a step of git bisect run"],
  ["run --accel tcg --scenarios new-tap", "without KVM: does migration work at all?"],
])}`,
    )
    .action(commands.run);
  for (const name of INPUT_NAMES) runs.addOption(inputOption(name));
}

function addSetup(program: Command, commands: Commands): void {
  const setup = program
    .command("setup")
    .description("install and open what a run lacks on this host: shows the commands and asks")
    .option("--yes", "do not ask")
    .option("--dry-run", "only show the commands")
    .addHelpText(
      "after",
      `
Installs packages, loads kernel modules, and opens /dev/kvm, /dev/vhost-net and /dev/net/tun for this user alone. Changes nothing
that works. Needs root, or sudo; on a terminal sudo may ask for a password.
Exit status: 0 a scenario can be run, 1 the answer was no, 2 something could not be mended, or no scenario can be run.

${examples([
  ["setup", "for a run with the QEMU in PATH"],
  ["setup --dry-run", "what would it do?"],
  ["setup --yes --accel tcg", "without KVM, and without asking"],
])}`,
    )
    .action(commands.setup);
  for (const name of SETUP_INPUTS) setup.addOption(inputOption(name));
}

function addAssets(program: Command, commands: Commands): void {
  const assets = program
    .command("assets")
    .description("download and verify guest files and builds of Debian ahead of time, and print their paths")
    .option(...JSON_FLAG)
    .option(...QUIET_FLAG)
    .addHelpText(
      "after",
      `
Without --guest it fetches the files of all guests; with a debian:SUITE and without --guest, only that build.

${examples([
  ["assets --cache /srv/tap-migration", "for an image of a runner"],
  ["assets --guest alpine-iso --mirror https://mirror.example/base", "from elsewhere"],
  ["assets --qemu debian:sid", "Debian's newest QEMU: prints SUITE VERSION PATH"],
])}`,
    )
    .action(commands.assets);
  for (const name of ASSET_INPUTS) assets.addOption(inputOption(name));
}

/** Commands with their purposes beside them. */
function examples(lines: readonly (readonly [command: string, purpose: string])[]): string {
  const widest = Math.max(
    ...lines.filter(([, purpose]) => purpose !== "").map(([command]) => command.length),
  );
  const line = ([command, purpose]: readonly [string, string]) =>
    `  ${invokedAs()} ${command.padEnd(purpose === "" ? 0 : widest)}${purpose === "" ? "" : `   ${purpose}`}`;
  return ["Examples:", ...lines.map(line)].join("\n");
}

function inputOption(name: InputName): Option {
  const { description, metavariable, fallback } = INPUTS[name];
  const shown = fallback ? ` (default: ${fallback})` : "";
  const isTruth = metavariable === "true|false";
  const value = isTruth ? `[${metavariable}]` : `<${metavariable}>`;
  const option = new Option(`--${name} ${value}`, `${description}${shown}`);
  if (isTruth) return option.preset("true");
  // An input that has several lines in the action can be given as a repeated flag.
  return LINE_BY_LINE.includes(metavariable)
    ? option.argParser((text: string, before?: string) =>
        before === undefined ? text : `${before}\n${text}`,
      )
    : option;
}

const LINE_BY_LINE = ["LINES", "LIMITS"];
