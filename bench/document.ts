/** Tables of figures, and their place in a document between two markers. */

/** A Markdown table; the first column is text, the others are numbers. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = line(head.map((_, column) => (column === 0 ? "---" : "---:")));
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** Milliseconds for a table, "–" where there is none. */
export function ms(value: number | null, digits = 2): string {
  return value === null ? "–" : value.toFixed(digits);
}

/** Puts text between `<!-- NAME -->` and `<!-- /NAME -->`. Throws where there are no such markers. */
export function replaceBetween(document: string, name: string, text: string): string {
  const begin = `<!-- ${name} -->`;
  const from = document.indexOf(begin);
  const until = document.indexOf(`<!-- /${name} -->`);
  if (from === -1 || until < from) throw new Error(`the document has no place marked ${begin}`);
  return `${document.slice(0, from + begin.length)}\n${text}\n${document.slice(until)}`;
}
