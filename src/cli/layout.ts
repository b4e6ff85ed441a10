/** Tables that fit the terminal: the least important columns are dropped first, then the table becomes a list. */
import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";

/** Switches off the library's colours. */
export const PLAIN = { head: [], border: [], compact: true };

export interface Column {
  /** Can have several lines. */
  readonly head: string;
  readonly align: "left" | "right";
  /** The column with the lowest rank is dropped first; columns without a rank stay. */
  readonly rank?: number;
  readonly cells: readonly string[];
}

/** A table of at most `width` characters per line; null: unlimited. */
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

/** The table as a list: each cell has its own line below the first cell of its row. Nothing is left out. */
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
