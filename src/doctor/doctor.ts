/**
 * Finds out what this host and a QEMU can do, and how to fix what is missing. People see it as a table,
 * scripts as JSON.
 */
import { GUEST_NAMES, type GuestName } from "../guest/guest.ts";
import { devicePath } from "../host/devices.ts";
import type { Settings } from "../inputs/settings.ts";
import type { HandOver } from "../migration/hand-over.ts";
import type { BuildStore } from "../qemu/debian-build.ts";
import { capabilitiesOf, type Dialect, dialectOf } from "../qemu/dialect.ts";
import type { QemuLook } from "../qemu/look.ts";
import type { Accel, ScenarioName } from "../results/schema.ts";
import { SCENARIOS } from "../scenarios/table.ts";
import type { Check } from "./check.ts";
import { checkGuests, faultsOfGuests } from "./guests.ts";
import { lookAtHost } from "./host.ts";
import { guestsAtOnce } from "./memory.ts";
import { checkQemu } from "./qemu.ts";

export interface Diagnosis {
  /** In the order in which to fix them: later ones need earlier ones. */
  readonly checks: readonly Check[];
  readonly qemu: {
    readonly path: string;
    readonly version: string;
    /** The dialect of local migration of TAP backends; null: the build has none. */
    readonly dialect: string | null;
    readonly revisions: string | null;
    readonly switches: readonly string[];
    readonly ignoreShared: boolean;
    readonly downtimeTraces: boolean;
  } | null;
  /** The accelerator that the scenarios would use. */
  readonly accel: Accel;
  readonly scenarios: readonly {
    readonly name: ScenarioName;
    readonly runs: boolean;
    readonly reason: string | null;
  }[];
  /** Which guests can be made here. Whether there is a network for downloads is not checked. */
  readonly guests: readonly {
    readonly name: GuestName;
    readonly possible: boolean;
    readonly reason: string | null;
  }[];
}

export type Patient = Pick<
  Settings,
  | "qemu"
  | "baselineQemu"
  | "qemuEnvironment"
  | "kernel"
  | "accel"
  | "privilege"
  | "memoryBytes"
  | "cache"
  | "guest"
>;

/**
 * Examines this host and the given QEMU, and tries what a run does. Leaves nothing behind, except a build of Debian that was fetched.
 *
 * @param emit reports fetching; null: no build of Debian is fetched, nor examined
 * @throws only when cancelled
 */
export async function diagnose(
  patient: Patient,
  signal: AbortSignal,
  emit: BuildStore["emit"] | null = () => undefined,
): Promise<Diagnosis> {
  const host = await lookAtHost({ ...patient, guests: guestsAtOnce(patient) }, signal);
  try {
    const build = await checkQemu(patient, emit, signal);
    const guest = await checkGuests(patient, host.privilege, signal);
    const checks = [...host.checks, ...build.checks, ...guest];
    const dialect = build.look === null ? null : dialectOf(build.look);
    return {
      checks,
      accel: patient.accel,
      qemu: build.look === null ? null : describe(build.look, dialect),
      scenarios: scenariosOf(checks, (handOver) =>
        build.look === null ? null : handOver.whyUnsupported(dialect, dialect),
      ),
      guests: guestsOf(guest),
    };
  } finally {
    await host.register?.close();
  }
}

/** `why`: what a way of handing over has against the QEMU that was found. */
function scenariosOf(
  checks: readonly Check[],
  why: (handOver: HandOver) => string | null,
): Diagnosis["scenarios"] {
  const blocking = checks.filter(({ status }) => status === "missing").map(({ found }) => found);
  return SCENARIOS.map(({ name, handOver, needs }) => {
    const lacking = checks.filter(
      (check) => check.status === "limited" && needs.some((device) => devicePath(device) === check.name),
    );
    const reasons = [...blocking, why(handOver), ...lacking.map(({ found }) => found)].filter(
      (text) => text !== null,
    );
    return { name, runs: reasons.length === 0, reason: reasons.length === 0 ? null : reasons.join("; ") };
  });
}

function guestsOf(guest: Parameters<typeof faultsOfGuests>[0]): Diagnosis["guests"] {
  const faults = faultsOfGuests(guest);
  return GUEST_NAMES.map((name) => {
    const reasons = faults[name].map(({ found }) => found);
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
