/** Runs when the page is loaded: draws charts from the data in the page, and lets the reader choose iterations. */
import type { Scenario } from "../../../results/schema.ts";
import { stallComparison } from "../../compared.ts";
import { labelOf } from "../../figures.ts";
import type { Compared } from "../comparison.ts";
import type { PageRun } from "../data.ts";
import { capitalised, isMeasured, type Measure, OUTAGE, STALL } from "../measures.ts";
import { type DotRow, measuredRows } from "../overview.ts";
import type { TrendChart } from "../trend.ts";
import { setUpScenario } from "./chooser.ts";
import { differenceChart } from "./difference.ts";
import { drawInto } from "./draw.ts";
import { ratiosChart } from "./ratios.ts";
import { type SwarmRow, swarm } from "./swarm.ts";
import { trendChart } from "./trend.ts";

// The program that made the page wrote this from results that it had checked.
const runs = JSON.parse(document.getElementById("runs")?.textContent ?? "[]") as PageRun[];
const runOf = ({ dataset }: HTMLElement) => runs.find(({ id }) => id === dataset.run);

const rowOf = (measure: Measure, label: string, scenario: Scenario): SwarmRow => ({
  ...{ label, iterations: scenario.iterations, stats: measure.statsOf(scenario) },
});

/** A chart in each place for one: of outages, and of request stalls. */
function sideBySide(within: ParentNode, chart: string, rows: readonly DotRow[]): void {
  for (const measure of [OUTAGE, STALL]) {
    const own = rows.filter(({ scenario }) => measure === OUTAGE || isMeasured(scenario, measure));
    const place = within.querySelector(`[data-chart="${chart}${measure.suffix}"]`);
    if (place === null || own.length === 0) continue;
    const label = `${capitalised(measure.plural)} of ${own.map((row) => row.label).join(", ")}`;
    drawInto(place, (widthPx) => [
      swarm(
        own.map((row) => rowOf(measure, row.label, row.scenario)),
        { measure, widthPx, radiusPx: 3, label },
      ),
    ]);
  }
}

for (const section of document.querySelectorAll<HTMLElement>(".scenario")) {
  const run = runOf(section);
  const scenario = run?.results.scenarios[Number(section.dataset.scenario)];
  if (run !== undefined && scenario !== undefined) setUpScenario(section, run, scenario);
}

for (const section of document.querySelectorAll<HTMLElement>(".overview")) {
  const results = runOf(section)?.results;
  if (results === undefined) continue;
  const measured = results.scenarios.filter(({ iterations }) => iterations.length > 0);
  sideBySide(
    section,
    "overview",
    measured.map((scenario) => ({ label: labelOf(scenario, results), scenario })),
  );
}

sideBySide(document, "merged", measuredRows(runs));

const trends = JSON.parse(document.getElementById("trends")?.textContent ?? "[]") as TrendChart[];
for (const place of document.querySelectorAll<HTMLElement>("[data-series]")) {
  const series = trends[Number(place.dataset.series)];
  const within = place.querySelector('[data-chart="trend"]');
  if (series !== undefined && within !== null) drawInto(within, (widthPx) => [trendChart(series, widthPx)]);
}

for (const section of document.querySelectorAll<HTMLElement>(".comparison")) {
  const results = runOf(section)?.results;
  for (const pairing of section.querySelectorAll<HTMLElement>("[data-comparison]")) {
    const comparison = results?.comparison[Number(pairing.dataset.comparison)];
    if (results === undefined || comparison === undefined) continue;
    const own = results.scenarios.filter(({ name }) => name === comparison.scenario);
    against(pairing, OUTAGE, comparison, own);
    const stall = stallComparison(comparison);
    if (stall !== undefined) against(pairing, STALL, stall, own);
    const ratios = pairing.querySelector('[data-chart="ratios"]');
    if (ratios !== null) drawInto(ratios, (widthPx) => [ratiosChart(comparison, widthPx)]);
  }
}

/** Two builds of a scenario, compared by one figure. */
function against(
  pairing: HTMLElement,
  measure: Measure,
  compared: Compared,
  scenarios: readonly Scenario[],
): void {
  const place = pairing.querySelector(`[data-chart="against${measure.suffix}"]`);
  if (place === null) return;
  const rows = (["baseline", "candidate"] as const).flatMap((role) =>
    scenarios
      .filter(({ build }) => build === role)
      .map((scenario) => rowOf(measure, role === "baseline" ? "A baseline" : "B candidate", scenario)),
  );
  drawInto(place, (widthPx) => [
    swarm(rows, {
      ...{ measure, widthPx, radiusPx: widthPx < 560 ? 3.5 : 4.5 },
      label: `${capitalised(measure.plural)} of baseline and candidate, ${scenarios[0]?.name ?? ""}`,
    }),
    ...differenceChart(compared, measure, widthPx),
  ]);
}

/** Unfolds the target of a link. */
function unfoldTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
addEventListener("hashchange", unfoldTarget);
unfoldTarget();

// A box that scrolls can be focused, to scroll it with keys; other boxes are not tab stops.
const scrolling = new ResizeObserver((entries) => {
  for (const { target } of entries)
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
});
for (const box of document.querySelectorAll(".scroll")) scrolling.observe(box);

// Nothing can be unfolded on paper.
let unfolded: HTMLDetailsElement[] = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
  for (const details of unfolded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
});
