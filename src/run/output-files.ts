/** What is kept beside the results. A disk without room for it takes nothing from the figures: that is a warning, and the run goes on. */
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { messageOf } from "../errors.ts";
import { writeFresh } from "../host/files.ts";
import { isSystemError } from "../system-errors.ts";
import type { Emit } from "./events.ts";

export interface OutputFiles {
  /** Writes a file below the output folder, readable by its owner only. */
  write(path: string, text: string): void;
  /** The same with what another file has. */
  copy(from: string, path: string): void;
}

export function outputFiles(folder: string, emit: Emit): OutputFiles {
  const told = new Set<string>();
  const attempt = (path: string, work: (path: string) => void) => {
    const whole = join(folder, path);
    try {
      mkdirSync(dirname(whole), { recursive: true });
      work(whole);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      // Each iteration has some ten files: one warning of a kind will do.
      if (told.has(error.code)) return;
      told.add(error.code);
      emit({
        kind: "warning",
        text: `the recording ${whole} cannot be kept: ${messageOf(error)}. Figures do not depend on it; others that cannot be kept for the same reason are not named`,
      });
    }
  };
  return {
    write: (path, text) => attempt(path, (whole) => writeFresh(whole, text, 0o600)),
    copy: (from, path) => attempt(path, (whole) => writeFresh(whole, readFileSync(from), 0o600)),
  };
}
