/** Tables of figures, and writing them between two markers of a document. */

/** A Markdown table. The first column is text, the others are numbers (aligned right). */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = line(head.map((_, column) => (column === 0 ? "---" : "---:")));
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** Milliseconds for a table; "–" for null. */
export function ms(value: number | null, digits = 2): string {
  return value === null ? "–" : value.toFixed(digits);
}

/**
 * Replaces the text between `<!-- NAME -->` and `<!-- /NAME -->`.
 *
 * @throws Error when the document has no such markers.
 */
export function replaceBetween(document: string, name: string, text: string): string {
  const begin = `<!-- ${name} -->`;
  const from = document.indexOf(begin);
  const until = document.indexOf(`<!-- /${name} -->`);
  if (from === -1 || until < from) throw new Error(`the document has no place marked ${begin}`);
  return `${document.slice(0, from + begin.length)}\n${text}\n${document.slice(until)}`;
}
