/** Proves: each kind of run gives the same files, word for word. After a change: vitest -u writes them. */
import { describe, expect, test } from "vitest";
import { benchmarkOf } from "../../src/report/benchmark.ts";
import { junitOf } from "../../src/report/junit.ts";
import { summaryOf } from "../../src/report/summary.ts";
import type { Results } from "../../src/results/schema.ts";
import { annotated } from "./annotated.ts";
import { CASES } from "./cases.ts";

describe.each(Object.entries(CASES))("%s", (name, make) => {
  test.each([
    ["summary.md", (results: Results) => summaryOf(results, { outputFolder: "tap-migration-results" })],
    ["junit.xml", junitOf],
    ["benchmark.json", (results: Results) => `${JSON.stringify(benchmarkOf(results), null, 2)}\n`],
    ["annotations.txt", annotated],
  ])("%s", async (file, textOf) => {
    // As it is on disk: half a character is none in UTF-8.
    const written = Buffer.from(textOf(make())).toString();
    await expect(written).toMatchFileSnapshot(`golden/${name}.${file}`);
  });
});
