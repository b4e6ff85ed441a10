/** The timeline of an iteration: what each side did when, with the outage and the freeze in the background. */
import { type Markish, rect, ruleX, text } from "@observablehq/plot";
import type { Iteration, TimelineEvent } from "../../../results/schema.ts";
import { inMs } from "../../figures.ts";
import { type Bar, barsOf, clip, type Side, type Stamps, spoken, stampsOf, windowOf } from "./course.ts";
import { framedChart, grid } from "./frame.ts";
import { type Axis, axisOf, type PlacedLabel, placeLabels, rowsOf, textPx } from "./layout.ts";

/** From top to bottom: the network's view, both QEMUs, and our own actions. */
const LANES = ["probe", "source", "target", "host"] as const;

const BAR_PX = 22;
const LABEL_PX = 15;
const GAP_PX = 12;
const TOP_PX = 4;
const EDGE_PX = 8;

/** The whole timeline, and a second chart of the freeze, enlarged, when it is short compared with the outage. */
export function timelineCharts(iteration: Iteration, widthPx: number): SVGSVGElement[] {
  const { timeline } = iteration;
  if (timeline.length === 0) return [];
  const stamps = stampsOf(iteration);
  const whole = windowOf(stamps);
  const { stopMs, resumeMs } = stamps;
  const charts = [one(timeline, stamps, whole, widthPx, "Timeline of the iteration")];
  if (stopMs === null || resumeMs === null) return charts;
  const lengthMs = resumeMs - stopMs;
  if (lengthMs > (whole[1] - whole[0]) * 0.2 || lengthMs <= 0) return charts;
  const near: [number, number] = [stopMs - lengthMs * 0.2, resumeMs + lengthMs * 0.2];
  return [...charts, one(timeline, stamps, near, widthPx, "The freeze, enlarged")];
}

function one(
  timeline: readonly TimelineEvent[],
  stamps: Stamps,
  domain: readonly [number, number],
  widthPx: number,
  title: string,
): SVGSVGElement {
  const nameWidth = widthPx < 480 ? 0 : 58;
  const axis = axisOf(domain, [EDGE_PX + nameWidth, widthPx - EDGE_PX]);
  const bars = barsOf(stamps).flatMap((bar) => clip(bar, domain));
  const seen = timeline.filter(({ atMs }) => atMs >= domain[0] && atMs <= domain[1]);
  let y = TOP_PX;
  const lanes = LANES.map((side) => {
    const labels = placeLabels(
      seen.filter((event) => event.side === side).flatMap((event) => labelFor(event, axis)),
      axis.range[0],
      axis.range[1],
    );
    const header = nameWidth === 0 ? LABEL_PX : 0;
    const top = y + header;
    const lane = { side, top, labels, nameY: nameWidth === 0 ? y + 6 : top + BAR_PX / 2 };
    y = top + BAR_PX + 3 + rowsOf(labels) * LABEL_PX + GAP_PX;
    return lane;
  });
  const bottom = y - GAP_PX + 4;
  const laneOf = (side: Side) => lanes.find((lane) => lane.side === side)?.top ?? 0;
  const inBar = bars.filter(({ name, fromMs, toMs }) => axis.px(toMs) - axis.px(fromMs) > textPx(name) + 6);

  const marks: Markish[] = [
    grid(axis),
    ...shades(stamps, axis, bottom),
    rect(bars, {
      x1: "fromMs",
      x2: "toMs",
      y1: ({ side }: Bar) => laneOf(side),
      y2: ({ side }: Bar) => laneOf(side) + BAR_PX,
      fill: "fill",
      title: ({ name, fromMs, toMs }: Bar) => `${name}: ${inMs(toMs - fromMs)}`,
    }),
    ruleX(seen, {
      x: "atMs",
      y1: ({ side }: TimelineEvent) => laneOf(side) - 2,
      y2: ({ side }: TimelineEvent) => laneOf(side) + BAR_PX + 2,
      stroke: "var(--ink)",
      strokeWidth: 1.25,
      title: ({ event, atMs }: TimelineEvent) => `${event}, at ${inMs(atMs)}`,
    }),
    ...lanes.flatMap(({ top, labels }) => labelMarks(labels, top, axis)),
    text(inBar, {
      x: ({ fromMs, toMs }: Bar) => (fromMs + toMs) / 2,
      y: ({ side }: Bar) => laneOf(side) + BAR_PX / 2,
      text: "name",
      fill: "ink",
      fontWeight: 600,
    }),
    text(lanes, {
      x: axis.value(0),
      y: "nameY",
      text: "side",
      textAnchor: "start",
      fill: "var(--muted)",
    }),
  ];
  return framedChart(axis, { widthPx, bottomPx: bottom, marks, label: `${title}: ${spoken(stamps)}` });
}

/** The outage and the freeze, shaded over the full height, so that each lane shows what happened within them. */
function shades({ lastReplyMs, firstReplyMs, stopMs, resumeMs, endMs }: Stamps, axis: Axis, bottom: number) {
  const shade = (fromMs: number | null, toMs: number | null, fill: string): Markish[] => {
    if (fromMs === null || toMs === null) return [];
    const [from, to] = [Math.max(fromMs, axis.domain[0]), Math.min(toMs, axis.domain[1])];
    return to <= from ? [] : [rect([0], { x1: from, x2: to, y1: 0, y2: bottom, fill })];
  };
  return [
    ...shade(lastReplyMs, firstReplyMs ?? endMs, "var(--outage)"),
    ...shade(stopMs, resumeMs, "var(--freeze)"),
  ];
}

/** The events with a label: those that people look for. The table has all events. */
const LABELLED: ReadonlyMap<string, string> = new Map([
  ["probe last reply", "last reply"],
  ["probe first reply", "first reply"],
  ["source STOP", "STOP"],
  ["source MIGRATION completed", "completed"],
  ["source MIGRATION failed", "failed"],
  ["target MIGRATION completed", "completed"],
  ["target MIGRATION failed", "failed"],
  ["target RESUME", "RESUME"],
  ["host migrate", "migrate"],
  ["host TAP switch", "TAP switch"],
  ["host cont", "cont"],
]);

function labelFor({ side, event, atMs }: TimelineEvent, axis: Axis) {
  const name = LABELLED.get(`${side} ${event}`);
  if (name === undefined) return [];
  return [
    {
      text: `${name} ${atMs.toFixed(1)}`.replace("migrate 0.0", "migrate"),
      atPx: axis.px(atMs),
      colour: "var(--ink)",
    },
  ];
}

function labelMarks(labels: readonly PlacedLabel[], top: number, axis: Axis): Markish[] {
  const yOf = ({ row }: PlacedLabel) => top + BAR_PX + 3 + row * LABEL_PX + LABEL_PX / 2;
  return [
    ruleX(
      labels.filter(({ row }) => row > 0),
      {
        x: ({ atPx }: PlacedLabel) => axis.value(atPx),
        y1: top + BAR_PX,
        y2: (label: PlacedLabel) => yOf(label) - LABEL_PX / 2,
        stroke: "var(--muted)",
        strokeWidth: 0.75,
      },
    ),
    text(labels, {
      x: ({ px }: PlacedLabel) => axis.value(px),
      y: yOf,
      text: "text",
      fill: "colour",
    }),
  ];
}
