/** Fills a folder with Debian's packages from a cache and the archive, verifies them, and unpacks them. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ConfigurationError } from "../base/errors.ts";
import { openRegular } from "../host/files.ts";
import type { Archive, DebianPackage, SuitePackages } from "./debian-archive.ts";
import { type DebianTools, runCommand } from "./debian-tools.ts";

/**
 * A cache to ask before packages are downloaded. The action implements it with the Actions cache; the command line has none. What comes
 * from it is verified like a download.
 */
export interface PackageCache {
  /** Puts the files saved under `key` into the folder. Never rejects: false when it has none or fails. */
  restorePackages(key: string, folder: string, signal: AbortSignal): Promise<boolean>;
  /** Reports a folder of verified downloads, to be saved under `key` after the run. */
  packagesDownloaded(key: string, folder: string): void;
}

const UNPACK_DEADLINE_MS = 5 * 60_000;

/**
 * Fills a new folder with all packages. Each has the size and the SHA-256 that the signed index says.
 * @returns whether the cache had packages of this version
 * @throws ConfigurationError when one is not available.
 */
export async function fetchPackages(
  folder: string,
  { packages }: SuitePackages,
  archive: Archive,
  cache: { readonly key: string; readonly port: PackageCache | null },
  signal: AbortSignal,
): Promise<{ readonly restored: boolean }> {
  await mkdir(folder, { mode: 0o700 });
  const restored = (await cache.port?.restorePackages(cache.key, folder, signal)) ?? false;
  signal.throwIfAborted();
  // apt checks only the sizes of files that are in the folder already.
  const before = await keepWhole(folder, packages, signal);
  if (before === packages.length) return { restored };
  await archive.download(folder);
  const whole = await keepWhole(folder, packages, signal);
  if (whole !== packages.length) {
    throw new ConfigurationError(
      `${packages.length - whole} of ${packages.length} packages from ${archive.mirror} are missing or damaged`,
    );
  }
  return { restored };
}

/** Removes everything that is not one of the packages, undamaged. @returns how many remain */
async function keepWhole(
  folder: string,
  packages: readonly DebianPackage[],
  signal: AbortSignal,
): Promise<number> {
  const expected = new Map(packages.map((wanted) => [wanted.file, wanted]));
  let whole = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const wanted = expected.get(name);
    if (wanted !== undefined && (await isPackage(path, wanted, signal))) whole += 1;
    else await rm(path, { recursive: true, force: true });
  }
  return whole;
}

async function isPackage(path: string, wanted: DebianPackage, signal: AbortSignal): Promise<boolean> {
  const facts = await lstat(path);
  if (!facts.isFile() || facts.size !== wanted.bytes) return false;
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { fd: openRegular(path), signal })) hash.update(chunk);
  return hash.digest("hex") === wanted.sha256;
}

/** Unpacks all packages into one folder. None of their scripts is run. */
export async function unpackPackages(
  folder: string,
  packages: readonly DebianPackage[],
  root: string,
  { dpkgDeb }: DebianTools,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(root, { mode: 0o700 });
  for (const { file } of packages) {
    await runCommand(dpkgDeb, ["--extract", join(folder, file), root], {
      deadlineMs: UNPACK_DEADLINE_MS,
      signal,
    });
  }
}
