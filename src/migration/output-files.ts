/** Files kept beside results.json. A full disk costs only these files: the run warns and goes on. */
import { lstatSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { isSystemError } from "../base/system-errors.ts";
import { writeFresh } from "../host/files.ts";
import type { Emit } from "./events.ts";

export interface OutputFiles {
  /** Writes a file below the output folder, readable by its owner only. */
  write(path: string, text: string): void;
}

/** @param check throws when the folder was replaced; nothing is written then */
export function outputFiles(folder: string, check: () => void, emit: Emit): OutputFiles {
  const told = new Set<string>();
  const write = (path: string, text: string) => {
    const whole = join(folder, path);
    try {
      check();
      makeFolders(folder, dirname(path));
      writeFresh(whole, text, 0o600);
    } catch (error) {
      if (!isSystemError(error) && !(error instanceof ConfigurationError)) throw error;
      const kind = isSystemError(error) ? error.code : "link";
      // Each iteration has about ten files: warn once for each kind of error.
      if (told.has(kind)) return;
      told.add(kind);
      emit({
        kind: "warning",
        text: `the recording ${whole} cannot be kept: ${messageOf(error)}. Figures do not depend on it; others that cannot be kept for the same reason are not named`,
      });
    }
  };
  return { write };
}

/** Makes the folders on the way. @throws ConfigurationError for a link: it would lead our writes somewhere else. */
function makeFolders(folder: string, path: string): void {
  let at = folder;
  for (const part of path.split("/")) {
    at = join(at, part);
    mkdirSync(at, { recursive: true });
    if (!lstatSync(at).isDirectory())
      throw new ConfigurationError(`${at} is a link, not a folder of this run`);
  }
}
