/** The QEMU builds of a run, by their part in it. */
import { type Advice, allAdviceOf, ConfigurationError, HostError } from "../base/errors.ts";
import type { Settings } from "../inputs/settings.ts";
import { LOOK_DEADLINE_MS, lookAtBuild, type QemuBuild } from "../qemu/build.ts";
import type { BuildStore } from "../qemu/debian-build.ts";
import { qemuEnvironment } from "../qemu/environment.ts";
import type { BuildRole } from "../results/schema.ts";

/** The builds of a run by their parts in it. */
export interface RunBuilds {
  readonly candidate: QemuBuild;
  /** Null: the candidate is its own target. */
  readonly target: QemuBuild | null;
  /** Null: no A/B. */
  readonly baseline: QemuBuild | null;
}

/**
 * Looks at all builds that the settings name, and decides which of them are traced. Builds of Debian are fetched first, unless there is no
 * store for them.
 * @throws HostError with all that is wrong with them.
 */
export async function lookAtBuilds(
  { qemu, targetQemu, baselineQemu, qemuEnvironment: given, trace }: Settings,
  store: BuildStore | null,
  signal: AbortSignal,
): Promise<RunBuilds> {
  const variables = qemuEnvironment(given);
  const options = { deadlineMs: LOOK_DEADLINE_MS, variables, cacheFolder: store?.cacheDir ?? null, signal };
  const faults: Advice[] = [];
  const look = async (role: BuildRole, path: string | null) => {
    if (path === null) return null;
    try {
      return await lookAtBuild(role, path, store, options);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      faults.push(...allAdviceOf(error));
      return null;
    }
  };
  const candidate = await look("candidate", qemu);
  const target = await look("target", targetQemu);
  const baseline = await look("baseline", baselineQemu);
  if (candidate === null || faults.length > 0) throw new HostError(...faults);
  // Tracing costs a little: two builds are compared with it in both or in neither.
  const comparable = baseline === null || (candidate.traced && baseline.traced);
  const decided = <B extends QemuBuild | null>(build: B) =>
    build === null ? build : { ...build, traced: build.traced && trace && comparable };
  return { candidate: decided(candidate), target: decided(target), baseline: decided(baseline) };
}
