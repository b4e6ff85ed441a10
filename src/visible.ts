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

/** Terminal sequences and all line ends (also U+0085, U+2028, U+2029) of a line become `\x1b`, `\x0d`, `\u2028`. Tabs stay. */
export function visible(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return line.replaceAll(/[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]/g, visibleCharacter);
}

/** The same of a text that may have lines. */
export const visibleLines = (text: string): string =>
  text
    .split(/\r\n|\n|\r/)
    .map(visible)
    .join("\n");
