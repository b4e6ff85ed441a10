/** Makes text from outside (guests, QEMU, file names) safe for a terminal, a log or a report. */

/** A character as an escape sequence: `\x1b`, `\u202e`. */
export function visibleCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** Replaces lone surrogates, which cannot be encoded in UTF-8 or in a URL. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, "\ufffd");

/** For a character class: Unicode's characters that change the writing direction, also of the text after them. */
export const TURNING = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

/** Control characters except the tab, all line ends, and characters that change the writing direction. */
const ACTING = new RegExp(`[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\u2028\\u2029${TURNING}]`, "g");

/**
 * Escapes characters that a terminal would act on, as `\x1b`, `\x0d`, `\u2028`, `\u202e`: control characters,
 * all line ends (also U+0085, U+2028, U+2029), and changes of writing direction. Tabs stay.
 */
export const visible = (line: string): string => line.replaceAll(ACTING, visibleCharacter);

/** A value as JSON for scripts, also safe on a terminal: characters that would act are escaped as in JSON. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(ACTING, (character) =>
    // JSON strings contain no raw newline, so this one is formatting.
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The same for a text of several lines. */
export const visibleLines = (text: string): string =>
  text
    .split(/\r\n|\n|\r/)
    .map(visible)
    .join("\n");
