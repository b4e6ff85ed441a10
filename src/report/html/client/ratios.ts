/** The change of each figure from the baseline to the candidate, with its interval: which part got slower. */
import { dot, type Markish, rect, ruleX, ruleY, text } from "@observablehq/plot";
import type { Comparison } from "../../../results/schema.ts";
import { comparedRows } from "../../compared.ts";
import { framedChart, grid } from "./frame.ts";
import { type Axis, axisOf, textPx } from "./layout.ts";

const ROW_PX = 24;
const EDGE_PX = 10;
/** Room for the change at the right end of a row. */
const CHANGE_PX = 64;
/** The axis ends here at the latest: a part of nearly nothing may have grown a hundredfold. */
const FARTHEST = { from: 0.2, to: 5 } as const;

/** Where ticks may be, from the middle outwards. */
const LONGER_PERCENT = [20, 50, 100, 150, 200, 300];
const SHORTER_PERCENT = [-20, -40, -60, -70];
const TICK_PX = 36;

interface Row {
  readonly name: string;
  readonly change: string;
  readonly verdict: Comparison["verdict"];
  /** On the axis. */
  readonly at: number;
  readonly interval: readonly [number, number] | null;
  readonly yPx: number;
}

export function ratiosChart(comparison: Comparison, widthPx: number): SVGSVGElement {
  const { maxRegressionPercent, scenario } = comparison;
  const rows = rowsOf(comparison);
  const threshold = maxRegressionPercent / 100;
  const edges = rows.flatMap(({ at, interval }) => [at, ...(interval ?? [])]);
  const bounds = [logOf(1 - 1.5 * threshold), logOf(1 + 1.5 * threshold)];
  const names = Math.max(...rows.map(({ name }) => textPx(name))) + 14;
  const beside = names < widthPx * 0.45;
  const axis = axisOf(
    [Math.min(...bounds, ...edges), Math.max(...bounds, ...edges)],
    [EDGE_PX + (beside ? names : 0), widthPx - EDGE_PX - CHANGE_PX],
  );
  const ticks = [0, ...spaced(LONGER_PERCENT, axis), ...spaced(SHORTER_PERCENT, axis)];
  const headPx = beside ? 0 : 16;
  const heightPx = ROW_PX + headPx;
  const laid = rows.map((row, place) => ({ ...row, yPx: place * heightPx + headPx + ROW_PX / 2 }));
  const bottom = rows.length * heightPx;
  const colour = ({ verdict }: Row) => (verdict === "slower" ? "var(--failed)" : "var(--dot)");
  const marks: Markish[] = [
    rect([0], {
      ...{ x1: logOf(1 - threshold), x2: logOf(1 + threshold), y1: 0, y2: bottom },
      fill: "var(--threshold)",
    }),
    grid(axis, 0, ticks),
    ruleX([0], { y1: 0, y2: bottom, stroke: "var(--ink)" }),
    ruleY(
      laid.filter(({ interval }) => interval !== null),
      {
        y: "yPx",
        x1: ({ interval }: Row) => interval?.[0],
        x2: ({ interval }: Row) => interval?.[1],
        ...{ stroke: colour, strokeWidth: 4, strokeLinecap: "round" },
      },
    ),
    dot(laid, { x: "at", y: "yPx", r: 5, fill: colour, stroke: "var(--page)" }),
    text(laid, {
      ...{ x: axis.value(2), y: ({ yPx }: Row) => (beside ? yPx : yPx - 20), text: "name" },
      ...{ textAnchor: "start", fill: "var(--ink)" },
      fontWeight: 600,
    }),
    text(laid, {
      ...{ x: axis.value(widthPx - 2), y: "yPx", text: "change", textAnchor: "end", fill: "var(--ink)" },
      fontWeight: 600,
    }),
  ];
  const words = rows.map(({ name, change, verdict }) => `${name} ${change} ${verdict}`).join(", ");
  return framedChart(axis, {
    ...{ widthPx, bottomPx: bottom, marks, ticks },
    label: `Change of each figure in ${scenario}: ${words}`,
    tickFormat: (log) => percent(Math.exp(log)),
  });
}

/** Those on the axis that have room beside those nearer the middle. */
function spaced(percents: readonly number[], axis: Axis): number[] {
  const [from, to] = axis.domain;
  let before = axis.px(0);
  return percents
    .map((change) => Math.log1p(change / 100))
    .filter((log) => {
      const px = axis.px(log);
      if (log < from || log > to || Math.abs(px - before) < TICK_PX) return false;
      before = px;
      return true;
    });
}

/** Figures without a ratio have no place on the axis. */
function rowsOf(comparison: Comparison): Row[] {
  const names = comparedRows(comparison);
  return [comparison, ...(comparison.others ?? [])].flatMap((one, place) => {
    const named = names[place];
    if (one.ratio == null || named === undefined) return [];
    const { name, change, verdict } = named;
    const interval =
      one.ratioCi95 == null ? null : ([logOf(one.ratioCi95[0]), logOf(one.ratioCi95[1])] as const);
    return [{ name, change, verdict, at: logOf(one.ratio), interval, yPx: 0 }];
  });
}

/** Logarithms make twice as long as far from the middle as half as long. */
const logOf = (ratio: number): number => Math.log(Math.min(FARTHEST.to, Math.max(FARTHEST.from, ratio)));

function percent(ratio: number): string {
  const change = Math.round((ratio - 1) * 100);
  return change === 0 ? "0" : `${change < 0 ? "−" : "+"}${Math.abs(change)}`;
}
