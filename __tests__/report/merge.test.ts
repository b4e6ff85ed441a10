/** Proves: several runs merge into one report with clear labels, one verdict and a bounded size. */
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { visible } from "../../src/base/visible-text.ts";
import { benchmarkOfRuns } from "../../src/report/benchmark.ts";
import { commentOf, MOST_COMMENT_CHARACTERS, withoutReferences } from "../../src/report/comment.ts";
import { junitOfRuns } from "../../src/report/junit.ts";
import { buildRows, type LoadedRun, merge, spreads } from "../../src/report/merge.ts";
import { MOST_SUMMARY_BYTES, mergedSummaryOf } from "../../src/report/merge-summary.ts";
import type { Results } from "../../src/results/schema.ts";
import { CASES, comparison, huge, nasty, passed, recorded } from "./cases.ts";
import { results, unsupported } from "./made-up.ts";
import { iterations, scenarioOf } from "./measured.ts";

const run = (path: string, content: Results): LoadedRun => ({
  path: `${path}/results.json`,
  results: content,
});

const build = (version: string, medianMs = 20, given: Partial<Results> = {}): Results =>
  results({
    builds: [{ role: "candidate", path: "/q", version, dialect: null, traced: false }],
    scenarios: [scenarioOf(iterations(5, medianMs))],
    ...given,
  });

const labels = (...runs: LoadedRun[]) => merge(runs, []).runs.map(({ label }) => label);

describe("labels tell runs apart", () => {
  test("by the versions of QEMU, in their order", () => {
    expect(labels(run("a", build("10.0.13 (Debian 1:10.0)")), run("b", build("7.2.22")))).toEqual([
      "QEMU 7.2.22",
      "QEMU 10.0.13",
    ]);
    expect(labels(run("x", recorded("ab-10.0-11.1")), run("y", recorded("upgrade-7.2-10.0")))).toEqual([
      "QEMU 7.2.22 → 10.0.13",
      "QEMU 11.1.3 against 10.0.13",
    ]);
  });

  test("by the folder where the version is the same, without what all folders share", () => {
    expect(
      labels(run("out/a/x", build("10.0")), run("out/b/x", build("10.0")), run("c", build("9"))),
    ).toEqual(["QEMU 9", "QEMU 10.0 (out/a/x)", "QEMU 10.0 (out/b/x)"]);
    expect(labels(run("out/kvm", build("10.0")), run("out/tcg", build("10.0")))).toEqual([
      "QEMU 10.0 (kvm)",
      "QEMU 10.0 (tcg)",
    ]);
  });

  test("by a number where all of that is the same, and a line each whatever the version says", () => {
    const long = "x\n\u001b[31m".repeat(100);
    const all = labels(...[1, 2, 3].map(() => run("same".repeat(100), build(long))));
    expect(new Set(all).size).toBe(3);
    for (const label of all) {
      expect(visible(label)).toBe(label);
      expect(label.length).toBeLessThan(90);
    }
  });
});

describe("the conclusion", () => {
  const good = run("a", build("1"));
  test.each([
    ["passed", [good], []],
    ["failed", [good, run("b", build("2", 20, { conclusion: "failed", reason: "x" }))], []],
    ["failed", [good], [{ path: "c", problem: "empty" }]],
    ["failed", [], []],
  ] as const)("%s", (conclusion, runs, broken) => {
    expect(merge(runs, broken).conclusion).toBe(conclusion);
  });
});

test("rows are builds and directions; best, worst and spread are of the medians on one accelerator", () => {
  const merged = merge(
    [
      run("a", recorded("upgrade-7.2-10.0")),
      run("b", comparison()),
      run("c", build("9", 5)),
      run("d", build("8", 50)),
    ],
    [],
  );
  const rows = buildRows(merged);
  const AB = "QEMU 11.0.50 (v11.0.0-123-gabcdef) against 11.0.50 (v11.0.0-100-g123456)";
  expect(rows.map(({ run: { label }, part, accel }) => [label, part, accel])).toEqual([
    ["QEMU 7.2.22 → 10.0.13", "candidate → target", "tcg"],
    ["QEMU 7.2.22 → 10.0.13", "target → candidate", "tcg"],
    ["QEMU 8", "", "kvm"],
    ["QEMU 9", "", "kvm"],
    [AB, "candidate", "kvm"],
    [AB, "baseline", "kvm"],
  ]);
  const found = spreads(rows).map(({ accel, scenario, best, worst }) => [
    ...[accel, scenario, best.row.run.label, best.row.part, worst.row.run.label, worst.row.part],
  ]);
  expect(found).toContainEqual(["kvm", "new-tap", "QEMU 9", "", "QEMU 8", ""]);
  expect(found).toContainEqual([
    ...["tcg", "new-tap", "QEMU 7.2.22 → 10.0.13", "target → candidate"],
    ...["QEMU 7.2.22 → 10.0.13", "candidate → target"],
  ]);
});

const cells = (text: string) =>
  [...new MarkdownIt({ html: true }).render(text).matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = ""]) =>
      cell.replaceAll("\u00a0", " "),
    ),
  );

describe("the summary", () => {
  test("a verdict, what is wrong, one table, and each run folded away", () => {
    const merged = merge(
      [
        run("a", build("9", 5, { scenarios: [scenarioOf(iterations(5, 5)), unsupported("no such thing")] })),
        run("b", build("10", 50, { conclusion: "failed", reason: "out of time" })),
      ],
      [{ path: "c/results.json", problem: "empty" }],
    );
    const text = mergedSummaryOf(merged, "A | title");
    expect(text).toMatch(/^## A &#124; title\n/);
    expect(text).toMatch(
      /^\*\*❌ failed\*\*: 1 of 2 runs failed, 1 file could not be read · worst median outage 5\d\.\d ms \(new-tap, QEMU 10, kvm\)$/m,
    );
    expect(text).toMatch(/^- ❌ c\/results\.json\\?: empty$/m);
    expect(text).toMatch(/^- QEMU 10\\?: out of time$/m);
    const [, nine, ten, best, worst, spread] = cells(text);
    expect(nine).toEqual(["QEMU 9", "➖ unsupported", expect.stringMatching(/^✅ 5\.\d$/)]);
    expect(ten?.[0]).toBe("QEMU 10");
    expect([best?.[2], worst?.[2]]).toEqual([
      expect.stringMatching(/^5\.\d<br>QEMU 9$/),
      expect.stringMatching(/^\d\d\.\d<br>QEMU 10$/),
    ]);
    expect(spread).toEqual(["<strong>spread</strong>", "", expect.stringMatching(/^4\d\.\d$/)]);
    expect(text.match(/^<details><summary>[✅❌] QEMU/gm)).toHaveLength(2);
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? -1);
  });

  test("different accelerators and hosts are said, and figures of different accelerators are kept apart", () => {
    const host = { kernel: "6.2", cpu: "another", cores: 3 };
    const text = mergedSummaryOf(
      merge(
        [run("a", build("1", 5)), run("b", build("2", 9, { accel: "tcg", host })), run("c", build("3", 7))],
        [],
      ),
    );
    expect(text).toContain("- Figures of different accelerators can't be compared.");
    expect(text).toContain("2 different hosts");
    expect(cells(text).find(([name]) => name === "<strong>worst</strong>")?.[1]).toBe("kvm");
    expect(text.match(/\*\*worst\*\*/g)).toHaveLength(1);
  });

  test("nothing found", () => {
    expect(mergedSummaryOf(merge([], []))).toContain("**❌ failed**: no results were found");
  });

  test("fifty runs of a hundred iterations, half of them failed, fit; the table is whole", () => {
    const content = huge();
    const merged = merge(
      Array.from({ length: 50 }, (_, at) => run(`r${at}`, content)),
      [],
    );
    const text = mergedSummaryOf(merged);
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_SUMMARY_BYTES);
    for (const { label } of merged.runs) expect(text).toContain(`| ${label.replace(/[()]/g, "\\$&")} |`);
    expect(text).toMatch(/Left out because of GitHub's size limit: /);
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? -1);
  });

  test("thousands of builds and broken files fit, too", () => {
    const content = build("1");
    const runs = Array.from({ length: 1_000 }, (_, at) => run(`r${at}`, content));
    const broken = Array.from({ length: 3_000 }, (_, at) => ({ path: `b${at}`, problem: "é|".repeat(500) }));
    const merged = merge(runs, broken);
    expect(Buffer.byteLength(mergedSummaryOf(merged))).toBeLessThan(MOST_SUMMARY_BYTES);
    expect(commentOf(merged, "x").length).toBeLessThanOrEqual(MOST_COMMENT_CHARACTERS);
  });
});

describe("JUnit and benchmark", () => {
  const merged = merge(
    [run("a", passed()), run("b", passed()), run("c", comparison())],
    [{ path: "d & <e>", problem: "empty" }],
  );

  test("suites and classes are told apart; a broken file is a failure", () => {
    const text = junitOfRuns(merged);
    const suites = [...text.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name);
    expect(new Set(suites).size).toBe(5);
    const cases = [...text.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"/g)].map(([all]) => all);
    expect(new Set(cases).size).toBe(cases.length);
    expect(text).toMatch(
      /<testcase name="d &amp; &lt;e>" classname="tap-migration.files">\s*<failure message="empty"/,
    );
    expect(junitOfRuns({ runs: [], broken: [] })).toMatch(/failures="1"/);
  });

  test("figures have names that no other has", () => {
    const names = benchmarkOfRuns(merged).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(30);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a comment", () => {
  test.each(Object.entries(CASES))("of %s is short enough and tells nobody", (_, make) => {
    const body = commentOf(merge([run("a", make()), run("b", nasty())], []), "t");
    expect(body.length).toBeLessThanOrEqual(MOST_COMMENT_CHARACTERS);
    expect(body).toMatch(/^<!-- tap-migration report: t -->\n## /);
  });

  test("references are broken where GitHub looks for them, and only there", () => {
    expect(withoutReferences("by \\@a, \\#1, org/x\\#2, gh-3, &#124; # 4\n```text\n@a #1\n```\n@b")).toBe(
      "by @&#8203;a, #&#8203;1, org/x#&#8203;2, gh&#8203;-3, &#124; # 4\n```text\n@a #1\n```\n@&#8203;b",
    );
  });
});
