/** Versions of kernels and machine types, in order. */

/** Compares kernel versions like `sort -V`: numbers by value; the end and `~` come before everything else. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = weight(left[index]) - weight(right[index]);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

function partsOf(version: string): readonly string[] {
  return version.match(/\d+|\D/g) ?? [];
}

/** `~` < end < number < letter < the rest; numbers are compared by value. */
function weight(part: string | undefined): number {
  if (part === undefined) return -1;
  if (part === "~") return -2;
  if (/^\d/.test(part)) return Number(part);
  return (/[A-Za-z]/.test(part) ? 1e100 : 2e100) * (1 + part.charCodeAt(0) / 1e6);
}
