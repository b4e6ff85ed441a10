/** The packages that the doctor would name for a run, so that setup installs what doctor advises, and nothing else. */
import { type Advice, allAdviceOf } from "../base/errors.ts";
import { checkGuests, faultsOfGuests } from "../doctor/guests.ts";
import { checkPrograms } from "../doctor/inspections.ts";
import { checkProbe } from "../doctor/trials.ts";
import type { Privilege } from "../host/privilege.ts";
import type { Settings } from "../inputs/settings.ts";
import { namesSuite } from "../qemu/debian-suite.ts";
import { findDebianTools } from "../qemu/debian-tools.ts";
import { findQemu } from "../qemu/find.ts";

export type SetupNeeds = Pick<
  Settings,
  "qemu" | "targetQemu" | "baselineQemu" | "guest" | "kernel" | "accel" | "scenarios" | "privilege"
>;

/** Something that packages would fix. */
export interface Lack {
  readonly advice: Advice & { readonly packages: readonly string[] };
  /** Without it nothing runs. */
  readonly isEssential: boolean;
}

/** @param privilege who reads a kernel that only root may read; null: nobody */
export async function lacksOf(
  needs: SetupNeeds,
  privilege: Privilege | null,
  signal: AbortSignal,
): Promise<Lack[]> {
  const builds = [needs.qemu, needs.targetQemu, needs.baselineQemu].filter((name) => name !== null);
  const guest = faultsOfGuests(await checkGuests(needs, privilege, signal))[needs.guest];
  const programs = checkPrograms();
  const advice = [
    ...(programs.status === "ok" ? [] : [programs]),
    ...builds.flatMap(faultsOfBuild),
    ...guest,
  ];
  const probe = checkProbe("");
  return [
    ...advice.map((one) => ({ advice: one, isEssential: true })),
    ...(probe.status === "ok" ? [] : [{ advice: probe, isEssential: false }]),
  ].filter((lack): lack is Lack => lack.advice.packages !== undefined);
}

/** What is missing to find a QEMU, or to fetch it. A path that leads nowhere is not ours to fix. */
function faultsOfBuild(name: string): readonly Advice[] {
  try {
    if (namesSuite(name)) findDebianTools();
    else findQemu(name);
    return [];
  } catch (error) {
    return allAdviceOf(error);
  }
}
