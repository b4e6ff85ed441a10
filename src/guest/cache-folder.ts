import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The folder for what is made or fetched once: the XDG one of the user, or what `cache` names. */
export function cacheFolder(given: string | null): string {
  return resolve(
    given ?? join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "tap-migration-action"),
  );
}
