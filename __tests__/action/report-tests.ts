/** Proves: the report step merges runs into one report, names broken files and fails when a run failed. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Results } from "../../src/results/schema.ts";
import { failed, passed, recorded } from "../report/cases.ts";
import { results, unsupported } from "../report/made-up.ts";
import { type Job, makeJob, named, readCommands } from "./runner.ts";

/** Writes results, or any text, where the step finds them. */
export function place(job: Job, folder: string, content: Results | string): void {
  const path = join(job.folder, "workspace", folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "results.json"), typeof content === "string" ? content : JSON.stringify(content));
}

const read = (job: Job, path: string) => readFileSync(join(job.folder, "workspace", path), "utf8");

const mediansOf = ({ scenarios }: Results) => scenarios.flatMap(({ stats }) => stats?.outageMs.median ?? []);

/** The tests of the report step, with this Node. */
export function reportTests(node: string): void {
  test("runs that passed: one page, one report, outputs, status 0", async () => {
    using job = makeJob(node);
    place(job, "results/trixie", recorded("alone-7.2"));
    place(job, "results/sid", passed());
    place(job, "results/node_modules/x", "{}");
    const step = await job.start("report", { results: "results", "output-dir": "report" }).ended;
    expect(step, step.log).toMatchObject({ status: 0 });
    expect(named(step.log, "error")).toEqual([]);
    const folder = join(job.folder, "workspace/report");
    expect(job.outputs()).toEqual({
      ...{ conclusion: "passed", runs: "2", passed: "2", failed: "0", broken: "0" },
      "worst-outage-ms": String(Math.max(...mediansOf(recorded("alone-7.2")), ...mediansOf(passed()))),
      report: join(folder, "report.html"),
      junit: join(folder, "junit.xml"),
      benchmark: join(folder, "benchmark.json"),
      "output-dir": folder,
    });
    expect(job.summary()).toMatch(/^\*\*✅ passed\*\*: 2 runs · worst median outage/m);
    expect(job.summary()).toBe(read(job, "report/summary.md"));
    expect(read(job, "report/report.html")).toContain("results/trixie");
  });

  test("a run that failed, a broken file and one that is missing: each an error, the rest counts, status 1", async () => {
    using job = makeJob(node);
    place(job, "a", passed());
    place(job, "b", failed());
    place(job, "c", '{"schemaVersion": 99}');
    const inputs = { results: "a\n b \n*/results.json\nnowhere", summary: "false" };
    const step = await job.start("report", inputs).ended;
    expect(step.status).toBe(1);
    expect(named(step.log, "error").map(({ title, message }) => [title, message])).toEqual([
      [expect.stringMatching(/^QEMU .* failed$/), failed().reason],
      ["results could not be read", expect.stringMatching(/^c\/results\.json: of schema version 99/)],
      ["results could not be read", expect.stringMatching(/^nowhere: missing: /)],
    ]);
    expect(job.outputs()).toMatchObject({
      conclusion: "failed",
      runs: "2",
      passed: "1",
      failed: "1",
      broken: "2",
    });
    expect(job.summary()).toBe("");
    expect(read(job, "tap-migration-report/summary.md")).toMatch(/c\/results\.json\\?: of schema version 99/);
  });

  test("nothing found: failed, and said", async () => {
    using job = makeJob(node);
    const step = await job.start("report").ended;
    expect(step.status).toBe(1);
    expect(named(step.log, "error")).toHaveLength(1);
    expect(job.outputs()).toMatchObject({ conclusion: "failed", runs: "0", broken: "1" });
    expect(job.outputs()).not.toHaveProperty("report");
    expect(job.outputs()).not.toHaveProperty("worst-outage-ms");
  });

  test("bad inputs: all in one message, nothing written", async () => {
    using job = makeJob(node);
    const step = await job.start("report", { comment: "maybe", summary: "1", result: "x" }).ended;
    expect(step.status).toBe(1);
    const [warning, error, ...more] = readCommands(step.log);
    expect(more).toEqual([]);
    const ignored = expect.stringMatching(/^result: .* is ignored/);
    expect(warning).toMatchObject({ name: "warning", message: ignored });
    for (const name of ["comment", "summary"])
      expect(error?.message).toMatch(new RegExp(`^  ${name}: `, "m"));
    expect(job.outputs()).toEqual({ conclusion: "failed" });
  });

  test("text of a run can't command the runner", async () => {
    using job = makeJob(node);
    const text = "x\n::error::not ours\r\n##[add-mask]y\u001b[2J";
    place(job, "a", results({ conclusion: "failed", reason: text, scenarios: [unsupported(text)] }));
    const step = await job.start("report", { results: "a\n::warning::no such" }).ended;
    expect(readCommands(step.log).map(({ name }) => name)).toEqual(["error", "error"]);
    expect(step.log).not.toContain("\u001b");
  });
}
