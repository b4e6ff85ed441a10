/** Proves: faults of QEMU and guest end the run with the right reason, and lost packets are counted. */
import { describe, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { readResults, runCli, UNHURRIED } from "./product.ts";
import { SINGLE_FAULTS, singleFaultTests } from "./single-faults.ts";
import { smallRun } from "./small-run.ts";

const LONG_MS = 600_000;

singleFaultTests(SINGLE_FAULTS.filter(([, , { waits }]) => !waits));

describe.concurrent("findings that are no failures, and a run that ends before it begins", () => {
  test("a packet lost at hand-over is counted, per iteration", { timeout: LONG_MS }, async () => {
    using standIn = makeStandIn({ faults: [{ step: "stop", side: "source", kind: "lose-last", nth: 2 }] });
    using out = temporaryFolder();
    const ended = await runCli(smallRun({ ...UNHURRIED, qemu: standIn.path, iterations: 3, out: out.path }));
    expect(ended.status, ended.stderr).toBe(0);
    const iterations = readResults(out.path).scenarios[0]?.iterations ?? [];
    expect(iterations.map(({ lost }) => lost)).toEqual([0, 1, 0]);
    expect(iterations.map(({ losses }) => losses)).toEqual([
      [],
      [
        // The stand-in reads it right before STOP: it was sent then, or arrived meanwhile.
        {
          address: "192.168.100.2",
          phase: expect.stringMatching(/^(before-stop|freeze)$/),
          count: 1,
          firstAtMs: expect.any(Number),
        },
      ],
      [],
    ]);
    expect(standIn.truth("packet-lost")).toHaveLength(1);
  });

  test("a main loop that is busy before STOP: that part of the outage has its own figure", {
    timeout: LONG_MS,
  }, async () => {
    using standIn = makeStandIn({ faults: [{ step: "stop", side: "source", kind: "busy", ms: 150 }] });
    using out = temporaryFolder();
    const ended = await runCli(smallRun({ qemu: standIn.path, out: out.path }));
    expect(ended.status, ended.stderr).toBe(0);
    const { iterations, stats } = readResults(out.path).scenarios[0] ?? {};
    expect(iterations?.[0]?.outageParts?.beforeStopMs).toBeGreaterThanOrEqual(140);
    expect(stats?.beforeStopMs?.max).toBe(iterations?.[0]?.outageParts?.beforeStopMs);
  });

  test("packets that the guest itself loses are not called stolen", { timeout: LONG_MS }, async () => {
    using standIn = makeStandIn({
      faults: [{ step: "after-resume", side: "target", kind: "lossy", oneIn: 20 }],
    });
    using out = temporaryFolder();
    const ended = await runCli(smallRun({ qemu: standIn.path, out: out.path }));
    expect(ended.status, ended.stderr).toBe(0);
    // At least the losses of the longer look at the source, plus those of the equally long time after it.
    const { lost, losses } = readResults(out.path).scenarios[0]?.iterations[0] ?? {};
    expect(lost).toBeGreaterThanOrEqual(60);
    // On a busy machine some may be lost in the freeze besides.
    const after = losses?.find(({ phase }) => phase === "after-resume")?.count;
    expect(after).toBeGreaterThanOrEqual(60);
    expect(losses?.reduce((sum, { count }) => sum + count, 0)).toBe(lost);
  });

  test("a QEMU that ends when it is looked at: status 2", { timeout: LONG_MS }, async () => {
    using standIn = makeStandIn({ faults: [{ step: "query-qmp-schema", side: "probe", kind: "die" }] });
    using out = temporaryFolder();
    const ended = await runCli(smallRun({ qemu: standIn.path, out: out.path }));
    expect(ended.stderr).toMatch(/is not a QEMU that can be used: .*query-qmp-schema/);
    expect(ended.status).toBe(2);
  });
});
