/** What there is at a path. */
import type { lstatSync, Stats, statSync } from "node:fs";

/** Undefined where nothing is, also below a file: Node throws for that. @throws system errors that leave it open what is there. */
export function factsOf(path: string, stat: typeof statSync | typeof lstatSync): Stats | undefined {
  try {
    return stat(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}
