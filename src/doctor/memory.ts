/** Checks whether the guests of a run fit into /dev/shm, where their RAM is, and into memory. */
import { readFileSync, statfsSync } from "node:fs";
import type { Advice } from "../base/errors.ts";
import { sudoWord } from "../host/packages.ts";
import { RAM_FOLDER } from "../host/ram.ts";
import type { Settings } from "../inputs/settings.ts";
import { type Check, fault, fine } from "./check.ts";

const MIB = 2 ** 20;
/** The smallest value of the input `memory`. */
const LEAST_GUEST_MIB = 128;
/** A guest has two QEMUs during a migration, and each needs about 150 MiB in addition to the guest's RAM. */
const QEMU_MIB = 300;

export interface GuestsNeeds {
  /** RAM of one guest. */
  readonly memoryBytes: number;
  /** The number of guests at the same time. */
  readonly guests: number;
}

/** Two in an A/B. */
export const guestsAtOnce = ({ baselineQemu }: Pick<Settings, "baselineQemu">): number =>
  baselineQemu === null ? 1 : 2;

/** The guest's RAM is a file in /dev/shm. */
export function checkShm(needs: GuestsNeeds): Check {
  let stat: ReturnType<typeof statfsSync>;
  try {
    stat = statfsSync(RAM_FOLDER);
  } catch {
    const besides = "mount a tmpfs there";
    return fault(RAM_FOLDER, "missing", { found: `${RAM_FOLDER} is missing`, mend: null, besides }, NOTHING);
  }
  const freeMib = Math.floor((Number(stat.bavail) * Number(stat.bsize)) / MIB);
  const usedMib = Math.ceil(((Number(stat.blocks) - Number(stat.bavail)) * Number(stat.bsize)) / MIB);
  const neededMib = mibOf(needs.memoryBytes) * needs.guests;
  return room(RAM_FOLDER, needs, freeMib, 0, {
    found: `${RAM_FOLDER} is too small for the RAM of ${needs.guests === 1 ? "the guest" : "two guests"}: needed ${neededMib} MiB, free ${freeMib} MiB`,
    mend: `${sudoWord()}mount -o remount,size=${usedMib + 2 * neededMib}M ${RAM_FOLDER}`,
    besides:
      "in a container: --shm-size 4g (Kubernetes: an emptyDir of medium Memory at /dev/shm); or make the guest smaller: --memory",
  });
}

/** Checks the memory of the host, or the limit of the container. */
export function checkMemory(needs: GuestsNeeds): Check {
  const ofHost = hostBytes();
  const ofGroup = groupBytes();
  const bytes = Math.min(ofHost, ofGroup);
  if (!Number.isFinite(bytes)) return fine("memory", "the amount of free memory is unknown");
  const freeMib = Math.floor(bytes / MIB);
  const guestsMib = mibOf(needs.memoryBytes) * needs.guests;
  return room("memory", needs, freeMib, QEMU_MIB, {
    found: `not enough memory: needed ${guestsMib + QEMU_MIB * needs.guests} MiB (${guestsMib} MiB for guests, the rest for QEMU), available ${freeMib} MiB`,
    mend: null,
    besides: `${ofGroup < ofHost ? "give this container more memory" : "free some memory"}, or make the guest smaller: --memory`,
  });
}

const NOTHING = "nothing runs";
const mibOf = (bytes: number) => Math.floor(bytes / MIB);

/** `besideMib` is what each guest needs in addition to its RAM. */
function room(
  name: string,
  { memoryBytes, guests }: GuestsNeeds,
  freeMib: number,
  besideMib: number,
  advice: Advice,
): Check {
  const oneMib = mibOf(memoryBytes) + besideMib;
  const found = `${freeMib} MiB free`;
  if (freeMib >= 2 * oneMib) return fine(name, found);
  if (freeMib >= guests * oneMib) {
    return fine(name, `${found}: enough for one guest of ${mibOf(memoryBytes)} MiB, not for an A/B`);
  }
  const fitsMib = Math.floor(freeMib / guests) - besideMib;
  const means =
    fitsMib < LEAST_GUEST_MIB
      ? NOTHING
      : `nothing runs with --memory ${mibOf(memoryBytes)}M; --memory ${fitsMib}M does`;
  return fault(name, "missing", advice, means);
}

function hostBytes(): number {
  const available = /^MemAvailable:\s+(\d+) kB$/m.exec(readOr("", "/proc/meminfo"))?.[1];
  return available === undefined ? Number.POSITIVE_INFINITY : Number(available) * 1024;
}

/**
 * Page cache counts as free, because the kernel drops it when memory is short:
 * Documentation/admin-guide/cgroup-v2.rst.
 */
function groupBytes(): number {
  const most = Number(readOr("max", "/sys/fs/cgroup/memory.max"));
  if (!Number.isFinite(most)) return Number.POSITIVE_INFINITY;
  const used = Number(readOr("0", "/sys/fs/cgroup/memory.current"));
  const stat = readOr("", "/sys/fs/cgroup/memory.stat");
  const [active, inactive] = ["active_file", "inactive_file"].map((key) =>
    Number(new RegExp(`^${key} (\\d+)$`, "m").exec(stat)?.[1] ?? 0),
  );
  return most - used + (active ?? 0) + (inactive ?? 0);
}

function readOr(otherwise: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}
