/** Proves: a history folder keeps each run once, the last hundred of them, whoever writes at the same time, and never spoils a file. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Kept, keepRuns } from "../../../src/report/history/folder.ts";
import { HistoryFile, type HistoryRun, MOST_RUNS } from "../../../src/report/history/format.ts";
import { fingerprintOf, historyRunOf, machineOf } from "../../../src/report/history/machine.ts";
import { useFolder } from "../../for-each-test.ts";
import { nights } from "./nights.ts";

const folder = useFolder();
const all = nights(Array.from({ length: 130 }, (_, night) => 20 + (night % 7)));
const runs = all.map((one) => historyRunOf(one) as HistoryRun);
const [first] = all;
if (first === undefined) throw new Error("no runs");
const machine = machineOf(first, (inputs) => inputs);
const name = `${fingerprintOf(machine)}.json`;

const keep = (...some: HistoryRun[]): Promise<Kept> => keepRuns(folder.at("history"), machine, some);
const written = () => HistoryFile.parse(JSON.parse(readFileSync(folder.at("history", name), "utf8")));

test("runs are kept by when they began, and taken once", async () => {
  const [a, b, c] = runs as [HistoryRun, HistoryRun, HistoryRun];
  expect(await keep(c)).toMatchObject({ added: 1, problem: null, runs: [c] });
  expect(await keep(a, b)).toMatchObject({ added: 2, problem: null, runs: [a, b, c] });
  const before = readFileSync(folder.at("history", name));
  expect(await keep(c, a)).toMatchObject({ added: 0, problem: null, runs: [a, b, c] });
  expect(readFileSync(folder.at("history", name))).toEqual(before);
  expect(written()).toEqual({ historyVersion: 1, machine, runs: [a, b, c] });
  expect(readdirSync(folder.at("history"))).toEqual([name]);
});

test("a hundred runs stay, the newest ones", async () => {
  await keep(...runs.slice(0, 90));
  expect((await keep(...runs.slice(90))).runs).toEqual(runs.slice(-MOST_RUNS));
  expect(written().runs).toEqual(runs.slice(-MOST_RUNS));
  // Older than all that is there.
  expect(await keep(...runs.slice(0, 1))).toMatchObject({ added: 0, problem: null });
});

test("of many that write at once, none loses a run, nor finds half a file", async () => {
  const kept = await Promise.all(runs.slice(0, 20).map((run) => keep(run)));
  expect(kept.map(({ problem }) => problem)).toEqual(Array(20).fill(null));
  expect(written().runs).toEqual(runs.slice(0, 20));
});

describe("what is no history is left as it is, and named", () => {
  const valid = (): HistoryFile => ({ historyVersion: 1, machine, runs: runs.slice(0, 2) });
  const text = (value: unknown) => JSON.stringify(value);

  test.each([
    ["broken JSON", () => text(valid()).slice(0, -20), /^unreadable: not JSON\./],
    ["nothing", () => "", /^unreadable: not JSON\./],
    [
      "another version",
      () => text({ ...valid(), historyVersion: 2 }),
      /^of history version 2, and .* version 1\./,
    ],
    ["no history", () => "[]", /^not of history version 1: /],
    ["a member too many", () => text({ ...valid(), more: 1 }), /^not of history version 1: .*more/],
    [
      "a figure that is none",
      () => text(valid()).replace(/"durationMs":\d+/, '"durationMs":"x"'),
      /^not of history version 1: runs\.0\.durationMs: /,
    ],
    [
      "a hundred and one runs",
      () => text({ ...valid(), runs: runs.slice(0, 101) }),
      /^not of history version 1: runs: /,
    ],
    [
      "another machine's",
      () => text({ ...valid(), machine: { ...machine, cores: 99 } }),
      /^the history of another machine\./,
    ],
  ])("%s", async (_, content, problem) => {
    mkdirSync(folder.at("history"));
    writeFileSync(folder.at("history", name), content());
    const kept = await keep(...runs.slice(0, 3));
    expect(kept).toMatchObject({ added: 0, runs: [] });
    expect(kept.problem).toMatch(problem);
    expect(kept.problem).toMatch(/\. It is left as it is; move it away to begin anew$/);
    expect(readFileSync(folder.at("history", name), "utf8")).toBe(content());
    expect(readdirSync(folder.at("history"))).toEqual([name]);
  });

  test("a folder in its place", async () => {
    mkdirSync(folder.at("history", name), { recursive: true });
    expect((await keep(...runs.slice(0, 1))).problem).toMatch(/^unreadable: a folder\. /);
  });

  test("a link, which is not followed", async () => {
    mkdirSync(folder.at("history"));
    writeFileSync(folder.at("secret"), text(valid()));
    symlinkSync(folder.at("secret"), folder.at("history", name));
    expect((await keep(...runs.slice(0, 1))).problem).toMatch(/^unreadable: a symbolic link/);
    expect(readFileSync(folder.at("secret"), "utf8")).toBe(text(valid()));
  });
});

test("a path that cannot be a folder is named, and the report's own runs are still there", async () => {
  writeFileSync(folder.at("history"), "");
  const kept = await keep(...runs.slice(0, 2));
  expect(kept).toMatchObject({ added: 0, runs: runs.slice(0, 2) });
  expect(kept.problem).toMatch(/^the runs could not be added: .* Give a folder that this user can write$/);
  expect(readFileSync(folder.at("history"), "utf8")).toBe("");
});

test("text of any length fits", async () => {
  const long = nights([20], () => ({
    host: { kernel: "k".repeat(1e5), cpu: "c".repeat(1e5), cores: 1 },
    builds: [{ role: "candidate", path: "/q", version: "v".repeat(1e5), dialect: null, traced: false }],
    inputs: { machine: "m".repeat(1e5) },
  }));
  const [one] = long;
  if (one === undefined) throw new Error("no run");
  const large = machineOf(one, (inputs) => inputs);
  const kept = await keepRuns(folder.at("history"), large, [historyRunOf(one) as HistoryRun]);
  expect(kept).toMatchObject({ added: 1, problem: null });
  expect(readFileSync(kept.file).length).toBeLessThan(5_000);
});
