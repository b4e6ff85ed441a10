/** The frame of all charts with an axis: values horizontally, pixels vertically. */
import { axisX, gridX, type Markish } from "@observablehq/plot";
import { chart } from "./draw.ts";
import type { Axis } from "./layout.ts";

const AXIS_PX = 26;

export interface Framed {
  readonly widthPx: number;
  /** Distance of the axis from the top. */
  readonly bottomPx: number;
  readonly marks: readonly Markish[];
  /** A description for people who cannot see the chart. */
  readonly label: string;
  readonly tickFormat?: (value: number) => string;
  /** Where the ticks are; by default at round values. */
  readonly ticks?: readonly number[];
}

export function framedChart(
  axis: Axis,
  { widthPx, bottomPx, marks, label, tickFormat, ticks }: Framed,
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
          ticks: ticks === undefined ? ticksOf(axis) : [...ticks],
          ...(tickFormat !== undefined && { tickFormat }),
        }),
      ],
    },
    label,
  );
}

/** The grid lines of the axis. Marks listed before them lie below them. */
export const grid = (axis: Axis, topPx = 0, ticks?: readonly number[]): Markish =>
  gridX({
    ...{ stroke: "var(--grid)", strokeOpacity: 1, insetTop: topPx },
    ticks: ticks === undefined ? ticksOf(axis) : [...ticks],
  });

const ticksOf = ({ range: [left, right] }: Axis) => Math.max(2, Math.round((right - left) / 80));
