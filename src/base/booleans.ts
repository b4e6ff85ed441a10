/** Truth values as people write them who write YAML. */

/** In any case: https://yaml.org/type/bool.html. Null for anything else. */
export function readTruth(text: string): boolean | null {
  if (/^(true|yes|on|y)$/i.test(text)) return true;
  return /^(false|no|off|n)$/i.test(text) ? false : null;
}
