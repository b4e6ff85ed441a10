/** URLs as they may be shown: a user, a password and a query (a signature, a token) are secrets, wherever an address is repeated. */

/** What stands in the place of a value that may be a secret. */
export const LEFT_OUT = "…";

/** Whether a value is not there, or not whole. */
export const isLeftOut = (value: string): boolean =>
  value === LEFT_OUT || (isUrl(value) && value.includes(LEFT_OUT));

export const isUrl = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);

/**
 * The same without user, password, query and fragment. Of what was meant as a URL and is none, too: all up to the last @ may be a
 * password, as one with a slash in it makes no URL.
 */
export const shownUrl = (text: string): string =>
  text
    .replace(/^(\s*[a-z][a-z0-9+.-]*:\/+)?[\s\S]*@/i, `$1${LEFT_OUT}@`)
    .replace(/[?#][\s\S]*$/, `?${LEFT_OUT}`);

/** Another text in which there may be URLs: an error's, or a line of words. */
export const shownUrlsIn = (text: string): string =>
  text.replaceAll(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>]+/gi, shownUrl);
