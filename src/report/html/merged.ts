/** Several runs side by side: builds by scenarios, and the best, worst and spread of their medians. */
import type { Results, ScenarioName } from "../../results/schema.ts";
import { msFigure, stallFigure } from "../figures.ts";
import {
  type BuildRow,
  buildRows,
  rowName,
  type Spread,
  scenariosIn,
  spreads,
  tableTitle,
} from "../merge.ts";
import type { PageRun } from "./data.ts";
import { type Column, heading, html, type Markup, type Piece, table } from "./markup.ts";
import { capitalised } from "./measures.ts";
import { measuredRows, sideBySide } from "./overview.ts";
import { badge, scenarioId } from "./words.ts";

interface Line {
  readonly name: Piece;
  readonly accel: string;
  readonly cell: (scenario: ScenarioName) => Piece;
}

export function mergedSection(runs: readonly PageRun[]): Markup {
  const rows = buildRows({ runs: runs.map((run) => ({ ...run, path: run.id })) });
  const scenarios = scenariosIn(rows);
  const several = new Set(rows.map(({ accel }) => accel)).size > 1;
  const columns: Column<Line>[] = [
    { head: "build", words: true, cell: ({ name }) => name },
    ...(several ? [{ head: "accelerator", words: true, cell: ({ accel }: Line) => accel }] : []),
    ...scenarios.map((scenario) => ({ head: scenario, cell: ({ cell }: Line) => cell(scenario) })),
  ];
  const all = spreads(rows);
  const caption = tableTitle(rows);
  const lines = [...rows.map(buildLine), ...spreadLines(all)];
  const hosts = new Set(runs.map(({ results: { host } }) => JSON.stringify(host)));
  return html`<section class="merged" aria-labelledby="merged-title">
${heading(2, "Builds and scenarios", "merged-title")}
${table(`${capitalised(caption)} in ms, by build and scenario; best, worst and spread are of ${caption === "median outage" ? "these medians" : "the outages"}`, columns, lines)}
<ul class="remarks">${[
    ...(several ? ["Figures of different accelerators can’t be compared."] : []),
    ...(hosts.size > 1
      ? [
          `These runs come from ${hosts.size} different hosts. To find the faster of two builds, run both on one host (input baseline-qemu).`,
        ]
      : []),
    ...(rows.some(({ cells }) => [...cells.values()].some(({ upperBound }) => upperBound))
      ? [
          "≤: in most iterations the outage is less than twice the machine’s noise, so the figure is an upper bound.",
        ]
      : []),
  ].map((line) => html`<li>${line}</li>`)}</ul>
${sideBySide("merged", measuredRows(runs))}
</section>
`;
}

function buildLine(row: BuildRow): Line {
  const { run, accel, cells } = row;
  const id = run.path;
  return {
    name: html`<a href="#${id}">${rowName(row)}</a>`,
    accel,
    cell: (scenario) => {
      const cell = cells.get(scenario);
      if (cell === undefined) return null;
      const { status, medianMs, upperBound, stallMs } = cell;
      if (medianMs === null) return badge(status);
      const stall = stallMs === null ? "" : ` / ${stallFigure(stallMs)}`;
      const text = `${upperBound ? "≤ " : ""}${msFigure(medianMs)}${stall}`;
      const href = `#${scenarioId(id, indexOf(run.results, scenario, row))}`;
      return html`${status === "failed" ? html`${badge(status)} ` : null}<a href="${href}">${text}</a>`;
    },
  };
}

/** Index of the scenario that a cell is about: a run may have one of that name for each build. */
function indexOf({ scenarios }: Results, name: ScenarioName, { part }: BuildRow): number {
  const build = part === "baseline" ? "baseline" : part.startsWith("target") ? "target" : "candidate";
  return scenarios.findIndex(
    (scenario) => scenario.name === name && (part === "" || scenario.build === build),
  );
}

function spreadLines(all: readonly Spread[]): Line[] {
  return [...new Set(all.map(({ accel }) => accel))].flatMap((accel) => {
    const line = (name: string, text: (of: Spread) => Piece): Line => ({
      name: html`<strong>${name}</strong>`,
      accel,
      cell: (scenario) => {
        const own = all.find((one) => one.accel === accel && one.scenario === scenario);
        return own === undefined ? null : text(own);
      },
    });
    const extreme = ({ row, medianMs }: Spread["best"]) =>
      html`<strong>${msFigure(medianMs)}</strong><br><span class="remark">${rowName(row)}</span>`;
    return [
      line("best", ({ best }) => extreme(best)),
      line("worst", ({ worst }) => extreme(worst)),
      line("spread", ({ best, worst }) => html`<strong>${msFigure(worst.medianMs - best.medianMs)}</strong>`),
    ];
  });
}
