/** Text from outside (guests, QEMU, file names) on its way to a terminal, a log or a report. */

/** A character as one may write it in a string: `\x1b`, `\u202e`. */
export function visibleCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** Halves of surrogate pairs can't be written as UTF-8, nor as part of an address. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, "\ufffd");

/** What turns the direction of writing, for the text behind it too: Unicode's explicit formatting characters. For a character class. */
export const TURNING = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

/** Control characters but the tab, all line ends, and those that turn the direction of writing. */
const ACTING = new RegExp(`[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\u2028\\u2029${TURNING}]`, "g");

/**
 * What a terminal would obey instead of show becomes `\x1b`, `\x0d`, `\u2028`, `\u202e`: control characters, all line ends (also
 * U+0085, U+2028, U+2029), turns of direction. Tabs stay.
 */
export const visible = (line: string): string => line.replaceAll(ACTING, visibleCharacter);

/** A value as JSON for a script, of which a terminal obeys nothing either: what would act is escaped as JSON escapes it. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(ACTING, (character) =>
    // JSON has none within its strings.
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The same of a text that may have lines. */
export const visibleLines = (text: string): string =>
  text
    .split(/\r\n|\n|\r/)
    .map(visible)
    .join("\n");
