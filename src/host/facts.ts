/** What is at a path. */
import type { lstatSync, Stats, statSync } from "node:fs";

/** Undefined when nothing is there, also below a file, for which Node throws. @throws other system errors. */
export function factsOf(path: string, stat: typeof statSync | typeof lstatSync): Stats | undefined {
  try {
    return stat(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}
