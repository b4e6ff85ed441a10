/** The QEMU builds of a run, by their part in it. */
import {
  type Advice,
  allAdviceOf,
  ConfigurationError,
  HostError,
  UnusableQemuError,
} from "../base/errors.ts";
import type { Settings } from "../inputs/settings.ts";
import { LOOK_DEADLINE_MS, lookAtBuild, type QemuBuild } from "../qemu/build.ts";
import type { BuildStore } from "../qemu/debian-build.ts";
import { qemuEnvironment } from "../qemu/environment.ts";
import type { BuildRole } from "../results/schema.ts";

/** The builds of a run. */
export interface RunBuilds {
  readonly candidate: QemuBuild;
  /** Null: the candidate is its own target. */
  readonly target: QemuBuild | null;
  /** Null: no A/B. */
  readonly baseline: QemuBuild | null;
}

/**
 * Looks at all builds that the settings name, and decides which are traced. Builds of Debian are fetched first, unless `store` is null.
 * @throws HostError with everything that is wrong with them; UnusableQemuError when all of that is about builds under test, and not
 * about the baseline, the network or this host.
 */
export async function lookAtBuilds(
  { qemu, targetQemu, baselineQemu, qemuEnvironment: given, trace }: Settings,
  store: BuildStore | null,
  signal: AbortSignal,
): Promise<RunBuilds> {
  const variables = qemuEnvironment(given);
  const options = { deadlineMs: LOOK_DEADLINE_MS, variables, cacheFolder: store?.cacheDir ?? null, signal };
  const faults: Advice[] = [];
  /** Whether another commit of the builds under test could do. */
  let onlyTheBuild = true;
  const look = async (role: BuildRole, path: string | null) => {
    if (path === null) return null;
    try {
      return await lookAtBuild(role, path, store, options);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      faults.push(...allAdviceOf(error));
      if (role === "baseline" || !(error instanceof UnusableQemuError)) onlyTheBuild = false;
      return null;
    }
  };
  const candidate = await look("candidate", qemu);
  const target = await look("target", targetQemu);
  const baseline = await look("baseline", baselineQemu);
  if (candidate === null || faults.length > 0)
    throw onlyTheBuild ? new UnusableQemuError(...faults) : new HostError(...faults);
  // Tracing costs a little, so an A/B traces both builds or neither.
  const comparable = baseline === null || (candidate.traced && baseline.traced);
  const decided = <B extends QemuBuild | null>(build: B) =>
    build === null ? build : { ...build, traced: build.traced && trace && comparable };
  return { candidate: decided(candidate), target: decided(target), baseline: decided(baseline) };
}
