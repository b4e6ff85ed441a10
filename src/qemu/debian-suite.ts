/** How a QEMU of Debian is named: `debian:SUITE`, like debian:sid or debian:trixie. */

const PREFIX = "debian:";
const SUITE = /^[a-z0-9][a-z0-9-]*$/;

export const EXPECTED_SUITE =
  "expected debian:SUITE, like debian:sid or debian:trixie, with a suite of lower-case letters, digits and dashes (a file of such a name: ./debian:…)";

/** Whether a QEMU is named by a suite, well or not, and not by a path. */
export const namesSuite = (qemu: string): boolean => qemu.startsWith(PREFIX);

/** The suite of `debian:SUITE`; null for a path, and for a malformed suite. */
export function suiteOf(qemu: string): string | null {
  if (!namesSuite(qemu)) return null;
  const suite = qemu.slice(PREFIX.length);
  return SUITE.test(suite) ? suite : null;
}
