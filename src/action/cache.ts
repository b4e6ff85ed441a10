/**
 * Connects the runner's two caches to the asset store: the tool cache, which persists on a self-hosted
 * runner, then the Actions cache, which persists per repository. Their files are not trusted, and they can
 * neither fail a job nor block it. Packages of builds of Debian are only in the Actions cache: on a self-hosted
 * runner, the unpacked build persists in the cache folder.
 */
import { copyFile, link, mkdir, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
// Imported as a namespace: a local debugger of actions replaces this module by one with fewer exports.
import * as actionsCache from "@actions/cache";
import { cacheFile, find } from "@actions/tool-cache";
import { within } from "../base/deadline.ts";
import { messageOf } from "../base/errors.ts";
import { digestOfFile } from "../guest/asset-store.ts";
import type { AssetCache } from "../guest/cache-port.ts";
import type { PackageCache } from "../qemu/debian-packages.ts";
import type { Downloaded, DownloadedAsset, DownloadedPackages } from "./state.ts";

/** A server that does not answer blocks the client for minutes; a download may be faster. */
export const CACHE_DEADLINE_MS = 60_000;

/** The tool cache accepts only versions like x.y.z, so the digest is in the name. */
const TOOL_VERSION = "1.0.0";
const FILE_NAME = "asset";
const toolName = (sha256: string) => `tap-migration-asset-${sha256.slice(0, 16)}`;
const cacheKey = (sha256: string) => `tap-migration-asset-${sha256}`;
/** The key of the packages of a build of Debian: its suite and version. */
const packagesKey = (key: string) => `tap-migration-${key}`;

export interface CacheOptions {
  readonly info: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly deadlineMs?: number;
}

export interface RunnerCacheOptions extends CacheOptions {
  /** Called after each download with the list of all downloads. */
  readonly downloaded: (all: readonly Downloaded[]) => void;
}

/** The caches of the runner that started this process. Without a runner, nothing is ever found. */
export function makeRunnerCache(options: RunnerCacheOptions): AssetCache & PackageCache {
  const { info, warn } = options;
  const all: Downloaded[] = [];
  const downloaded = (one: Downloaded) => {
    all.push(one);
    options.downloaded(all);
  };
  return {
    async restore(sha256, path, signal) {
      try {
        if (await copyFromToolCache(sha256, path, signal, warn)) {
          info(`${short(sha256)}: from the runner's tool cache`);
          return true;
        }
        if (await copyFromActionsCache(sha256, path, signal, options)) {
          info(`${short(sha256)}: from the Actions cache`);
          return true;
        }
      } catch (error) {
        if (!signal.aborted) warn(`the runner's caches could not be read: ${messageOf(error)}`);
      }
      return false;
    },
    downloaded: (sha256, path) => downloaded({ sha256, path }),
    async restorePackages(key, folder, signal) {
      try {
        if (!(await copyFolderFromActionsCache(key, folder, signal, options))) return false;
        info(`${key}: from the Actions cache`);
        return true;
      } catch (error) {
        if (!signal.aborted) warn(`the Actions cache could not be read: ${messageOf(error)}`);
        return false;
      }
    },
    packagesDownloaded: (key, folder) => downloaded({ key, folder }),
  };
}

const short = (sha256: string) => `asset ${sha256.slice(0, 16)}…`;

async function copyFromToolCache(
  sha256: string,
  path: string,
  signal: AbortSignal,
  warn: (text: string) => void,
): Promise<boolean> {
  if (!process.env.RUNNER_TOOL_CACHE) return false;
  const folder = find(toolName(sha256), TOOL_VERSION);
  if (folder === "") return false;
  const kept = join(folder, FILE_NAME);
  // The store verifies too, but here a damaged file still leaves the other cache to ask.
  const digest = await digestOfFile(kept, signal);
  if (digest === sha256) {
    await copyFile(kept, path);
    return true;
  }
  warn(`the runner's tool cache has a damaged file: ${folder} (sha256 ${digest}, expected ${sha256})`);
  return false;
}

/**
 * The path of a file on its way to or from the Actions cache. It must be the same in each run, because the
 * service compares it (getCacheVersion in @actions/cache).
 */
export const stagingPath = (name: string) =>
  join(process.env.RUNNER_TEMP || tmpdir(), "tap-migration-assets", name, FILE_NAME);

const copyFromActionsCache = async (
  sha256: string,
  path: string,
  signal: AbortSignal,
  options: CacheOptions,
): Promise<boolean> =>
  await restoreStaged(stagingPath(sha256), [cacheKey(sha256)], signal, options, (staged) =>
    copyFile(staged, path),
  );

/** The same for the files of a folder. */
const copyFolderFromActionsCache = async (
  key: string,
  folder: string,
  signal: AbortSignal,
  options: CacheOptions,
): Promise<boolean> =>
  await restoreStaged(stagingPath(key), [packagesKey(key)], signal, options, (staged) =>
    copyFiles(staged, folder),
  );

/**
 * Calls `take` when the Actions cache had the key, or the newest entry that begins with one of `prefixes`, and has put its files at
 * `staged`.
 */
export async function restoreStaged(
  staged: string,
  [key, ...prefixes]: readonly [key: string, ...prefixes: string[]],
  signal: AbortSignal,
  { warn, deadlineMs = CACHE_DEADLINE_MS }: CacheOptions,
  take: (staged: string) => Promise<void>,
): Promise<boolean> {
  if (!actionsCache.isFeatureAvailable()) return false;
  try {
    const answer = await within(deadlineMs, actionsCache.restoreCache([staged], key, prefixes), signal);
    if (answer === null) {
      if (!signal.aborted) warn(`the Actions cache did not answer within ${deadlineMs / 1000} s`);
      return false;
    }
    if (answer.value === undefined) return false;
    await take(staged);
    return true;
  } finally {
    await rm(dirname(staged), { recursive: true, force: true });
  }
}

const linkOrCopy = (from: string, to: string) => link(from, to).catch(() => copyFile(from, to));

/** Copies regular files only, and follows no link. */
export async function copyFiles(
  from: string,
  into: string,
  wanted: (name: string) => boolean = () => true,
): Promise<void> {
  for (const file of await readdir(from, { withFileTypes: true })) {
    if (file.isFile() && wanted(file.name)) await linkOrCopy(join(from, file.name), join(into, file.name));
  }
}

/** Saves a downloaded file in both caches, unless its digest has changed. Never rejects: a failure is a warning. */
export async function saveAsset({ sha256, path }: DownloadedAsset, options: CacheOptions): Promise<void> {
  const { info, warn } = options;
  const attempt = async (where: string, save: () => Promise<boolean>) => {
    try {
      if (await save()) info(`${short(sha256)}: saved in ${where}`);
    } catch (error) {
      warn(`${short(sha256)} could not be saved in ${where}: ${messageOf(error)}`);
    }
  };
  const digest = await digestOfFile(path, new AbortController().signal).catch(messageOf);
  if (digest !== sha256) {
    warn(`${path} is not saved in the runner's caches: it has changed since the download`);
    return;
  }
  await attempt("the runner's tool cache", async () => {
    if (!process.env.RUNNER_TOOL_CACHE) return false;
    await cacheFile(path, FILE_NAME, toolName(sha256), TOOL_VERSION);
    return true;
  });
  await attempt("the Actions cache", async () => await saveInActionsCache(sha256, path, options));
}

/**
 * Saves the packages of a build of Debian in the Actions cache, then removes them: they are unpacked already. Never
 * rejects: a failure is a warning.
 */
export async function savePackages(
  { key, folder }: DownloadedPackages,
  options: CacheOptions,
): Promise<void> {
  const { info, warn } = options;
  try {
    const saved = await saveStaged(stagingPath(key), packagesKey(key), options, async (staged) => {
      await mkdir(staged, { mode: 0o700 });
      await copyFiles(folder, staged);
    });
    if (saved) info(`${key}: saved in the Actions cache`);
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    warn(`${key} could not be saved in the Actions cache: ${messageOf(error)}`);
  }
}

const saveInActionsCache = async (sha256: string, path: string, options: CacheOptions): Promise<boolean> =>
  await saveStaged(stagingPath(sha256), cacheKey(sha256), options, (staged) => linkOrCopy(path, staged));

/** Saves under the key what `put` has put at `staged`. */
export async function saveStaged(
  staged: string,
  key: string,
  { deadlineMs = CACHE_DEADLINE_MS }: CacheOptions,
  put: (staged: string) => Promise<void>,
): Promise<boolean> {
  if (!actionsCache.isFeatureAvailable()) return false;
  await mkdir(dirname(staged), { recursive: true, mode: 0o700 });
  try {
    await put(staged);
    const saved = await within(deadlineMs, actionsCache.saveCache([staged], key));
    if (saved === null) throw new Error(`it was not done within ${deadlineMs / 1000} s`);
    // Without an id, saveCache has already logged the reason.
    return saved.value !== -1;
  } finally {
    await rm(dirname(staged), { recursive: true, force: true });
  }
}
