/** Finds or fetches a QEMU that is given as a path, as a name in PATH, or as a Debian suite. */
import { HostError } from "../base/errors.ts";
import { type BuildStore, obtainDebianBuild } from "./debian-build.ts";
import { suiteOf } from "./debian-suite.ts";
import { findQemu } from "./find.ts";

/**
 * The absolute path of a QEMU.
 *
 * @param store where builds of Debian are kept; null: do not fetch any now
 * @throws UnusableQemuError when there is no such program; a plain HostError or ConfigurationError when a build of Debian is not
 * available, which is about the network or this host, and not about a build under test.
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
