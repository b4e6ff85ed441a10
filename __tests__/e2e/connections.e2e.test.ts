/** Proves: TCP connections of the guest are timed, live through a chain, and are not needed for the rest. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { leftovers, readResults, runCli } from "./product.ts";
import { REAL_GUEST, smallRun } from "./small-run.ts";

const LONG_MS = 300_000;
const WARNING = /there are no figures of TCP requests: /g;

afterAll(() => expect(leftovers()).toEqual([]));

test.each(["auto", "none"])(
  "a real QEMU, with privilege %s: the connections of one boot answer in each iteration",
  {
    timeout: LONG_MS,
  },
  async (privilege) => {
    using out = temporaryFolder();
    const ended = await runCli(smallRun({ ...REAL_GUEST, iterations: 2, privilege, out: out.path }));
    expect(ended.status, ended.stderr + ended.stdout).toBe(0);
    const [scenario] = readResults(out.path).scenarios;
    expect(scenario?.bootMs).toHaveLength(1);
    for (const iteration of scenario?.iterations ?? []) {
      expect(iteration).toMatchObject({ connections: 20, connectionsLost: 0 });
      expect(iteration.requestsInFreeze).toBeGreaterThan(0);
      expect(iteration.requestStallMs).toBeGreaterThan(0);
      expect(iteration.requestNoiseMs).toBeGreaterThan(0);
      const slowest = (iteration.requests ?? []).map(
        ({ sentAtMs, answeredAtMs }) => (answeredAtMs ?? 0) - sentAtMs,
      );
      expect(Math.max(...slowest)).toBeCloseTo(iteration.requestStallMs ?? 0, 2);
      const all = JSON.parse(readFileSync(join(out.path, iteration.folder, "requests.json"), "utf8"));
      expect(new Set(all.requests.map(([connection]: [number]) => connection)).size).toBe(20);
    }
  },
);

test("none are wanted: no figures, no warning", { timeout: LONG_MS }, async () => {
  using standIn = makeStandIn({ dialect: "permit" });
  using out = temporaryFolder();
  const ended = await runCli(smallRun({ qemu: standIn.path, connections: 0, out: out.path }));
  expect(ended.status, ended.stderr + ended.stdout).toBe(0);
  expect(ended.stderr).not.toMatch(WARNING);
  const [scenario] = readResults(out.path).scenarios;
  expect(scenario?.iterations[0]).toMatchObject({ connections: null, requestStallMs: null, requests: null });
});

test("a guest without nc: one warning for the run, and all else is measured", {
  timeout: LONG_MS,
}, async () => {
  using standIn = makeStandIn({ dialect: "permit", nc: false });
  using out = temporaryFolder();
  const ended = await runCli(smallRun({ qemu: standIn.path, scenarios: "tap-fd,new-tap", out: out.path }));
  expect(ended.status, ended.stderr + ended.stdout).toBe(0);
  expect(ended.stderr.match(WARNING)).toHaveLength(1);
  expect(ended.stderr).toContain("the guest has no nc");
  for (const { iterations } of readResults(out.path).scenarios) {
    expect(iterations[0]).toMatchObject({ status: "passed", connections: null, requestStallMs: null });
  }
});

test("a freeze that drops packets is a stall of the kernel's time-out, which a limit can forbid", {
  timeout: LONG_MS,
}, async () => {
  using standIn = makeStandIn({ dialect: "permit", freezeMs: 30, freezeKind: "dropped" });
  using out = temporaryFolder();
  const limits = { "max-request-stall-ms": "tap-fd: 100" };
  const ended = await runCli(smallRun({ qemu: standIn.path, iterations: 2, ...limits, out: out.path }));
  expect(ended.status, ended.stderr + ended.stdout).toBe(1);
  const [scenario] = readResults(out.path).scenarios;
  expect(scenario?.limits).toMatchObject([{ limit: "max-request-stall-ms", verdict: "exceeded" }]);
  for (const iteration of scenario?.iterations ?? []) {
    expect(iteration).toMatchObject({ status: "passed", connectionsLost: 0 });
    expect(iteration.requestStallMs).toBeGreaterThanOrEqual(190);
    expect(iteration.requestsStalled).toBeGreaterThan(0);
    expect(iteration.retransmits).toBeGreaterThan(0);
  }
});

test("the guest resets its connections: the iteration fails, with how many and why", {
  timeout: LONG_MS,
}, async () => {
  const reset = { side: "target", step: "after-resume", kind: "reset-connections" } as const;
  using standIn = makeStandIn({ dialect: "permit", faults: [reset] });
  using out = temporaryFolder();
  const ended = await runCli(smallRun({ qemu: standIn.path, out: out.path }));
  expect(ended.status, ended.stderr + ended.stdout).toBe(1);
  const [iteration] = readResults(out.path).scenarios[0]?.iterations ?? [];
  expect(iteration?.reason).toBe("20 of 20 TCP connections were lost: ECONNRESET");
  expect(iteration?.connectionsLost).toBe(20);
  expect(iteration?.outageMs).toBeGreaterThan(0);
});

test("the guest's TCP falls silent: a stall at least as long as was waited, and lost in the next iteration", {
  timeout: LONG_MS,
}, async () => {
  const mute = { side: "target", step: "after-resume", kind: "mute-connections", nth: 1 } as const;
  using standIn = makeStandIn({ dialect: "permit", faults: [mute] });
  using out = temporaryFolder();
  const options = { iterations: 2, "recovery-timeout-ms": 1000 };
  const ended = await runCli(smallRun({ qemu: standIn.path, ...options, out: out.path }));
  expect(ended.status, ended.stderr + ended.stdout).toBe(1);
  const [first, second] = readResults(out.path).scenarios[0]?.iterations ?? [];
  expect(first).toMatchObject({ status: "passed", connectionsLost: 0 });
  expect(first?.requestsStalled).toBe(20);
  expect(second?.reason).toBe("20 of 20 TCP connections were lost: no answer during a whole iteration");
});
