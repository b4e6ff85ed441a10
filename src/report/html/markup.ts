/** Makes HTML in which inserted text shows as exactly that text: https://html.spec.whatwg.org/multipage/syntax.html */
import { TURNING, visibleCharacter, wellFormed } from "../../base/visible-text.ts";

/** A piece of trusted HTML. `html` makes one from text by escaping it. */
export interface Markup {
  readonly markup: string;
}

export type Piece = Markup | string | number | null | readonly Piece[];

/**
 * A template tag: the template is trusted, inserted pieces are escaped unless they are Markup. Null inserts
 * nothing.
 */
export const html = (ours: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({
  markup: ours.reduce((text, part, index) => text + markupOf(pieces[index - 1] ?? null) + part),
});

function markupOf(piece: Piece): string {
  if (piece === null) return "";
  if (typeof piece === "string" || typeof piece === "number") return escapeHtml(String(piece));
  return "markup" in piece ? piece.markup : piece.map(markupOf).join("");
}

/** Trusted text without escaping: style sheets, scripts and the like. */
export const verbatim = (markup: string): Markup => ({ markup });

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that act instead of showing: control characters except tab and line end, and bidirectional ones. */
const ACTING = new RegExp(`[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029${TURNING}]`, "g");

/** Text for an element or a quoted attribute. Characters that would act are made visible: `\x1b`, `\u202e`. */
export const escapeHtml = (text: string): string =>
  wellFormed(text)
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(ACTING, visibleCharacter)
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

export interface Column<T> {
  readonly head: Piece;
  readonly cell: (row: T) => Piece;
  /** Words are left-aligned, figures right-aligned. */
  readonly words?: boolean;
}

/** A table in a box that scrolls when the page is narrow. The first cell of a row is its heading. */
export function table<T>(caption: Piece, columns: readonly Column<T>[], rows: readonly T[]): Markup {
  const kind = ({ words }: Column<T>) => (words === true ? "words" : "figure");
  return html`<div class="scroll"><table><caption><span>${caption}</span></caption><thead><tr>${columns.map(
    (column) => html`<th scope="col" class="${kind(column)}">${column.head}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr>${columns.map((column, index) =>
        index === 0
          ? html`<th scope="row" class="${kind(column)}">${column.cell(row)}</th>`
          : html`<td class="${kind(column)}">${column.cell(row)}</td>`,
      )}</tr>
`,
  )}</tbody></table></div>`;
}

/** The place where the client draws a chart. The table is for readers without JavaScript or who cannot see a chart. */
export const figure = (chart: string, title: Piece, legend: Piece, behind: Markup, name: string): Markup =>
  html`<figure><figcaption>${title}</figcaption>
<div class="chart" data-chart="${chart}"></div>${legend}
<details data-name="${chart}"><summary>${name} as a table</summary>${behind}</details></figure>`;

/** A heading. The level varies: a page of several runs has one level more. */
export function heading(level: number, text: Piece, id: string | null = null): Markup {
  const [open, close] = [verbatim(`<h${level}`), verbatim(`</h${level}>`)];
  return html`${open}${id === null ? null : html` id="${id}"`}>${text}${close}`;
}
