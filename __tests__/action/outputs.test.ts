/** Proves: the action's outputs are the counts, the worst median and the files that were written. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { outputsOf } from "../../src/action/outputs.ts";
import { temporaryFolder } from "../folder.ts";
import { results, scenario, unsupported } from "../report/made-up.ts";

const one = (median: number) => ({ n: 1, min: median, median, p95: median, max: median, ci95: null });

const withMedian = (median: number, stall?: number) => {
  const outageMs = one(median);
  const requestStallMs = stall === undefined ? {} : { requestStallMs: one(stall) };
  return { stats: { outageMs, firstOutageMs: outageMs, laterOutageMs: outageMs, ...requestStallMs } };
};

test("counts, and the largest median of what is under test", () => {
  using folder = temporaryFolder();
  const run = results({
    conclusion: "failed",
    reason: "x",
    scenarios: [
      unsupported("x"),
      scenario(withMedian(12.5)),
      scenario({ name: "new-tap-vhost", status: "failed", reason: "x", ...withMedian(30.25) }),
      scenario({ name: "new-tap-vhost", build: "baseline", ...withMedian(99) }),
    ],
  });
  const path = join(folder.path, "results.json");
  expect(outputsOf({ results: run, resultsPath: path, outputFolder: folder.path }, [])).toEqual({
    conclusion: "failed",
    passed: "2",
    failed: "1",
    unsupported: "1",
    "worst-outage-ms": "30.25",
    results: path,
    "output-dir": folder.path,
  });
});

test("the largest median stall of what is under test, where there are connections", () => {
  using folder = temporaryFolder();
  const of = (run: ReturnType<typeof results>) =>
    outputsOf({ results: run, resultsPath: null, outputFolder: folder.path }, []);
  const scenarios = [
    scenario(withMedian(12.5, 55.25)),
    scenario({ name: "new-tap-vhost", ...withMedian(12.5, 208.125) }),
    scenario({ name: "new-tap-vhost", build: "baseline", ...withMedian(12.5, 999) }),
  ];
  expect(of(results({ scenarios }))["worst-request-stall-ms"]).toBe("208.125");
  expect(of(results())).not.toHaveProperty("worst-request-stall-ms");
});

test("nothing measured: no figure, not 0", () => {
  using folder = temporaryFolder();
  const run = results({ conclusion: "failed", reason: "x", scenarios: [unsupported("x")] });
  const outputs = outputsOf({ results: run, resultsPath: null, outputFolder: folder.path }, []);
  expect(outputs).not.toHaveProperty("worst-outage-ms");
  expect(outputs).not.toHaveProperty("results");
});

test("a file is named when it was written", () => {
  using folder = temporaryFolder();
  const outputs = outputsOf(
    { results: results(), resultsPath: null, outputFolder: folder.path },
    ["report.html", "summary.md"].map((name) => join(folder.path, name)),
  );
  expect(outputs.report).toBe(join(folder.path, "report.html"));
  expect(outputs).not.toHaveProperty("junit");
  expect(outputs).not.toHaveProperty("benchmark");
});
