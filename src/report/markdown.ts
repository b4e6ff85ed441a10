/**
 * Escapes text from outside, so that GitHub-flavoured Markdown shows exactly that text:
 * https://github.github.com/gfm/, sections 2.4 (a backslash escapes every ASCII punctuation character), 4.5
 * (fences), 4.10 (tables), 6.9 (autolinks).
 */
import { TURNING, visibleCharacter, wellFormed } from "../base/visible-text.ts";

// "|" ends a table cell even after an escaped backslash, so it needs an entity.
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
};

/** Invisible, without width. */
const WORD_JOINER = "\u2060";

/** One line: line ends and control characters become blanks. Safe in a paragraph, a list item and a table cell. */
export function markdown(text: string): string {
  return (
    wellFormed(text)
      .replaceAll(new RegExp(`[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029${TURNING}]+`, "g"), " ")
      .replaceAll(
        /[&<>|]|[\\`*_{}[\]()#~!@:$^=]|(?<=\bwww)\./gi,
        (character) => ENTITIES[character] ?? `\\${character}`,
      )
      // GitHub looks for mentions after rendering Markdown, so a backslash alone would still notify people.
      .replaceAll(/(?<!\w)\\@(?=\w)/g, `\\@${WORD_JOINER}`)
      // These would begin a list, or underline a heading.
      .replace(/^(\s*\d*)([-+.)])/, "$1\\$2")
  );
}

/** The same, cut to at most `longest` characters: guests and files can contain a lot of text. */
export const shortMarkdown = (text: string, longest: number): string => markdown(shorten(text, longest));

/** A text of at most `longest` characters. A cut text ends with "…"; no character is cut in half. */
export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${wellFormed(text.slice(0, longest)).replace(/\ufffd$/, "")}…`;
}

/**
 * A fenced block that its content cannot end. Lines stay as they are. Control characters other than tabs are
 * made visible: `\x1b`, `\u202e`.
 *
 * @param language of the info string; not escaped
 */
export function fenced(text: string, language = "text"): string {
  const shown = wellFormed(text)
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(
      new RegExp(`[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029${TURNING}]`, "g"),
      visibleCharacter,
    )
    .replace(/\n+$/, "");
  const longestRun = [...shown.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = "`".repeat(Math.max(3, longestRun + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A table. Cells must be Markdown already. The first `left` columns are left-aligned, the others right-aligned. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  left: number = head.length,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index < left ? "---" : "---:"))), ...rows.map(line)].join(
    "\n",
  );
}

/** A section that the reader can open. GitHub reads the inside as Markdown only between blank lines. */
export const folded = (title: string, inside: string): string =>
  `<details><summary>${title}</summary>\n\n${inside}\n\n</details>`;
