/**
 * The file that holds the guest's RAM, shared by source and target. It is sparse, made by truncation, and we never write to it. In
 * /dev/shm it takes memory only for pages that the guest touches.
 */
import { closeSync, ftruncateSync, openSync, rmSync } from "node:fs";

export const RAM_FOLDER = "/dev/shm";

/** Makes the file again: all zeros, without writing a byte. */
export function makeRamFile(path: string, memoryBytes: number): void {
  rmSync(path, { force: true });
  const file = openSync(path, "wx", 0o600);
  try {
    ftruncateSync(file, memoryBytes);
  } finally {
    closeSync(file);
  }
}
