/** The name of a build of Debian: `debian:SUITE`, like debian:sid or debian:trixie. */

const PREFIX = "debian:";
const SUITE = /^[a-z0-9][a-z0-9-]*$/;

export const EXPECTED_SUITE =
  "expected debian:SUITE, like debian:sid or debian:trixie, with a suite of lower-case letters, digits and dashes (for a file of that name: ./debian:…)";

/** Whether this is meant as a suite, valid or not, and not as a path. */
export const namesSuite = (qemu: string): boolean => qemu.startsWith(PREFIX);

/** The suite of `debian:SUITE`; null for a path and for an invalid suite. */
export function suiteOf(qemu: string): string | null {
  if (!namesSuite(qemu)) return null;
  const suite = qemu.slice(PREFIX.length);
  return SUITE.test(suite) ? suite : null;
}
