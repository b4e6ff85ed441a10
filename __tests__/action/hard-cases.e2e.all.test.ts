/** Proves: the action's steps cope with survivors, hostile output, unwritable files and a silent cache on Node 24. */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { sha256 } from "../guest/asset-server.ts";
import { startCacheService } from "./cache-service.ts";
import { installNode24, NODE_24 } from "./nodes.ts";
import { leftOf, makeJob, named, readCommands } from "./runner.ts";

// The same steps as in dist-tests.ts.

const BOOT_AND_MORE_MS = 180_000;
const TINY = { accel: "tcg", guest: "micro", memory: "512M", scenarios: "new-tap" };
const ENDLESS = { ...TINY, iterations: "1000" };

beforeAll(installNode24, 300_000);

test.concurrent("a main step that outlived its cancelling is ended by post", {
  timeout: BOOT_AND_MORE_MS,
}, async () => {
  using job = makeJob(NODE_24);
  const main = job.start("main", ENDLESS);
  await main.saying("iteration 1: launch target");
  const runs = job.runs();
  const post = await job.start("post").ended;
  expect(post).toMatchObject({ status: 0 });
  expect(post.log).toMatch(/the main step \(process \d+\) still runs: ending it/);
  await main.ended;
  expect(leftOf(runs)).toEqual([]);
  expect(job.runs()).toEqual([]);
});

test.concurrent("post leaves the run of another job alone", { timeout: BOOT_AND_MORE_MS }, async () => {
  using living = makeJob(NODE_24);
  const main = living.start("main", ENDLESS);
  await main.saying("boot guest");
  // The same home, as on a self-hosted runner.
  using other = makeJob(NODE_24, { HOME: join(living.folder, "home") });
  expect(await other.start("post").ended).toEqual({ status: 0, signal: null, log: "" });
  await main.saying("1 of 1000 passed");
  main.kill("SIGINT");
  await main.ended;
});

test.concurrent("a QEMU that prints commands of the runner gives none", {
  timeout: BOOT_AND_MORE_MS,
}, async () => {
  using job = makeJob(NODE_24);
  const qemu = join(job.folder, "qemu");
  const evil = [
    "  ::set-output name=conclusion::passed",
    "before\\r::stop-commands::token",
    "in the middle ##[add-mask]b",
    "| <img src=x> ![x](y) |",
  ];
  writeFileSync(
    qemu,
    `#!/bin/sh
case "$*" in
*memory-backend-file*) printf '${evil.join("\\n")}\\n' >&2; exit 3 ;;
*) exec qemu-system-x86_64 "$@" ;;
esac
`,
  );
  chmodSync(qemu, 0o755);
  const main = await job.start("main", { ...TINY, qemu }).ended;
  expect(main.status).toBe(1);
  expect(main.log).toContain("set-output name=conclusion");
  const names = new Set(readCommands(main.log).map(({ name }) => name));
  expect([...names].sort()).toEqual(["debug", "endgroup", "error", "group"]);
  expect(named(main.log, "error").map(({ title }) => title)).toEqual(["new-tap failed", "run failed"]);
  expect(job.outputs()).toMatchObject({ conclusion: "failed", failed: "1" });
  expect(job.summary()).toContain("set-output name\\=conclusion");
  expect(job.summary()).not.toMatch(/<img|!\[|^::/m);
});

test.concurrent("summary and annotations can be switched off; the file in the output folder stays", {
  timeout: BOOT_AND_MORE_MS,
}, async () => {
  using job = makeJob(NODE_24);
  const inputs = { ...TINY, scenarios: "tap-fd", summary: "false", annotations: "false" };
  const main = await job.start("main", inputs).ended;
  expect(main.status).toBe(1);
  expect(readCommands(main.log).filter(({ name }) => /error|warning|notice/.test(name))).toEqual([]);
  expect(main.log).toMatch(/^notice: tap-fd unsupported: this QEMU has no local migration/m);
  expect(main.log).toMatch(/^error: run failed: unsupported: tap-fd/m);
  expect(job.summary()).toBe("");
  expect(readFileSync(join(job.folder, "workspace/tap-migration-results/summary.md"), "utf8")).toMatch(
    /failed/,
  );
});

test.concurrent("files of the runner that cannot be written are warnings: a run that passed stays passed", {
  timeout: BOOT_AND_MORE_MS,
}, async () => {
  using elsewhere = makeJob(NODE_24);
  const at = (name: string) => join(elsewhere.folder, name);
  // A folder instead of a file, which nobody can write to, and a missing folder.
  const files = { GITHUB_OUTPUT: at("temp"), GITHUB_STATE: at("missing"), GITHUB_STEP_SUMMARY: at("temp") };
  using job = makeJob(NODE_24, files);
  const main = await job.start("main", { ...TINY, iterations: "1" }).ended;
  expect(main.status, main.log).toBe(0);
  expect(named(main.log, "error")).toEqual([]);
  const warnings = named(main.log, "warning").filter(({ title }) => title === "tap-migration");
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^the state for the post step could not be saved \(GITHUB_STATE\): /),
    expect.stringMatching(
      /^the outputs of this step could not be set \(GITHUB_OUTPUT\): it is a folder, not a file \(EISDIR, /,
    ),
    expect.stringMatching(/^the job summary could not be written \(GITHUB_STEP_SUMMARY\): it is a folder/),
  ]);
  const refused = await job.start("main", { accel: "xen" }).ended;
  expect(refused.status).toBe(1);
  expect(named(refused.log, "error")).toHaveLength(1);
  expect(refused.log).not.toMatch(/^ +at /m);
});

test.concurrent("post ends although the cache service never answers", {
  timeout: BOOT_AND_MORE_MS,
}, async () => {
  await using service = await startCacheService();
  service.fallSilent();
  using job = makeJob(NODE_24, service.environment);
  const path = join(job.folder, "asset");
  writeFileSync(path, "bytes");
  const state = {
    main: { bootId: "another", pid: 2, startTicks: 1 },
    registerFolder: job.records,
    downloaded: [{ sha256: sha256(Buffer.from("bytes")), path }],
  };
  writeFileSync(join(job.folder, "state"), `job<<END\n${JSON.stringify(state)}\nEND\n`);
  const post = await job.start("post").ended;
  expect(post).toMatchObject({ status: 0, signal: null });
  expect(named(post.log, "warning")).toMatchObject([
    { message: expect.stringMatching(/was not done within 60 s/) },
  ]);
});

test.concurrent("a rubbish state counts as no state", async () => {
  using job = makeJob(NODE_24);
  writeFileSync(join(job.folder, "state"), 'job<<END\n{"main": 1}\nEND\n');
  expect(await job.start("post").ended).toEqual({ status: 0, signal: null, log: "" });
});
