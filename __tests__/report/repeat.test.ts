/** Proves: the command that repeats a run gives the same run, through a real shell and our own readers. */
import { execFileSync } from "node:child_process";
import { Command, Option } from "commander";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INPUT_NAMES, INPUTS } from "../../src/inputs/inputs.ts";
import { readSettings, type Settings } from "../../src/inputs/settings.ts";
import { repetitionOf, shellWord } from "../../src/report/repeat.ts";
import type { Results } from "../../src/results/schema.ts";
import { CASES } from "./cases.ts";
import { results } from "./made-up.ts";

/** The words that the shell would start a program with. */
const splitByShell = (shell: string, words: string): string[] =>
  execFileSync(shell, ["-c", `printf '%s\\0' ${words}`], { encoding: "utf8" })
    .split("\0")
    .slice(0, -1);

interface Read {
  readonly inputs: Record<string, string>;
  readonly seed: string;
  readonly control: string | null;
}

/** What the command line has of the words: every input is a flag of its own name. */
function readFlags(words: readonly string[]): Read {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  for (const name of INPUT_NAMES) command.addOption(new Option(`--${name} <${INPUTS[name].metavariable}>`));
  command.option("--seed <N>").option("--control <N>");
  command.parse([...words], { from: "user" });
  expect(command.args).toEqual([]);
  const flags = command.opts<Record<string, string>>();
  const { seed = "", control = null, ...others } = flags;
  const named = Object.entries(others).map(([name, text]) => [
    ...[name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), text],
  ]);
  return { inputs: Object.fromEntries(named), seed, control };
}

function readCommand(command: string, shell = "bash"): Read {
  const [node, program, subcommand, ...words] = splitByShell(shell, command);
  expect([node, program, subcommand]).toEqual(["node", "dist/cli.js", "run"]);
  return readFlags(words);
}

/** What a run of these inputs has in its results. */
const runOf = (given: Record<string, string>, seed = 7): { settings: Settings; run: Results } => {
  const settings = readSettings(given, seed);
  const build = {
    role: "candidate",
    path: settings.qemu,
    version: "11.1",
    dialect: null,
    traced: true,
  } as const;
  return {
    settings,
    run: results({ seed, inputs: { ...settings.given }, guest: settings.guest, builds: [build] }),
  };
};

const meant = ({ given: _, ...settings }: Settings) => settings;

test.each<[string, Record<string, string>]>([
  ["nothing given", {}],
  ["limits of several lines", { "max-outage-ms": "30\ntap-fd: p95=20\n\nnew-tap: max=100", "max-lost": "0" }],
  ["blanks and quotes in paths", { qemu: "/opt/my 'own' \"qemu\"/qemu-system-x86_64", cache: "/tmp/a b" }],
  ["what a shell would run", { iso: "/tmp/$(date) `id` $HOME \\ !x * ? ~ #.iso", "output-dir": "out;ls&" }],
  ["letters of other languages", { "output-dir": "é ü 😀" }],
  ["lists", { scenarios: "tap-fd, new-tap  new-tap-vhost", unsupported: "skip" }],
  [
    "another build, and numbers",
    {
      ...{ "target-qemu": "/opt/other qemu", "round-trip": "true", iterations: "12", smp: "2", queues: "8" },
      ...{ memory: "512M", "probe-interval-ms": "0.2", "timeout-minutes": "12.5", accel: "tcg", cpu: "max" },
    },
  ],
  [
    "another guest",
    {
      ...{ guest: "kernel-initrd", kernel: "https://example.org/a&b;c", initrd: "/tmp/it's an initrd" },
      ...{ "kernel-sha256": "A".repeat(64), mirror: "https://mirror.example/base" },
    },
  ],
  [
    "a comparison",
    {
      ...{ qemu: "./build/qemu", "baseline-qemu": "/usr/bin/qemu", "max-regression-percent": "7.5" },
      ...{ strict: "true", trace: "false", machine: "pc-q35-10.0,usb=off", summary: "false" },
    },
  ],
])("%s: the same settings", (_what, given) => {
  const { settings, run } = runOf(given);
  const { command, leftOut } = repetitionOf(run);
  expect(leftOut).toEqual([]);
  for (const shell of ["bash", "sh"]) {
    const read = readCommand(command, shell);
    expect(meant(readSettings(read.inputs, Number(read.seed)))).toEqual(meant(settings));
  }
});

test.each(Object.entries(CASES))("%s: a command that is taken", (_name, make) => {
  const run = make();
  const { inputs, seed, control } = readCommand(repetitionOf(run).command);
  expect(() => readSettings(inputs, Number(seed))).not.toThrow();
  expect(Number(seed)).toBe(run.seed);
  expect(control === null ? null : Number(control)).toBe(run.control?.longestGapMs.n ?? null);
});

test("a run without root is repeated without root, also where there is root", () => {
  const inputsOf = (privilege: Results["privilege"]) =>
    readCommand(repetitionOf(results({ privilege })).command).inputs;
  expect(inputsOf("none")).toMatchObject({ privilege: "none" });
  expect(inputsOf("sudo")).not.toHaveProperty("privilege");
});

describe("what is not in it is named", () => {
  test("arguments for QEMU, which may hold a secret", () => {
    const { run } = runOf({ "qemu-args": "-object secret,id=s,data=hunter2" });
    const { command, leftOut } = repetitionOf(run);
    expect(command).not.toContain("qemu-args");
    expect(leftOut).toEqual(["qemu-args (its value may be a secret and is not kept)"]);
    expect(JSON.stringify(run)).not.toContain("hunter2");
  });

  test("what a terminal would take for keys", () => {
    const { command, leftOut } = repetitionOf(results({ inputs: { iso: "/tmp/a\u001b[31m\tb" } }));
    expect(command).not.toContain("--iso");
    expect(leftOut).toEqual(["iso (it has control characters)"]);
  });
});

test("a long command has a line for each flag, a short one is one line", () => {
  const { run } = runOf({ qemu: "/opt/a/long/path/to/qemu-system-x86_64", "output-dir": "o".repeat(60) });
  expect(repetitionOf(run).command).toMatch(
    /^node dist\/cli\.js run \\\n {2}--qemu \S+ \\\n {2}--guest micro \\\n/,
  );
  expect(repetitionOf(runOf({}).run).command).not.toContain("\n");
});

test("whatever a word is, the shell gets just that", () => {
  const words = fc.array(
    fc
      .array(
        fc.oneof(fc.constantFrom("'", '"', "\\", "$(id)", "`", "\n", " ", "!", "*", "{a,b}"), fc.string()),
        {
          maxLength: 6,
        },
      )
      .map((parts) => parts.join("").replaceAll("\0", "")),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(words, (some) => {
      expect(splitByShell("bash", some.map(shellWord).join(" "))).toEqual(some);
    }),
    { numRuns: 100 },
  );
});
