/** A folder of Debian's packages: filled from a cache and the archive, verified, unpacked. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ConfigurationError } from "../base/errors.ts";
import { openRegular } from "../host/files.ts";
import type { Archive, DebianPackage, SuitePackages } from "./debian-archive.ts";
import { type DebianTools, runCommand } from "./debian-tools.ts";

/**
 * Where packages may be had from before they are downloaded. A port: the action puts the Actions cache behind it, the command line needs
 * none. What comes out of it is verified like a download.
 */
export interface PackageCache {
  /** Puts the files kept under `key` into the folder. Resolves with false, never rejects, when it has none or fails. */
  restorePackages(key: string, folder: string, signal: AbortSignal): Promise<boolean>;
  /** Reports a folder of verified packages that were downloaded, to be saved under `key` when the run is over. */
  packagesDownloaded(key: string, folder: string): void;
}

const UNPACK_DEADLINE_MS = 5 * 60_000;

/**
 * Fills a new folder with all packages. Each is there with the size and the SHA-256 of the signed index then.
 * @returns whether the cache had packages of this version
 * @throws ConfigurationError when one can't be had.
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
  // apt looks at the sizes only of what is there already.
  const before = await keepWhole(folder, packages, signal);
  if (before === packages.length) return { restored };
  await archive.download(folder);
  const whole = await keepWhole(folder, packages, signal);
  if (whole !== packages.length) {
    throw new ConfigurationError(
      `of ${packages.length} packages from ${archive.mirror}, ${packages.length - whole} are missing or damaged`,
    );
  }
  return { restored };
}

/** Removes whatever is not one of the packages, whole. @returns how many are there */
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

/** Unpacks all packages over each other. Nothing of them is run. */
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
