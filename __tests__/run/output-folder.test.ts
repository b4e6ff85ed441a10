/** Proves: a run replaces only an earlier run's files, and two runs never share a folder. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { thisOwner } from "../../src/host/owner.ts";
import { openOutputFolder } from "../../src/run/output-folder.ts";
import { runCli } from "../e2e/product.ts";
import { temporaryFolder } from "../folder.ts";

const RUN = ["run", "--accel", "tcg", "--memory", "512M"];
const NEVER = new AbortController().signal;

const RUNS = [
  ...[
    "results.json",
    "summary.md",
    "report.html",
    "junit.xml",
    "benchmark.json",
    ".results.json.0123456789abcdef",
  ],
  ...["new-tap/iteration-001/probe.log", "new-tap/iteration-001/source.console.log"],
  ...["tap-fd-baseline/iteration-012/target.trace.log", "new-tap-back/iteration-1000/iteration.json"],
  "control/probe.log",
];
const FOREIGN = [
  ...["notes.md", "report.pdf", "new-tap/notes.md", "new-tap/iteration-002/core.4711", "other/results.json"],
  "new-tap/iteration-x/probe.log",
];

function write(folder: string, names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), "");
  }
}

/** What is in it, links as such: some versions of Node's own recursion look behind them. */
const filesIn = (folder: string, below = ""): string[] =>
  readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = join(below, entry.name);
    return entry.isDirectory() ? filesIn(folder, name) : [name];
  });

test("what an earlier run left is gone when one begins, and nothing else", async () => {
  using folder = temporaryFolder();
  write(folder.path, [...RUNS, ...FOREIGN]);
  using elsewhere = temporaryFolder();
  write(elsewhere.path, ["iteration-001/probe.log"]);
  symlinkSync(elsewhere.path, join(folder.path, "new-tap-vhost"));
  {
    using _output = await openOutputFolder(folder.path, NEVER);
  }
  expect(filesIn(folder.path).sort()).toEqual([...FOREIGN, "new-tap-vhost"].sort());
  expect(filesIn(elsewhere.path)).toEqual(["iteration-001/probe.log"]);
  expect(existsSync(join(folder.path, "tap-fd-baseline"))).toBe(false);
});

test("a second run into the same folder is refused, and touches nothing in it", async () => {
  using folder = temporaryFolder();
  using _output = await openOutputFolder(folder.path, NEVER);
  write(folder.path, ["results.json"]);
  const ended = await runCli([...RUN, "--out", folder.path]);
  expect(ended.stderr).toBe(
    `tap-migration: another run (process ${process.pid}) writes into the output folder ${folder.path}. Wait for it, or name another one with output-dir (--out FOLDER)\n`,
  );
  expect(ended.status).toBe(2);
  expect(existsSync(join(folder.path, "results.json"))).toBe(true);
});

test.each([
  ["has ended", () => ({ ...thisOwner(), pid: Number(execFileSync("sh", ["-c", "echo $$"])) })],
  ["has a number that is another's now", () => ({ ...thisOwner(), startTicks: 1 })],
  ["was of another boot", () => ({ ...thisOwner(), bootId: "another" })],
  ["left rubbish", () => "{"],
])("a run that %s keeps nobody out", async (_, owner) => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, ".tap-migration-run"), JSON.stringify(owner()));
  {
    using _output = await openOutputFolder(folder.path, NEVER);
  }
  expect(readdirSync(folder.path)).toEqual([]);
});

test("of two that begin at once, one is refused", async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, ".tap-migration-run"), JSON.stringify({ ...thisOwner(), startTicks: 1 }));
  const begun = await Promise.allSettled([1, 2, 3].map(() => openOutputFolder(folder.path, NEVER)));
  expect(begun.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
});

test("a run that comes to nothing after the host was found fit leaves no other's results, and no folder that it made", async () => {
  using folder = temporaryFolder();
  const old = join(folder.path, "old");
  write(old, ["results.json", "notes.md"]);
  const fresh = join(folder.path, "a/fresh/one");
  for (const out of [old, fresh]) {
    const ended = await runCli([...RUN, "--guest", "alpine-iso", "--iso", "/nowhere", "--out", out]);
    expect(ended.status, ended.stderr).toBe(2);
    expect(ended.stderr).toContain("/nowhere cannot be used: there is no such file or folder (ENOENT, ");
  }
  expect(readdirSync(folder.path)).toEqual(["old"]);
  expect(readdirSync(old)).toEqual(["notes.md"]);
});

test.each([
  ["inputs", ["run", "--accel", "xen"]],
  ["QEMU", [...RUN, "--qemu", "/bin/true"]],
])("a run whose %s cannot be used touches nothing", async (_, words) => {
  using folder = temporaryFolder();
  write(folder.path, ["results.json"]);
  const ended = await runCli([...words, "--out", folder.path]);
  expect(ended.status).toBe(2);
  expect(readdirSync(folder.path)).toEqual(["results.json"]);
});
