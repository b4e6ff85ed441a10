/** The overview of a run: one row per scenario, and one chart of all scenarios. */
import type { Comparison, Results, Scenario } from "../../results/schema.ts";
import { outageChange, slowerTexts } from "../compared.ts";
import { labelOf, medianFigure, mostLost, mostlyUnresolved, msFigure, stallFigure } from "../figures.ts";
import { earlySentence, lossSentence, sentencesOf, unseenSentence } from "../findings.ts";
import { coarseProbeSentence, controlSentence } from "../sentences.ts";
import { haveStalls, medianStall, stallSentence } from "../stalls.ts";
import type { PageRun } from "./data.ts";
import { type Column, figure, heading, html, type Markup, type Piece, table } from "./markup.ts";
import { capitalised, isMeasured, type Measure, OUTAGE, STALL } from "./measures.ts";
import { badge, intervalText, limitText, scenarioId } from "./words.ts";

export function overviewSection(run: PageRun, level: number): Markup {
  const { results } = run;
  const measured = results.scenarios.filter(({ iterations }) => iterations.length > 0);
  // Compared scenarios have their own chart.
  const others = measured.filter(({ name }) => !results.comparison.some(({ scenario }) => scenario === name));
  return html`<section class="overview" id="${run.id}-overview" aria-labelledby="${run.id}-overview-title" data-run="${run.id}">
${heading(level, "Scenarios", `${run.id}-overview-title`)}
${scenarioTable(run)}
<p class="remark">Times in ms. ${results.scenarios.some((scenario) => earlySentence(scenario) !== null) ? "Before STOP (the part of the outage before the freeze), noise" : "Noise"}, vCPU pause (STOP to RESUME), QEMU’s figure (the pause as QEMU reports it) and harness (our share of the pause) are medians.${haveStalls(results.scenarios) ? " Request stall is the median of the longest time that a TCP request waited in a migration." : null}</p>
${losses(results)}
${remarks(results)}
${measured.length < 2 || others.length === 0 ? null : overviewFigure(results, measured)}
</section>
`;
}

const overviewFigure = (results: Results, measured: readonly Scenario[]) =>
  sideBySide(
    "overview",
    measured.map((scenario) => ({ label: labelOf(scenario, results), scenario })),
  );

/** A chart of the outages of several scenarios, and one of their request stalls if they have some. */
export const sideBySide = (chart: string, rows: readonly DotRow[]): Markup =>
  html`${[OUTAGE, STALL].map((measure) => {
    const own = rows.filter(({ scenario }) => measure === OUTAGE || isMeasured(scenario, measure));
    if (own.length === 0) return null;
    return figure(
      `${chart}${measure.suffix}`,
      html`${capitalised(measure.plural)} side by side <span class="remark">ms</span>`,
      html`<ul class="legend"><li><span class="dot passed"></span>an iteration</li><li><span class="line median"></span>median</li><li><span class="swatch interval"></span>its 95 % interval</li></ul>`,
      figuresTable(own, measure),
      capitalised(measure.plural),
    );
  })}`;

export interface DotRow {
  readonly label: string;
  readonly scenario: Scenario;
}

/** The measured scenarios of all runs, builds of the same scenario below one another. */
export function measuredRows(runs: readonly PageRun[]): DotRow[] {
  const rows = runs.flatMap(({ label, results }) =>
    results.scenarios
      .filter(({ iterations }) => iterations.length > 0)
      .map((scenario) => ({ label: `${labelOf(scenario, results)} · ${label}`, scenario })),
  );
  const names = new Set(rows.map(({ scenario }) => scenario.name));
  return [...names].flatMap((name) => rows.filter(({ scenario }) => scenario.name === name));
}

/** The figures behind a chart of several scenarios. */
function figuresTable(rows: readonly DotRow[], measure: Measure): Markup {
  const of = ({ scenario }: DotRow) => measure.statsOf(scenario);
  const { figure: text, name } = measure;
  return table<DotRow>(
    `${capitalised(name)} of the iterations that passed, ms`,
    [
      { head: "scenario", words: true, cell: ({ label }) => label },
      { head: "n", cell: (row) => of(row)?.n ?? 0 },
      { head: "min", cell: (row) => text(of(row)?.min) },
      { head: "median", cell: (row) => text(of(row)?.median) },
      { head: "95 % interval", cell: (row) => intervalText({ ci95: of(row)?.ci95 ?? null }, text) },
      { head: "p95", cell: (row) => text(of(row)?.p95) },
      { head: "max", cell: (row) => text(of(row)?.max) },
    ],
    rows,
  );
}

function scenarioTable({ id, results }: PageRun): Markup {
  const { scenarios, comparison } = results;
  const median =
    (pick: Parameters<typeof medianFigure>[1]) =>
    ({ iterations }: Scenario) =>
      msFigure(medianFigure(iterations, pick));
  const outage =
    (pick: "median" | "p95" | "max") =>
    ({ stats, iterations }: Scenario) => {
      const text = msFigure(stats?.outageMs[pick]);
      return text !== "–" && mostlyUnresolved(iterations) ? `≤ ${text}` : text;
    };
  const name = (scenario: Scenario): Piece => {
    const label = labelOf(scenario, results);
    return scenario.iterations.length === 0
      ? label
      : html`<a href="#${scenarioId(id, scenarios.indexOf(scenario))}">${label}</a>`;
  };
  const columns: Column<Scenario>[] = [
    { head: "scenario", words: true, cell: name },
    { head: "result", words: true, cell: ({ status }) => badge(status) },
    { head: "outage median", cell: (scenario) => html`<strong>${outage("median")(scenario)}</strong>` },
    { head: "p95", cell: outage("p95") },
    { head: "max", cell: outage("max") },
    ...(haveStalls(scenarios)
      ? [{ head: "request stall", cell: (scenario: Scenario) => stallFigure(medianStall(scenario)) }]
      : []),
    ...(comparison.length === 0
      ? []
      : [
          {
            head: "against baseline",
            words: true,
            cell: (scenario: Scenario) => comparisonCell(scenario, comparison),
          },
        ]),
    ...(scenarios.every(({ limits }) => limits.length === 0)
      ? []
      : [{ head: "limits", words: true, cell: limitsCell }]),
    { head: "n", cell: numberCell },
    ...(scenarios.some((scenario) => earlySentence(scenario) !== null)
      ? [{ head: "before STOP", cell: median(({ outageParts }) => outageParts?.beforeStopMs) }]
      : []),
    { head: "noise", cell: median(({ noiseMs }) => noiseMs) },
    { head: "most lost", cell: ({ iterations }) => mostLost(iterations) ?? "–" },
    { head: "vCPU pause", cell: median(({ vcpuPauseMs }) => vcpuPauseMs) },
    { head: "QEMU’s figure", cell: median(({ qemuDowntimeMs }) => qemuDowntimeMs) },
    { head: "harness", cell: median(({ harnessMs }) => harnessMs) },
  ];
  return table("Every scenario: its result and the medians of its figures", columns, scenarios);
}

/** How many iterations the figures come from: "9 of 10", or "10" when all count. */
function numberCell({ stats, iterations }: Scenario): string {
  const n = stats?.outageMs.n ?? 0;
  return n === iterations.length ? String(n) : `${n} of ${iterations.length}`;
}

function comparisonCell({ name, build }: Scenario, comparison: readonly Comparison[]): Piece {
  const own = comparison.find(({ scenario }) => scenario === name);
  if (build !== "candidate" || own === undefined) return null;
  return html`${badge(own.verdict)} <span class="remark">${outageChange(own)}</span>${slowerTexts(own).map(
    (text) => html`<div>${badge("slower")} <span class="remark">${text}</span></div>`,
  )}`;
}

const limitsCell = ({ limits }: Scenario): Piece =>
  limits.map(
    (limit) => html`<div>${badge(limit.verdict)} <span class="remark">${limitText(limit)}</span></div>`,
  );

/** Lost requests where packets wait: a finding, whatever the limits say. */
function losses(results: Results): Markup | null {
  const lines = sentencesOf(results, lossSentence).map(
    ({ label, sentence }) => html`<li>${badge("losses")} <strong>${label}</strong>: ${sentence}.</li>`,
  );
  return lines.length === 0 ? null : html`<ul class="findings">${lines}</ul>`;
}

/** What a reader must know to read the figures. */
function remarks(results: Results): Markup | null {
  const { scenarios } = results;
  const lines: Piece[] = [
    ...scenarios.flatMap((scenario) => {
      const { status, reason } = scenario;
      return reason !== null && (status === "unsupported" || status === "skipped")
        ? [html`<strong>${labelOf(scenario, results)}</strong> ${status}: ${reason}`]
        : [];
    }),
    ...[earlySentence, unseenSentence, stallSentence].flatMap((of) =>
      sentencesOf(results, of).map(({ label, sentence }) => html`<strong>${label}</strong>: ${sentence}.`),
    ),
    ...(scenarios.some(({ iterations }) => mostlyUnresolved(iterations))
      ? [
          "≤: in most iterations the outage is less than twice this machine’s noise, so these figures are upper bounds.",
        ]
      : []),
    ...[coarseProbeSentence(results), controlSentence(results)].filter((line) => line !== null),
  ];
  return lines.length === 0
    ? null
    : html`<ul class="remarks">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
