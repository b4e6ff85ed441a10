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
});
