/**
 * One iteration: its figures, its timeline, and where the time went. The program makes the panel that is
 * shown first; the page's script makes the others with the same functions.
 */

import { wellFormed } from "../../base/visible-text.ts";
import type { DeviceTime, Flow, Iteration, Scenario, TimelineEvent } from "../../results/schema.ts";
import { untracedReason } from "../details.ts";
import { count, inMs, medianIteration, msFigure, numberOf } from "../figures.ts";
import { PHASES, sourceText } from "../findings.ts";
import { freezeParts, lastingParts, outageParts, type Part } from "../parts.ts";
import { connectionFacts } from "../stalls.ts";
import type { PageRun } from "./data.ts";
import { figure, heading, html, type Markup, type Piece, table } from "./markup.ts";
import { requestsFigure } from "./requests.ts";
import { badge } from "./words.ts";

/** The panel of an iteration; `level` is the level of its heading. */
export function iterationPanel(
  run: PageRun,
  scenario: Scenario,
  iteration: Iteration,
  level: number,
): Markup {
  const number = numberOf(iteration, scenario);
  const typical = iteration === medianIteration(scenario) ? ", the one nearest the median" : "";
  const left = run.trimmed && iteration.timeline.length === 0;
  return html`${heading(level, html`Iteration ${number} of ${scenario.iterations.length}${typical}`)}
${reason(run, scenario, iteration)}
${figures(iteration)}
${lossesOf(iteration)}
${left ? html`<p class="remark">This page has too many iterations to keep each one's timeline and devices; they are in results.json.</p>` : courseOf(run, iteration)}
${flowsOf(iteration)}
${logLinks(run, iteration)}`;
}

function reason({ id, results }: PageRun, scenario: Scenario, iteration: Iteration): Markup | null {
  if (iteration.status !== "failed") return null;
  return html`<p class="fault"><strong>Failed:</strong> ${iteration.reason ?? "no reason was noted"} <a href="#${failureId(id, results.scenarios.indexOf(scenario), numberOf(iteration, scenario))}">Last output</a></p>`;
}

/** Id of the element with the last output. Null for the iteration: the scenario's boot failed. */
export const failureId = (run: string, scenario: number, iteration: number | null): string =>
  `${run}-scenario${scenario + 1}-failure-${iteration ?? "boot"}`;

function figures(iteration: Iteration): Markup {
  const { outageMs, resolved, lost, sent, late, boot, index, pair, from, to } = iteration;
  const bound = resolved === false ? "≤ " : "";
  const ms = (name: string, value: number | null): [string, Piece] => [
    name,
    value === null ? "–" : html`${msFigure(value)} <span class="unit">ms</span>`,
  ];
  const facts: [string, Piece][] = [
    ["outage", outageMs === null ? "none" : html`${bound}${msFigure(outageMs)} <span class="unit">ms</span>`],
    ms("vCPU pause", iteration.vcpuPauseMs),
    ms("QEMU’s own figure", iteration.qemuDowntimeMs),
    ms("harness", iteration.harnessMs),
    ms("noise", iteration.noiseMs),
    ms("longest gap after", iteration.afterGapMs),
    ...connectionFacts(iteration).map(([name, text]): [string, Piece] => [name, withUnit(text)]),
    ["lost, late, of sent", `${lost ?? "–"}, ${late ?? "–"}, ${sent ?? "–"}`],
    ["boot, number in it", `${boot}, ${index}`],
    ...(pair === null ? [] : [["pair", pair] as [string, Piece]]),
    ...(from === to ? [] : [["from, to", `${from} → ${to}`] as [string, Piece]]),
  ];
  return html`<dl class="figures">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

const withUnit = (text: string): Piece =>
  text.endsWith(" ms") ? html`${text.slice(0, -" ms".length)} <span class="unit">ms</span>` : text;

/** Null when no request was lost, or where losses are expected. */
function lossesOf(iteration: Iteration): Markup | null {
  const { losses, queuePairs } = iteration;
  if (losses == null || losses.length === 0) return null;
  const [active, source] = [queuePairs.active ?? "–", sourceText(iteration)];
  return html`<ul class="remarks" data-name="losses">${losses.map(
    ({ address, phase, count: number, firstAtMs }) =>
      html`<li>${badge("losses")} ${count(number, "request")} to ${address}, sent ${PHASES[phase]}${number === 1 ? "" : ", the first"} ${inMs(Math.abs(firstAtMs))} ${firstAtMs < 0 ? "before" : "after"} <code>migrate</code>. The source was ${source}; active queue pairs: ${active}.</li>`,
  )}</ul>`;
}

const courseOf = (run: PageRun, iteration: Iteration): Markup =>
  html`${timelineFigure(iteration)}${requestsFigure(iteration)}${partsFigure(iteration)}${devicesFigure(run, iteration)}`;

function timelineFigure({ timeline }: Iteration): Markup {
  if (timeline.length === 0)
    return html`<p class="remark">No timeline: the migration of this iteration did not start.</p>`;
  return figure(
    "timeline",
    html`Timeline <span class="remark">ms from <code>migrate</code></span>`,
    html`<ul class="legend"><li><span class="swatch outage"></span>outage, last reply to first reply</li><li><span class="swatch freeze"></span>freeze, STOP to RESUME</li></ul>`,
    table<TimelineEvent>(
      "All events, in ms from migrate",
      [
        { head: "at", cell: ({ atMs }) => atMs.toFixed(3) },
        { head: "side", words: true, cell: ({ side }) => side },
        { head: "event", words: true, cell: ({ event }) => event },
      ],
      timeline,
    ),
    "Timeline",
  );
}

function partsFigure(iteration: Iteration): Markup {
  const [outage, freeze] = [outageParts(iteration), freezeParts(iteration)];
  if (outage.length === 0 && freeze.length === 0)
    return html`<p class="remark">Where the time went is unknown: neither the freeze nor the outage is complete.</p>`;
  const legend = lastingParts([...outage.filter(({ colour }) => colour !== "freeze"), ...freeze]);
  const rows: { readonly of: string; readonly part: Part; readonly totalMs: number | null }[] = [
    ...outage.map((part) => ({ of: "outage", part, totalMs: iteration.outageMs })),
    ...freeze.map((part) => ({ of: "freeze", part, totalMs: iteration.vcpuPauseMs })),
  ];
  return figure(
    "parts",
    html`Where the time went <span class="remark">ms; the parts of each bar add up</span>`,
    html`<ul class="legend">${legend.map(
      ({ colour, name, ms }) =>
        html`<li><span class="swatch ${colour}"></span>${name} <span class="value">${msFigure(ms)}</span></li>`,
    )}</ul>`,
    table<(typeof rows)[number]>(
      "Parts of the outage and of the freeze; a dash: did not happen, or was not measured separately",
      [
        { head: "part", words: true, cell: ({ part }) => part.name },
        { head: "of", words: true, cell: ({ of }) => of },
        { head: "ms", cell: ({ part }) => (part.ms === null ? "–" : part.ms.toFixed(3)) },
        {
          head: "share",
          cell: ({ part, totalMs }) =>
            part.ms === null || !totalMs ? "–" : `${Math.round((part.ms / totalMs) * 100)} %`,
        },
        { head: "what it is", words: true, cell: ({ part }) => part.meaning },
      ],
      rows,
    ),
    "Parts",
  );
}

/** A device's time on both sides together. */
export const deviceUs = ({ saveUs, loadUs }: DeviceTime) => (saveUs ?? 0) + (loadUs ?? 0);

/** The slowest first. */
export const byTime = (devices: readonly DeviceTime[]): DeviceTime[] =>
  [...devices].sort((a, b) => deviceUs(b) - deviceUs(a));

function devicesFigure({ results }: PageRun, { devices, from, to }: Iteration): Markup {
  if (devices === null || devices.length === 0)
    return html`<p class="remark">No times per device: ${untracedReason([from, to], results)}</p>`;
  const halves = [
    ...(devices.every(({ saveUs }) => saveUs === null) ? ([["save", from]] as const) : []),
    ...(devices.every(({ loadUs }) => loadUs === null) ? ([["load", to]] as const) : []),
  ];
  const us = (value: number | null) => (value === null ? "–" : String(value));
  return html`${figure(
    "devices",
    html`Time per device, the slowest <span class="remark">µs; the target loads while the source saves, so these overlap and don’t add up to the freeze</span>`,
    html`<ul class="legend"><li><span class="swatch save"></span>save, on the source</li><li><span class="swatch load"></span>load, on the target</li></ul>`,
    table<DeviceTime>(
      `All ${devices.length} devices, the slowest first`,
      [
        { head: "device", words: true, cell: ({ name }) => html`<span class="device">${name}</span>` },
        { head: "instance", cell: ({ instance }) => instance },
        { head: "save µs", cell: ({ saveUs }) => us(saveUs) },
        { head: "load µs", cell: ({ loadUs }) => us(loadUs) },
      ],
      byTime(devices),
    ),
    "Devices",
  )}${halves.map(
    ([what, role]) => html`<p class="remark">No times to ${what}: ${untracedReason([role], results)}</p>`,
  )}`;
}

/** Shown only when there are several flows; the iteration's figures are those of the worst one. */
function flowsOf({ flows }: Iteration): Markup | null {
  if (flows.length < 2) return null;
  return html`<details data-name="flows"><summary>${flows.length} flows, one for each queue pair</summary>${table<Flow>(
    "Each address of the guest that was probed; the figures above are those of the worst",
    [
      { head: "address", words: true, cell: ({ address }) => address },
      { head: "outage ms", cell: ({ outageMs }) => msFigure(outageMs) },
      { head: "noise ms", cell: ({ noiseMs }) => msFigure(noiseMs) },
      { head: "sent", cell: ({ sent }) => sent ?? "–" },
      { head: "lost", cell: ({ lost }) => lost ?? "–" },
      { head: "late", cell: ({ late }) => late ?? "–" },
    ],
    flows,
  )}</details>`;
}

const LOGS = ["console.log", "stderr.log", "qmp.log", "trace.log"] as const;

/** Links to an iteration's files when they are near the page; otherwise only the folder's name. */
function logLinks({ logs, results }: PageRun, { folder, from, to }: Iteration): Markup {
  if (logs === null) return html`<p class="logs">Logs: <code>${folder}</code></p>`;
  const base = addressOf(logs, folder);
  const link = (file: string) => html`<a href="${base}${file}">${file}</a>`;
  const traced = (role: Iteration["from"]) =>
    results.builds.some((build) => build.role === role && build.traced);
  const ofSide = (side: "source" | "target", role: Iteration["from"]) =>
    LOGS.filter((file) => file !== "trace.log" || traced(role)).map(
      (file) => html`${link(`${side}.${file}`)} `,
    );
  return html`<p class="logs">Logs: ${link("probe.log")} ${link("iteration.json")} ${ofSide("source", from)}${ofSide("target", to)}</p>`;
}

/** A URL that is relative whatever the folder's name is. */
export function addressOf(logs: string, folder: string): string {
  const segments = `${logs}/${folder}`.split("/").filter((segment, index) => segment !== "" || index === 0);
  const path = segments.map((segment) => encodeURIComponent(wellFormed(segment))).join("/");
  return `${path.startsWith("/") ? "." : "./"}${path}/`;
}
