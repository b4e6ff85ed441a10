/**
 * junit.xml: one suite per build, one test case per scenario. Jenkins and Maven Surefire define the format;
 * only the elements and attributes that both know are used.
 */
import library, { type Builder, type TestCase } from "junit-report-builder";
import { visible, visibleLines, wellFormed } from "../base/visible-text.ts";
import type { Build, Evidence, Iteration, Results, Scenario } from "../results/schema.ts";
import { otherSentences } from "./compared.ts";
import { labelOf, msFigure, numberOf, stallFigure } from "./figures.ts";
import { lossText } from "./findings.ts";
import type { Merged } from "./merge.ts";
import { comparisonSentence, faultsOf } from "./sentences.ts";
import { connectionFacts } from "./stalls.ts";

const NAME = "tap-migration";

/** The module exports the builder itself, although its types (of a CommonJS module) say otherwise. */
const builder = library as unknown as Builder;

/** XML 1.0 in UTF-8. A failed run always contains at least one failure, even when no scenario failed (cancelled). */
export function junitOf(results: Results): string {
  const report = builder.newBuilder().name(NAME);
  addRun(report, results, { suite: "", group: NAME });
  return `${report.build()}\n`;
}

/**
 * The same for several runs: names of suites and classes contain the run's label. Each unreadable file is a
 * failure.
 */
export function junitOfRuns({ runs, broken }: Pick<Merged, "runs" | "broken">): string {
  const report = builder.newBuilder().name(NAME);
  for (const { label, results } of runs) {
    // Readers of junit.xml split class names into packages at dots.
    addRun(report, results, { suite: `${label}, `, group: `${NAME}.${xmlText(label).replaceAll(".", "_")}` });
  }
  const unread =
    runs.length + broken.length === 0 ? [{ path: "results", problem: "no results were found" }] : broken;
  if (unread.length > 0) {
    const suite = report.testSuite().name("files that could not be read");
    for (const { path, problem } of unread) {
      suite
        .testCase()
        .name(xmlText(visible(path)))
        .className(`${NAME}.files`)
        .failure(xmlText(problem), "unreadable");
    }
  }
  return `${report.build()}\n`;
}

interface Names {
  /** Prefix of the suites' names. */
  readonly suite: string;
  /** Prefix of the classes' names. */
  readonly group: string;
}

function addRun(report: Builder, results: Results, names: Names): void {
  let failures = 0;
  for (const build of results.builds) {
    const scenarios = results.scenarios.filter((scenario) => scenario.build === build.role);
    if (scenarios.length === 0) continue;
    const suite = report
      .testSuite()
      .name(xmlText(`${names.suite}${suiteName(build)}`))
      .timestamp(results.startedAt.slice(0, "2026-01-02T03:04:05".length))
      .time(seconds(scenarios.reduce((sum, scenario) => sum + tookMs(scenario), 0)));
    for (const scenario of scenarios) {
      const testCase = suite
        .testCase()
        .name(labelOf(scenario, results))
        .className(`${names.group}.${build.role}`);
      if (fill(testCase, scenario, results)) failures += 1;
    }
  }
  if (results.conclusion === "failed" && failures === 0) {
    const suite = report
      .testSuite()
      .name(xmlText(`${names.suite}run`))
      .time(seconds(results.durationMs));
    suite
      .testCase()
      .name("run")
      .className(`${names.group}.run`)
      .time(seconds(results.durationMs))
      .failure(xmlText(results.reason ?? "no reason was noted"), "failed");
  }
}

const suiteName = ({ role, version }: Build) => `${role}: QEMU ${version}`;

/** Fills a test case, and returns whether it is a failure. */
function fill(testCase: TestCase, scenario: Scenario, results: Results): boolean {
  const { status, reason, iterations, name, build } = scenario;
  testCase.time(seconds(tookMs(scenario)));
  const output = iterations.map((iteration) => iterationLine(iteration, scenario));
  const slower =
    build === "candidate"
      ? results.comparison.filter((one) => one.scenario === name && one.verdict === "slower")
      : [];
  const faults = [...faultsOf(scenario, results), ...slower.map(comparisonSentence)];
  if (status === "unsupported" || status === "skipped") {
    skip(testCase, xmlText(`${status}: ${reason ?? "no reason was noted"}`));
    output.unshift(`${status}: ${reason ?? ""}`);
  }
  if (faults.length > 0) {
    testCase.failure(xmlText(faults.join("; ")), status === "failed" ? "failed" : "slower");
    const failed = iterations.filter((iteration) => iteration.status === "failed");
    const lines = failed.map(
      (one) => `iteration ${numberOf(one, scenario)} (${one.folder}): ${one.reason ?? ""}`,
    );
    testCase.stacktrace(cdata([...faults, ...lines].join("\n")));
  }
  for (const [property, value] of connectionProperties(scenario, results)) testCase.property(property, value);
  if (output.length > 0) testCase.standardOutput(cdata(output.join("\n")));
  const evidence = [
    ...scenario.evidence,
    ...(iterations.find((iteration) => iteration.status === "failed")?.evidence ?? []),
  ];
  if (evidence.length > 0) testCase.standardError(cdata(evidence.map(evidenceText).join("\n")));
  return faults.length > 0;
}

/** What connections felt. Jenkins's plugin keeps properties of cases when told to; other readers pass over them. */
function connectionProperties(
  { name, build, stats }: Scenario,
  { comparison }: Results,
): [name: string, value: string][] {
  const stall = stats?.requestStallMs;
  const compared = build === "candidate" ? comparison.filter(({ scenario }) => scenario === name) : [];
  return [
    ...(["median", "p95", "max"] as const).flatMap((statistic): [string, string][] => {
      const ms = stall?.[statistic] ?? null;
      return ms === null ? [] : [[`request stall ${statistic}, ms`, stallFigure(ms)]];
    }),
    ...compared
      .flatMap(otherSentences)
      .map((sentence): [string, string] => ["against the baseline", sentence]),
  ];
}

/** Adds the message that readers show: the library writes a bare `<skipped/>`. */
function skip(testCase: TestCase, message: string): void {
  const build = testCase.skipped().build.bind(testCase);
  testCase.build = (parent) => {
    const element = build(parent);
    const mark = element.children.find((child) => "name" in child && child.name === "skipped");
    if (mark !== undefined && "att" in mark && typeof mark.att === "function") mark.att("message", message);
    return element;
  };
}

/** Last output. Only the first failure of a scenario has it, because the others are often the same. */
const evidenceText = ({ side, what, tail }: Evidence) =>
  `--- ${side}, ${what} ---\n${tail.replace(/\n+$/, "")}`;

/** Example: "1: passed, boot 1, outage 20.3 ms, …". */
function iterationLine(iteration: Iteration, scenario: Scenario): string {
  const figures = [
    ["outage", iteration.outageMs],
    ["noise", iteration.noiseMs],
    ["vCPU pause", iteration.vcpuPauseMs],
    ["QEMU's downtime", iteration.qemuDowntimeMs],
    ["harness", iteration.harnessMs],
  ] as const;
  return [
    `${numberOf(iteration, scenario)}: ${iteration.status}`,
    `boot ${iteration.boot}`,
    ...figures.map(([name, ms]) => `${name} ${msFigure(ms)}${ms === null ? "" : " ms"}`),
    `lost ${iteration.lost ?? "–"} of ${iteration.sent ?? "–"}${lossText(iteration)}`,
    ...connectionFacts(iteration).map(([name, value]) => `${name} ${value}`),
    ...(iteration.resolved === false ? ["an upper bound: too close to the noise"] : []),
  ].join(", ");
}

/** The time of all boots and iterations, each iteration from its quiet stretch to its end. */
function tookMs({ bootMs, iterations }: Scenario): number {
  const spans = iterations.map(({ timeline }) => (timeline.at(-1)?.atMs ?? 0) - (timeline[0]?.atMs ?? 0));
  // A timeline in a results.json that others wrote may be out of order.
  return [...bootMs, ...spans].reduce((sum, ms) => sum + Math.max(0, ms), 0);
}

const seconds = (ms: number) => Math.round(ms) / 1000;

/**
 * Keeps only the characters that XML 1.0, section 2.2, allows, and makes characters visible that a terminal
 * would act on. Tabs and line ends stay.
 */
const xmlText = (text: string): string => visibleLines(wellFormed(text)).replaceAll(/[\ufffe\uffff]/g, "");

/** The library escapes only the first "]]>" in a text. */
const cdata = (text: string): string => xmlText(text).replaceAll("]]>", "]] >");
