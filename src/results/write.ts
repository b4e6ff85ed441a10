/** Writes results.json: whole or not at all, and only what its schema accepts. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Results } from "./schema.ts";

export const RESULTS_FILE = "results.json";

/** Returns the path written. Throws ZodError when the results are not of the schema: a bug of ours. */
export function writeResults(folder: string, results: Results): string {
  const checked = Results.parse(results);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, RESULTS_FILE);
  writeWhole(path, `${JSON.stringify(checked, null, 2)}\n`);
  return path;
}

/** Writes a file that is there whole or not at all, and leaves nothing beside it when it can't. */
export function writeWhole(path: string, text: string): void {
  try {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  } catch (error) {
    rmSync(`${path}.new`, { force: true });
    throw error;
  }
}
