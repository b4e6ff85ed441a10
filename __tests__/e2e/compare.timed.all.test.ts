/** Proves: an A/B finds no difference between a build and itself, nor one below the threshold. */
import { afterAll, describe, expect, test } from "vitest";
import { compared, PAIRS } from "./compared.ts";
import { leftovers } from "./product.ts";

const LONG_MS = 240_000;

afterAll(() => expect(leftovers()).toEqual([]));

// All at once, because they mostly wait.
describe.concurrent("A/B", () => {
  test("a build against itself is not called slower or faster", { timeout: LONG_MS }, async () => {
    const { ended, results } = await compared({ freezeMs: 80 }, { freezeMs: 80 });
    expect(ended.status, ended.stderr).toBe(0);
    const [comparison] = results.comparison;
    expect(comparison).toMatchObject({ scenario: "tap-fd", pairs: PAIRS, maxRegressionPercent: 20 });
    expect(["same", "inconclusive"]).toContain(comparison?.verdict);
    expect(results.builds.map(({ role }) => role)).toEqual(["candidate", "baseline"]);

    const of = (build: string) => results.scenarios.find((scenario) => scenario.build === build);
    for (const scenario of [of("candidate"), of("baseline")]) {
      expect(scenario?.bootMs).toHaveLength(3);
      expect(scenario?.iterations.map(({ pair }) => pair)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(scenario?.iterations.map(({ boot }) => boot)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
    }
  });

  test("a quarter longer is not slower when 60 % more are allowed", { timeout: LONG_MS }, async () => {
    const { ended, results } = await compared(
      { freezeMs: 80 },
      { freezeMs: 102 },
      { "max-regression-percent": 60 },
    );
    expect(results.comparison).toMatchObject([{ verdict: "same", maxRegressionPercent: 60 }]);
    expect(ended.status, ended.stderr).toBe(0);
  });

  test("with iterations: auto it ends as soon as the verdict stands", { timeout: LONG_MS }, async () => {
    const { ended, results } = await compared({ freezeMs: 80 }, { freezeMs: 130 }, { iterations: "auto" });
    const [comparison] = results.comparison;
    expect(comparison).toMatchObject({ verdict: "slower", auto: { ended: "decided", pPerLook: 0.002 } });
    const looked = [12, 15, 18, 22, 27, 33, 40, 48, 58, 70, 84, 100];
    expect(comparison?.pairs).toBe(looked[(comparison?.auto?.looks ?? 0) - 1]);
    expect(comparison?.others?.find(({ figure }) => figure === "vcpuPauseMs")?.verdict).toBe("slower");
    for (const { status, iterations, bootMs } of results.scenarios) {
      expect(status).toBe("passed");
      expect(iterations).toHaveLength(comparison?.pairs ?? 0);
      expect(bootMs.length).toBeGreaterThanOrEqual(3);
    }
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain("up to 100 pairs of candidate and baseline");
  });

  test("and after the first look at a build that never migrates", { timeout: LONG_MS }, async () => {
    const never = { side: "source", step: "device", kind: "fail" } as const;
    const { ended, results } = await compared({}, { faults: [never] }, { iterations: "auto" });
    expect(results.comparison).toMatchObject([{ pairs: 0, auto: { looks: 1, ended: null } }]);
    expect(results.scenarios.map(({ iterations }) => iterations.length)).toEqual([12, 12]);
    expect(results.scenarios.map(({ status }) => status)).toEqual(["failed", "passed"]);
    expect(ended.status).toBe(1);
  });

  test("and when the time is nearly over, with what there is", { timeout: LONG_MS }, async () => {
    // No verdict can stand: nothing is eleven times as long, and with a failed iteration nothing is the same.
    const { ended, results } = await compared(
      { freezeMs: 40 },
      { freezeMs: 40, faults: [{ side: "target", step: "load", kind: "fail", nth: 2 }] },
      { "max-regression-percent": 1000, iterations: "auto", "timeout-minutes": 1.5 },
    );
    expect(results.comparison).toMatchObject([{ verdict: "inconclusive", auto: { ended: "time" } }]);
    expect(results.comparison[0]?.auto?.looks).toBeGreaterThan(0);
    expect(results.scenarios.map(({ status }) => status)).toEqual(["failed", "passed"]);
    expect(results.reason).toBe("failed: tap-fd");
    expect(ended.status).toBe(1);
    expect(ended.stdout).toContain("timeout-minutes leaves no time for more pairs");
  });
});
