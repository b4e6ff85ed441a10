/** Proves: a run with a fault at any step ends with a reason, leaves nothing and writes readable results. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { runCase } from "./fault-case.ts";
import { type FaultCase, nameOf } from "./fault-table.ts";
import { leftovers, readResults, type Started, start } from "./product.ts";
import { smallRun } from "./small-run.ts";

// Each step of a run with each class of faults. Many run at a time, because they mostly wait. The reason must name side and
// step. script/soak runs the whole table.

const LONG_MS = 500_000;

export function faultTableTests(cases: readonly FaultCase[]): void {
  /** Killed runs share this state folder with a living run. Cleaning up after them must not touch the living run. */
  const shared = temporaryFolder();
  const out = temporaryFolder();
  const standIn = makeStandIn({ dialect: "permit" });
  let living: Started;

  beforeAll(async () => {
    const long = { scenarios: "new-tap", iterations: 1000, verbose: true } as const;
    living = start(smallRun({ ...long, qemu: standIn.path, out: out.path }), { stateHome: shared.path });
    await living.saying("1 of 1000 passed");
  });

  afterAll(async () => {
    try {
      living.kill("SIGTERM");
      await living.ended;
      const [scenario] = readResults(out.path).scenarios;
      expect(scenario).toMatchObject({ status: "skipped" });
      expect(scenario?.iterations.filter(({ status }) => status === "failed")).toEqual([]);
      expect(leftovers()).toEqual([]);
    } finally {
      for (const folder of [shared, out, standIn]) folder[Symbol.dispose]();
    }
  });

  describe.concurrent("something goes wrong", () => {
    test.each(cases.map((one) => [nameOf(one), one] as const))("%s", { timeout: LONG_MS }, async (_, one) => {
      const killed = one.what.kind === "signal" && one.what.signal === "SIGKILL";
      const { problems } = await runCase(one, killed ? shared.path : undefined);
      expect(problems).toEqual([]);
    });
  });
}
