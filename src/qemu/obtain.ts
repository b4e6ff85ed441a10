/** The path of a QEMU, however it is named: a path, a name in PATH, or a suite of Debian. */
import { HostError } from "../base/errors.ts";
import { type BuildStore, obtainDebianBuild } from "./debian-build.ts";
import { suiteOf } from "./debian-suite.ts";
import { findQemu } from "./find.ts";

/**
 * @param store where builds of Debian are kept; null: nothing is to be fetched now
 * @throws ConfigurationError when there is none.
 */
export async function obtainQemu(given: string, store: BuildStore | null): Promise<string> {
  const suite = suiteOf(given);
  if (suite === null) return findQemu(given);
  if (store !== null) return (await obtainDebianBuild(suite, store)).path;
  throw new HostError({
    found: `${given} is not fetched while this host lacks something else`,
    mend: null,
    besides: null,
  });
}
