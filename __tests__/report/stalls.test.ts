/** Proves: sentences on request stalls say how long and how often, and without connections reports say nothing of requests. */
import { describe, expect, test } from "vitest";
import { judgeLimits } from "../../src/measure/limits.ts";
import { summarise } from "../../src/measure/statistics.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import { benchmarkOf } from "../../src/report/benchmark.ts";
import { otherSentences } from "../../src/report/compared.ts";
import { stallFigure } from "../../src/report/figures.ts";
import { reportHtml } from "../../src/report/html/report.ts";
import { junitOf } from "../../src/report/junit.ts";
import { merge } from "../../src/report/merge.ts";
import { mergedSummaryOf } from "../../src/report/merge-summary.ts";
import { limitSentence } from "../../src/report/sentences.ts";
import { headlineSentence, stallSentence, stallText } from "../../src/report/stalls.ts";
import { summaryOf } from "../../src/report/summary.ts";
import type { Iteration, Limit, Results } from "../../src/results/schema.ts";
import { passed } from "./cases.ts";
import { connections, slowerRequests } from "./connected.ts";
import { iteration, results, scenario, unsupported } from "./made-up.ts";

test.each([
  [null, "–"],
  [0.5, "0.50"],
  [9.94, "9.9"],
  [10, "10"],
  [208.4, "208"],
  [-153.6, "-154"],
])("a stall of %s is %s", (ms, text) => expect(stallFigure(ms)).toBe(text));

const of = (outage: number | null, stall: number | null) => {
  const one = (ms: number | null) => summarise(ms === null ? [] : [ms], 1);
  return {
    stats: {
      ...{ outageMs: one(outage), firstOutageMs: one(outage), laterOutageMs: one(null) },
      requestStallMs: one(stall),
    },
  };
};

describe("the headline", () => {
  test("has outage and stall of each scenario, the longest stall first", () => {
    const run = results({
      scenarios: [
        scenario({ name: "tap-fd", ...of(22.1, 55.2) }),
        scenario({ name: "new-tap", ...of(24, 208.4) }),
        scenario({ name: "tap-fd-vhost", ...of(20, null) }),
        scenario({ name: "tap-fd", build: "baseline", ...of(22, 999) }),
        { ...unsupported("no"), name: "new-tap-vhost" },
      ],
    });
    expect(headlineSentence(run)).toBe(
      "new-tap: 24.0 ms outage, requests wait 208 ms; tap-fd: 22.1 ms, 55 ms (medians, kvm)",
    );
  });

  test("is what summary, page and annotations begin with", () => {
    const sentence = headlineSentence(connections()) ?? "";
    expect(sentence).toMatch(/^new-tap: \d/);
    expect(summaryOf(connections()).split("\n")[2]).toContain(" outage, requests wait 208 ms; ");
    expect(reportHtml([{ label: "", results: connections(), logs: "" }], { client: "" })).toContain(
      `<p class="headline">${sentence}.`,
    );
    expect(annotationsOf(connections())).toContainEqual({
      ...{ level: "notice", title: "what the network felt", message: sentence },
    });
  });

  test.each<[string, Results]>([
    ["without connections", results({ scenarios: [scenario(of(24, null))] })],
    ["in files of earlier versions", results()],
    ["when nothing was measured", results({ scenarios: [unsupported("no")] })],
  ])("is not there %s", (_, run) => expect(headlineSentence(run)).toBeNull());
});

test("the log's line of an iteration has the stall, where there are connections", () => {
  expect(stallText(iteration({ requestStallMs: 208.2 }))).toBe(", request stall 208 ms");
  expect([iteration(), iteration({ requestStallMs: null })].map(stallText)).toEqual(["", ""]);
});

test("the page of several runs has outage and stall in a cell, and each run's headline", () => {
  const runs = [
    { path: "a/results.json", results: connections() },
    { path: "b/results.json", results: passed() },
  ];
  const page = mergedSummaryOf(merge(runs, []));
  expect(page).toContain("\n| median outage / request stall in ms | tap-fd |");
  expect(page).toMatch(/^\| QEMU 11\.2\.0 \| ✅&nbsp;22\.5&nbsp;\/&nbsp;55 \|/m);
  expect(page).toMatch(/^\| QEMU 11\.0\.50 \| ✅&nbsp;\d+\.\d \|/m);
  expect(page).toMatch(/^new-tap\\: 24\.7 ms outage, requests wait 208 ms; /m);
  expect(mergedSummaryOf(merge(runs.slice(1), []))).not.toMatch(/stall/);
});

describe("stallSentence", () => {
  const stalls = (...stalled: readonly (number | null)[]) => ({
    iterations: stalled.map((requestsStalled) => iteration({ requestsStalled })),
  });

  test("says in how many migrations, and why", () => {
    expect(stallSentence(stalls(1, 7, 0))).toBe(
      "in 2 of 3 migrations a request waited 190 ms or more: its packet was lost, and the kernel sends it again after 200 ms (rto_min)",
    );
    expect(stallSentence(stalls(1))).toContain("in 1 of 1 migration a request");
  });

  test.each<[string, Pick<Results["scenarios"][number], "iterations">]>([
    ["when it is less than half", stalls(1, 0, 0)],
    ["without connections", stalls(null, null)],
    ["when the outage was as long", { iterations: [iteration({ requestsStalled: 3, outageMs: 190 })] }],
    ["when nothing was sent again", { iterations: [iteration({ requestsStalled: 3, retransmits: 0 })] }],
    ["in files of earlier versions", { iterations: [iteration()] }],
    ["of failed migrations", { iterations: [iteration({ status: "failed", requestsStalled: 3 })] }],
  ])("says nothing %s", (_, given) => expect(stallSentence(given)).toBeNull());
});

test("a limit on stalls has a sentence, met or not", () => {
  const limit: Limit = {
    ...{ limit: "max-request-stall-ms", statistic: "median", bound: 100, value: 208.2, verdict: "exceeded" },
  };
  expect(limitSentence(limit)).toBe("median request stall 208 ms, 108 ms above the limit of 100 ms");
  expect(limitSentence({ ...limit, statistic: "p95", value: 55, verdict: "met" })).toBe(
    "p95 request stall 55 ms, within the limit of 100 ms",
  );
  const rule = { limit: "max-request-stall-ms", scenario: null, statistic: "max", bound: 100 } as const;
  const [unmeasured] = judgeLimits([rule], "new-tap", [iteration()]);
  expect(unmeasured === undefined ? "" : limitSentence(unmeasured)).toBe(
    "max request stall: there is no figure to check against the limit of 100 ms",
  );
});

describe("stalls of two builds", () => {
  const [comparison] = slowerRequests().comparison;
  const SENTENCE =
    "tap-fd, request stalls: 55 ms → 208 ms (+274 % by pairs, 95 % interval +266 to +280 %, p < 0.0001): slower";

  test("have a sentence beside that of the outages", () => {
    expect(comparison === undefined ? [] : otherSentences(comparison)).toEqual([SENTENCE]);
    expect(junitOf(slowerRequests())).toContain(
      `<property name="against the baseline" value="${SENTENCE.replace("<", "&lt;")}"/>`,
    );
  });

  test("warn when they are longer, and fail nothing", () => {
    const warnings = annotationsOf(slowerRequests()).filter(({ level }) => level !== "notice");
    expect(warnings).toEqual([
      {
        ...{ level: "warning", title: "tap-fd: requests wait longer than with the baseline" },
        message: SENTENCE,
      },
    ]);
    expect(summaryOf(slowerRequests()).split("\n")[2]).toMatch(
      /^\*\*✅ passed\*\* .* · outage not slower than the baseline · ⚠️ requests wait longer than with the baseline$/,
    );
    expect(junitOf(slowerRequests())).not.toContain("<failure");
  });

  test("that are shorter do not warn", () => {
    const run = slowerRequests();
    const faster = run.comparison.map((one) => ({
      ...one,
      others: one.others?.map((other) => ({ ...other, verdict: "faster" as const })) ?? [],
    }));
    expect(annotationsOf({ ...run, comparison: faster }).map(({ level }) => level)).not.toContain("warning");
  });
});

/** As a run without connections writes its figures: all null, instead of missing. */
const withNulls = (run: Results): Results => {
  const none: Partial<Iteration> = {
    ...{ connections: null, connectionsLost: null, requestStallMs: null, requestsStalled: null },
    ...{ requestsInFreeze: null, requestNoiseMs: null, retransmits: null, lossProbes: null },
    ...{ requestPace: null, requests: null },
  };
  return {
    ...run,
    scenarios: run.scenarios.map((one) => ({
      ...one,
      iterations: one.iterations.map((own) => ({ ...own, ...none })),
      stats: one.stats === null ? null : { ...one.stats, requestStallMs: summarise([], 1) },
    })),
    comparison: run.comparison.map((one) => ({ ...one, others: [] })),
  };
};

test.each<[string, (run: Results) => string]>([
  ["summary.md", (run) => summaryOf(run)],
  ["junit.xml", junitOf],
  ["benchmark.json", (run) => JSON.stringify(benchmarkOf(run))],
  ["annotations", (run) => JSON.stringify(annotationsOf(run))],
  // Without the data for its script.
  [
    "report.html",
    (run) =>
      reportHtml([{ label: "", results: run, logs: "" }], { client: "" }).replace(
        /<script type="application\/json".*<\/script>/s,
        "",
      ),
  ],
])("without connections %s is the same as of an earlier version, without a word on stalls", (_, textOf) => {
  const text = textOf(withNulls(passed()));
  expect(text).toBe(textOf(passed()));
  expect(text.replaceAll(/<style>.*<\/style>/gs, "")).not.toMatch(/stall|TCP|loss probes/i);
});

test("the folded table of the summary has a row for each migration, cut where there are too many", () => {
  const one = iteration({ connections: 20, connectionsLost: 0, requestStallMs: 208.2, requestsStalled: 1 });
  const page = summaryOf(
    results({ scenarios: [scenario({ iterations: Array.from({ length: 130 }, () => ({ ...one })) })] }),
  );
  expect(page.match(/^\| new-tap \| \d+ \| 208 \| – \| – \| 1 \| – \| – \| 0 \|$/gm)).toHaveLength(100);
  expect(page).toContain("30 more rows are in results.json.");
});
