/** The guest that the settings name, made or found in the cache. */
import { type Privilege, readAsRoot } from "../host/privilege.ts";
import { findBusybox } from "./busybox.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { Guest } from "./guest.ts";
import { findKernel } from "./kernel.ts";
import { makeMicroGuest } from "./micro.ts";

export interface GuestSettings {
  readonly kernel: string | null;
  readonly cache: string | null;
}

const kernelSearch = ({ kernel, cache }: GuestSettings, privilege: Privilege) => ({
  cacheDir: cacheFolder(cache),
  ...(kernel !== null && { kernel }),
  readPrivileged: (path: string) => readAsRoot(privilege, path),
});

/** @throws ConfigurationError when a part of it is missing, with what to install. */
export async function makeGuest(
  settings: GuestSettings,
  privilege: Privilege,
  signal: AbortSignal,
): Promise<Guest> {
  return await makeMicroGuest({ ...kernelSearch(settings, privilege), signal });
}

/** What the guest would be made of, in words. Throws like makeGuest, and makes nothing. */
export async function describeGuest(settings: GuestSettings, privilege: Privilege): Promise<string> {
  const [kernel, busybox] = await Promise.all([findKernel(kernelSearch(settings, privilege)), findBusybox()]);
  return `kernel ${kernel.version}, ${busybox.path}`;
}
