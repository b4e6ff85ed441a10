/** The dots of a swarm: their places and shapes. */
import { dot, type Markish } from "@observablehq/plot";
import type { Iteration } from "../../../results/schema.ts";
import { type IterationKind, iterationWords, kindOf, type Measure } from "../measures.ts";
import { type Axis, packRows } from "./layout.ts";

export interface Dot {
  readonly iteration: Iteration;
  readonly index: number;
  readonly kind: IterationKind;
  readonly title: string;
  readonly xPx: number;
  readonly yPx: number;
}

/** The most dots in one column; further dots overlap. */
const MOST_HIGH = 21;

/** Dots of iterations without the figure are in a separate lane on the right. */
export interface Lane {
  readonly widthPx: number;
  /** How many dots are above one another. */
  readonly high: number;
}

export function laneOf(
  measure: Measure,
  rows: readonly { readonly iterations: readonly Iteration[] }[],
  radiusPx: number,
): Lane {
  const most = Math.max(
    ...rows.map(({ iterations }) => iterations.filter((one) => measure.of(one) === null).length),
  );
  const high = Math.max(5, Math.ceil(most / 12));
  return { high, widthPx: most === 0 ? 0 : Math.max(64, Math.ceil(most / high) * radiusPx * 2 + 24) };
}

/** Rows fill from the middle outwards, so the swarm is higher where there are more dots. */
const fromMiddle = (row: number) => (row % 2 === 0 ? -row / 2 : (row + 1) / 2);

/** Places the dots around a middle at y = 0. */
export function placeDots(
  measure: Measure,
  iterations: readonly Iteration[],
  axis: Axis,
  radiusPx: number,
  lane: Lane,
): { dots: Dot[]; heightPx: number } {
  const all = iterations.map((iteration, index) => ({
    ...{ iteration, index, kind: kindOf(iteration, measure) },
    title: `iteration ${index + 1}: ${iterationWords(iteration, measure)}`,
    ms: measure.of(iteration),
  }));
  const known = all
    .flatMap((one) => (one.ms === null ? [] : [{ ...one, xPx: axis.px(one.ms) }]))
    .sort((a, b) => a.xPx - b.xPx);
  const rows = packRows(
    known.map(({ xPx }) => ({ from: xPx - radiusPx, to: xPx + radiusPx })),
    MOST_HIGH,
  );
  const high = rows.reduce((most, row) => Math.max(most, row + 1), 0);
  const open = all.filter(({ ms }) => ms === null);
  const openRows = Math.min(lane.high, open.length);
  return {
    dots: [
      ...known.map((one, at) => ({ ...one, yPx: fromMiddle(rows[at] ?? 0) * radiusPx * 2 })),
      ...open.map((one, at) => ({
        ...one,
        xPx: axis.range[1] + 24 + Math.floor(at / lane.high) * radiusPx * 2,
        yPx: ((at % lane.high) - (openRows - 1) / 2) * radiusPx * 2,
      })),
    ],
    heightPx: Math.max(high, openRows) * radiusPx * 2,
  };
}

/** Each kind of dot has its own shape. */
export function dotMarks(dots: readonly Dot[], axis: Axis, radiusPx: number): Markish[] {
  const place = { x: ({ xPx }: Dot) => axis.value(xPx), y: "yPx", title: "title" };
  const of = (kind: IterationKind) => dots.filter((one) => one.kind === kind);
  const stroked = { ...place, r: radiusPx - 1.25, strokeWidth: 2, fill: "var(--surface)" };
  return [
    dot(of("passed"), { ...place, r: radiusPx - 0.5, fill: "var(--dot)", className: "dots-passed" }),
    dot(of("bound"), { ...stroked, stroke: "var(--dot)", className: "dots-bound" }),
    dot(of("failed"), {
      ...stroked,
      r: radiusPx,
      symbol: "times",
      stroke: "var(--failed)",
      className: "dots-failed",
    }),
    dot(of("open"), {
      ...place,
      r: radiusPx,
      symbol: "triangle",
      fill: "var(--failed)",
      className: "dots-open",
    }),
  ];
}

/** A ring around the iteration that is shown. */
export const chosenMark = (
  dots: readonly Dot[],
  axis: Axis,
  radiusPx: number,
  chosen: number | undefined,
) => {
  const one = dots.find(({ index }) => index === chosen);
  return one === undefined || chosen === undefined
    ? []
    : [
        dot([one], {
          x: axis.value(one.xPx),
          y: one.yPx,
          r: radiusPx + 3.5,
          stroke: "var(--ink)",
          strokeWidth: 2,
          className: "chosen",
        }),
      ];
};

/** Gives each dot the number of its iteration. Plot draws the dots of a mark in the order of their data. */
export function numberDots(svg: SVGSVGElement, dots: readonly Dot[]): void {
  for (const kind of ["passed", "bound", "failed", "open"] as const) {
    const of = dots.filter((one) => one.kind === kind);
    for (const [at, element] of [
      ...svg.querySelectorAll(`.dots-${kind} circle, .dots-${kind} path`),
    ].entries())
      element.setAttribute("data-iteration", String(of[at]?.index ?? ""));
  }
}
