/** Proves: `git bisect run` with `run --bisect` finds the commit that made the freeze longer, and skips those that cannot be judged. */
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { CLI, DIST, leftovers, readResults, runCli, start, UNHURRIED } from "./product.ts";

const LONG_MS = 240_000;
const STAND_IN = resolve("__tests__/fakes/qemu-system-x86_64");
const UNHURRIED_WORDS = Object.entries(UNHURRIED).flatMap(([name, value]) => [`--${name}`, `${value}`]);
const SMALL = ["--accel", "tcg", "--memory", "128M", "--scenarios", "tap-fd"] as const;
const GUEST = [...SMALL, ...UNHURRIED_WORDS, "--iterations", "1"] as const;

/** Far from both freezes, so that a busy machine changes no verdict. */
const FREEZE_MS = { short: 20, long: 900 } as const;
const BOUND = ["--max-outage-ms", "500"] as const;

afterAll(() => expect(leftovers()).toEqual([]));

const script = (...lines: string[]) => ["#!/bin/sh", ...lines, ""].join("\n");

/** What a commit's `configure` leaves for `make` to do, in the build folder. */
const BUILDS = {
  good: standInWith(FREEZE_MS.short),
  bad: standInWith(FREEZE_MS.long),
  "no build": ["echo 'error: cannot compile' >&2", "exit 2"],
  "no QEMU": [
    "rm -f qemu-system-x86_64",
    "printf '#!/bin/sh\\nexit 3\\n' >qemu-system-x86_64",
    "chmod +x qemu-system-x86_64",
  ],
} as const;
type Kind = keyof typeof BUILDS;

function standInWith(freezeMs: number): string[] {
  return [
    `ln -sf '${STAND_IN}' qemu-system-x86_64`,
    `echo '{ "dialect": "permit", "freezeMs": ${freezeMs} }' >stand-in.json`,
  ];
}

function writeScript(path: string, text: string): void {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

/** A repository with a commit of each kind, in this order. The message says what it is. */
function makeRepository(folder: string, kinds: readonly Kind[]) {
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=x", "-c", "user.email=x@example.com", ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  mkdirSync(folder);
  git("init", "--quiet");
  const commits = kinds.map((kind, index) => {
    writeScript(
      join(folder, "configure"),
      script("cat >steps <<'EOF'", `# ${index}`, ...BUILDS[kind], "EOF"),
    );
    git("add", "--all");
    git("commit", "--quiet", "--message", `${index}: ${kind}`);
    return git("rev-parse", "HEAD");
  });
  return { git, commits };
}

/** The script of docs/bisect.md, as it stands there. */
function stepOfDocs(): string {
  const [, text] =
    /<!-- step\.sh -->\n```sh\n([\s\S]*?)```\n<!-- \/step\.sh -->/.exec(
      readFileSync("docs/bisect.md", "utf8"),
    ) ?? [];
  if (text === undefined) throw new Error("docs/bisect.md has no step.sh");
  return text;
}

test("git bisect run with the script of docs/bisect.md finds the first bad commit, and skips what cannot be judged", {
  timeout: LONG_MS,
}, async () => {
  using folder = temporaryFolder();
  const kinds: Kind[] = ["good", "good", "no build", "no QEMU", "good", "bad", "bad", "bad"];
  const repository = join(folder.path, "qemu");
  const { git, commits } = makeRepository(repository, kinds);
  const step = join(folder.path, "step.sh");
  writeScript(step, stepOfDocs());
  const bin = join(folder.path, "bin");
  mkdirSync(bin);
  writeScript(join(bin, "make"), script("exec sh ./steps"));
  const work = join(folder.path, "work");
  git("bisect", "start", commits.at(-1) ?? "", commits[0] ?? "");
  // Started like the product itself, so that what its runs leave is looked for.
  await using run = start([repository, "bisect", "run", step, ...GUEST, ...BOUND], {
    ...{ node: "git", cli: "-C" },
    env: { TOOL: CLI, WORK: work, PATH: [bin, dirname(process.execPath), process.env.PATH].join(delimiter) },
  });
  const { stdout, stderr } = await run.ended;
  expect(stdout, stderr).toContain(`${commits[kinds.indexOf("bad")]} is the first bad commit`);
  const log = git("bisect", "log");
  const tested = [...log.matchAll(/^# (good|bad|skip): \[[0-9a-f]+\] \d: (.*)$/gm)].map(
    ([, verdict, kind]) => [kind, verdict],
  );
  for (const [kind, verdict] of tested) expect(verdict, log).toBe(kind?.startsWith("no ") ? "skip" : kind);
  expect(tested.map(([, verdict]) => verdict)).toContain("skip");
  expect(stdout).toMatch(/^bisect: good \(0\): every limit met; worst median outage [\d.]+ ms \(tap-fd, /m);
  expect(stdout).toMatch(/^bisect: bad \(1\): tap-fd: median outage [\d.]+ ms, [\d.]+ ms above the limit/m);
  // Each measured commit keeps its results.
  expect(readResults(join(work, "results", git("rev-parse", "--short", commits[5] ?? ""))).conclusion).toBe(
    "failed",
  );
});

describe.concurrent("the status of a run", () => {
  const bisect = async (args: readonly string[], ...more: [Parameters<typeof runCli>[1]?]) => {
    using out = temporaryFolder();
    const ended = await runCli(
      ["run", "--bisect", ...SMALL, "--out", join(out.path, "results"), ...args],
      ...more,
    );
    return { ...ended, lastLine: ended.stderr.trimEnd().split("\n").at(-1) };
  };
  const CANNOT = "bisect: cannot be judged (125): this QEMU cannot be run";
  const STOP = "bisect: stop (128): the run ended with an error that says nothing about the commit";

  test("125 for a build that is missing, is no QEMU, or is too old", async () => {
    using old = makeStandIn({ version: "5.1.0", package: "", dialect: "none" });
    for (const qemu of ["/nowhere/qemu", "no-such-qemu", "/bin/true", old.path]) {
      const { status, lastLine } = await bisect(["--qemu", qemu]);
      expect({ status, lastLine }, qemu).toEqual({ status: 125, lastLine: CANNOT });
    }
  });

  test("128 for a baseline that cannot be run, whatever the build", async () => {
    using standIn = makeStandIn();
    for (const qemu of [standIn.path, "/nowhere/qemu"]) {
      const { status, lastLine } = await bisect(["--qemu", qemu, "--baseline-qemu", "/nowhere/base"]);
      expect({ status, lastLine }, qemu).toEqual({ status: 128, lastLine: STOP });
    }
  });

  test.each([
    ["a bad input", ["--iterations", "many"]],
    ["an unknown flag", ["--itterations", "1"]],
    ["a value for --bisect", ["--bisect=1"]],
    ["a machine type that not even the baseline has", ["--machine", "none-such", "--baseline-qemu"]],
    ["an output folder that cannot be used", ["--out", "/proc/results"]],
  ])("128 for %s", async (_, args) => {
    using standIn = makeStandIn();
    const baseline = args.includes("--baseline-qemu") ? [standIn.path] : [];
    const { status, lastLine } = await bisect(["--qemu", standIn.path, ...args, ...baseline]);
    expect({ status, lastLine }).toEqual({ status: 128, lastLine: STOP });
  });

  test("128 for a dist/ that is not whole", async () => {
    using folder = temporaryFolder();
    const cli = join(folder.path, "cli.js");
    copyFileSync(CLI, cli);
    expect((await runCli(["run", "--bisect"], { cli })).status).toBe(128);
    const program = readFileSync(join(DIST, "program.mjs"), "utf8");
    writeFileSync(join(folder.path, "program.mjs"), program.slice(0, program.length / 2));
    const ended = await runCli(["run", "--bisect"], { cli });
    expect(ended.status).toBe(128);
    expect(ended.stderr).toContain("SyntaxError");
    expect((await runCli(["run"], { cli })).status).toBe(1);
  });

  test("128 for a run that a signal ends", { timeout: LONG_MS }, async () => {
    using standIn = makeStandIn();
    using out = temporaryFolder();
    const args = ["run", "--bisect", ...GUEST, ...BOUND, "--qemu", standIn.path, "--out", out.path];
    await using run = start([...args, "--verbose"]);
    await run.saying("quiet stretch");
    run.kill("SIGINT");
    const { status, stdout } = await run.ended;
    expect(status).toBe(128);
    expect(stdout).toMatch(/\nbisect: stop \(128\): cancelled \(SIGINT\)\n$/);
    expect(readResults(out.path).conclusion).toBe("failed");
  });

  test("a migration that fails: 1 alone, 125 with a limit. With --json the line is on stderr", {
    timeout: LONG_MS,
  }, async () => {
    using standIn = makeStandIn({ faults: [{ side: "target", step: "load", kind: "fail" }] });
    const args = [...GUEST, "--qemu", standIn.path, "--json"];
    const [alone, limited] = await Promise.all([bisect(args), bisect([...args, ...BOUND])]);
    expect(alone).toMatchObject({
      status: 1,
      lastLine: expect.stringMatching(/^bisect: bad \(1\): tap-fd: 1 of 1 iteration failed: /),
    });
    expect(limited).toMatchObject({
      status: 125,
      lastLine: expect.stringMatching(/^bisect: cannot be judged \(125\): /),
    });
    expect(JSON.parse(limited.stdout)).toMatchObject({ conclusion: "failed" });
  });

  test("a baseline: 1 for a build that is slower", { timeout: LONG_MS }, async () => {
    using baseline = makeStandIn({ freezeMs: FREEZE_MS.short });
    using candidate = makeStandIn({ freezeMs: FREEZE_MS.long });
    const builds = ["--qemu", candidate.path, "--baseline-qemu", baseline.path, "--iterations", "8"];
    const { status, stdout, stderr } = await bisect([...UNHURRIED_WORDS, ...builds]);
    expect(status, stderr + stdout).toBe(1);
    expect(stdout).toMatch(
      /\nbisect: bad \(1\): tap-fd is slower than the baseline: [\d.]+ ms → [\d.]+ ms \(\+\d+ %\)\n$/,
    );
  });
});
