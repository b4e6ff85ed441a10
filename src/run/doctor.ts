/** What this host and a QEMU can do, and how to mend what they can't: for people by a table, for scripts as it is. */

import { cacheFolder } from "../guest/cache-folder.ts";
import { GUEST_NAMES, type GuestName } from "../guest/guest.ts";
import { type Privilege, readAsRoot } from "../host/privilege.ts";
import { capabilitiesOf, type Dialect, dialectOf, whyNoFdPassing } from "../qemu/dialect.ts";
import type { QemuLook } from "../qemu/look.ts";
import { SCENARIO_NAMES, type ScenarioName } from "../results/schema.ts";
import type { Check } from "./check.ts";
import { checkQemu } from "./doctor-builds.ts";
import { checkBusybox, checkGuestKernel } from "./doctor-guests.ts";
import {
  checkKvm,
  checkMemory,
  checkPrivilege,
  checkProbe,
  checkPrograms,
  checkShm,
  checkTun,
  checkVhost,
} from "./doctor-host.ts";
import { passesFds, usesVhost } from "./support.ts";

export interface Diagnosis {
  /** In the order in which a person would mend them: what comes first is needed by what comes after. */
  readonly checks: readonly Check[];
  readonly qemu: {
    readonly path: string;
    readonly version: string;
    /** Of local migration of TAP backends; null: it has none. */
    readonly dialect: string | null;
    readonly revisions: string | null;
    readonly switches: readonly string[];
    readonly ignoreShared: boolean;
    readonly downtimeTraces: boolean;
  } | null;
  /** With KVM, which is the default. */
  readonly scenarios: readonly {
    readonly name: ScenarioName;
    readonly runs: boolean;
    readonly reason: string | null;
  }[];
  /** Which guests can be made here. Not whether there is a network to fetch them by. */
  readonly guests: readonly {
    readonly name: GuestName;
    readonly possible: boolean;
    readonly reason: string | null;
  }[];
}

export interface Patient {
  readonly qemu: string;
  /** A kernel that the user names for the guest micro. */
  readonly kernel: string | null;
}

/** Looks at this host and at the QEMU given. Starts nothing that stays, throws only when cancelled: what is wrong is the answer. */
export async function diagnose({ qemu, kernel }: Patient, signal: AbortSignal): Promise<Diagnosis> {
  const root = await checkPrivilege(signal);
  const host = [checkPrograms(), checkTun(), checkKvm(qemu), checkVhost(), checkShm(), checkMemory()];
  signal.throwIfAborted();
  const build = await checkQemu(qemu, signal);
  const [guestKernel, busybox] = await Promise.all([
    checkGuestKernel({
      cacheDir: cacheFolder(null),
      ...(kernel !== null && { kernel }),
      readPrivileged: (path) => readPrivileged(root.privilege, path),
    }),
    checkBusybox(),
  ]);
  signal.throwIfAborted();
  const guests = guestsOf(guestKernel, busybox);
  const checks = [root.check, ...host, checkProbe(), ...build.checks, guestKernel, busybox];
  const dialect = build.look === null ? null : dialectOf(build.look);
  return {
    checks,
    qemu: build.look === null ? null : describe(build.look, dialect),
    scenarios: scenariosOf(checks, build.look === null ? null : whyNoFdPassing(dialect, dialect)),
    guests,
  };
}

async function readPrivileged(privilege: Privilege | null, path: string): Promise<Buffer> {
  if (privilege === null) throw new Error(`${path} is for root only`);
  return await readAsRoot(privilege, path);
}

function scenariosOf(checks: readonly Check[], noFdPassing: string | null): Diagnosis["scenarios"] {
  const blocking = checks.filter(({ status }) => status === "missing").map(({ found }) => found);
  const vhost = checks.find(({ name, status }) => name === "/dev/vhost-net" && status !== "ok");
  return SCENARIO_NAMES.map((name) => {
    const reasons = [
      ...blocking,
      ...(passesFds(name) && noFdPassing !== null ? [noFdPassing] : []),
      ...(usesVhost(name) && vhost !== undefined ? [vhost.found] : []),
    ];
    return { name, runs: reasons.length === 0, reason: reasons.length === 0 ? null : reasons.join("; ") };
  });
}

function guestsOf(kernel: Check, busybox: Check): Diagnosis["guests"] {
  const faults = {
    micro: [kernel, busybox],
    "kernel-initrd": [busybox],
    "alpine-iso": [],
  } satisfies Record<GuestName, readonly Check[]>;
  return GUEST_NAMES.map((name) => {
    const reasons = faults[name].filter(({ status }) => status !== "ok").map(({ found }) => found);
    return { name, possible: reasons.length === 0, reason: reasons.length === 0 ? null : reasons.join("; ") };
  });
}

function describe(look: QemuLook, dialect: Dialect | null): NonNullable<Diagnosis["qemu"]> {
  return {
    path: look.path,
    version: look.version,
    dialect: dialect?.name ?? null,
    revisions: dialect?.revisions ?? null,
    switches: dialect?.switches ?? [],
    ignoreShared: capabilitiesOf(look).has("x-ignore-shared"),
    downtimeTraces: look.hasDowntimeTraces,
  };
}
