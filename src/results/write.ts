/** Writes results.json: completely or not at all, and only what its schema accepts. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeFresh } from "../host/files.ts";
import { Results } from "./schema.ts";

export const RESULTS_FILE = "results.json";

/**
 * Returns the path written.
 *
 * @throws ZodError when the results do not match the schema, which is a bug of this program
 */
export function writeResults(folder: string, results: Results): string {
  const checked = Results.parse(results);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, RESULTS_FILE);
  writeFresh(path, `${JSON.stringify(checked, null, 2)}\n`);
  return path;
}
