/**
 * Loads the script that draws the charts in the page. script/build makes it from `client/` and puts it beside
 * the program.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigurationError, messageOf } from "../../base/errors.ts";

const FILE = "report-client.js";

/** @throws ConfigurationError when the script is missing, because the program was copied incompletely */
export function clientScript(): string {
  const own = fileURLToPath(import.meta.url);
  // When the program runs from its sources, it uses the script of the last build.
  const folder = own.endsWith(".ts") ? join(dirname(own), "../../..", "dist") : dirname(own);
  const path = join(folder, FILE);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ConfigurationError(
      `${path}, a part of this program, cannot be read: ${messageOf(error)}. Is dist/ complete?`,
    );
  }
}
