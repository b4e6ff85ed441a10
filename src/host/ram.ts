/**
 * The file that is the guest's RAM, shared by source and target: sparse, made by truncation and never written by us, in
 * /dev/shm so that it costs memory for just what the guest touches.
 */
import { closeSync, ftruncateSync, openSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { ConfigurationError } from "../errors.ts";

export const RAM_FOLDER = "/dev/shm";

const mib = (bytes: number) => `${Math.floor(bytes / 2 ** 20)} MiB`;

/** Throws a ConfigurationError when /dev/shm or the memory of the host is too small for so many guests of this size at once. */
export function checkRoomForRam(guestBytes: number, guests: number): void {
  const memoryBytes = guestBytes * guests;
  const { bavail, bsize } = statfsSync(RAM_FOLDER);
  const freeBytes = bavail * bsize;
  if (freeBytes < memoryBytes) {
    throw new ConfigurationError(
      `${RAM_FOLDER} is too small for the RAM of ${guests === 1 ? "the guest" : "two guests"}: needed ${mib(memoryBytes)}, free ${mib(freeBytes)}. Make it larger (mount -o remount,size=${mib(memoryBytes * 2).replace(" MiB", "M")} ${RAM_FOLDER}), or the guest smaller (--memory).`,
    );
  }
  // Each guest is at times in two QEMU processes, which need some 150 MiB of their own.
  const neededBytes = memoryBytes + guests * 300 * 2 ** 20;
  const available = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1];
  if (available !== undefined && Number(available) * 1024 < neededBytes) {
    throw new ConfigurationError(
      `not enough memory: needed ${mib(neededBytes)} (${mib(memoryBytes)} for guests, the rest for QEMU), available ${mib(Number(available) * 1024)}. Free some, or make the guest smaller (--memory).`,
    );
  }
}

/** Makes the file anew, all zeros without a byte written. */
export function makeRamFile(path: string, memoryBytes: number): void {
  rmSync(path, { force: true });
  const file = openSync(path, "wx", 0o600);
  try {
    ftruncateSync(file, memoryBytes);
  } finally {
    closeSync(file);
  }
}
