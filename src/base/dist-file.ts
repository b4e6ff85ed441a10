/** Files of the build that no module imports. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The path of a file of dist/. It may be missing, as when dist/ was not copied whole. */
export function distFile(name: string): string {
  const own = fileURLToPath(import.meta.url);
  // In the build this module is in dist/parts/. From the sources, the file of the last build is used.
  return join(dirname(own), own.endsWith(".ts") ? "../../dist" : "..", name);
}
