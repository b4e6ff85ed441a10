/**
 * junit.xml: a suite for each build, a case for each of its scenarios, as readers of test results know them. The format is Jenkins's
 * and Maven Surefire's; the elements and attributes used here are those that both know.
 */
import library, { type Builder, type TestCase } from "junit-report-builder";
import type { Build, BuildRole, Iteration, Results, Scenario } from "../results/schema.ts";
import { labelOf, msFigure, numberOf } from "./figures.ts";
import { comparisonSentence } from "./sentences.ts";

const NAME = "tap-migration";

/** What is exported is the builder itself, whatever the types of a CommonJS module say. */
const builder = library as unknown as Builder;

/** XML 1.0, in UTF-8. A run that failed has at least one failure in it, as in a run that was cancelled. */
export function junitOf(results: Results): string {
  const report = builder.newBuilder().name(NAME);
  let failures = 0;
  for (const build of results.builds) {
    const scenarios = results.scenarios.filter((scenario) => scenario.build === build.role);
    if (scenarios.length === 0) continue;
    const suite = report
      .testSuite()
      .name(xmlText(suiteName(build)))
      .timestamp(results.startedAt.slice(0, "2026-01-02T03:04:05".length))
      .time(seconds(scenarios.reduce((sum, scenario) => sum + tookMs(scenario), 0)));
    for (const scenario of scenarios) {
      if (fill(caseOf(suite.testCase(), labelOf(scenario, results), build.role), scenario, results))
        failures += 1;
    }
  }
  if (results.conclusion === "failed" && failures === 0) {
    const suite = report.testSuite().name("run").time(seconds(results.durationMs));
    caseOf(suite.testCase(), "run", "run")
      .time(seconds(results.durationMs))
      .failure(xmlText(results.reason ?? "no reason was noted"), "failed");
  }
  return `${report.build()}\n`;
}

const suiteName = ({ role, version }: Build) => `${role}: QEMU ${version}`;

const caseOf = (testCase: TestCase, name: string, group: BuildRole | "run"): TestCase =>
  testCase.name(name).className(`${NAME}.${group}`);

/** Whether the case is a failure. */
function fill(testCase: TestCase, scenario: Scenario, results: Results): boolean {
  const { status, reason, iterations, name, build } = scenario;
  testCase.time(seconds(tookMs(scenario)));
  const output = iterations.map((iteration) => iterationLine(iteration, scenario));
  const slower =
    build === "candidate"
      ? results.comparison.filter((one) => one.scenario === name && one.verdict === "slower")
      : [];
  const faults = [
    ...(status === "failed" ? [reason ?? "no reason was noted"] : []),
    ...slower.map(comparisonSentence),
  ];
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
  if (output.length > 0) testCase.standardOutput(cdata(output.join("\n")));
  return faults.length > 0;
}

/** The library writes a bare `<skipped/>`, and readers show its message. */
function skip(testCase: TestCase, message: string): void {
  const build = testCase.skipped().build.bind(testCase);
  testCase.build = (parent) => {
    const element = build(parent);
    const mark = element.children.find((child) => "name" in child && child.name === "skipped");
    if (mark !== undefined && "att" in mark && typeof mark.att === "function") mark.att("message", message);
    return element;
  };
}

/** As in "1: passed, boot 1, outage 20.3 ms, …". */
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
    `lost ${iteration.lost ?? "–"} of ${iteration.sent ?? "–"}`,
    ...(iteration.resolved === false ? ["an upper bound: too close to the noise"] : []),
  ].join(", ");
}

/** Boots, and iterations from their quiet stretch to their end. */
function tookMs({ bootMs, iterations }: Scenario): number {
  const spans = iterations.map(({ timeline }) => (timeline.at(-1)?.atMs ?? 0) - (timeline[0]?.atMs ?? 0));
  return [...bootMs, ...spans].reduce((sum, ms) => sum + ms, 0);
}

const seconds = (ms: number) => Math.round(ms) / 1000;

/** Only what XML 1.0, section 2.2, has as characters. Tabs and line ends stay. */
const xmlText = (text: string): string =>
  text.replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");

/** The library splits only the first end of a section that is in its text. */
const cdata = (text: string): string => xmlText(text).replaceAll("]]>", "]] >");
