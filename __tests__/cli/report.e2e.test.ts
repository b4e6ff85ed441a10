/** Proves: `report` from dist/ writes its files and tables, and exits with the status the runs deserve. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLI, DIST, runCli } from "../e2e/product.ts";
import { temporaryFolder } from "../folder.ts";
import { failed, passed, recorded } from "../report/cases.ts";
import { slower } from "../report/history/nights.ts";

const folder = temporaryFolder();
const { at } = folder;

beforeAll(() => {
  const contents = {
    "good/a": JSON.stringify(recorded("alone-7.2")),
    "good/b": JSON.stringify(passed()),
    failed: JSON.stringify(failed()),
    cut: JSON.stringify(passed()).slice(0, 500),
    words: "# A page\n\nthat is no JSON at all.\n",
  };
  for (const [name, text] of Object.entries(contents)) {
    mkdirSync(at(name), { recursive: true });
    writeFileSync(at(`${name}/results.json`), text);
  }
});
afterAll(() => folder[Symbol.dispose]());

const report = (...args: string[]) => runCli(["report", ...args], { cwd: folder.path });

test("runs that passed: a table, four files, status 0", async () => {
  const ended = await report("good", "--out", "out");
  expect(ended).toMatchObject({ status: 0, stderr: "" });
  expect(ended.stdout).toMatch(/^│ QEMU 7\.2\.22 +│ tcg/m);
  expect(ended.stdout).toContain(`passed: 2 runs; report: ${at("out/report.html")}`);
  expect(readdirSync(at("out")).sort()).toEqual(["benchmark.json", "junit.xml", "report.html", "summary.md"]);
  expect(readFileSync(at("out/report.html"), "utf8")).toContain("../good/a");
});

test.each([
  ["a run that failed", ["good", "failed"], "", "1 of 3 runs failed"],
  [
    "a broken file",
    ["good", "cut"],
    "cut/results.json: not JSON: it seems to have been cut\n",
    "1 file could not be read",
  ],
  ["a file that is no JSON", ["good", "words"], "words/results.json: not JSON\n", "1 file could not be read"],
  [
    "a missing file",
    ["good", "nowhere"],
    "nowhere: missing: there is no such file or folder\n",
    "1 file could not",
  ],
  [
    "nothing that matches",
    ["none/*"],
    "none/*: missing: no results.json matches\n",
    "0 runs, 1 file could not",
  ],
])("%s: said, the others count, status 1", async (_, words, stderr, said) => {
  const ended = await report(...words, "--out", "out");
  expect(ended).toMatchObject({ status: 1, stderr });
  expect(ended.stdout).toContain(said);
});

test("why a run failed, once", async () => {
  const ended = await report("failed", "--out", "out");
  expect(ended.stdout).toMatch(/^QEMU .* failed: (?!failed)/m);
});

test("--json is JSON and nothing else; --quiet is nothing", async () => {
  const ended = await report("good", "cut", "--json");
  expect(JSON.parse(ended.stdout)).toMatchObject({
    conclusion: "failed",
    runs: [
      { label: "QEMU 7.2.22", path: "good/a/results.json", conclusion: "passed", accel: "tcg" },
      { label: "QEMU 11.0.50", path: "good/b/results.json", conclusion: "passed", accel: "kvm" },
    ],
    broken: [{ path: "cut/results.json", problem: "not JSON: it seems to have been cut" }],
    outputDir: at("tap-migration-report"),
    report: at("tap-migration-report/report.html"),
  });
  expect(await report("good", "--quiet")).toMatchObject({ status: 0, stdout: "", stderr: "" });
});

describe("--history", () => {
  const all = slower();
  beforeAll(() => {
    for (const [night, results] of all.entries()) {
      const name = `nights/${String(night).padStart(2, "0")}`;
      mkdirSync(at(name), { recursive: true });
      writeFileSync(at(`${name}/results.json`), JSON.stringify(results));
    }
  });
  const nights = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, night) => `nights/${String(from + night).padStart(2, "0")}`);
  interface Kept {
    readonly history: {
      readonly file: string;
      readonly added: number;
      readonly problem: string | null;
      readonly series: { readonly figure: string; readonly runs: number; readonly changes: object[] }[];
    }[];
  }
  const kept = async (...words: string[]): Promise<Kept["history"]> => {
    const { status, stdout, stderr } = await report(...words, "--json");
    expect(status, stderr).toBe(0);
    return (JSON.parse(stdout) as Kept).history;
  };

  test("runs are added from report to report, until a change is named, once as new", async () => {
    const first = await report(...nights(0, 12), "--history", "kept", "--out", "out");
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(first.stdout).toContain("no change beyond this machine's spread in the last 12 runs");
    const [then] = await kept(...nights(12, 19), "--history", "kept");
    expect(then).toMatchObject({ added: 7, problem: null });
    expect(then?.series[0]).toMatchObject({
      ...{ scenario: "new-tap", build: "candidate", figure: "outageMs", runs: 19 },
      changes: [{ since: "2026-01-13T03:17:00.000Z", isNew: true }],
    });
    const [again] = await kept(...nights(12, 19), "--history", "kept");
    expect(again).toMatchObject({ added: 0, series: then?.series });
    const later = await report(...nights(19, 23), "--history", "kept", "--out", "out");
    const sentence = /^new-tap outage: .* ms since 2026-01-13 \(QEMU 10\.0\.2 → 10\.0\.3, /m;
    expect(later.stdout).toMatch(sentence);
    expect(readFileSync(at("out/summary.md"), "utf8")).toContain("\n- new-tap outage");
    expect(readFileSync(at("out/report.html"), "utf8")).toContain('<section class="trend"');
    expect(readdirSync(at("kept"))).toEqual([basename(then?.file ?? "")]);
  });

  test("two processes that write at the same time lose nothing", async () => {
    await Promise.all([0, 5, 10, 15].map((from) => kept(...nights(from, from + 5), "--history", "shared")));
    const [one] = await kept("nights/00", "--history", "shared");
    expect(one).toMatchObject({ added: 0, series: [{ runs: 20 }, { runs: 20 }] });
  });

  test("a broken file is named and kept, and the report is made", async () => {
    const [one] = await kept("nights/00", "--history", "broken");
    writeFileSync(one?.file ?? "", "{");
    const ended = await report("nights/01", "--history", "broken", "--out", "out");
    expect(ended.status).toBe(0);
    expect(ended.stderr).toBe(
      `${one?.file}: unreadable: not JSON. It is left as it is; move it away to begin anew\n`,
    );
    expect(readFileSync(one?.file ?? "", "utf8")).toBe("{");
    expect(readFileSync(at("out/summary.md"), "utf8")).toContain("⚠️");
  });

  test("without it nothing is kept", async () => {
    expect(await kept("good")).toBeNull();
  });
});

test.each([
  [[]],
  [["good", "--out", ""]],
  [["good", "--history", ""]],
  [["good", "--colour"]],
  [["good", "--out", "good/a/results.json/x"]],
])("bad usage %j: status 2 and why", async (args) => {
  const ended = await report(...args);
  expect(ended).toMatchObject({ status: 2, stdout: "" });
  expect(ended.stderr).not.toMatch(/^ +at /m);
  expect(ended.stderr).toMatch(/./);
});

describe("--help", () => {
  test.each(["run", "report", "doctor", "assets", "clean", ""])("of %s has examples", async (command) => {
    const words = [...(command === "" ? [] : [command]), "--help"];
    const { stdout, status } = await runCli(words, { cwd: dirname(DIST) });
    expect(status).toBe(0);
    // The name as it was called, so that each line can be pasted.
    const called = `node ${basename(DIST)}/cli.js`;
    expect(stdout).toMatch(new RegExp(`^Usage: ${called} ${command}`));
    expect(stdout).toMatch(new RegExp(`^Examples:\n {2}${called} ${command}`, "m"));
  });

  test("of a link in PATH says the link's name", async () => {
    const link = at("tap-migration");
    symlinkSync(CLI, link);
    const { stdout } = await runCli(["run", "--help"], { cli: link });
    expect(stdout).toMatch(/^Usage: tap-migration run[\s\S]*^Examples:\n {2}tap-migration run /m);
  });
});

test.each([
  [["--scenarios", "tap-fd", "new-tap"], "scenarios are separated by commas: --scenarios tap-fd,new-tap"],
  [
    ["--scenarios", "tap-fd,", "new-tap", "--json"],
    "scenarios are separated by commas: --scenarios tap-fd,new-tap",
  ],
  [["--max-outage-ms", "new-tap:", "20"], "a value with blanks in it has to be quoted"],
])("surplus words like %j get a hint", async (words, hint) => {
  const { status, stderr } = await runCli(["run", ...words]);
  expect(status).toBe(2);
  expect(stderr.trim().split("\n").at(-1)).toBe(hint);
});
