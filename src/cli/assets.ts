/** `assets`: fetches and verifies ahead of time what guests and builds of Debian need, for images of runners and for sites without internet. */

import { visible } from "../base/visible-text.ts";
import { obtainAssets } from "../guest/asset-store.ts";
import { assetsOf } from "../guest/assets.ts";
import { cacheFolder } from "../guest/cache-folder.ts";
import { readSettings } from "../inputs/settings.ts";
import type { Emit } from "../migration/events.ts";
import { type DebianBuild, obtainDebianBuild } from "../qemu/debian-build.ts";
import { suiteOf } from "../qemu/debian-suite.ts";

/** The inputs that mean something here. */
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
  "qemu",
  "target-qemu",
  "baseline-qemu",
] as const;

const QEMU_INPUTS = ["qemu", "target-qemu", "baseline-qemu"] as const;

const FETCHED_GUESTS = ["kernel-initrd", "alpine-iso"];

export interface FoundAsset {
  readonly guest: string;
  readonly asset: string;
  readonly path: string;
  readonly sha256: string | null;
}

/**
 * Those of the guest that is named, or of all guests when there is no build to fetch either; and the builds of Debian that are named.
 * @throws ConfigurationError for inputs that cannot be used, and for what can't be had.
 */
export async function fetchAssets(
  given: Readonly<Record<string, string>>,
  emit: Emit,
  signal: AbortSignal,
): Promise<(FoundAsset | DebianBuild)[]> {
  // Each is read like a run's, so that what is refused there is refused here, before anything is fetched.
  const suites = QEMU_INPUTS.flatMap((name) => suiteOf(given[name] ?? "") ?? []);
  const guests = given.guest === undefined ? FETCHED_GUESTS : [given.guest];
  const inputs = guests.map((guest) => readSettings({ ...given, guest }, 0));
  const found: (FoundAsset | DebianBuild)[] = [];
  for (const suite of new Set(suites)) {
    const cacheDir = cacheFolder(given.cache ?? null);
    found.push(await obtainDebianBuild(suite, { cacheDir, packages: null, emit, signal }));
  }
  if (suites.length > 0 && given.guest === undefined) return found;
  for (const settings of inputs) {
    const store = { cacheDir: cacheFolder(settings.cache), cache: null, emit, signal };
    for (const { name, path, sha256 } of await obtainAssets(assetsOf(settings), store)) {
      found.push({ guest: settings.guest, asset: name, path, sha256 });
    }
  }
  return found;
}

/** A line for each, made to be cut into words by scripts: GUEST ASSET PATH sha256:DIGEST, or SUITE VERSION PATH of a build. */
export function assetLines(found: readonly (FoundAsset | DebianBuild)[]): string {
  if (found.length === 0) return "this guest needs nothing fetched: it is made of what this host has";
  return found.map((one) => visible("suite" in one ? buildLine(one) : assetLine(one))).join("\n");
}

const assetLine = ({ guest, asset, path, sha256 }: FoundAsset) =>
  `${guest} ${asset} ${path}${sha256 ? ` sha256:${sha256}` : ""}`;

const buildLine = ({ suite, version, path }: DebianBuild) => `${suite} ${version} ${path}`;
