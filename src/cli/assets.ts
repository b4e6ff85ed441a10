/** `assets`: downloads and verifies guest files and builds of Debian ahead of time, for runner images and for sites without internet. */

import { visible, visibleJson } from "../base/visible-text.ts";
import { obtainAssets } from "../guest/asset-store.ts";
import { assetsOf } from "../guest/assets.ts";
import { cacheFolder } from "../guest/cache-folder.ts";
import { QEMU_INPUTS } from "../inputs/inputs.ts";
import { readSettings } from "../inputs/settings.ts";
import type { Emit } from "../migration/events.ts";
import { type DebianBuild, obtainDebianBuild } from "../qemu/debian-build.ts";
import { suiteOf } from "../qemu/debian-suite.ts";
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
 * Fetches the builds of Debian that are named, and the assets of the named guest. With neither, it fetches the assets of all guests.
 *
 * @throws ConfigurationError for unusable inputs, or when an asset or a build is not available
 */
async function fetchAssets(
  given: Readonly<Record<string, string>>,
  emit: Emit,
  signal: AbortSignal,
): Promise<(FoundAsset | DebianBuild)[]> {
  // The inputs are read like those of a run, so that bad ones are refused here too, before any download.
  const guests = given.guest === undefined ? FETCHED_GUESTS : [given.guest];
  const inputs = guests.map((guest) => readSettings({ ...given, guest }, 0));
  const suites = new Set(QEMU_INPUTS.flatMap((name) => suiteOf(given[name] ?? "") ?? []));
  const found: (FoundAsset | DebianBuild)[] = [];
  for (const suite of suites) {
    const cacheDir = cacheFolder(given.cache ?? null);
    found.push(await obtainDebianBuild(suite, { cacheDir, packages: null, emit, signal }));
  }
  if (suites.size > 0 && given.guest === undefined) return found;
  for (const settings of inputs) {
    const store = { cacheDir: cacheFolder(settings.cache), cache: null, emit, signal };
    for (const { name, path, sha256 } of await obtainAssets(assetsOf(settings), store)) {
      found.push({ guest: settings.guest, asset: name, path, sha256 });
    }
  }
  return found;
}

/** One line per asset and per build, for scripts to split into words: GUEST ASSET PATH sha256:DIGEST, or SUITE VERSION PATH. */
export function assetLines(found: readonly (FoundAsset | DebianBuild)[]): string {
  if (found.length === 0) return "this guest needs no downloads: it is made from files of this host";
  return found.map((one) => visible("suite" in one ? buildLine(one) : assetLine(one))).join("\n");
}

const assetLine = ({ guest, asset, path, sha256 }: FoundAsset) =>
  `${guest} ${asset} ${path}${sha256 ? ` sha256:${sha256}` : ""}`;

const buildLine = ({ suite, version, path }: DebianBuild) => `${suite} ${version} ${path}`;
