/**
 * Text from outside as GitHub-flavoured Markdown that shows just that text: https://github.github.com/gfm/, sections 2.4 (every
 * ASCII punctuation character may have a backslash before it), 4.5 (fences), 4.10 (tables) and 6.9 (autolinks).
 */
import { TURNING, visibleCharacter, wellFormed } from "../base/visible-text.ts";

// A table's cell ends at a bar even where the backslash before it is escaped itself.
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
};

/** Is not seen, and takes no room. */
const WORD_JOINER = "\u2060";

/** One line: line ends and control characters become blanks. Good in a paragraph, a list item and a table's cell. */
export function markdown(text: string): string {
  return (
    wellFormed(text)
      .replaceAll(new RegExp(`[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029${TURNING}]+`, "g"), " ")
      .replaceAll(
        /[&<>|]|[\\`*_{}[\]()#~!@:$^=]|(?<=\bwww)\./gi,
        (character) => ENTITIES[character] ?? `\\${character}`,
      )
      // GitHub finds mentions in what Markdown has become: a backslash keeps nobody from being called.
      .replaceAll(/(?<!\w)\\@(?=\w)/g, `\\@${WORD_JOINER}`)
      // What would begin a list, or underline a heading.
      .replace(/^(\s*\d*)([-+.)])/, "$1\\$2")
  );
}

/** The same, of at most so many characters: guests and files can say a lot. */
export const shortMarkdown = (text: string, longest: number): string => markdown(shorten(text, longest));

/** A text of at most `longest` characters, with a sign where it was cut; whole characters only. */
export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${wellFormed(text.slice(0, longest)).replace(/\ufffd$/, "")}…`;
}

/**
 * A fenced block that its content can't end, its lines as they are. Control characters other than tabs are shown: `\x1b`, `\u202e`.
 *
 * @param language of the info string, which is ours
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

/** A table: cells are Markdown already. Columns are left-aligned up to `left`, right-aligned after it. */
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

/** What a reader opens when wanted. The blank lines make Markdown of what is inside. */
export const folded = (title: string, inside: string): string =>
  `<details><summary>${title}</summary>\n\n${inside}\n\n</details>`;
