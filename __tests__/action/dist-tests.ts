/** Proves: dist/ run as a runner starts it measures real QEMU under TCG, refuses bad inputs and survives cancelling. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readResults } from "../e2e/product.ts";
import { sha256, someBytes, startServer, whole } from "../guest/asset-server.ts";
import { startCacheService } from "./cache-service.ts";
import { type Job, leftOf, makeJob, named, readCommands } from "./runner.ts";

const BOOT_AND_MORE_MS = 180_000;
const TINY = { accel: "tcg", guest: "micro", memory: "512M", scenarios: "new-tap" };
const ENDLESS = { ...TINY, iterations: "1000" };

export function distTests(node: string): void {
  test("a run that passes: outputs, state, summary, groups; post has nothing to do", {
    timeout: BOOT_AND_MORE_MS,
  }, async () => {
    using job = makeJob(node);
    const main = await job.start("main", { ...TINY, iterations: "1", "output-dir": "out" }).ended;
    expect(main).toMatchObject({ status: 0 });
    const output = join(job.folder, "workspace/out");
    const results = readResults(output);
    const stallMs = results.scenarios[0]?.stats?.requestStallMs?.median;
    expect(job.outputs()).toEqual({
      conclusion: "passed",
      passed: "1",
      failed: "0",
      unsupported: "0",
      "worst-outage-ms": String(results.scenarios[0]?.stats?.outageMs.median),
      ...(stallMs != null && { "worst-request-stall-ms": String(stallMs) }),
      results: join(output, "results.json"),
      report: join(output, "report.html"),
      junit: join(output, "junit.xml"),
      benchmark: join(output, "benchmark.json"),
      "output-dir": output,
    });
    expect(job.summary()).toMatch(/^\| new-tap \| ✅&nbsp;passed \| 1 \|/m);
    expect(readFileSync(join(output, "summary.md"), "utf8")).toBe(job.summary());

    // This test does not ask whether the machine is quiet enough for one iteration.
    const shown = readCommands(main.log).filter(
      ({ name, title }) => name !== "debug" && title !== "new-tap: this machine is too noisy",
    );
    expect(shown.map(({ name, title, message }) => title ?? (message || name))).toEqual([
      "Preparation",
      "endgroup",
      expect.stringMatching(/^new-tap, .*: 1 iterations?$/),
      "endgroup",
      "what the network felt",
      "new-tap passed",
    ]);
    expect(main.log).toMatch(/^1 of 1 passed: outage [\d.]+ ms, vCPU pause/m);
    expect(main.log).not.toMatch(/iteration 1: migrate$/m);
    expect(job.runs()).toEqual([]);

    expect(Object.keys(job.state())).toEqual(["job"]);
    const post = await job.start("post").ended;
    expect(post).toEqual({ status: 0, signal: null, log: "" });
  });

  test("bad inputs: all in one message, nothing started, status 1", async () => {
    using job = makeJob(node);
    const inputs = { accel: "xen", iterations: "0", summary: "maybe" };
    const main = await job.start("main", { ...inputs, colour: "red" }).ended;
    expect(main.status).toBe(1);
    const [warning, error, ...more] = readCommands(main.log);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({
      name: "warning",
      message: "colour: there is no such input; it is ignored (from the variable INPUT_COLOUR)",
    });
    expect(error?.name).toBe("error");
    for (const name of Object.keys(inputs)) expect(error?.message).toMatch(new RegExp(`^  ${name}: `, "m"));
    expect(main.log).not.toMatch(/^ +at /m);
    expect(job.outputs()).toEqual({ conclusion: "failed" });
    expect(job.summary()).toBe("");
    expect(readdirSync(join(job.folder, "workspace"))).toEqual([]);
    expect(await job.start("post").ended).toMatchObject({ status: 0, log: "" });
  });

  test.each([
    ["with the state that it wrote", (job: Job) => job.start("post")],
    [
      "without any state",
      (job: Job) => {
        writeFileSync(join(job.folder, "state"), "");
        return job.start("post");
      },
    ],
  ])(
    "main killed while it migrates: post leaves nothing, %s",
    { timeout: BOOT_AND_MORE_MS },
    async (_, post) => {
      using job = makeJob(node);
      const main = job.start("main", ENDLESS);
      await main.saying("iteration 1: launch target");
      const runs = job.runs();
      expect(runs).toHaveLength(1);
      main.kill("SIGKILL");
      expect(await main.ended).toMatchObject({ signal: "SIGKILL" });
      expect(leftOf(runs)).not.toEqual([]);
      const ended = await post(job).ended;
      expect(ended).toMatchObject({ status: 0 });
      expect(ended.log).toMatch(new RegExp(`^run ${runs[0]}: cleaned up$`, "m"));
      expect(leftOf(runs)).toEqual([]);
      expect(job.runs()).toEqual([]);
    },
  );

  test("a cancelled job: INT, then TERM; results so far and outputs", {
    timeout: BOOT_AND_MORE_MS,
  }, async () => {
    using job = makeJob(node);
    const main = job.start("main", ENDLESS);
    await main.saying("iteration 2: launch target");
    const runs = job.runs();
    main.kill("SIGINT");
    await main.saying("SIGINT: ending the run");
    main.kill("SIGTERM");
    const ended = await main.ended;
    expect(ended).toMatchObject({ status: 1, signal: null });
    expect(readResults(join(job.folder, "workspace/tap-migration-results")).scenarios).toMatchObject([
      { status: "skipped", iterations: [{ status: "passed" }] },
    ]);
    expect(job.outputs()).toMatchObject({ conclusion: "failed", passed: "0", failed: "0" });
    expect(job.outputs()["worst-outage-ms"]).toMatch(/^\d/);
    expect(named(ended.log, "error")).toMatchObject([{ title: "run failed", message: "cancelled (SIGINT)" }]);
    expect(leftOf(runs)).toEqual([]);
  });

  test("what main downloaded, post saves; the next job has it from the caches and asks the server nothing", {
    timeout: BOOT_AND_MORE_MS,
  }, async () => {
    await using service = await startCacheService();
    await using server = await startServer();
    const bytes = someBytes(1_000_000);
    const inputs = {
      ...{ accel: "tcg", memory: "512M", scenarios: "new-tap", guest: "alpine-iso" },
      ...{ iso: server.on("/an.iso", whole(bytes)), "iso-sha256": sha256(bytes) },
    };
    // This ISO cannot boot: the run is ended as soon as it tries.
    const fetchOnly = async (job: Job) => {
      const main = job.start("main", inputs);
      await main.saying("boot guest");
      main.kill("SIGINT");
      return (await main.ended).log;
    };
    using first = makeJob(node, service.environment);
    expect(await fetchOnly(first)).toMatch(/^iso: 1\.0 MiB from http:/m);
    expect(server.asked).toEqual(["GET /an.iso"]);
    const post = await first.start("post").ended;
    expect(post.status).toBe(0);
    expect(post.log).toMatch(/saved in the runner's tool cache$/m);
    expect(post.log).toMatch(/saved in the Actions cache$/m);
    expect(named(post.log, "warning")).toEqual([]);

    // A fresh hosted runner: another home and no tool cache, but the same workspace and temporary folder.
    const sameRunner = {
      GITHUB_WORKSPACE: join(first.folder, "workspace"),
      RUNNER_TEMP: join(first.folder, "temp"),
    };
    using hosted = makeJob(node, { ...service.environment, ...sameRunner });
    expect(await fetchOnly(hosted)).toMatch(/from the Actions cache$/m);
    expect(await hosted.start("post").ended).toMatchObject({ status: 0, log: "" });

    using selfHosted = makeJob(node, { RUNNER_TOOL_CACHE: join(first.folder, "tools") });
    expect(await fetchOnly(selfHosted)).toMatch(/from the runner's tool cache$/m);
    expect(server.asked).toEqual(["GET /an.iso"]);
  });
}
