/**
 * Connects the runner's two caches to the asset store: the tool cache, which persists on a self-hosted
 * runner, then the Actions cache, which persists per repository. Their files are not trusted, and they can
 * neither fail a job nor block it.
 */
import { copyFile, link, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
// Imported as a namespace: a local debugger of actions replaces this module by one with fewer exports.
import * as actionsCache from "@actions/cache";
import { cacheFile, find } from "@actions/tool-cache";
import { within } from "../base/deadline.ts";
import { messageOf } from "../base/errors.ts";
import { digestOfFile } from "../guest/asset-store.ts";
import type { AssetCache } from "../guest/cache-port.ts";
import type { DownloadedAsset } from "./state.ts";

/** A server that does not answer blocks the client for minutes; a download may be faster. */
export const CACHE_DEADLINE_MS = 60_000;

/** The tool cache accepts only versions like x.y.z, so the digest is in the name. */
const TOOL_VERSION = "1.0.0";
const FILE_NAME = "asset";
const toolName = (sha256: string) => `tap-migration-asset-${sha256.slice(0, 16)}`;
const cacheKey = (sha256: string) => `tap-migration-asset-${sha256}`;

export interface CacheOptions {
  readonly info: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly deadlineMs?: number;
}

export interface RunnerCacheOptions extends CacheOptions {
  /** Called after each download with the list of all downloads. */
  readonly downloaded: (assets: readonly DownloadedAsset[]) => void;
}

/** The caches of the runner that started this process. Without a runner, nothing is ever found. */
export function makeRunnerCache(options: RunnerCacheOptions): AssetCache {
  const { info, warn } = options;
  const downloaded: DownloadedAsset[] = [];
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
    downloaded(sha256, path) {
      downloaded.push({ sha256, path });
      options.downloaded(downloaded);
    },
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
const stagingPath = (sha256: string) =>
  join(process.env.RUNNER_TEMP || tmpdir(), "tap-migration-assets", sha256, FILE_NAME);

async function copyFromActionsCache(
  sha256: string,
  path: string,
  signal: AbortSignal,
  { warn, deadlineMs = CACHE_DEADLINE_MS }: CacheOptions,
): Promise<boolean> {
  if (!actionsCache.isFeatureAvailable()) return false;
  const staged = stagingPath(sha256);
  try {
    const answer = await within(deadlineMs, actionsCache.restoreCache([staged], cacheKey(sha256)), signal);
    if (answer === null) {
      if (!signal.aborted) warn(`the Actions cache did not answer within ${deadlineMs / 1000} s`);
      return false;
    }
    if (answer.value === undefined) return false;
    await copyFile(staged, path);
    return true;
  } finally {
    await rm(dirname(staged), { recursive: true, force: true });
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

async function saveInActionsCache(
  sha256: string,
  path: string,
  { deadlineMs = CACHE_DEADLINE_MS }: CacheOptions,
): Promise<boolean> {
  if (!actionsCache.isFeatureAvailable()) return false;
  const staged = stagingPath(sha256);
  await mkdir(dirname(staged), { recursive: true, mode: 0o700 });
  try {
    await link(path, staged).catch(async () => await copyFile(path, staged));
    const saved = await within(deadlineMs, actionsCache.saveCache([staged], cacheKey(sha256)));
    if (saved === null) throw new Error(`it was not done within ${deadlineMs / 1000} s`);
    // Without an id, saveCache has already logged the reason.
    return saved.value !== -1;
  } finally {
    await rm(dirname(staged), { recursive: true, force: true });
  }
}
