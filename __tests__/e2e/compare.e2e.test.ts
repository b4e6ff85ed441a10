/** Proves: A/B runs handle a baseline without the feature, failed iterations and a guest that does not boot. */
import { afterAll, describe, expect, test } from "vitest";
import { compared, PAIRS } from "./compared.ts";
import { leftovers } from "./product.ts";

const LONG_MS = 240_000;

afterAll(() => expect(leftovers()).toEqual([]));

// These do not depend on figures. All at once, because they mostly wait.
describe.concurrent("A/B", () => {
  test("a baseline that can't do it is unsupported, and the candidate is run alone", {
    timeout: LONG_MS,
  }, async () => {
    const { ended, results } = await compared({ dialect: "none" }, {}, { unsupported: "skip" });
    expect(ended.status, ended.stderr).toBe(0);
    expect(results.comparison).toEqual([]);
    expect(results.scenarios).toMatchObject([
      { build: "candidate", status: "passed" },
      { build: "baseline", status: "unsupported" },
    ]);
    expect(results.scenarios[0]?.iterations).toHaveLength(PAIRS);
  });

  test("a failed iteration ends both chains, is counted, and both go on from a new boot", {
    timeout: LONG_MS,
  }, async () => {
    const { ended, results } = await compared(
      { freezeMs: 20 },
      { freezeMs: 20, faults: [{ side: "target", step: "load", kind: "fail", nth: 2 }] },
    );
    expect(ended.status).toBe(1);
    const [candidate, baseline] = results.scenarios;
    expect(candidate?.iterations.map(({ status }) => status)).toEqual(
      Array.from({ length: PAIRS }, (_, index) => (index === 1 ? "failed" : "passed")),
    );
    expect(candidate?.iterations[1]?.evidence.map(({ what }) => what)).toContain("QMP");
    expect(baseline?.iterations.map(({ pair }) => pair)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(candidate?.iterations[2]).toMatchObject({ boot: 2, index: 1 });
    expect(baseline?.iterations[2]).toMatchObject({ boot: 2, index: 1 });
    expect(results.comparison).toMatchObject([{ pairs: PAIRS - 1 }]);
  });

  test("a guest that does not come up ends the scenario for both", { timeout: LONG_MS }, async () => {
    const { results } = await compared(
      { faults: [{ side: "source", step: "boot", kind: "die", nth: 1, message: "no more" }] },
      {},
    );
    expect(results.conclusion).toBe("failed");
    expect(results.scenarios.find(({ build }) => build === "baseline")).toMatchObject({
      status: "failed",
      reason: expect.stringContaining("the guest did not come up"),
    });
    expect(results.scenarios.find(({ build }) => build === "candidate")).toMatchObject({
      status: "skipped",
      reason: expect.stringContaining("the guest of the baseline did not come up"),
    });
  });
});
