/**
 * The short messages that a reviewer sees beside the check: all of them, the most important of each level
 * first. src/action/annotate.ts limits how many are printed.
 */
import type { Comparison, Results, Scenario } from "../results/schema.ts";
import { partsSentence, slowerStallsSentence } from "./compared.ts";
import {
  count,
  inMs,
  labelOf,
  measuredText,
  mostLost,
  mostlyUnresolved,
  msFigure,
  stallMs,
} from "./figures.ts";
import { lossSentence } from "./findings.ts";
import { coarseProbeSentence, comparisonSentence, faultsOf, limitSentence } from "./sentences.ts";
import { headlineSentence, medianStall } from "./stalls.ts";

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/**
 * One error per failed scenario. Warnings for regressions, for scenarios that were not reached, and for what
 * this machine cannot judge. One notice of the run when it has connections, and one for each other scenario. Text from outside is not escaped here: the
 * caller must escape it before printing.
 */
export function annotationsOf(results: Results): Annotation[] {
  const { scenarios, comparison } = results;
  const coarse = coarseProbeSentence(results);
  const headline = headlineSentence(results);
  return [
    ...(headline === null
      ? []
      : [{ level: "notice" as const, title: "what the network felt", message: headline }]),
    ...scenarios.map((scenario) => ({
      level: LEVELS[scenario.status],
      title: `${labelOf(scenario, results)} ${scenario.status}`,
      message: [
        ...reasonsOf(scenario, results),
        ...(exceedsMaxLost(scenario) ? [lossSentence(scenario)].filter((text) => text !== null) : []),
        ...figures(scenario, results),
      ].join("\n"),
    })),
    ...comparison.flatMap(comparisonWarnings),
    ...scenarios.flatMap((scenario) => lossWarnings(scenario, results)),
    ...scenarios.flatMap((scenario) => noiseWarnings(scenario, results)),
    ...(coarse === null ? [] : [warning("the probe is coarse", coarse)]),
  ].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

const LEVELS = { passed: "notice", failed: "error", unsupported: "notice", skipped: "warning" } as const;
const ORDER: readonly Annotation["level"][] = ["error", "warning", "notice"];

const reasonsOf = (scenario: Scenario, results: Results): readonly string[] =>
  scenario.status === "failed"
    ? faultsOf(scenario, results)
    : [scenario.reason].filter((text) => text !== null);

const warning = (title: string, message: string): Annotation => ({ level: "warning", title, message });

/** One of the outage with the parts that explain it, else one of the parts; and one of the requests. */
function comparisonWarnings(comparison: Comparison): Annotation[] {
  const { scenario, verdict } = comparison;
  const parts = partsSentence(comparison, "slower");
  const requests = slowerStallsSentence(comparison);
  return [
    ...(verdict === "slower"
      ? [
          warning(
            `${scenario} is slower than the baseline`,
            [comparisonSentence(comparison), ...(parts === null ? [] : [parts])].join("\n"),
          ),
        ]
      : []),
    ...(verdict !== "slower" && parts !== null
      ? [warning(`${scenario}: a part of the freeze is slower than in the baseline`, parts)]
      : []),
    ...(requests === null
      ? []
      : [warning(`${scenario}: requests wait longer than with the baseline`, requests)]),
  ];
}

/** With an exceeded limit on losses they are an error already. */
function lossWarnings(scenario: Scenario, results: Results): Annotation[] {
  const sentence = exceedsMaxLost(scenario) ? null : lossSentence(scenario);
  return sentence === null ? [] : [warning(`${labelOf(scenario, results)} lost requests`, `${sentence}.`)];
}

const exceedsMaxLost = ({ limits }: Scenario): boolean =>
  limits.some(({ limit, verdict }) => limit === "max-lost" && verdict === "exceeded");

function noiseWarnings(scenario: Scenario, results: Results): Annotation[] {
  const { iterations, limits } = scenario;
  const label = labelOf(scenario, results);
  const unresolved = iterations.filter(({ resolved }) => resolved === false);
  return [
    ...limits
      .filter(({ verdict }) => verdict === "unresolved")
      .map((limit) => warning(`${label}: a limit can't be judged`, limitSentence(limit))),
    ...(mostlyUnresolved(iterations)
      ? [
          warning(
            `${label}: this machine is too noisy`,
            `The outage of ${unresolved.length} of ${count(iterations.length, "iteration")} is less than twice the noise before it, or the host delayed the probe: these figures are upper bounds.`,
          ),
        ]
      : []),
  ];
}

/** Names the accelerator too, because figures of different accelerators cannot be compared. */
function figures(scenario: Scenario, { accel }: Results): string[] {
  const { median = null, p95, max } = scenario.stats?.outageMs ?? {};
  if (median === null) return [];
  const lost = mostLost(scenario.iterations);
  const stall = medianStall(scenario);
  const parts = [
    `outage median ${inMs(median)}`,
    `p95 ${msFigure(p95)} ms`,
    `max ${msFigure(max)} ms`,
    ...(stall === null ? [] : [`request stall median ${stallMs(stall)}`]),
    ...(lost === null ? [] : [lost === 0 ? "no requests lost" : `at most ${count(lost, "request")} lost`]),
  ];
  return [`${parts.join(", ")} (${measuredText(scenario)}, ${accel})`];
}
