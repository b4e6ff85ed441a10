/** The QEMU builds of a run: what was found out about each, and the machine type that they have in common. */
import { type Advice, allAdviceOf, ConfigurationError, HostError } from "../base/errors.ts";
import { compareVersions } from "../guest/kernel.ts";
import type { Settings } from "../inputs/settings.ts";
import { type Dialect, dialectOf } from "../qemu/dialect.ts";
import { qemuEnvironment } from "../qemu/environment.ts";
import { findQemu } from "../qemu/find.ts";
import { type LookOptions, lookAtQemu, type QemuLook } from "../qemu/look.ts";
import { whyTooOld } from "../qemu/oldest.ts";
import type { Build, BuildRole } from "../results/schema.ts";

/** A look at QEMU on the slowest host we know takes a tenth of this. */
export const LOOK_DEADLINE_MS = 60_000;

export interface QemuBuild {
  readonly role: BuildRole;
  readonly look: QemuLook;
  readonly dialect: Dialect | null;
  /** Whether it is traced how long each device takes. */
  readonly traced: boolean;
}

/** The builds of a run by their parts in it. */
export interface RunBuilds {
  readonly candidate: QemuBuild;
  /** Null: the candidate is its own target. */
  readonly target: QemuBuild | null;
  /** Null: no A/B. */
  readonly baseline: QemuBuild | null;
}

/**
 * Looks at all builds that the settings name, and decides which of them are traced.
 * @throws HostError with all that is wrong with them.
 */
export async function lookAtBuilds(
  { qemu, targetQemu, baselineQemu, qemuEnvironment: given, trace }: Settings,
  cacheFolder: string | null,
  signal: AbortSignal,
): Promise<RunBuilds> {
  const variables = qemuEnvironment(given);
  const options = { deadlineMs: LOOK_DEADLINE_MS, variables, cacheFolder, signal };
  const faults: Advice[] = [];
  const look = async (role: BuildRole, path: string | null) => {
    if (path === null) return null;
    try {
      return await lookAtBuild(role, path, options);
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

/** @throws ConfigurationError when it is missing, no QEMU, or too old. */
export async function lookAtBuild(role: BuildRole, qemu: string, options: LookOptions): Promise<QemuBuild> {
  const look = await lookAtQemu(findQemu(qemu), options);
  const why = whyTooOld(look);
  if (why !== null) throw new ConfigurationError(why);
  return { role, look, dialect: dialectOf(look), traced: look.hasDowntimeTraces };
}

/** The entry of a build in the results. */
export const describeBuild = ({ role, look, dialect, traced }: QemuBuild): Build => ({
  role,
  path: look.path,
  version: look.version,
  dialect: dialect?.name ?? null,
  traced,
});

/**
 * The machine type for both sides. Within one build it is what was asked for. Between two builds an alias such as "q35" means
 * another versioned type on each, which QEMU refuses to migrate: then it is the newest versioned type that both know.
 *
 * @param asked a machine type, with options behind a comma, if any
 * @throws ConfigurationError when there is no such type.
 */
export function chooseMachine(asked: string, from: QemuBuild, to: QemuBuild): string {
  const [type = "", ...options] = asked.split(",");
  const withOptions = (name: string) => [name, ...options].join(",");
  for (const { look } of [from, to]) {
    if (!look.machines.has(type)) {
      throw new ConfigurationError(
        `${look.path} (QEMU ${look.version}) has no machine type ${type}. It has: ${[...look.machines.keys()].sort().join(", ")}`,
      );
    }
  }
  if (from.look.machines.get(type) === to.look.machines.get(type)) return asked;
  const family = from.look.machines.get(type)?.replace(/[\d.]+$/, "") ?? "";
  const common = [...from.look.machines.keys()]
    .filter((name) => name.startsWith(family) && /^\d+(\.\d+)*$/.test(name.slice(family.length)))
    .filter((name) => to.look.machines.has(name))
    .sort((a, b) => compareVersions(a.slice(family.length), b.slice(family.length)));
  const newest = common.at(-1);
  if (newest === undefined) {
    throw new ConfigurationError(
      `QEMU ${from.look.version} and QEMU ${to.look.version} have no versioned machine type of ${type} in common`,
    );
  }
  return withOptions(newest);
}
