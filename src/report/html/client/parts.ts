/** One bar with the parts of the outage, and below it one with the parts of the freeze. */
import { link, type Markish, rect, text } from "@observablehq/plot";
import type { Iteration } from "../../../results/schema.ts";
import { inMs, msFigure } from "../../figures.ts";
import { freezeParts, lastingParts, outageParts, type Part } from "../../parts.ts";
import { chart } from "./draw.ts";
import { textPx } from "./layout.ts";

const BAR_PX = 34;
const TITLE_PX = 22;
const GAP_PX = 16;
/** Keeps parts of a few microseconds visible. */
const LEAST_PX = 2;

interface Segment {
  readonly name: string;
  readonly ms: number;
  readonly colour: string;
  readonly fromPx: number;
  readonly toPx: number;
  readonly topPx: number;
}

export function partsChart(iteration: Iteration, widthPx: number): SVGSVGElement[] {
  const outage = lastingParts(outageParts(iteration));
  const freeze = lastingParts(freezeParts(iteration));
  const bars = [
    { name: "outage", parts: outage, ms: iteration.outageMs },
    { name: "freeze", parts: freeze, ms: iteration.vcpuPauseMs },
  ].filter(({ parts }) => parts.length > 0);
  if (bars.length === 0) return [];
  const rows = bars.map((bar, index) => {
    const topPx = TITLE_PX + index * (BAR_PX + GAP_PX + TITLE_PX);
    return { ...bar, topPx, segments: segmentsOf(bar.parts, widthPx, topPx) };
  });
  const [first, second] = rows;
  const frozen = first?.segments.find(({ name }) => name === "freeze");
  const segments = rows.flatMap((row) => row.segments);
  const heightPx = rows.length * (BAR_PX + GAP_PX + TITLE_PX) - GAP_PX;
  const marks: Markish[] = [
    // The second bar is a part of the first, enlarged.
    ...(frozen === undefined || second === undefined
      ? []
      : [
          link(
            [
              [frozen.fromPx, 0],
              [frozen.toPx, widthPx],
            ],
            {
              x1: ([from]: readonly number[]) => from,
              x2: ([, to]: readonly number[]) => to,
              y1: frozen.topPx + BAR_PX,
              y2: second.topPx,
              stroke: "var(--muted)",
              strokeDasharray: "2 3",
            },
          ),
        ]),
    rect(segments, {
      x1: "fromPx",
      x2: "toPx",
      y1: "topPx",
      y2: ({ topPx }: Segment) => topPx + BAR_PX,
      fill: ({ colour }: Segment) => `var(--part-${colour})`,
      stroke: "var(--surface)",
      title: ({ name, ms }: Segment) => `${name}: ${inMs(ms)}`,
    }),
    text(
      segments.filter((one) => textPx(wordsOf(one)) + 10 < one.toPx - one.fromPx),
      {
        x: ({ fromPx, toPx }: Segment) => (fromPx + toPx) / 2,
        y: ({ topPx }: Segment) => topPx + BAR_PX / 2,
        text: wordsOf,
        fill: ({ colour }: Segment) => inkOn(colour),
        fontWeight: 600,
      },
    ),
    text(rows, {
      x: 0,
      y: ({ topPx }: (typeof rows)[number]) => topPx - 10,
      text: ({ name, ms }: (typeof rows)[number]) => (ms === null ? name : `${name} ${inMs(ms)}`),
      textAnchor: "start",
      fill: "var(--ink)",
      stroke: "var(--surface)",
      strokeWidth: 4,
    }),
  ];
  const spoken = rows.map(
    ({ name, parts }) => `${name}: ${parts.map((part) => `${part.name} ${inMs(part.ms)}`).join(", ")}`,
  );
  return [
    chart(
      {
        width: widthPx,
        height: heightPx,
        margin: 0,
        x: { type: "linear", domain: [0, widthPx], range: [0, widthPx], axis: null },
        y: { type: "linear", domain: [0, heightPx], range: [0, heightPx], axis: null },
        color: { type: "identity" },
        marks,
      },
      `Where the time went. ${spoken.join(". ")}`,
    ),
  ];
}

const wordsOf = ({ name, ms }: Segment) => `${name} ${msFigure(ms)}`;

/** Widths in proportion to the times, except for parts that would be too narrow to see. */
function segmentsOf(
  parts: readonly (Part & { readonly ms: number })[],
  widthPx: number,
  topPx: number,
): Segment[] {
  const totalMs = parts.reduce((sum, { ms }) => sum + ms, 0);
  const wanted = parts.map(({ ms }) => Math.max(LEAST_PX, (ms / totalMs) * widthPx));
  const scale = widthPx / wanted.reduce((sum, px) => sum + px, 0);
  let px = 0;
  return parts.map(({ name, ms, colour }, index) => {
    const fromPx = px;
    px += (wanted[index] ?? 0) * scale;
    return { name, ms, colour, fromPx, toPx: px, topPx };
  });
}

/** The colour of text that can be read on a part's colour. */
const inkOn = (colour: string) =>
  ["stop", "save", "load", "state", "cont"].includes(colour) ? "var(--on-strong)" : "var(--on-soft)";
