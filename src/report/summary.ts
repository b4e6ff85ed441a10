/**
 * The page of a run for people who look at a job: the verdict in one line, one row per scenario, two
 * drawings, and all details folded.
 */
import type { Comparison, Results, Scenario } from "../results/schema.ts";
import { detailBlocks } from "./details.ts";
import { failureBlocks } from "./failures.ts";
import {
  labelOf,
  medianFigure,
  medianIteration,
  mostLost,
  mostlyUnresolved,
  msFigure,
  numberOf,
  signedMs,
  worstScenario,
} from "./figures.ts";
import { earlySentence, lossSentence, unseenSentence } from "./findings.ts";
import { type Block, fitPage } from "./fit.ts";
import { fenced, shortMarkdown, table } from "./markdown.ts";
import { outageChart, timelineChart } from "./mermaid.ts";
import {
  changePercent,
  coarseProbeSentence,
  comparisonSentence,
  controlSentence,
  TCG_SENTENCE,
} from "./sentences.ts";
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

/** Keeps a sign and its word on one line. */
const NBSP = "&nbsp;";

const MARKS = { passed: "✅", failed: "❌", unsupported: "➖", skipped: "⏭️" } as const;

const legend = ({ scenarios }: Results): string =>
  [
    "Times are in ms. Noise, vCPU pause (STOP to RESUME), QEMU's figure (the pause as QEMU reports it) and harness (our share of the pause) are medians.",
    ...(scenarios.some((scenario) => earlySentence(scenario) !== null)
      ? ["Before STOP is the median of the part of the outage before the freeze."]
      : []),
    ...(scenarios.some(({ limits }) => limits.length > 0)
      ? [
          `Limits: ${LIMIT_MARKS.met} met, ${LIMIT_MARKS.exceeded} exceeded, ${LIMIT_MARKS.unresolved} can't be judged here.`,
        ]
      : []),
  ].join(" ");

interface Column {
  readonly head: string;
  readonly cell: (scenario: Scenario) => string;
}

export function scenarioTable(results: Results): string {
  const { scenarios } = results;
  const outage = (pick: "median" | "p95" | "max") => (scenario: Scenario) => {
    const text = msFigure(scenario.stats?.outageMs[pick]);
    return text !== "–" && mostlyUnresolved(scenario.iterations) ? `≤${NBSP}${text}` : text;
  };
  const columns: Column[] = [
    {
      head: "scenario",
      cell: (scenario) => {
        const label = unbroken(labelOf(scenario, results)).replace(new RegExp(`,?${NBSP}`), "<br>");
        return isFine(scenario, results) ? label : `**${label}**`;
      },
    },
    { head: "result", cell: ({ status }) => `${MARKS[status]}${NBSP}${status}` },
    ...(results.comparison.length > 0
      ? [{ head: "against<br>baseline", cell: (scenario: Scenario) => comparisonCell(scenario, results) }]
      : []),
    ...(scenarios.some(({ limits }) => limits.length > 0) ? [{ head: "limits", cell: limitsCell }] : []),
  ];
  const left = columns.length;
  const median = (pick: Parameters<typeof medianFigure>[1]) => (scenario: Scenario) =>
    msFigure(medianFigure(scenario.iterations, pick));
  columns.push(
    { head: "n", cell: numberCell },
    { head: "outage<br>median", cell: outage("median") },
    { head: "p95", cell: outage("p95") },
    { head: "max", cell: outage("max") },
    ...(scenarios.some((scenario) => earlySentence(scenario) !== null)
      ? [{ head: "before<br>STOP", cell: median(({ outageParts }) => outageParts?.beforeStopMs) }]
      : []),
    { head: "noise", cell: median(({ noiseMs }) => noiseMs) },
    { head: "most<br>lost", cell: ({ iterations }) => String(mostLost(iterations) ?? "–") },
    { head: "vCPU<br>pause", cell: median(({ vcpuPauseMs }) => vcpuPauseMs) },
    { head: "QEMU's<br>figure", cell: median(({ qemuDowntimeMs }) => qemuDowntimeMs) },
    { head: "harness", cell: median(({ harnessMs }) => harnessMs) },
  );
  return table(
    columns.map(({ head }) => head),
    scenarios.map((scenario) => columns.map(({ cell }) => cell(scenario))),
    left,
  );
}

/** Whether the row needs no emphasis. */
const isFine = ({ name, build, status }: Scenario, { comparison }: Results): boolean =>
  status !== "failed" &&
  !(build === "candidate" && comparison.some((one) => one.scenario === name && one.verdict === "slower"));

/** How many iterations the figures come from: "9 of 10", or "10" when all count. */
function numberCell({ stats, iterations }: Scenario): string {
  const n = stats?.outageMs.n ?? 0;
  return n === iterations.length ? String(n) : `${n}${NBSP}of${NBSP}${iterations.length}`;
}

const VERDICT_MARKS: Readonly<Record<Comparison["verdict"], string>> = {
  slower: "❌",
  faster: "✅",
  same: "✅",
  inconclusive: "⚠️",
};

function comparisonCell({ name, build }: Scenario, { comparison }: Results): string {
  const own = comparison.find(({ scenario }) => scenario === name);
  if (build !== "candidate" || own === undefined) return "";
  const { verdict, deltaMs } = own;
  const change =
    deltaMs === null
      ? ""
      : `<br>${unbroken(`${signedMs(deltaMs).replace(/ ms$/, "")} (${changePercent(own)})`)}`;
  return `${VERDICT_MARKS[verdict]}${NBSP}${verdict}${change}`;
}

const LIMIT_MARKS = { met: "✅", exceeded: "❌", unresolved: "⚠️" } as const;

const limitsCell = ({ limits }: Scenario): string =>
  limits
    .map(({ limit, statistic, bound, verdict }) => {
      const what = limit === "max-outage-ms" ? statistic : `${statistic} lost`;
      return unbroken(`${LIMIT_MARKS[verdict]} ${what} ≤ ${bound}`);
    })
    .join("<br>");

const unbroken = (text: string) => text.replaceAll(" ", NBSP);

/** What a reader must know to read the table. */
export function remarks(results: Results): string[] {
  const { scenarios, comparison, accel } = results;
  const control = controlSentence(results);
  const coarse = coarseProbeSentence(results);
  const upperBound = scenarios.some(({ iterations }) => mostlyUnresolved(iterations));
  const lines = [
    ...notRunLines(results),
    ...comparison.map((one) => shortMarkdown(comparisonSentence(one), LONGEST_FAULT)),
    ...scenarios.flatMap((scenario) => {
      const loss = lossSentence(scenario);
      return loss === null
        ? []
        : [`⚠️ ${shortMarkdown(`${labelOf(scenario, results)}: ${loss}`, LONGEST_FAULT)}.`];
    }),
    ...scenarios.flatMap((scenario) => {
      const early = earlySentence(scenario);
      return early === null
        ? []
        : [`${shortMarkdown(`${labelOf(scenario, results)}: ${early}`, LONGEST_FAULT)}.`];
    }),
    ...scenarios.flatMap((scenario) => {
      const unseen = unseenSentence(scenario);
      return unseen === null
        ? []
        : [`⚠️ ${shortMarkdown(`${labelOf(scenario, results)}: ${unseen}`, LONGEST_FAULT)}.`];
    }),
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
  const chart = outageChart(results);
  const timeline = timelineOf(results);
  return [
    ...(chart === null
      ? []
      : [block(`Outage by scenario: median (dark), p95 and max (light)\n\n${fenced(chart, "mermaid")}`)]),
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
    return `**${labelOf(scenario, results)}**, iteration ${numberOf(iteration, scenario)} (${which}), in ms from \`migrate\`${launch}:\n\n${fenced(chart, "mermaid")}`;
  }
  return null;
}
