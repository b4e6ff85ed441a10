/** `assets`: downloads and verifies guest files ahead of time, for runner images and for sites without internet. */

import { visible, visibleJson } from "../base/visible-text.ts";
import { obtainAssets } from "../guest/asset-store.ts";
import { assetsOf } from "../guest/assets.ts";
import { cacheFolder } from "../guest/cache-folder.ts";
import { readSettings } from "../inputs/settings.ts";
import type { Emit } from "../migration/events.ts";
import { endSignal, givenInputs, out } from "./command.ts";
import type { AssetsFlags } from "./program.ts";
import { makeReporter } from "./terminal.ts";

const FETCHED_GUESTS = ["kernel-initrd", "alpine-iso"];

interface FoundAsset {
  readonly guest: string;
  readonly asset: string;
  readonly path: string;
  readonly sha256: string | null;
}

export async function assetsCommand(flags: AssetsFlags): Promise<number> {
  const { json, quiet, ...inputs } = flags;
  const reporter = makeReporter(process.stderr, quiet ? "quiet" : "normal");
  const found = await fetchAssets(givenInputs(inputs), reporter, endSignal());
  out(json ? visibleJson(found) : assetLines(found));
  return 0;
}

/**
 * Fetches the assets of the named guest, or of all guests.
 *
 * @throws ConfigurationError for unusable inputs, or when an asset is not available
 */
async function fetchAssets(
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
