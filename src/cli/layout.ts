/** Tables that fit: what is least important goes first, and what is left becomes a list where even that is too wide. */
import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";

/** No colours of the library's own. */
export const PLAIN = { head: [], border: [], compact: true };

export interface Column {
  /** May have several lines. */
  readonly head: string;
  readonly align: "left" | "right";
  /** The least goes first; columns without one stay. */
  readonly rank?: number;
  readonly cells: readonly string[];
}

/** A table at most `width` columns wide; null: as wide as it likes. */
export function fitTable(columns: readonly Column[], width: number | null): string {
  let shown = [...columns];
  for (;;) {
    const text = drawn(shown);
    if (width === null || widest(text) <= width) return text;
    const rank = Math.min(...shown.flatMap((column) => column.rank ?? []));
    if (rank === Number.POSITIVE_INFINITY) return listed(columns);
    shown = shown.filter((column) => column.rank !== rank);
  }
}

function drawn(columns: readonly Column[]): string {
  const table = new Table({
    style: PLAIN,
    colAligns: columns.map(({ align }) => align),
    head: columns.map(({ head }) => head),
  });
  for (const at of rowNumbers(columns)) table.push(columns.map(({ cells }) => cells[at] ?? ""));
  return table.toString();
}

const rowNumbers = ([first]: readonly Column[]): number[] => [...(first?.cells.keys() ?? [])];

const widest = (text: string) =>
  stripVTControlCharacters(text)
    .split("\n")
    .reduce((most, line) => Math.max(most, line.length), 0);

/** Nothing is left out: each cell has a line of its own below the first of its row. */
const listed = (columns: readonly Column[]): string =>
  rowNumbers(columns)
    .flatMap((at) =>
      columns.flatMap(({ head, cells }, index) => {
        const cell = (cells[at] ?? "").replaceAll("\n", " ");
        if (index === 0) return [cell];
        return cell === "" ? [] : [`  ${head.replaceAll("\n", " ")}: ${cell}`];
      }),
    )
    .join("\n");
