/** A chart with one dot per iteration at its outage, or another figure. Dots of similar figures are stacked. */
import { link, type Markish, rect, ruleX, text } from "@observablehq/plot";
import type { Limit } from "../../../results/schema.ts";
import { dotRange, type Figures, limitsOn } from "../domain.ts";
import type { Measure } from "../measures.ts";
import { chosenMark, type Dot, dotMarks, type Lane, laneOf, numberDots, placeDots } from "./dots.ts";
import { framedChart, grid } from "./frame.ts";
import { type Axis, axisOf, type PlacedLabel, placeLabels, rowsOf, textPx } from "./layout.ts";

export interface SwarmRow extends Figures {
  /** The row's name; empty for the only one. */
  readonly label: string;
}

export interface SwarmOptions {
  readonly measure: Measure;
  readonly widthPx: number;
  readonly radiusPx: number;
  /** A description for people who cannot see the chart. */
  readonly label: string;
  readonly limits?: readonly Limit[];
  /** Index of the iteration whose panel is shown. */
  readonly chosen?: number;
}

const EDGE_PX = 10;
const LABEL_PX = 17;
/** Room for the median at the right end of a named row. */
const MEDIAN_PX = 40;

/** A row with its positions. */
interface LaidRow {
  readonly name: string;
  readonly medianMs: number | null;
  readonly ci95: readonly [number, number] | null;
  readonly dots: readonly Dot[];
  readonly topPx: number;
  readonly middlePx: number;
  readonly bottomPx: number;
  readonly nameYPx: number;
}

/** Bold letters are wider by this factor. */
const BOLD = 1.25;

export function swarm(rows: readonly SwarmRow[], options: SwarmOptions): SVGSVGElement {
  const { measure, widthPx, radiusPx, label } = options;
  const limits = limitsOn(measure, options.limits ?? []);
  const named = rows.some((row) => row.label !== "");
  const nameWidth = Math.max(...rows.map((row) => textPx(row.label))) * BOLD + 14;
  const beside = named && widthPx >= 560 && nameWidth < widthPx * 0.35;
  const lane = laneOf(measure, rows, radiusPx);
  const { domain, unsureMs } = dotRange(measure, rows, limits);
  const axis = axisOf(domain, [
    EDGE_PX + (beside ? nameWidth : 0),
    widthPx - EDGE_PX - lane.widthPx - (named ? MEDIAN_PX : 0),
  ]);
  const signs = named ? [] : placeSigns(measure, rows, limits, axis, widthPx - EDGE_PX - lane.widthPx);
  const topPx = rowsOf(signs) * LABEL_PX + 4;
  const laid = layOut(rows, {
    measure,
    axis,
    radiusPx,
    lane,
    topPx,
    headerPx: named && !beside ? LABEL_PX : 0,
  });
  const bottomPx = (laid.at(-1)?.bottomPx ?? topPx) + (named ? 6 : 0);
  const dots = laid.flatMap((row) => row.dots);
  const svg = framedChart(axis, {
    widthPx,
    bottomPx,
    label,
    marks: [
      ...(unsureMs === null || named
        ? []
        : [rect([0], { x1: domain[0], x2: unsureMs, y1: topPx, y2: bottomPx, fill: "var(--noise)" })]),
      grid(axis, topPx),
      ...middleMarks(laid, named ? 0 : 2),
      ruleX(
        limits.filter(({ bound }) => bound <= domain[1]),
        { x: "bound", y1: topPx - 2, y2: bottomPx, stroke: "var(--limit)", strokeDasharray: "4 3" },
      ),
      ...dotMarks(dots, axis, radiusPx),
      ...chosenMark(dots, axis, radiusPx, options.chosen),
      text(signs, {
        x: ({ px }: PlacedLabel) => axis.value(px),
        y: ({ row }: PlacedLabel) => row * LABEL_PX + LABEL_PX / 2,
        text: "text",
        fill: "colour",
        fontWeight: 600,
      }),
      ...(named ? nameMarks(measure, laid, axis, beside, widthPx) : []),
      ...(lane.widthPx === 0 ? [] : laneMarks(axis, widthPx - (named ? MEDIAN_PX : 0), topPx, bottomPx)),
    ],
  });
  numberDots(svg, dots);
  return svg;
}

/** The labels above the only row: its median and the limits. */
function placeSigns(
  measure: Measure,
  rows: readonly SwarmRow[],
  limits: readonly Limit[],
  axis: Axis,
  rightPx: number,
): PlacedLabel[] {
  const [, endMs] = axis.domain;
  return placeLabels(
    [
      ...rows.flatMap(({ stats }) => {
        const median = stats?.median ?? null;
        return median === null
          ? []
          : [{ text: `median ${measure.figure(median)}`, atPx: axis.px(median), colour: "var(--ink)" }];
      }),
      ...limits.map(({ statistic, bound }) => ({
        text: `limit (${statistic}) ${bound}${bound > endMs ? " →" : ""}`,
        atPx: axis.px(Math.min(bound, endMs)),
        colour: "var(--limit)",
      })),
    ],
    EDGE_PX,
    rightPx,
  );
}

interface Layout {
  readonly measure: Measure;
  readonly axis: Axis;
  readonly radiusPx: number;
  readonly lane: Lane;
  readonly topPx: number;
  /** Room for a name above its row. */
  readonly headerPx: number;
}

/** Places the rows below one another, each as high as its dots need. */
function layOut(
  rows: readonly SwarmRow[],
  { measure, axis, radiusPx, lane, topPx, headerPx }: Layout,
): LaidRow[] {
  let yPx = topPx;
  return rows.map(({ label, iterations, stats }) => {
    const { dots, heightPx } = placeDots(measure, iterations, axis, radiusPx, lane);
    const rowTopPx = yPx + headerPx;
    const bottomPx = rowTopPx + Math.max(heightPx, 20) + 10;
    const middlePx = (rowTopPx + bottomPx) / 2;
    const row = {
      name: label,
      medianMs: stats?.median ?? null,
      ci95: stats?.ci95 ?? null,
      dots: dots.map((dot) => ({ ...dot, yPx: dot.yPx + middlePx })),
      topPx: rowTopPx,
      middlePx,
      bottomPx,
      nameYPx: headerPx === 0 ? middlePx : yPx + headerPx / 2,
    };
    yPx = bottomPx + 6;
    return row;
  });
}

/** The median and its interval, behind the dots. */
const middleMarks = (laid: readonly LaidRow[], abovePx: number): Markish[] => [
  rect(
    laid.filter(({ ci95 }) => ci95 !== null),
    {
      x1: ({ ci95 }: LaidRow) => ci95?.[0],
      x2: ({ ci95 }: LaidRow) => ci95?.[1],
      y1: "topPx",
      y2: "bottomPx",
      fill: "var(--interval)",
    },
  ),
  ruleX(
    laid.filter(({ medianMs }) => medianMs !== null),
    {
      x: "medianMs",
      y1: ({ topPx }: LaidRow) => topPx - abovePx,
      y2: "bottomPx",
      stroke: "var(--ink)",
      strokeWidth: 2,
    },
  ),
];

function nameMarks(
  { figure }: Measure,
  laid: readonly LaidRow[],
  axis: Axis,
  beside: boolean,
  widthPx: number,
): Markish[] {
  const strong = { fontWeight: 600, fill: "var(--ink)" };
  return [
    text(laid, {
      ...strong,
      x: axis.value(EDGE_PX - 8),
      y: "nameYPx",
      text: "name",
      textAnchor: "start",
      textOverflow: "ellipsis",
      // In ems of 12 px; 15 because real fonts are wider than Plot assumes.
      lineWidth: ((beside ? axis.range[0] : widthPx - MEDIAN_PX) - EDGE_PX) / 15,
    }),
    text(laid, {
      ...strong,
      x: axis.value(widthPx - 2),
      y: beside ? "middlePx" : "nameYPx",
      text: ({ medianMs }: LaidRow) => figure(medianMs),
      textAnchor: "end",
    }),
  ];
}

function laneMarks(axis: Axis, rightPx: number, topPx: number, bottomPx: number): Markish[] {
  const x = axis.value(axis.range[1] + 8);
  return [
    link([0], { x1: x, x2: x, y1: topPx, y2: bottomPx, stroke: "var(--line)" }),
    text(["no figure"], {
      x: axis.value(rightPx - EDGE_PX),
      y: bottomPx + 14,
      textAnchor: "end",
      fill: "var(--muted)",
    }),
  ];
}
