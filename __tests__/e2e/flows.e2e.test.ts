/** Proves: with several vCPUs the probe has a flow on each queue pair in use; where it cannot, the summary names the queue pairs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { summaryOf } from "../../src/report/summary.ts";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { leftovers, readResults, runCli, UNHURRIED } from "./product.ts";
import { REAL_GUEST, smallRun } from "./small-run.ts";

const LONG_MS = 300_000;
const FOUR = { smp: 4, queues: 4 } as const;
const NO_PACKETS = "carried no packets";

afterAll(() => expect(leftovers()).toEqual([]));

test("four vCPUs on a real QEMU: each of four queue pairs carries packets, the worst flow is the headline", {
  timeout: LONG_MS,
}, async () => {
  using out = temporaryFolder();
  const ended = await runCli(
    smallRun({ ...REAL_GUEST, ...FOUR, ...UNHURRIED, iterations: 2, control: 2, out: out.path }),
  );
  expect(ended.status, ended.stderr).toBe(0);
  const results = readResults(out.path);
  expect(results.control).toMatchObject({ stretchMs: 1000, longestGapMs: { n: 2 } });
  const iterations = results.scenarios[0]?.iterations ?? [];
  expect(iterations.map(({ queuePairs }) => queuePairs)).toEqual(
    Array(2).fill({ offered: 4, active: 4, seen: 4, unseen: [] }),
  );
  for (const { flows, outageMs, sent } of iterations) {
    expect(flows[0]?.address).toBe("192.168.100.2");
    expect(flows.length).toBeGreaterThanOrEqual(4);
    expect(outageMs).toBe(Math.max(...flows.map((flow) => flow.outageMs ?? Number.NaN)));
    expect(sent).toBe(flows.reduce((sum, flow) => sum + (flow.sent ?? Number.NaN), 0));
  }
  expect(summaryOf(results)).not.toContain(NO_PACKETS);
});

test("what was found for one scenario serves the next: it tries no further address", {
  timeout: LONG_MS,
}, async () => {
  using standIn = makeStandIn({ dialect: "permit" });
  using out = temporaryFolder();
  const ended = await runCli(
    smallRun({ qemu: standIn.path, ...FOUR, scenarios: "tap-fd,new-tap", out: out.path }),
  );
  expect(ended.status, ended.stderr + ended.stdout).toBe(0);
  const [first, second] = readResults(out.path).scenarios.map(({ iterations }) => iterations[0]);
  expect(first?.queuePairs).toEqual({ offered: 4, active: 4, seen: 4, unseen: [] });
  expect(second?.queuePairs).toEqual(first?.queuePairs);
  const addresses = first?.flows.map(({ address }) => address);
  expect(second?.flows.map(({ address }) => address)).toEqual(addresses);
  const console = readFileSync(join(out.path, "new-tap/iteration-001/source.console.log"), "utf8");
  expect(new Set(console.match(/(?<=ip addr add )[\d.]+/g))).toEqual(new Set(addresses));
});

test("a queue pair that no address reaches is named, and the migration is measured", {
  timeout: LONG_MS,
}, async () => {
  using standIn = makeStandIn({ dialect: "permit", faults: [{ step: "cont", kind: "one-queue" }] });
  using out = temporaryFolder();
  const ended = await runCli(smallRun({ qemu: standIn.path, ...FOUR, out: out.path }));
  expect(ended.status, ended.stderr + ended.stdout).toBe(0);
  const results = readResults(out.path);
  const [iteration] = results.scenarios[0]?.iterations ?? [];
  expect(iteration?.queuePairs).toEqual({ offered: 4, active: 4, seen: 1, unseen: [1, 2, 3] });
  expect(iteration?.flows.map(({ address }) => address)).toEqual(["192.168.100.2"]);
  expect(summaryOf(results)).toMatch(/queue pairs 1, 2 and 3 of 4 .*carried no packets in 1 of 1 migration/);
});
