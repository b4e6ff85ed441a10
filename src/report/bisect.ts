/**
 * What a run says about a commit, for `git bisect run`: git takes status 0 as good, 125 as a commit to skip, 1 to 127 otherwise as bad,
 * and anything above as the end of the bisection (git-bisect(1), "Bisect run"). docs/bisect.md is the page for users.
 */
import { judgeLimits, type LimitRule, limitsFault, parseLimits } from "../measure/limits.ts";
import type { Limit, Results, Scenario, ScenarioName } from "../results/schema.ts";
import type { BisectVerdict } from "./bisect-line.ts";
import { inMs, labelOf } from "./figures.ts";
import { shorten } from "./markdown.ts";
import {
  changePercent,
  comparisonSentence,
  faultsOf,
  limitSentence,
  runFaults,
  worstOutageSentence,
} from "./sentences.ts";

/** What a run met that says nothing about its builds. */
export interface Unrelated {
  /** Why it did not end as it should: cancelled, out of time, an error of this host or of ours; null when it did. */
  readonly stopped: string | null;
  /** Scenarios that this host cannot run with any build. */
  readonly unfit: readonly ScenarioName[];
}

/** The strongest first. A build that is slower in one scenario is bad, whatever cannot be judged in the others. */
const STATUSES = [128, 1, 125] as const;

/**
 * Judges by the comparisons with the baseline and by the limits. When a run has neither, a migration that fails is bad and one that
 * passes is good. `unsupported` counts where it fails the run, and where something should have been judged.
 */
export function bisectVerdict(
  results: Results,
  { stopped, unfit }: Unrelated = { stopped: null, unfit: [] },
): BisectVerdict {
  if (stopped !== null) return { status: 128, sentence: oneLine(stopped) };
  const findings = findingsOf(results, unfit);
  for (const status of STATUSES) {
    const texts = findings.filter((finding) => finding.status === status).map(({ text }) => oneLine(text));
    if (texts.length > 0) return { status, sentence: texts.join("; ") };
  }
  return { status: 0, sentence: goodSentence(results) };
}

interface Finding {
  readonly status: (typeof STATUSES)[number];
  readonly text: string;
}

function findingsOf(results: Results, unfit: readonly ScenarioName[]): Finding[] {
  const { scenarios, comparison, builds } = results;
  const rules = rulesOf(results);
  const hasBaseline = builds.some(({ role }) => role === "baseline");
  const judged = hasBaseline || rules.length > 0;
  const found = [
    ...unsupportedOf(results, rules, unfit),
    ...scenarios.flatMap((scenario) => [
      ...limitsOf(scenario, rules).flatMap((limit) => ofLimit(scenario, limit, results)),
      ...failureOf(scenario, judged, results),
    ]),
    ...comparison.flatMap(ofComparison),
  ];
  if (found.length > 0) return found;
  if (scenarios.every(({ iterations }) => iterations.length === 0))
    return [{ status: 125, text: "no iteration was measured" }];
  if (!judged || comparison.length > 0 || scenarios.some(({ limits }) => limits.length > 0)) return [];
  const text = hasBaseline
    ? "the baseline can run none of the scenarios"
    : "no limit is for a scenario of this run";
  return [{ status: 128, text }];
}

/** The limits as they were given. */
const rulesOf = ({ inputs }: Results): LimitRule[] =>
  (["max-outage-ms", "max-request-stall-ms", "max-lost"] as const).flatMap(
    (kind) => parseLimits(inputs[kind] ?? "", kind).limits,
  );

function unsupportedOf(
  results: Results,
  rules: readonly LimitRule[],
  unfit: readonly ScenarioName[],
): Finding[] {
  const { scenarios } = results;
  const failsRun = runFaults(results).general.some((fault) => fault.startsWith("unsupported: "));
  return scenarios.flatMap((scenario): Finding[] => {
    const { name, build, status, reason } = scenario;
    if (status !== "unsupported") return [];
    const hasRule = build !== "baseline" && rules.some((rule) => rule.scenario === name);
    const baselineRunsIt = scenarios.some(
      (other) => other.name === name && other.build === "baseline" && other.status !== "unsupported",
    );
    if (!failsRun && !hasRule && !baselineRunsIt) return [];
    const text = `${labelOf(scenario, results)} is unsupported: ${reason ?? "no reason was noted"}`;
    return [{ status: build === "baseline" || unfit.includes(name) ? 128 : 125, text }];
  });
}

/** A migration that failed may have lost any number of requests: only those that passed are held against limits. */
function limitsOf({ name, limits, iterations }: Scenario, rules: readonly LimitRule[]): readonly Limit[] {
  const passed = iterations.filter(({ status }) => status === "passed");
  return limits.length === 0 || passed.length === iterations.length
    ? limits
    : judgeLimits(rules, name, passed);
}

function ofLimit(scenario: Scenario, limit: Limit, results: Results): Finding[] {
  if (limit.verdict === "met") return [];
  const text = `${labelOf(scenario, results)}: ${limitSentence(limit)}`;
  return [{ status: limit.verdict === "exceeded" ? 1 : 125, text }];
}

/** Migrations and boots that failed, and what was not reached because of them. */
function failureOf(scenario: Scenario, judged: boolean, results: Results): Finding[] {
  const { build, status, reason, limits, iterations } = scenario;
  const label = labelOf(scenario, results);
  if (status === "skipped") return [{ status: 125, text: `${label}: ${reason ?? "it was not reached"}` }];
  const onlyByLimits = [true, false].some((strict) => limitsFault(limits, strict) === reason);
  if (status !== "failed" || (reason !== null && onlyByLimits)) return [];
  const text = `${label}: ${faultsOf({ ...scenario, limits: [] }, results).join("; ")}`;
  if (build !== "baseline") return [{ status: judged ? 125 : 1, text }];
  // A baseline that fails once may do so by chance. One that never migrates is of no use with any commit.
  return [{ status: iterations.some((one) => one.status === "passed") ? 125 : 128, text }];
}

function ofComparison(comparison: Results["comparison"][number]): Finding[] {
  const { scenario, medianA, medianB, verdict } = comparison;
  if (verdict === "inconclusive") return [{ status: 125, text: comparisonSentence(comparison) }];
  if (verdict !== "slower") return [];
  const change = changePercent(comparison);
  const medians = medianA === null || medianB === null ? "" : `: ${inMs(medianA)} → ${inMs(medianB)}`;
  return [
    {
      status: 1,
      text: `${scenario} is slower than the baseline${medians}${change === null ? "" : ` (${change})`}`,
    },
  ];
}

function goodSentence(results: Results): string {
  const { scenarios, comparison } = results;
  const limits = scenarios.some((scenario) => scenario.limits.length > 0);
  const judged = [
    ...(comparison.length > 0 ? ["not slower than the baseline"] : []),
    ...(limits ? ["every limit met"] : []),
  ];
  return [judged.length > 0 ? judged.join(", ") : "every migration passed", worstOutageSentence(results)]
    .filter((text) => text !== null)
    .join("; ");
}

const LONGEST_TEXT = 300;

/** Reasons may quote the last lines of a console. */
const oneLine = (text: string): string => shorten(text.split("\n")[0] ?? "", LONGEST_TEXT);
