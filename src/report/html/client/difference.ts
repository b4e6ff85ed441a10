/** The difference of two builds' medians, its interval, and the range that counts as the same. */
import { dot, type Markish, rect, ruleX, ruleY, text } from "@observablehq/plot";
import type { Compared } from "../comparison.ts";
import type { Measure } from "../measures.ts";
import { framedChart, grid } from "./frame.ts";
import { axisOf, placeLabels, textPx } from "./layout.ts";

const LABEL_PX = 18;
const BODY_PX = 26;
const EDGE_PX = 10;

export function differenceChart(
  compared: Compared,
  { name, signed }: Measure,
  widthPx: number,
): SVGSVGElement[] {
  const { deltaMs, deltaCi95, medianA, maxRegressionPercent, verdict } = compared;
  if (deltaMs === null || medianA === null) return [];
  const thresholdMs = (medianA * maxRegressionPercent) / 100;
  const farMs = Math.max(...[deltaMs, thresholdMs, ...(deltaCi95 ?? [])].map(Math.abs)) * 1.12 || 1;
  const side = textPx("B is faster") + 8;
  const axis = axisOf([-farMs, farMs], [EDGE_PX, widthPx - EDGE_PX]);
  const [placed] = placeLabels(
    [{ text: `B − A: ${signed(deltaMs)}`, atPx: axis.px(deltaMs), colour: "var(--ink)" }],
    EDGE_PX + side,
    widthPx - EDGE_PX - side,
  );
  const middle = LABEL_PX + BODY_PX / 2;
  const bottom = LABEL_PX + BODY_PX;
  const marks: Markish[] = [
    rect([0], { x1: -thresholdMs, x2: thresholdMs, y1: LABEL_PX, y2: bottom, fill: "var(--threshold)" }),
    grid(axis, LABEL_PX),
    ruleX([0], { y1: LABEL_PX, y2: bottom, stroke: "var(--ink)" }),
    ...(deltaCi95 === null
      ? []
      : [
          ruleY([middle], {
            x1: deltaCi95[0],
            x2: deltaCi95[1],
            stroke: "var(--dot)",
            strokeWidth: 4,
            strokeLinecap: "round",
          }),
        ]),
    dot([deltaMs], { x: deltaMs, y: middle, r: 6, fill: "var(--dot)", stroke: "var(--page)" }),
    text(["B is faster"], {
      x: axis.value(EDGE_PX),
      y: LABEL_PX / 2,
      textAnchor: "start",
      fill: "var(--muted)",
    }),
    text(["B is slower"], {
      x: axis.value(widthPx - EDGE_PX),
      y: LABEL_PX / 2,
      textAnchor: "end",
      fill: "var(--muted)",
    }),
    ...(placed === undefined
      ? []
      : [
          text([placed.text], {
            x: axis.value(placed.px),
            y: LABEL_PX / 2,
            fill: "var(--ink)",
            fontWeight: 600,
          }),
        ]),
  ];
  const interval =
    deltaCi95 === null ? "" : `, 95 % interval ${signed(deltaCi95[0])} to ${signed(deltaCi95[1])}`;
  return [
    framedChart(axis, {
      widthPx,
      bottomPx: bottom,
      marks,
      label: `Difference of the ${name === "outage" ? "medians" : `medians of ${name}`} ${signed(deltaMs)}${interval}: ${verdict}`,
      tickFormat: (ms) => (ms === 0 ? "0" : `${ms < 0 ? "−" : "+"}${Math.abs(ms)}`),
    }),
  ];
}
