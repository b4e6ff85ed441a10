/** Places things so that they do not overlap. All in pixels. */

/** A linear axis: Plot's own scale has the same domain and range. */
export interface Axis {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly px: (value: number) => number;
  readonly value: (px: number) => number;
}

export function axisOf(domain: readonly [number, number], range: readonly [number, number]): Axis {
  const [from, to] = domain;
  const [left, right] = range;
  const pxPerUnit = (right - left) / (to - from);
  return {
    domain,
    range,
    px: (value) => left + (value - from) * pxPerUnit,
    value: (px) => from + (px - left) / pxPerUnit,
  };
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The first row with room for each span. Spans must be sorted by their beginning. Rows beyond `mostRows`
 * start again from the first.
 */
export function packRows(spans: readonly Span[], mostRows = Number.POSITIVE_INFINITY): number[] {
  const ends: number[] = [];
  return spans.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const row = free === -1 ? ends.length : free;
    ends[row] = to;
    return row % mostRows;
  });
}

/** An upper estimate of a text's width in the fonts of most systems at 12 px. */
export const textPx = (text: string): number => text.length * 6.7;

export interface Label {
  readonly text: string;
  /** Position of what it labels. */
  readonly atPx: number;
  readonly colour: string;
}

export interface PlacedLabel extends Label {
  /** Position of its middle. */
  readonly px: number;
  readonly row: number;
}

/** Puts labels above their positions, moves them inwards at the edges, and uses as many rows as necessary. */
export function placeLabels(labels: readonly Label[], leftPx: number, rightPx: number): PlacedLabel[] {
  const placed = labels
    .map((label) => {
      const half = textPx(label.text) / 2;
      const px = Math.max(leftPx + half, Math.min(rightPx - half, label.atPx));
      return { ...label, px, from: px - half - 4, to: px + half + 4 };
    })
    .sort((a, b) => a.from - b.from);
  const rows = packRows(placed);
  return placed.map(({ from, to, ...label }, index) => ({ ...label, row: rows[index] ?? 0 }));
}

export const rowsOf = (placed: readonly { readonly row: number }[]): number =>
  placed.reduce((most, { row }) => Math.max(most, row + 1), 0);
