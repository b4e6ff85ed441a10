import { join, resolve } from "node:path";
import { xdgFolder } from "../host/home.ts";

/**
 * The folder for files that are made or downloaded once: the one that `cache` names, else the user's XDG
 * cache folder.
 *
 * @throws ConfigurationError when this user has no home folder
 */
export function cacheFolder(given: string | null): string {
  return resolve(given ?? join(xdgFolder("XDG_CACHE_HOME"), "tap-migration-action"));
}
