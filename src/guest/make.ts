/** The guest that the settings name, made or found in the cache. */
import { runAsRoot, type Privilege } from "../host/privilege.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { Guest } from "./guest.ts";
import { findKernel } from "./kernel.ts";
import { makeMicroGuest } from "./micro.ts";

/** @throws ConfigurationError when a part of it is missing, with what to install. */
export async function makeGuest(
  settings: { readonly kernel: string | null; readonly cache: string | null },
  privilege: Privilege,
  signal: AbortSignal,
): Promise<Guest> {
  return await makeMicroGuest({
    cacheDir: cacheFolder(settings.cache),
    ...(settings.kernel !== null && { kernel: settings.kernel }),
    readPrivileged: readAsRoot(privilege),
    signal,
  });
}
