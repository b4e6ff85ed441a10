/** What all charts with an axis have in common: values across, pixels down. */
import { axisX, gridX, type Markish } from "@observablehq/plot";
import { chart } from "./draw.ts";
import type { Axis } from "./layout.ts";

const AXIS_PX = 26;

export interface Framed {
  readonly widthPx: number;
  /** Where the axis is, from the top. */
  readonly bottomPx: number;
  readonly marks: readonly Markish[];
  /** What the chart says, for those who can't see it. */
  readonly label: string;
  readonly tickFormat?: (value: number) => string;
}

export function framedChart(
  axis: Axis,
  { widthPx, bottomPx, marks, label, tickFormat }: Framed,
): SVGSVGElement {
  const [left, right] = axis.range;
  return chart(
    {
      width: widthPx,
      height: bottomPx + AXIS_PX,
      marginLeft: left,
      marginRight: widthPx - right,
      marginTop: 0,
      marginBottom: AXIS_PX,
      x: { domain: [...axis.domain], range: [left, right], label: null },
      y: { type: "linear", domain: [0, bottomPx], range: [0, bottomPx], axis: null },
      color: { type: "identity" },
      marks: [
        ...marks,
        axisX({
          anchor: "bottom",
          tickSize: 4,
          color: "var(--muted)",
          label: null,
          ticks: ticksOf(axis),
          ...(tickFormat !== undefined && { tickFormat }),
        }),
      ],
    },
    label,
  );
}

/** The lines that belong to the axis; what comes before it in the marks lies below. */
export const grid = (axis: Axis, topPx = 0): Markish =>
  gridX({ stroke: "var(--grid)", strokeOpacity: 1, insetTop: topPx, ticks: ticksOf(axis) });

const ticksOf = ({ range: [left, right] }: Axis) => Math.max(2, Math.round((right - left) / 80));
