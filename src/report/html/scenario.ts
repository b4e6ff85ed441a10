/** A scenario: the distribution of its outages, and one iteration that the reader chooses. */

import { STALLED_MS } from "../../measure/tcp-requests.ts";
import type { Iteration, Results, Scenario, Statistics } from "../../results/schema.ts";
import {
  count,
  inMs,
  labelOf,
  medianIteration,
  mostlyUnresolved,
  msFigure,
  numberOf,
  stallFigure,
  stallMs,
} from "../figures.ts";
import { faultsOf, limitSentence } from "../sentences.ts";
import { firstShown, type PageRun } from "./data.ts";
import { dotRange, limitsOn } from "./domain.ts";
import { iterationPanel } from "./iteration.ts";
import { figure, heading, html, type Markup, type Piece, table } from "./markup.ts";
import {
  capitalised,
  type IterationKind,
  isMeasured,
  iterationWords,
  kindOf,
  type Measure,
  OUTAGE,
  STALL,
} from "./measures.ts";
import { badge, intervalText, scenarioId } from "./words.ts";

/** The section of a scenario; null when it has no iterations to show. */
export function scenarioSection(run: PageRun, scenario: Scenario, level: number): Markup | null {
  const shown = firstShown(scenario);
  if (shown === null) return null;
  const index = run.results.scenarios.indexOf(scenario);
  const id = scenarioId(run.id, index);
  const label = labelOf(scenario, run.results);
  return html`<section class="scenario" id="${id}" aria-labelledby="${id}-title" data-run="${run.id}" data-scenario="${index}" data-level="${level + 1}">
${heading(level, html`${label} ${badge(scenario.status)}`, `${id}-title`)}
${lead(scenario, run.results)}
${figure("distribution", dotsTitle(OUTAGE), dotsLegend(scenario, OUTAGE), iterationTable(label, scenario), "Iterations")}${requestStalls(label, scenario)}
${statisticsTable(label, scenario)}
${chooser(id, label, scenario, shown)}
<div class="panel">${iterationPanel(run, scenario, shown, level + 1)}</div>
</section>
`;
}

/** Null without connections. */
const requestStalls = (label: string, scenario: Scenario): Markup | null =>
  isMeasured(scenario, STALL)
    ? figure(
        `distribution${STALL.suffix}`,
        dotsTitle(STALL),
        dotsLegend(scenario, STALL),
        requestTable(label, scenario),
        "Requests of every iteration",
      )
    : null;

function lead(scenario: Scenario, results: Results): Markup {
  const { stats, limits, iterations } = scenario;
  const outage = stats?.outageMs;
  const figures =
    outage === undefined || outage.median === null
      ? "No iteration passed, so there are no figures of the outage."
      : `Median outage ${inMs(outage.median)}${outage.ci95 === null ? "" : ` (95 % interval ${intervalText(outage)})`}, p95 ${msFigure(outage.p95)}, max ${msFigure(outage.max)}; ${outage.n} of ${count(iterations.length, "iteration")} passed.`;
  const judged = limits.map((limit) => ({ limit, sentence: limitSentence(limit) }));
  const faults = faultsOf(scenario, results).filter((fault) =>
    judged.every(({ sentence }) => sentence !== fault),
  );
  return html`<p class="lead">${figures}${stallLead(scenario)}${
    mostlyUnresolved(iterations)
      ? " Most outages are less than twice this machine’s noise, so these figures are upper bounds."
      : null
  }</p>${
    faults.length + limits.length === 0
      ? null
      : html`<ul class="findings">${faults.map((fault) => html`<li class="fault">${fault}</li>`)}${judged.map(
          ({ limit, sentence }) => html`<li>${badge(limit.verdict)} ${sentence}</li>`,
        )}</ul>`
  }`;
}

/** Empty without connections. */
function stallLead({ stats }: Scenario): string {
  const stall = stats?.requestStallMs;
  if (stall === undefined || stall.median === null) return "";
  const interval = stall.ci95 === null ? "" : ` (95 % interval ${intervalText(stall, stallFigure)})`;
  return ` Median request stall ${stallMs(stall.median)}${interval}, p95 ${stallFigure(stall.p95)}, max ${stallFigure(stall.max)}.`;
}

const dotsTitle = ({ name }: Measure): Markup =>
  html`${capitalised(name)} of every iteration <span class="remark">ms</span>`;

/** The shapes that a chart of this scenario has. */
function dotsLegend(scenario: Scenario, measure: Measure): Markup {
  const { iterations, limits } = scenario;
  const stats = measure.statsOf(scenario);
  const { unsureMs } = dotRange(measure, [{ iterations, stats }], limits);
  const has = (kind: IterationKind) => iterations.some((one) => kindOf(one, measure) === kind);
  const entries: [boolean, string, string][] = [
    [has("passed"), "dot passed", "passed"],
    [has("bound"), "dot bound", "passed, upper bound: too close to the noise"],
    [has("failed"), "dot failed", "failed"],
    [has("open"), "dot open", measure.missing],
    [stats?.median != null, "line median", "median"],
    [stats?.ci95 != null, "swatch interval", "its 95 % interval"],
    [limitsOn(measure, limits).length > 0, "line limit", "limit"],
    [unsureMs !== null, "swatch noise", "below twice the median noise"],
  ];
  return html`<ul class="legend">${entries
    .filter(([there]) => there)
    .map(([, sign, text]) => html`<li><span class="${sign}" aria-hidden="true"></span>${text}</li>`)}</ul>`;
}

function iterationTable(label: string, scenario: Scenario): Markup {
  const ms = (head: string, pick: (one: Iteration) => number | null | undefined) => ({
    head,
    cell: (one: Iteration): Piece => msFigure(pick(one)),
  });
  return table<Iteration>(
    `Every iteration of ${label}; times in ms`,
    [
      { head: "iteration", cell: (one) => numberOf(one, scenario) },
      { head: "boot", cell: ({ boot }) => boot },
      { head: "result", words: true, cell: ({ status }) => badge(status) },
      {
        head: "outage",
        cell: ({ outageMs, resolved }) => `${resolved === false ? "≤ " : ""}${msFigure(outageMs)}`,
      },
      ms("before STOP", ({ outageParts }) => outageParts?.beforeStopMs),
      ms("vCPU pause", ({ vcpuPauseMs }) => vcpuPauseMs),
      ms("after RESUME", ({ outageParts }) => outageParts?.afterResumeMs),
      ms("QEMU’s figure", ({ qemuDowntimeMs }) => qemuDowntimeMs),
      ms("harness", ({ harnessMs }) => harnessMs),
      ms("noise", ({ noiseMs }) => noiseMs),
      { head: "lost", cell: ({ lost }) => lost ?? "–" },
      { head: "late", cell: ({ late }) => late ?? "–" },
    ],
    scenario.iterations,
  );
}

function requestTable(label: string, scenario: Scenario): Markup {
  return table<Iteration>(
    `TCP requests in every iteration of ${label}; stall and noise in ms`,
    [
      { head: "iteration", cell: (one) => numberOf(one, scenario) },
      { head: "result", words: true, cell: ({ status }) => badge(status) },
      { head: "stall", cell: ({ requestStallMs }) => stallFigure(requestStallMs) },
      { head: "noise", cell: ({ requestNoiseMs }) => stallFigure(requestNoiseMs) },
      { head: "in the freeze", cell: ({ requestsInFreeze }) => requestsInFreeze ?? "–" },
      { head: `≥ ${STALLED_MS} ms`, cell: ({ requestsStalled }) => requestsStalled ?? "–" },
      { head: "retransmits", cell: ({ retransmits }) => retransmits ?? "–" },
      { head: "loss probes", cell: ({ lossProbes }) => lossProbes ?? "–" },
      { head: "connections lost", cell: ({ connectionsLost }) => connectionsLost ?? "–" },
    ],
    scenario.iterations,
  );
}

/** The first iteration of a chain has its own figures: a QEMU that has never migrated behaves differently. */
function statisticsTable(label: string, { stats }: Scenario): Markup | null {
  if (stats === null || stats.firstOutageMs.n === 0 || stats.laterOutageMs.n === 0) return null;
  const rows: { readonly of: string; readonly figures: Statistics }[] = [
    { of: "all that passed", figures: stats.outageMs },
    { of: "first of a chain", figures: stats.firstOutageMs },
    { of: "later ones", figures: stats.laterOutageMs },
  ];
  return html`<details data-name="statistics"><summary>Statistics, first iterations of chains apart</summary>${table<
    (typeof rows)[number]
  >(
    `Outage of ${label}, ms`,
    [
      { head: "iterations", words: true, cell: ({ of }) => of },
      { head: "n", cell: ({ figures }) => figures.n },
      { head: "min", cell: ({ figures }) => msFigure(figures.min) },
      { head: "median", cell: ({ figures }) => msFigure(figures.median) },
      { head: "95 % interval", cell: ({ figures }) => intervalText(figures) },
      { head: "p95", cell: ({ figures }) => msFigure(figures.p95) },
      { head: "max", cell: ({ figures }) => msFigure(figures.max) },
    ],
    rows,
  )}</details>`;
}

/** Hidden until the client runs: without it there is nothing to choose. */
function chooser(id: string, label: string, scenario: Scenario, shown: Iteration): Markup {
  const { iterations } = scenario;
  const typical = medianIteration(scenario);
  const slowest = iterations.reduce<Iteration | null>(
    (most, one) => ((one.outageMs ?? -1) > (most?.outageMs ?? -1) ? one : most),
    null,
  );
  const picks: [string, Iteration | null | undefined][] = [
    ["Nearest the median", typical],
    ["Slowest", slowest],
    ["First failed", iterations.find(({ status }) => status === "failed")],
  ];
  return html`<div class="chooser" role="group" aria-label="Iteration of ${label}" hidden>
<label for="${id}-iteration">Iteration</label>
<button type="button" data-step="-1" aria-label="Previous iteration">‹</button>
<select id="${id}-iteration">${iterations.map(
    (one, index) =>
      html`<option value="${index}"${one === shown ? html` selected` : null}>${index + 1}: ${iterationWords(one, OUTAGE)}</option>`,
  )}</select>
<button type="button" data-step="1" aria-label="Next iteration">›</button>
${picks.map(([text, one]) =>
  one == null
    ? null
    : html`<button type="button" class="pick" data-choose="${iterations.indexOf(one)}">${text}</button>`,
)}
<span class="visually-hidden" role="status"></span>
</div>`;
}
