/** The script that draws the charts in the page. script/build makes dist/report-client.js from `client/`. */
import { readFileSync } from "node:fs";
import { distFile } from "../../base/dist-file.ts";
import { ConfigurationError, messageOf } from "../../base/errors.ts";

const FILE = "report-client.js";

/** @throws ConfigurationError when the file is missing, as when dist/ was not copied whole. */
export function clientScript(): string {
  const path = distFile(FILE);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ConfigurationError(
      `${path}, a part of this program, cannot be read: ${messageOf(error)}. Is dist/ complete?`,
    );
  }
}
