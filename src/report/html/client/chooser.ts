/** Lets the reader choose the iteration of a scenario: by its dot, with keys, or from the list. */
import type { Scenario } from "../../../results/schema.ts";
import type { PageRun } from "../data.ts";
import { iterationPanel } from "../iteration.ts";
import { capitalised, iterationWords, type Measure, OUTAGE, STALL } from "../measures.ts";
import { devicesChart } from "./devices.ts";
import { drawInto, forget } from "./draw.ts";
import { partsChart } from "./parts.ts";
import { requestsChart } from "./requests.ts";
import { swarm } from "./swarm.ts";
import { timelineCharts } from "./timeline.ts";

/** A click this close to a dot counts: a finger is no more exact. */
const REACH_PX = 24;

/** Makes a scenario's section interactive. */
export function setUpScenario(section: HTMLElement, run: PageRun, scenario: Scenario): void {
  const chooser = section.querySelector<HTMLElement>(".chooser");
  const select = chooser?.querySelector("select");
  const panel = section.querySelector<HTMLElement>(".panel");
  const spoken = chooser?.querySelector('[role="status"]');
  if (chooser == null || select == null || panel === null) return;
  const level = Number(section.dataset.level);
  const last = scenario.iterations.length - 1;
  let chosen = Number(select.value);

  const choose = (wanted: number) => {
    const index = Math.max(0, Math.min(last, wanted));
    const iteration = scenario.iterations[index];
    if (iteration === undefined || index === chosen) return;
    chosen = index;
    forget(panel);
    const open = openIn(panel);
    // Safe: the functions that make the page also escape all text here.
    panel.innerHTML = iterationPanel(run, scenario, iteration, level).markup;
    for (const details of panel.querySelectorAll("details"))
      details.open = open.has(details.dataset.name ?? "");
    if (spoken != null) spoken.textContent = `Iteration ${index + 1}: ${iterationWords(iteration, OUTAGE)}`;
    show();
  };

  const show = () => {
    const iteration = scenario.iterations[chosen];
    if (iteration === undefined) return;
    select.value = String(chosen);
    for (const button of chooser.querySelectorAll("button")) {
      const { step, choose: target } = button.dataset;
      if (step !== undefined) button.disabled = scenario.iterations[chosen + Number(step)] === undefined;
      if (target !== undefined) button.setAttribute("aria-pressed", String(Number(target) === chosen));
    }
    const place = (name: string, draw: Parameters<typeof drawInto>[1]) => {
      const found = section.querySelector(`[data-chart="${name}"]`);
      if (found !== null) drawInto(found, draw);
    };
    for (const measure of [OUTAGE, STALL])
      place(`distribution${measure.suffix}`, (widthPx) => [distribution(measure, scenario, chosen, widthPx)]);
    place("requests", (widthPx) => requestsChart(iteration, widthPx));
    place("timeline", (widthPx) => timelineCharts(iteration, widthPx));
    place("parts", (widthPx) => partsChart(iteration, widthPx));
    place("devices", (widthPx) => devicesChart(iteration.devices, widthPx));
  };

  select.addEventListener("change", () => choose(Number(select.value)));
  chooser.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.dataset.step !== undefined) choose(chosen + Number(button.dataset.step));
    if (button?.dataset.choose !== undefined) choose(Number(button.dataset.choose));
  });
  chooser.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    choose(chosen + step);
  });
  for (const place of section.querySelectorAll('[data-chart^="distribution"]'))
    place.addEventListener("click", (event) => {
      if (event instanceof MouseEvent) choose(nearestDot(place, event) ?? chosen);
    });
  chooser.hidden = false;
  show();
}

const openIn = (panel: Element) =>
  new Set([...panel.querySelectorAll("details[open]")].map((one) => (one as HTMLElement).dataset.name ?? ""));

function nearestDot(place: Element, { clientX, clientY }: MouseEvent): number | null {
  let nearest: { index: number; px: number } | null = null;
  for (const element of place.querySelectorAll("[data-iteration]")) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const px = Math.hypot((left + right) / 2 - clientX, (top + bottom) / 2 - clientY);
    if (px <= (nearest?.px ?? REACH_PX))
      nearest = { index: Number(element.getAttribute("data-iteration")), px };
  }
  return nearest === null ? null : nearest.index;
}

function distribution(measure: Measure, scenario: Scenario, chosen: number, widthPx: number) {
  const { iterations, limits } = scenario;
  const stats = measure.statsOf(scenario);
  const { name, figure } = measure;
  const summary = `${iterations.length} iterations, median ${figure(stats?.median)} ms, ${figure(stats?.min)} to ${figure(stats?.max)} ms`;
  return swarm([{ label: "", iterations, stats }], {
    ...{ measure, widthPx, limits, chosen },
    radiusPx: iterations.length > 60 ? 4.5 : widthPx < 560 ? 5 : 6,
    label: `${capitalised(name)} of every iteration: ${summary}. Iteration ${chosen + 1} is shown below.`,
  });
}
