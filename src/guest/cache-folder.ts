import { join, resolve } from "node:path";
import { xdgFolder } from "../host/home.ts";

/**
 * The folder for what is made or fetched once: the XDG one of the user, or what `cache` names.
 * @throws ConfigurationError when this user has no home folder.
 */
export function cacheFolder(given: string | null): string {
  return resolve(given ?? join(xdgFolder("XDG_CACHE_HOME"), "tap-migration-action"));
}
