/**
 * The TCP requests of an iteration, each a line from sent to answered. They have an axis of their own: on that of the timeline, a
 * request that waits 200 ms would leave a freeze of 5 ms no room.
 */
import { dot, link, type Markish, rect, text } from "@observablehq/plot";
import type { Iteration, TcpRequest } from "../../../results/schema.ts";
import { inMs, stallMs } from "../../figures.ts";
import { type RequestKind, requestKind, requestsOf, requestsSpoken, slowestOf } from "../requests.ts";
import { stampsOf } from "./course.ts";
import { framedChart, grid } from "./frame.ts";
import { type Axis, axisOf, textPx } from "./layout.ts";

const EDGE_PX = 8;
const PAD_PX = 10;
/** Room for all lines. There are at most 200 of them. */
const LINES_PX = 260;
const MOST_LINE_PX = 9;

/** A request with its line. */
interface Line {
  readonly kind: RequestKind;
  readonly fromMs: number;
  readonly toMs: number;
  readonly yPx: number;
  readonly title: string;
}

export function requestsChart(iteration: Iteration, widthPx: number): SVGSVGElement[] {
  const requests = requestsOf(iteration);
  if (requests.length === 0) return [];
  const slowest = slowestOf(requests);
  const label = slowest === null ? "" : stallMs(slowest.tookMs);
  const stamps = stampsOf(iteration);
  const axis = axisOf(windowOf(requests, stamps), [EDGE_PX, widthPx - EDGE_PX - textPx(label) - 8]);
  const linePx = Math.min(MOST_LINE_PX, LINES_PX / requests.length);
  const bottom = requests.length * linePx + 2 * PAD_PX;
  const lines = requests.map((request, at) => lineOf(request, PAD_PX + (at + 0.5) * linePx, axis));
  const strokeWidth = Math.max(1, linePx * 0.45);
  const marks: Markish[] = [
    grid(axis),
    ...shade(stamps.lastReplyMs, stamps.firstReplyMs, "var(--outage)", axis, bottom),
    ...shade(stamps.stopMs, stamps.resumeMs, "var(--freeze)", axis, bottom),
    link(lines, {
      ...{ x1: "fromMs", x2: "toMs", y1: "yPx", y2: "yPx", title: "title", strokeWidth },
      stroke: ({ kind }: Line) => (kind === "answered" ? "var(--dot)" : "var(--failed)"),
    }),
    dot(
      lines.filter(({ kind }) => kind === "unanswered"),
      { x: "toMs", y: "yPx", symbol: "triangle", r: 4.5, fill: "var(--failed)", title: "title" },
    ),
    ...(slowest === null
      ? []
      : [
          text([label], {
            x: slowest.request.answeredAtMs ?? 0,
            y: lines[requests.indexOf(slowest.request)]?.yPx ?? 0,
            ...{ textAnchor: "start", dx: 5, fontWeight: 600, fill: "var(--ink)" },
            ...{ stroke: "var(--surface)", strokeWidth: 4 },
          }),
        ]),
  ];
  return [
    framedChart(axis, {
      widthPx,
      bottomPx: bottom,
      marks,
      label: `TCP requests: ${requestsSpoken(requests)}`,
    }),
  ];
}

/** From what comes first to what comes last. Requests without an answer go on to the edge, which is a bit later. */
function windowOf(
  requests: readonly TcpRequest[],
  { stopMs, resumeMs, lastReplyMs, firstReplyMs }: ReturnType<typeof stampsOf>,
): [number, number] {
  const known = [stopMs, resumeMs, lastReplyMs, firstReplyMs].filter((ms) => ms !== null);
  const from = [...known, ...requests.map(({ sentAtMs }) => sentAtMs)].reduce((a, b) => Math.min(a, b));
  const to = [...known, ...requests.map(({ sentAtMs, answeredAtMs }) => answeredAtMs ?? sentAtMs)].reduce(
    (a, b) => Math.max(a, b),
  );
  const lengthMs = Math.max(to - from, 1);
  const open = requests.some(({ answeredAtMs }) => answeredAtMs === null);
  return [from - lengthMs * 0.02, to + lengthMs * (open ? 0.15 : 0)];
}

function lineOf(request: TcpRequest, yPx: number, axis: Axis): Line {
  const { connection, sentAtMs, answeredAtMs } = request;
  const end = answeredAtMs === null ? "not answered" : `answered after ${stallMs(answeredAtMs - sentAtMs)}`;
  return {
    ...{ yPx, kind: requestKind(request), fromMs: sentAtMs, toMs: answeredAtMs ?? axis.domain[1] },
    title: `connection ${connection}, sent at ${inMs(sentAtMs)}: ${end}`,
  };
}

function shade(
  fromMs: number | null,
  toMs: number | null,
  fill: string,
  axis: Axis,
  bottom: number,
): Markish[] {
  if (fromMs === null) return [];
  return [rect([0], { x1: fromMs, x2: toMs ?? axis.domain[1], y1: 0, y2: bottom, fill })];
}
