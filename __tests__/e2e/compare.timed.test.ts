/** Proves: an A/B finds a build that freezes a quarter longer, and fails the run. */
import { afterAll, describe, expect, test } from "vitest";
import { compared, PAIRS } from "./compared.ts";
import { leftovers } from "./product.ts";

const LONG_MS = 240_000;

afterAll(() => expect(leftovers()).toEqual([]));

// All at once, because they mostly wait.
describe.concurrent("A/B", () => {
  test("a build that freezes a quarter longer is slower, which fails the run", {
    timeout: LONG_MS,
  }, async () => {
    const { ended, results } = await compared({ freezeMs: 80 }, { freezeMs: 102 });
    expect(results.comparison).toMatchObject([{ scenario: "tap-fd", pairs: PAIRS, verdict: "slower" }]);
    expect(ended.status).toBe(1);
    expect(results).toMatchObject({ conclusion: "failed", reason: "slower than the baseline: tap-fd" });
    expect(results.scenarios.map(({ status }) => status)).toEqual(["passed", "passed"]);
  });
});
