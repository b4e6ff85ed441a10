/**
 * Keeps assets in the cache folder, named by their SHA-256. Before each use, the digest is computed from the
 * bytes on the disk and must match. A file that is not verified yet has a different name (`.part`) and is
 * renamed after verification.
 */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, mkdir, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { isUrl, shownUrl } from "../base/url.ts";
import { openRegular } from "../host/files.ts";
import { holdLock } from "../host/lock.ts";
import type { Asset, AssetName } from "./assets.ts";
import type { AssetCache } from "./cache-port.ts";
import { type DownloadTimes, download, type Progress } from "./download.ts";

/** What the store reports while it works. */
export type AssetEvent =
  | { readonly kind: "warning"; readonly text: string }
  | { readonly kind: "note"; readonly text: string }
  | ({
      readonly kind: "download";
      readonly asset: AssetName;
      /** Without secrets, so it can be shown. */
      readonly url: string;
      /** True in the last event of a download: the file is complete and verified. */
      readonly done: boolean;
    } & Progress);

export interface AssetStore {
  readonly cacheDir: string;
  /** Asked before the network, and informed about each download. */
  readonly cache: AssetCache | null;
  readonly emit: (event: AssetEvent) => void;
  readonly signal: AbortSignal;
  readonly times?: Partial<DownloadTimes>;
}

/** An asset that is verified and can be used. */
export interface StoredAsset {
  readonly name: AssetName;
  readonly path: string;
  /** The digest of the bytes on the disk; null for a local file without a given digest. */
  readonly sha256: string | null;
}

/**
 * Returns the assets. Those that are not cached yet are downloaded in parallel.
 *
 * @throws ConfigurationError when an asset is not available, or has the wrong digest
 */
export async function obtainAssets(assets: readonly Asset[], store: AssetStore): Promise<StoredAsset[]> {
  // When one fails, the others are aborted, but their partial files must be removed before this returns.
  const failure = new AbortController();
  const signal = AbortSignal.any([store.signal, failure.signal]);
  const results = await Promise.allSettled(
    assets.map((asset) =>
      obtain(asset, { ...store, signal }).catch((error: unknown) => {
        failure.abort(error);
        throw error;
      }),
    ),
  );
  store.signal.throwIfAborted();
  failure.signal.throwIfAborted();
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}

async function obtain(asset: Asset, store: AssetStore): Promise<StoredAsset> {
  const { name, location, sha256 } = asset;
  if (!isUrl(location)) return await localFile(asset, store.signal);
  if (sha256 === null) {
    throw new ConfigurationError(
      `${shownUrl(location)} is not downloaded without ${name}-sha256, the digest it must have`,
    );
  }
  const folder = join(store.cacheDir, "assets");
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new ConfigurationError(
      `the cache folder ${store.cacheDir} cannot be used: ${messageOf(error)}. Name another one with cache (--cache FOLDER)`,
    );
  });
  const path = join(folder, sha256);
  const stored = { name, path, sha256 };
  if ((await digestOfFile(path, store.signal)) === sha256) return stored;
  await using _lock = await holdLock(path, store.signal, () =>
    store.emit({
      kind: "note",
      text: `${name}: another run is downloading ${shownUrl(location)}, waiting for it`,
    }),
  );
  // Another run may have downloaded it in the meantime.
  const digest = await digestOfFile(path, store.signal);
  if (digest === sha256) return stored;
  if (digest !== null) {
    store.emit({
      kind: "warning",
      text: `${name}: the cached file ${path} is damaged (its sha256 is ${digest}): it is deleted and downloaded again`,
    });
    await rm(path, { force: true });
  }
  await removeParts(folder, sha256);
  await fetchInto(path, { name, url: location, sha256 }, store);
  return stored;
}

async function fetchInto(
  path: string,
  { name, url, sha256 }: { name: AssetName; url: string; sha256: string },
  store: AssetStore,
): Promise<void> {
  const { signal, emit } = store;
  const part = `${path}.${randomUUID()}.part`;
  try {
    if (await restored(part, name, sha256, store)) {
      await rename(part, path);
      return;
    }
    let last: Progress = { receivedBytes: 0, totalBytes: null, bytesPerSecond: 0 };
    await download({
      ...{ url, sha256, path: part, signal },
      ...(store.times && { times: store.times }),
      progress: (progress) => {
        last = progress;
        emit({ kind: "download", asset: name, url: shownUrl(url), done: false, ...progress });
      },
    });
    await rename(part, path);
    emit({ kind: "download", asset: name, url: shownUrl(url), done: true, ...last });
    store.cache?.downloaded(sha256, path);
  } finally {
    await rm(part, { force: true });
  }
}

/** Whether the cache behind the port had the file, undamaged. */
async function restored(part: string, name: AssetName, sha256: string, store: AssetStore): Promise<boolean> {
  if (store.cache === null || !(await store.cache.restore(sha256, part, store.signal))) return false;
  const digest = await digestOfFile(part, store.signal);
  if (digest === sha256) return true;
  store.emit({
    kind: "warning",
    text: `${name}: the file from the cache is damaged (its sha256 is ${digest ?? "that of nothing"}, expected ${sha256}): it is downloaded again`,
  });
  await rm(part, { force: true });
  return false;
}

async function localFile({ name, location, sha256 }: Asset, signal: AbortSignal): Promise<StoredAsset> {
  const path = resolve(location);
  const facts = await stat(path).catch((error: unknown) => {
    throw new ConfigurationError(`${name}: ${path} cannot be used: ${messageOf(error)}`);
  });
  if (!facts.isFile()) throw new ConfigurationError(`${name}: ${path} is not a file`);
  if (sha256 === null) return { name, path, sha256 };
  const digest = await digestOfFile(await realpath(path), signal);
  if (digest !== sha256) {
    throw new ConfigurationError(
      `${name}: ${path} has the wrong sha256: expected ${sha256}, found ${digest} (${facts.size} bytes)`,
    );
  }
  return { name, path, sha256 };
}

/** What `digestOfFile` returns for a link, a pipe, a device or a folder. No digest looks like this. */
const NO_FILE = "none: it is not a regular file";

/** SHA-256 of the bytes on the disk; null when there is nothing. Links are not followed. */
export async function digestOfFile(path: string, signal: AbortSignal): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    if (!(await lstat(path)).isFile()) return NO_FILE;
    const fd = openRegular(path);
    for await (const chunk of createReadStream(path, { fd, highWaterMark: 2 ** 20, signal }))
      hash.update(chunk);
  } catch (error) {
    signal.throwIfAborted();
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new ConfigurationError(`${path} cannot be read: ${messageOf(error)}`);
  }
  return hash.digest("hex");
}

/** Removes partial files of runs that were killed while downloading this asset. The caller must hold the lock. */
async function removeParts(folder: string, sha256: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${sha256}.`) && name.endsWith(".part")) {
      await rm(join(folder, name), { force: true });
    }
  }
}
