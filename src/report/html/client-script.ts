/** What draws the charts in the page: made of `client/` by script/build, and put beside the program. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigurationError, messageOf } from "../../base/errors.ts";

const FILE = "report-client.js";

/** @throws ConfigurationError when it is not there: the program was not copied whole. */
export function clientScript(): string {
  const own = fileURLToPath(import.meta.url);
  // Run from its sources, the program has the one of the last build.
  const folder = own.endsWith(".ts") ? join(dirname(own), "../../..", "dist") : dirname(own);
  const path = join(folder, FILE);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ConfigurationError(
      `${path}, which belongs to this program, cannot be read: ${messageOf(error)}. Is dist/ whole?`,
    );
  }
}
