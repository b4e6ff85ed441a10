/** Runs when the page is loaded: draws charts from the data in the page, and lets the reader choose iterations. */
import type { Scenario } from "../../../results/schema.ts";
import { labelOf } from "../../figures.ts";
import type { PageRun } from "../data.ts";
import { measuredRows } from "../overview.ts";
import { setUpScenario } from "./chooser.ts";
import { differenceChart } from "./difference.ts";
import { drawInto } from "./draw.ts";
import { type SwarmRow, swarm } from "./swarm.ts";

// The program that made the page wrote this from results that it had checked.
const runs = JSON.parse(document.getElementById("runs")?.textContent ?? "[]") as PageRun[];
const runOf = ({ dataset }: HTMLElement) => runs.find(({ id }) => id === dataset.run);

const rowOf = (label: string, { iterations, stats }: Scenario): SwarmRow => ({
  label,
  iterations,
  outage: stats?.outageMs ?? null,
});

function sideBySide(place: Element, rows: readonly SwarmRow[]): void {
  if (rows.length === 0) return;
  drawInto(place, (widthPx) => [
    swarm(rows, { widthPx, radiusPx: 3, label: `Outages of ${rows.map(({ label }) => label).join(", ")}` }),
  ]);
}

for (const section of document.querySelectorAll<HTMLElement>(".scenario")) {
  const run = runOf(section);
  const scenario = run?.results.scenarios[Number(section.dataset.scenario)];
  if (run !== undefined && scenario !== undefined) setUpScenario(section, run, scenario);
}

for (const section of document.querySelectorAll<HTMLElement>(".overview")) {
  const place = section.querySelector('[data-chart="overview"]');
  const results = runOf(section)?.results;
  if (place === null || results === undefined) continue;
  const measured = results.scenarios.filter(({ iterations }) => iterations.length > 0);
  sideBySide(
    place,
    measured.map((scenario) => rowOf(labelOf(scenario, results), scenario)),
  );
}

for (const place of document.querySelectorAll('[data-chart="merged"]'))
  sideBySide(
    place,
    measuredRows(runs).map(({ label, scenario }) => rowOf(label, scenario)),
  );

for (const section of document.querySelectorAll<HTMLElement>(".comparison")) {
  const results = runOf(section)?.results;
  for (const pairing of section.querySelectorAll<HTMLElement>("[data-comparison]")) {
    const comparison = results?.comparison[Number(pairing.dataset.comparison)];
    const place = pairing.querySelector('[data-chart="against"]');
    if (results === undefined || comparison === undefined || place === null) continue;
    const own = results.scenarios.filter(({ name }) => name === comparison.scenario);
    const rows = (["baseline", "candidate"] as const).flatMap((role) =>
      own
        .filter(({ build }) => build === role)
        .map((scenario) => rowOf(role === "baseline" ? "A baseline" : "B candidate", scenario)),
    );
    drawInto(place, (widthPx) => [
      swarm(rows, {
        widthPx,
        radiusPx: widthPx < 560 ? 3.5 : 4.5,
        label: `Outages of baseline and candidate, ${comparison.scenario}`,
      }),
      ...differenceChart(comparison, widthPx),
    ]);
  }
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
