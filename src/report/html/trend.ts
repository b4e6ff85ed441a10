/** The trend of each machine: what changed, and each figure of each scenario over its last runs. */
import { visible } from "../../base/visible-text.ts";
import { count } from "../figures.ts";
import { FIGURE_NAMES, type TrendFigure, trendFigure } from "../history/figures.ts";
import type { Trend, TrendPoint, TrendSeries } from "../history/trend.ts";
import {
  changeSentence,
  changesOf,
  machineNames,
  otherwise,
  problemSentence,
  restOf,
  scenarioName,
  seriesName,
  sinceOf,
} from "../history/words.ts";
import { shortVersion } from "../merge.ts";
import { figure, heading, html, type Markup, type Piece, table } from "./markup.ts";
import { capitalised } from "./measures.ts";
import { badge, intervalText } from "./words.ts";

/** What the client draws of a series. */
export interface TrendChart {
  readonly name: string;
  readonly figure: TrendFigure;
  readonly points: readonly {
    readonly startedAt: string;
    readonly n: number;
    readonly medianMs: number;
    readonly ci95: readonly [number, number] | null;
  }[];
  readonly levels: TrendSeries["levels"];
  readonly spreadMs: number | null;
  /** One for each level but the first, in order. */
  readonly changes: readonly string[];
}

/** The series of all machines, in the order of their places on the page. */
export const trendData = (trends: readonly Trend[]): TrendChart[] =>
  trends
    .flatMap(({ series }) => series)
    .map((one) => ({
      ...{ name: seriesName(one), figure: one.figure, levels: one.levels, spreadMs: one.spreadMs },
      points: one.points.map(({ run, n, medianMs, ci95 }) => ({
        startedAt: run.startedAt,
        n,
        medianMs,
        ci95,
      })),
      changes: [...one.changes].reverse().map((change) => {
        const [before, after] = [change.beforeMs, change.afterMs].map((ms) => trendFigure(one.figure, ms));
        return `${before} → ${after} since ${sinceOf(change)}`;
      }),
    }));

/** Null without a history. */
export function trendSection(trends: readonly Trend[]): Markup | null {
  if (trends.length === 0) return null;
  const names = machineNames(trends.map(({ machine }) => machine));
  let place = 0;
  return html`<section class="trend" aria-labelledby="trend-title">
${heading(2, "Trend", "trend-title")}
${trends.map((trend, index) => {
  const first = place;
  place += trend.series.length;
  return machineSection(trend, names[index] ?? "", first);
})}</section>
`;
}

function machineSection(trend: Trend, name: string, firstPlace: number): Markup {
  const { series, runs, machine, file } = trend;
  const problem = problemSentence(trend);
  const scenarios = new Set(series.map(scenarioName));
  const rest = Object.entries(restOf(machine)).map(([part, value]) => `${part} ${value}`);
  return html`<section>
${heading(3, html`${name} <span class="remark">${count(runs.length, "run")}</span>`)}
${problem === null ? null : html`<p class="warning">${problem}</p>`}
<ul class="findings">${changesOf(trend).map(
    ({ series: one, change }) =>
      html`<li>${change.isNew ? html`${badge("new")} ` : null}${changeSentence(one, change)}.</li>`,
  )}${otherwise(trend).map((sentence) => html`<li>${capitalised(sentence)}.</li>`)}</ul>
<p class="remark">The same in all of these runs: ${rest.join(", ")}. Kept in <code>${visible(file)}</code>.</p>
${[...scenarios].map(
  (scenario) => html`${heading(4, scenario)}
${series.map((one, index) => (scenarioName(one) === scenario ? seriesFigure(one, firstPlace + index) : null))}`,
)}</section>
`;
}

function seriesFigure(series: TrendSeries, place: number): Markup {
  const { points, changes } = series;
  const name = capitalised(FIGURE_NAMES[series.figure]);
  const intervals = points.some(({ ci95 }) => ci95 !== null);
  const legend = html`<ul class="legend"><li><span class="dot passed"></span>median of a run</li>${
    intervals ? html`<li><span class="line interval"></span>its 95 % interval</li>` : null
  }<li><span class="stroke level"></span>median of runs without a change</li><li><span class="swatch interval"></span>this machine’s spread</li>${
    changes.length > 0 ? html`<li><span class="line limit"></span>change</li>` : null
  }</ul>`;
  return html`<div data-series="${place}">${figure(
    "trend",
    html`${name} over ${count(points.length, "run")} <span class="remark">ms</span>`,
    legend,
    runsTable(series, intervals),
    name,
  )}</div>`;
}

/** The newest run first. */
function runsTable(series: TrendSeries, intervals: boolean): Markup {
  const { figure: kind, build, levels } = series;
  const begins = new Set(levels.slice(1).map(({ from }) => series.points[from]));
  const text = (ms: number) => trendFigure(kind, ms);
  const version = ({ run }: TrendPoint): Piece =>
    shortVersion(run.builds.find(({ role }) => role === build)?.version ?? "–");
  return table<TrendPoint>(
    `${seriesName(series)} of each run, ms; times in UTC`,
    [
      {
        head: "run",
        words: true,
        cell: (point) =>
          html`${point.run.startedAt.slice(0, 16).replace("T", " ")}${begins.has(point) ? html` <span class="remark">change</span>` : null}`,
      },
      { head: "median", cell: ({ medianMs }) => text(medianMs) },
      ...(intervals
        ? [
            {
              head: "95 % interval",
              cell: ({ ci95 }: TrendPoint) => (ci95 === null ? "–" : intervalText({ ci95: [...ci95] }, text)),
            },
          ]
        : []),
      { head: "n", cell: ({ n }) => n },
      { head: "result", words: true, cell: ({ run }) => badge(run.conclusion) },
      { head: "QEMU", words: true, cell: version },
      { head: "kernel", words: true, cell: ({ run }) => run.kernel },
    ],
    series.points.toReversed(),
  );
}
