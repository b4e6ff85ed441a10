/**
 * The file that is the guest's RAM, shared by source and target: sparse, made by truncation and never written by us, in
 * /dev/shm so that it costs memory for just what the guest touches.
 */
import { closeSync, ftruncateSync, openSync, rmSync } from "node:fs";

export const RAM_FOLDER = "/dev/shm";

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
