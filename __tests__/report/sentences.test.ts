/** Proves: the verdict and the count of measured scenarios read as documented. */
import { describe, expect, test } from "vitest";
import { otherSentences, slowerOthers } from "../../src/report/compared.ts";
import { msFigure } from "../../src/report/figures.ts";
import { comparisonSentence, measuredSentence, verdictText } from "../../src/report/sentences.ts";
import { Results } from "../../src/results/schema.ts";
import { comparedAs, inPairs, slowerPart } from "./compared-cases.ts";
import { results, scenario, unsupported } from "./made-up.ts";
import { iterations } from "./measured.ts";

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

test("a figure that rounds to nothing has no sign", () => {
  expect([-0.4, -0.001, 0, 0.001].map(msFigure)).toEqual(["-0.40", "0.00", "0.00", "0.00"]);
});

describe("a comparison", () => {
  const cutShort = { looks: 0, pPerLook: 0.002, ended: null };

  test("without pairs has no p of pairs, and without looks none to tell of", () => {
    const passedWhere = (odd: boolean, aboutMs: number) =>
      inPairs(iterations(12, aboutMs)).filter((_, at) => at % 2 === (odd ? 1 : 0));
    const candidate = scenario({ iterations: passedWhere(true, 30) });
    const sentence = comparisonSentence(
      comparedAs(candidate, { iterations: passedWhere(false, 20) }, cutShort),
    );
    expect(sentence).toMatch(/ \(\+\d+ %, 0 pairs\): inconclusive$/);
  });

  test("may have a pause below 0, of a clock that was set back", () => {
    const setBack = inPairs(iterations(3, 20, { vcpuPauseMs: -0.4 }));
    const candidate = scenario({ iterations: setBack });
    const run = results({ comparison: [comparedAs(candidate, { iterations: setBack })] });
    expect(run.comparison[0]?.others?.find(({ figure }) => figure === "vcpuPauseMs")).toMatchObject({
      medianA: -0.4,
      medianB: -0.4,
    });
  });

  test("of a file from elsewhere may call a figure slower that it does not have: that is not told", () => {
    const run = slowerPart();
    const [comparison] = Results.parse({
      ...run,
      comparison: run.comparison.map(({ others, ...one }) => ({
        ...one,
        others: others?.map((other) => ({ ...other, medianA: null, medianB: null })),
      })),
    }).comparison;
    expect(comparison?.others?.some(({ verdict }) => verdict === "slower")).toBe(true);
    expect(comparison && otherSentences(comparison)).toEqual([]);
    expect(comparison && slowerOthers(comparison)).toEqual([]);
  });
});
