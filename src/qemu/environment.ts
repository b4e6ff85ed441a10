/** The environment of every QEMU, both when it is examined and when it runs. */

/** Enough to run, but nothing that a hostile guest could use. */
const PASSED = ["PATH", "HOME", "LANG", "LD_LIBRARY_PATH"];

/** @param given the user's variables, which take precedence */
export function qemuEnvironment(given: Readonly<Record<string, string>>): Record<string, string> {
  const passed = PASSED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(passed), ...given };
}
