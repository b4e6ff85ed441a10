/** One QEMU build: what was found out about it, and the machine type that two builds have in common. */
import { ConfigurationError, UnusableQemuError } from "../base/errors.ts";
import { compareVersions } from "../base/versions.ts";
import type { Build, BuildRole } from "../results/schema.ts";
import type { BuildStore } from "./debian-build.ts";
import { type Dialect, dialectOf } from "./dialect.ts";
import { type LookOptions, lookAtQemu, type QemuLook } from "./look.ts";
import { obtainQemu } from "./obtain.ts";
import { whyTooOld } from "./oldest.ts";

/** A look at QEMU on the slowest known host takes a tenth of this. */
export const LOOK_DEADLINE_MS = 60_000;

export interface QemuBuild {
  readonly role: BuildRole;
  readonly look: QemuLook;
  readonly dialect: Dialect | null;
  /** Whether QEMU traces the time of each device. */
  readonly traced: boolean;
}

/**
 * @param store where builds of Debian are kept, or null: see obtainQemu
 * @throws UnusableQemuError when it is missing, no QEMU, or too old; a plain HostError when a build of Debian is not available.
 */
export async function lookAtBuild(
  role: BuildRole,
  qemu: string,
  store: BuildStore | null,
  options: LookOptions,
): Promise<QemuBuild> {
  const look = await lookAtQemu(await obtainQemu(qemu, store), options);
  const why = whyTooOld(look);
  if (why !== null) throw unusable(why);
  return { role, look, dialect: dialectOf(look), traced: look.hasDowntimeTraces };
}

const unusable = (found: string) => new UnusableQemuError({ found, mend: null, besides: null });

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
 * @throws UnusableQemuError when there is no such type; a plain ConfigurationError when the baseline lacks it.
 */
export function chooseMachine(asked: string, from: QemuBuild, to: QemuBuild): string {
  const [type = "", ...options] = asked.split(",");
  const withOptions = (name: string) => [name, ...options].join(",");
  const lacking = [from, to].filter(({ look }) => !look.machines.has(type));
  const [first] = lacking;
  if (first !== undefined) {
    const { path, version, machines } = first.look;
    const text = `${path} (QEMU ${version}) has no machine type ${type}. It has: ${[...machines.keys()].sort().join(", ")}`;
    throw lacking.some(({ role }) => role === "baseline") ? new ConfigurationError(text) : unusable(text);
  }
  if (from.look.machines.get(type) === to.look.machines.get(type)) return asked;
  const family = from.look.machines.get(type)?.replace(/[\d.]+$/, "") ?? "";
  const common = [...from.look.machines.keys()]
    .filter((name) => name.startsWith(family) && /^\d+(\.\d+)*$/.test(name.slice(family.length)))
    .filter((name) => to.look.machines.has(name))
    .sort((a, b) => compareVersions(a.slice(family.length), b.slice(family.length)));
  const newest = common.at(-1);
  if (newest === undefined) {
    throw unusable(
      `QEMU ${from.look.version} and QEMU ${to.look.version} have no versioned machine type of ${type} in common`,
    );
  }
  return withOptions(newest);
}
