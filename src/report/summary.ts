/**
 * The page of a run for people who look at a job: the verdict in one line, one row per scenario, two
 * drawings, and all details folded.
 */
import type { Results } from "../results/schema.ts";
import { otherSentences } from "./compared.ts";
import { detailBlocks } from "./details.ts";
import { failureBlocks } from "./failures.ts";
import {
  labelOf,
  medianIteration,
  mostlyUnresolved,
  msFigure,
  numberOf,
  stallMs,
  worstScenario,
} from "./figures.ts";
import { earlySentence, lossSentence, sentencesOf, unseenSentence } from "./findings.ts";
import { type Block, fitPage } from "./fit.ts";
import { fenced, shortMarkdown } from "./markdown.ts";
import { outageChart, stallChart, timelineChart } from "./mermaid.ts";
import { legend, scenarioTable } from "./scenario-table.ts";
import { coarseProbeSentence, comparisonSentence, controlSentence, TCG_SENTENCE } from "./sentences.ts";
import { stallSentence } from "./stalls.ts";
import { verdict } from "./verdict.ts";

/** GitHub shows at most 1 MiB per step. This is less, because other text of the same step needs room too. */
const MOST_BYTES = 1_000_000;
const LONGEST_REASON = 2_000;
const LONGEST_FAULT = 400;
const LONGEST_FACT = 300;

export interface SummaryOptions {
  /** Folder with results and logs. */
  readonly outputFolder?: string;
}

/** GitHub-flavoured Markdown below GitHub's size limit. Text from outside is escaped. */
export function summaryOf(results: Results, { outputFolder }: SummaryOptions = {}): string {
  return fitPage(
    [
      ...[
        "## Downtime of live migration",
        ...verdict(results),
        facts(results),
        scenarioTable(results),
        legend(results),
        ...remarks(results),
      ].map((text) => ({ text, rank: 0, kind: "", section: null })),
      ...drawings(results),
      ...failureBlocks(results),
      ...detailBlocks(results, outputFolder ?? null),
    ],
    MOST_BYTES,
  );
}

export const facts = ({ builds, accel, privilege, guest }: Results) =>
  [
    ...builds.map(({ role, version }) => `${role} QEMU ${version}`),
    `accelerator ${accel}`,
    `guest ${guest}`,
    ...(privilege === "none" ? ["without root"] : []),
  ]
    .map((text) => shortMarkdown(text, LONGEST_FACT))
    .join(" · ");

/** What a reader must know to read the table. */
export function remarks(results: Results): string[] {
  const { scenarios, comparison, accel } = results;
  const control = controlSentence(results);
  const coarse = coarseProbeSentence(results);
  const upperBound = scenarios.some(({ iterations }) => mostlyUnresolved(iterations));
  const sentences = (of: Parameters<typeof sentencesOf>[1], sign = "") =>
    sentencesOf(results, of).map(
      ({ label, sentence }) => `${sign}${shortMarkdown(`${label}: ${sentence}`, LONGEST_FAULT)}.`,
    );
  const lines = [
    ...notRunLines(results),
    ...comparison
      .flatMap((one) => [comparisonSentence(one), ...otherSentences(one)])
      .map((sentence) => shortMarkdown(sentence, LONGEST_FAULT)),
    ...sentences(lossSentence, "⚠️ "),
    ...sentences(earlySentence),
    ...sentences(unseenSentence, "⚠️ "),
    ...sentences(stallSentence),
    ...(upperBound
      ? [
          "≤: in most iterations the outage is less than twice this machine's noise, so these figures are upper bounds.",
        ]
      : []),
    ...(coarse === null ? [] : [shortMarkdown(coarse, LONGEST_FAULT)]),
    ...(control === null ? [] : [shortMarkdown(control, LONGEST_FAULT)]),
    ...(accel === "tcg" ? [TCG_SENTENCE] : []),
  ];
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")];
}

/** Why scenarios were not run. Scenarios with the same reason share a line. */
function notRunLines(results: Results): string[] {
  const labels = new Map<string, string[]>();
  for (const scenario of results.scenarios) {
    const { status, reason } = scenario;
    if ((status !== "unsupported" && status !== "skipped") || reason === null) continue;
    const why = `${status}: ${reason}`;
    labels.set(why, [...(labels.get(why) ?? []), labelOf(scenario, results)]);
  }
  return [...labels].map(([why, of]) => {
    const names = of.join(of.some((label) => label.includes(",")) ? "; " : ", ");
    return shortMarkdown(`${names} ${why}`, LONGEST_REASON);
  });
}

function drawings(results: Results): Block[] {
  const block = (text: string): Block => ({ text, rank: 5, kind: "drawings", section: null });
  const bars = [
    ["Outage by scenario", outageChart(results)],
    ["Request stall by scenario", stallChart(results)],
  ] as const;
  const timeline = timelineOf(results);
  return [
    ...bars.flatMap(([title, chart]) =>
      chart === null
        ? []
        : [block(`${title}: median (dark), p95 and max (light)\n\n${fenced(chart, "mermaid")}`)],
    ),
    ...(timeline === null ? [] : [block(timeline)]),
  ];
}

/** The median iteration of the worst scenario; when nothing passed, the first iteration with a freeze. */
function timelineOf(results: Results): string | null {
  const worst = worstScenario(results);
  const typical = worst === null ? null : medianIteration(worst);
  const candidates = [
    ...(worst === null || typical === null ? [] : [{ scenario: worst, iteration: typical }]),
    ...results.scenarios.flatMap((scenario) =>
      scenario.iterations.map((iteration) => ({ scenario, iteration })),
    ),
  ];
  for (const { scenario, iteration } of candidates) {
    const chart = timelineChart(iteration);
    if (chart === null) continue;
    const which = iteration === typical ? "the one nearest the median" : iteration.status;
    const launchMs = iteration.timeline.find(({ event }) => event === "launch target")?.atMs ?? null;
    const launch = launchMs === null ? "" : `; the target was launched ${msFigure(-launchMs)} ms before`;
    const { requestStallMs } = iteration;
    const stall = requestStallMs == null ? "" : `; a request waited ${stallMs(requestStallMs)}`;
    return `**${labelOf(scenario, results)}**, iteration ${numberOf(iteration, scenario)} (${which}), in ms from \`migrate\`${launch}${stall}:\n\n${fenced(chart, "mermaid")}`;
  }
  return null;
}
