/** The table at the end of `report`: builds and scenarios. */

import { visible } from "../base/visible-text.ts";
import { msFigure, stallFigure } from "../report/figures.ts";
import {
  type BuildRow,
  buildRows,
  type Cell,
  type Extreme,
  type Merged,
  rowName,
  type Spread,
  scenariosIn,
  spreads,
  tableTitle,
} from "../report/merge.ts";
import type { ScenarioName } from "../results/schema.ts";
import { fitTable } from "./layout.ts";
import { coloured } from "./tables.ts";

/**
 * One row per build and direction with the median outage of each scenario, and the best and worst of each
 * scenario.
 *
 * @param width of the terminal; null without one
 */
export function buildsTable(merged: Merged, width: number | null): string {
  const rows = buildRows(merged);
  if (rows.length === 0) return "";
  const all = spreads(rows);
  const several = new Set(rows.map(({ accel }) => accel)).size > 1;
  const extremes = all.map((one) => visible(spreadLine(one, several)));
  const table = fitTable(
    [
      { head: `${tableTitle(rows)} in ms`, align: "left", cells: rows.map((row) => visible(rowName(row))) },
      { head: "accel", align: "left", cells: rows.map(({ accel }) => accel) },
      ...scenariosIn(rows).map((name) => ({
        head: name,
        align: "right" as const,
        cells: rows.map((row) => cellText(row, name)),
      })),
    ],
    width,
  );
  return [table, ...extremes].join("\n");
}

function cellText({ cells }: BuildRow, name: ScenarioName): string {
  const cell: Cell | undefined = cells.get(name);
  if (cell === undefined) return "";
  const { status, medianMs, upperBound, stallMs } = cell;
  if (medianMs === null) return coloured(status);
  const stall = stallMs === null ? "" : ` / ${stallFigure(stallMs)}`;
  const figure = `${upperBound ? "≤ " : ""}${msFigure(medianMs)}${stall}`;
  return status === "passed" ? figure : `${coloured(status)} ${figure}`;
}

function spreadLine({ accel, scenario, best, worst }: Spread, several: boolean): string {
  const told = ({ row, medianMs }: Extreme) => `${msFigure(medianMs)} (${rowName(row)})`;
  const spread = msFigure(worst.medianMs - best.medianMs);
  return `${scenario}${several ? `, ${accel}` : ""}: best ${told(best)}, worst ${told(worst)}, spread ${spread} ms`;
}
