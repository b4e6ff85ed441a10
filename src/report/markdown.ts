/**
 * Text from outside as GitHub-flavoured Markdown that shows just that text: https://github.github.com/gfm/, sections 2.4 (every
 * ASCII punctuation character may have a backslash before it), 4.10 (tables) and 6.9 (autolinks).
 */

// A table's cell ends at a bar even where the backslash before it is escaped itself.
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
};

/** One line: line ends and control characters become blanks. Good in a paragraph, a list item and a table's cell. */
export function markdown(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replaceAll(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, " ")
      .replaceAll(
        /[&<>|]|[\\`*_{}[\]()#~!@:$^=]|(?<=\bwww)\./gi,
        (character) => ENTITIES[character] ?? `\\${character}`,
      )
      // What would begin a list, or underline a heading.
      .replace(/^(\s*\d*)([-+.)])/, "$1\\$2")
  );
}
