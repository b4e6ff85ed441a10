/** Reads boolean values in the forms of YAML 1.1. */

/** In upper or lower case: https://yaml.org/type/bool.html. Null for anything else. */
export function readTruth(text: string): boolean | null {
  if (/^(true|yes|on|y)$/i.test(text)) return true;
  return /^(false|no|off|n)$/i.test(text) ? false : null;
}
