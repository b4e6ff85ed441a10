import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outputsOf } from "../../src/action/outputs.ts";
import { temporaryFolder } from "../e2e/product.ts";
import { results, scenario, unsupported } from "../report/made-up.ts";

const withMedian = (median: number) => {
  const outageMs = { n: 1, min: median, median, p95: median, max: median, ci95: null };
  return { stats: { outageMs, firstOutageMs: outageMs, laterOutageMs: outageMs } };
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
  expect(outputsOf(run, path, 0)).toEqual({
    conclusion: "failed",
    passed: "2",
    failed: "1",
    unsupported: "1",
    "worst-outage-ms": "30.25",
    results: path,
    "output-dir": folder.path,
  });
});

test("nothing measured: no figure, not 0", () => {
  using folder = temporaryFolder();
  const run = results({ conclusion: "failed", reason: "x", scenarios: [unsupported("x")] });
  expect(outputsOf(run, join(folder.path, "results.json"), 0)).not.toHaveProperty("worst-outage-ms");
});

test("a file is named when this run made it, not when it is an earlier one's", () => {
  using folder = temporaryFolder();
  const began = Date.now() - 1_000;
  for (const file of ["report.html", "junit.xml"]) writeFileSync(join(folder.path, file), "");
  utimesSync(join(folder.path, "junit.xml"), new Date(0), new Date(0));
  const outputs = outputsOf(results(), join(folder.path, "results.json"), began);
  expect(outputs.report).toBe(join(folder.path, "report.html"));
  expect(outputs).not.toHaveProperty("junit");
  expect(outputs).not.toHaveProperty("benchmark");
});
