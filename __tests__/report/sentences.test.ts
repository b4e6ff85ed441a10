/** Proves: the verdict and the count of measured scenarios read as documented. */
import { expect, test } from "vitest";
import { measuredSentence, verdictText } from "../../src/report/sentences.ts";
import { results, scenario, unsupported } from "./made-up.ts";

const skipped = scenario({ status: "skipped", reason: "cancelled", iterations: [], stats: null });

test.each([
  ["passed", results({ scenarios: [scenario({})] })],
  [
    "passed: 1 of 4 scenarios measured, 2 unsupported, 1 skipped",
    results({ scenarios: [scenario({}), unsupported("x"), unsupported("x"), skipped] }),
  ],
  ["failed: new-tap", results({ conclusion: "failed", reason: "failed: new-tap" })],
  [
    "failed: out of time; failed: new-tap",
    results({ conclusion: "failed", reason: "out of time; failed: new-tap" }),
  ],
])("%s", (text, run) => {
  expect(verdictText(run)).toBe(text);
});

test("what failed before it was measured is counted, too", () => {
  const down = scenario({ status: "failed", reason: "the guest did not come up: x", iterations: [] });
  expect(measuredSentence(results({ scenarios: [scenario({}), down] }))).toBe(
    "1 of 2 scenarios measured, 1 failed",
  );
});
