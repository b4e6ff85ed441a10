/** What every QEMU sees of our environment, when it is looked at as well as when it runs. */

/** Enough to run, nothing that a hostile guest could make use of. */
const PASSED = ["PATH", "HOME", "LANG", "LD_LIBRARY_PATH"];

/** @param given the user's own variables, which win */
export function qemuEnvironment(given: Readonly<Record<string, string>>): Record<string, string> {
  const passed = PASSED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(passed), ...given };
}
