/** `assets`: downloads and verifies guest files ahead of time, for runner images and for sites without internet. */

import { visible } from "../base/visible-text.ts";
import { obtainAssets } from "../guest/asset-store.ts";
import { assetsOf } from "../guest/assets.ts";
import { cacheFolder } from "../guest/cache-folder.ts";
import { readSettings } from "../inputs/settings.ts";
import type { Emit } from "../migration/events.ts";

/** The inputs that apply to this command. */
export const ASSET_INPUTS = [
  "guest",
  "iso",
  "iso-sha256",
  "kernel",
  "kernel-sha256",
  "initrd",
  "initrd-sha256",
  "mirror",
  "cache",
] as const;

const FETCHED_GUESTS = ["kernel-initrd", "alpine-iso"];

export interface FoundAsset {
  readonly guest: string;
  readonly asset: string;
  readonly path: string;
  readonly sha256: string | null;
}

/**
 * Fetches the assets of the named guest, or of all guests.
 *
 * @throws ConfigurationError for unusable inputs, or when an asset is not available
 */
export async function fetchAssets(
  given: Readonly<Record<string, string>>,
  emit: Emit,
  signal: AbortSignal,
): Promise<FoundAsset[]> {
  // The inputs are read like those of a run, so that bad ones are refused here too, before any download.
  const inputs = (given.guest === undefined ? FETCHED_GUESTS : [given.guest]).map((guest) =>
    readSettings({ ...given, guest }, 0),
  );
  const found: FoundAsset[] = [];
  for (const settings of inputs) {
    const store = { cacheDir: cacheFolder(settings.cache), cache: null, emit, signal };
    for (const { name, path, sha256 } of await obtainAssets(assetsOf(settings), store)) {
      found.push({ guest: settings.guest, asset: name, path, sha256 });
    }
  }
  return found;
}

/** One line per asset, for scripts to split into words. */
export function assetLines(found: readonly FoundAsset[]): string {
  if (found.length === 0) return "this guest needs no downloads: it is made from files of this host";
  return found
    .map(({ guest, asset, path, sha256 }) =>
      visible(`${guest} ${asset} ${path}${sha256 ? ` sha256:${sha256}` : ""}`),
    )
    .join("\n");
}
