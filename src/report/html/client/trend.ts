/** A chart of a figure over runs: dots with their intervals, levels with the machine's spread about them, and changes between them. */
import { axisX, axisY, dot, gridY, link, type Markish, rect, ruleX, text } from "@observablehq/plot";
import { count } from "../../figures.ts";
import { trendFigure } from "../../history/figures.ts";
import type { TrendChart } from "../trend.ts";
import { chart } from "./draw.ts";
import { axisOf, type PlacedLabel, placeLabels, rowsOf } from "./layout.ts";

const HEIGHT_PX = 150;
const LEFT_PX = 52;
const RIGHT_PX = 12;
const BOTTOM_PX = 26;
const LABEL_PX = 17;
/** Room for a date on the axis. */
const DATE_PX = 110;
/** The axis begins at zero, unless more than this share of the chart would be empty. */
const EMPTY = 0.5;

export function trendChart(series: TrendChart, widthPx: number): SVGSVGElement {
  const { points, levels, changes, name } = series;
  const spreadMs = series.spreadMs ?? 0;
  // Runs are numbered from 1; a change lies between two of them.
  const axis = axisOf([0.5, points.length + 0.5], [LEFT_PX, widthPx - RIGHT_PX]);
  const at = levels.slice(1).map(({ from }) => from + 0.5);
  const signs = placeLabels(
    changes.map((label, index) => ({ text: label, atPx: axis.px(at[index] ?? 0), colour: "var(--limit)" })),
    LEFT_PX,
    widthPx - RIGHT_PX,
  );
  const topPx = rowsOf(signs) * LABEL_PX + 6;
  const numbered = points.map((point, index) => ({ ...point, number: index + 1 }));
  const figure = (ms: number) => `${trendFigure(series.figure, ms)} ms`;
  return chart(
    {
      width: widthPx,
      height: topPx + HEIGHT_PX + BOTTOM_PX,
      ...{ marginLeft: LEFT_PX, marginRight: RIGHT_PX, marginTop: topPx, marginBottom: BOTTOM_PX },
      x: { type: "linear", domain: [...axis.domain], label: null },
      y: { type: "linear", domain: domainOf(series), label: null },
      color: { type: "identity" },
      marks: [
        rect(levels, {
          x1: ({ from }) => from + 0.5,
          x2: ({ to }) => to + 0.5,
          y1: ({ median }) => median - spreadMs,
          y2: ({ median }) => median + spreadMs,
          fill: "var(--interval)",
          clip: true,
        }),
        gridY({ stroke: "var(--grid)", strokeOpacity: 1, ticks: 5 }),
        link(levels, {
          x1: ({ from }) => from + 0.5,
          x2: ({ to }) => to + 0.5,
          y: "median",
          stroke: "var(--ink)",
          strokeWidth: 2,
        }),
        link(
          numbered.filter(({ ci95 }) => ci95 !== null),
          {
            x: "number",
            y1: ({ ci95 }) => ci95?.[0],
            y2: ({ ci95 }) => ci95?.[1],
            stroke: "var(--dot)",
            strokeWidth: 1.25,
          },
        ),
        dot(numbered, {
          x: "number",
          y: "medianMs",
          r: 3,
          fill: "var(--dot)",
          title: ({ startedAt, medianMs, n }) => `${startedAt.slice(0, 16)}: ${figure(medianMs)}, n = ${n}`,
        }),
        ruleX(at, { stroke: "var(--limit)", strokeDasharray: "4 3" }),
        ...labelMarks(signs, axis.value),
        axisY({ anchor: "left", tickSize: 4, color: "var(--muted)", label: null, ticks: 5 }),
        axisX({
          ...{ anchor: "bottom", tickSize: 4, color: "var(--muted)", label: null },
          ticks: numbersShown(points.length, widthPx),
          tickFormat: (number: number) => points[number - 1]?.startedAt.slice(0, 10) ?? "",
        }),
      ],
    },
    [
      `${name} of ${count(points.length, "run")}`,
      `the last one ${figure(points.at(-1)?.medianMs ?? 0)}`,
      `spread ${figure(spreadMs)}`,
      ...(changes.length === 0 ? ["no change"] : changes),
    ].join(", "),
  );
}

/** From and to, in ms: all dots, intervals and bands. */
function domainOf({ points, levels, spreadMs }: TrendChart): [number, number] {
  const values = [
    ...points.flatMap(({ medianMs, ci95 }) => [medianMs, ...(ci95 ?? [])]),
    ...levels.flatMap(({ median }) => [median - (spreadMs ?? 0), median + (spreadMs ?? 0)]),
  ];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const roomMs = (most - least) * 0.08 || Math.abs(most) * 0.1 || 1;
  const fromZero = least >= 0 && least <= most * EMPTY;
  return [fromZero ? 0 : least - roomMs, most + roomMs];
}

/** The numbers of runs whose dates fit on the axis. */
function numbersShown(runs: number, widthPx: number): number[] {
  const fitting = Math.max(2, Math.floor((widthPx - LEFT_PX) / DATE_PX));
  const step = Math.max(1, Math.ceil(runs / fitting));
  return Array.from({ length: Math.ceil(runs / step) }, (_, index) => 1 + index * step);
}

/** A mark for each row of labels: Plot shifts a whole mark. */
const labelMarks = (signs: readonly PlacedLabel[], valueAt: (px: number) => number): Markish[] =>
  Array.from({ length: rowsOf(signs) }, (_, row) =>
    text(
      signs.filter((sign) => sign.row === row),
      {
        x: ({ px }) => valueAt(px),
        frameAnchor: "top",
        lineAnchor: "middle",
        dy: -LABEL_PX * (row + 0.5) - 3,
        text: "text",
        fill: "colour",
        fontWeight: 600,
      },
    ),
  );
