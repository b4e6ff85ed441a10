/** The script that draws the charts in the page. script/build makes dist/report-client.js from `client/`. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigurationError, messageOf } from "../../base/errors.ts";

const FILE = "report-client.js";

/** @throws ConfigurationError when the file is missing, as when dist/ was not copied whole. */
export function clientScript(): string {
  const own = fileURLToPath(import.meta.url);
  // In the build this module is in dist/parts/. From the sources, the script of the last build is used.
  const folder = join(dirname(own), own.endsWith(".ts") ? "../../../dist" : "..");
  const path = join(folder, FILE);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ConfigurationError(
      `${path}, a part of this program, cannot be read: ${messageOf(error)}. Is dist/ complete?`,
    );
  }
}
