/** Removes secrets from URLs before they are shown: user, password and query (a signature, a token). */

/** Replaces a value that may be a secret. */
export const LEFT_OUT = "…";

/** Whether a value, or a part of it, was left out. */
export const isLeftOut = (value: string): boolean =>
  value === LEFT_OUT || (isUrl(value) && value.includes(LEFT_OUT));

export const isUrl = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);

/**
 * The URL without user, password, query and fragment. This also works for invalid URLs: a password with a
 * slash makes a URL invalid, so everything before the last @ is removed.
 */
export const shownUrl = (text: string): string =>
  text
    .replace(/^(\s*[a-z][a-z0-9+.-]*:\/+)?[\s\S]*@/i, `$1${LEFT_OUT}@`)
    .replace(/[?#][\s\S]*$/, `?${LEFT_OUT}`);

/** The same for all URLs in a text, such as an error message. */
export const shownUrlsIn = (text: string): string =>
  text.replaceAll(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>]+/gi, shownUrl);
