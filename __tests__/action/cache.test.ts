/** Proves: both runner caches give back what was saved, and a broken or silent cache never stops a run. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { saveCache } from "@actions/cache";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeRunnerCache, type RunnerCacheOptions, saveAsset, savePackages } from "../../src/action/cache.ts";
import type { Downloaded } from "../../src/action/state.ts";
import { obtainAssets } from "../../src/guest/asset-store.ts";
import { useFolder } from "../for-each-test.ts";
import { startServer, whole } from "../guest/asset-server.ts";
import { BYTES, DIGEST } from "../guest/fetching.ts";
import { startCacheService } from "./cache-service.ts";

// Both real cache clients, against folders and a service on loopback.

const folder = useFolder();
let told: string[];
let warned: string[];
const options = (more: Partial<RunnerCacheOptions> = {}): RunnerCacheOptions => ({
  info: (text) => told.push(text),
  warn: (text) => warned.push(text),
  downloaded: () => undefined,
  ...more,
});
const restore = (more: Partial<RunnerCacheOptions> = {}) =>
  makeRunnerCache(options(more)).restore(DIGEST, folder.at("restored"), new AbortController().signal);
const save = (more: Partial<RunnerCacheOptions> = {}) =>
  saveAsset({ sha256: DIGEST, path: folder.at("asset") }, options(more));
const useService = (environment: Record<string, string>) => {
  for (const [name, text] of Object.entries(environment)) vi.stubEnv(name, text);
};

beforeEach(() => {
  told = [];
  warned = [];
  writeFileSync(folder.at("asset"), BYTES);
  for (const name of ["ACTIONS_RESULTS_URL", "ACTIONS_CACHE_URL", "RUNNER_TOOL_CACHE"]) vi.stubEnv(name, "");
  vi.stubEnv("RUNNER_TEMP", folder.at("temp"));
  vi.stubEnv("GITHUB_WORKSPACE", folder.path);
});
afterEach(() => {
  const staging = folder.at("temp/tap-migration-assets");
  expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([]);
});

test("without a runner there is nothing, and no complaint", async () => {
  await save();
  expect(await restore()).toBe(false);
  expect([told, warned]).toEqual([[], []]);
});

test("the tool cache gives back what was saved", async () => {
  vi.stubEnv("RUNNER_TOOL_CACHE", folder.at("tools"));
  expect(await restore()).toBe(false);
  await save();
  expect(await restore()).toBe(true);
  expect(readFileSync(folder.at("restored"))).toEqual(BYTES);
  expect(warned).toEqual([]);
});

test("the Actions cache gives back what was saved, by its digest", async () => {
  await using service = await startCacheService();
  useService(service.environment);
  expect(await restore()).toBe(false);
  await save();
  expect(service.keys()).toEqual([`tap-migration-asset-${DIGEST}`]);
  expect(await restore()).toBe(true);
  expect(readFileSync(folder.at("restored"))).toEqual(BYTES);
  expect(warned).toEqual([]);
});

test("a damaged file in the tool cache is named, and the Actions cache asked instead", async () => {
  await using service = await startCacheService();
  useService(service.environment);
  vi.stubEnv("RUNNER_TOOL_CACHE", folder.at("tools"));
  await save();
  const kept = folder.at(`tools/tap-migration-asset-${DIGEST.slice(0, 16)}/1.0.0/${process.arch}/asset`);
  writeFileSync(kept, "rubbish");
  expect(await restore()).toBe(true);
  expect(readFileSync(folder.at("restored"))).toEqual(BYTES);
  expect(warned).toEqual([expect.stringMatching(/the runner's tool cache has a damaged file: .*sha256/)]);
  expect(told.at(-1)).toMatch(/from the Actions cache/);
});

test("wrong bytes under the key are found by the store, fetched again, and replaced in the tool cache", async () => {
  await using service = await startCacheService();
  await using server = await startServer();
  useService(service.environment);
  const url = server.on("/asset", whole(BYTES));
  writeFileSync(folder.at("other"), "not what it should be");
  // As an attacker would who may write to this cache: the right key, the right path in the archive.
  await saveAs(DIGEST, folder.at("other"));
  vi.stubEnv("RUNNER_TOOL_CACHE", folder.at("tools"));

  const downloaded: Downloaded[] = [];
  const obtain = () =>
    obtainAssets([{ name: "iso", location: url, sha256: DIGEST }], {
      cacheDir: folder.at("store"),
      cache: makeRunnerCache(options({ downloaded: (assets) => downloaded.push(...assets) })),
      emit: (event) => {
        if (event.kind === "warning") warned.push(event.text);
      },
      signal: new AbortController().signal,
    });
  const [stored] = await obtain();
  expect(told).toContainEqual(expect.stringMatching(/from the Actions cache/));
  expect(warned).toEqual([expect.stringMatching(/the file from the cache is damaged/)]);
  expect(readFileSync(stored?.path ?? "")).toEqual(BYTES);
  expect(server.asked).toHaveLength(1);
  expect(downloaded).toEqual([{ sha256: DIGEST, path: stored?.path }]);

  for (const one of downloaded) if ("sha256" in one) await saveAsset(one, options());
  expect(await restore()).toBe(true);
  expect(told.at(-1)).toMatch(/tool cache/);
});

/** Saves what @actions/cache would save if this file had that digest. */
async function saveAs(digest: string, path: string): Promise<void> {
  const staged = folder.at(`temp/tap-migration-assets/${digest}`);
  mkdirSync(staged, { recursive: true });
  copyFileSync(path, join(staged, "asset"));
  expect(await saveCache([join(staged, "asset")], `tap-migration-asset-${digest}`)).not.toBe(-1);
  rmSync(staged, { recursive: true });
}

test("the Actions cache gives back packages of a build, by suite and version, and removes the originals", async () => {
  await using service = await startCacheService();
  useService(service.environment);
  const key = "debian-sid-1%3a10.0.2+ds-1~exp1";
  const packages = folder.at("packages");
  const into = folder.at("into");
  mkdirSync(packages);
  mkdirSync(into);
  writeFileSync(join(packages, "libc6_2.41-12_amd64.deb"), BYTES);
  writeFileSync(join(packages, "qemu-system-x86_1%3a10.0.2+ds-1~exp1_amd64.deb"), "qemu");
  const never = new AbortController().signal;
  const cache = makeRunnerCache(options());
  expect(await cache.restorePackages(key, into, never)).toBe(false);
  await savePackages({ key, folder: packages }, options());
  expect(existsSync(packages)).toBe(false);
  expect(service.keys()).toEqual([`tap-migration-${key}`]);
  expect(await cache.restorePackages(key, into, never)).toBe(true);
  expect(readFileSync(join(into, "libc6_2.41-12_amd64.deb"))).toEqual(BYTES);
  expect(readdirSync(into)).toHaveLength(2);
  expect(told).toEqual([`${key}: saved in the Actions cache`, `${key}: from the Actions cache`]);
  expect(warned).toEqual([]);
});

test("packages that cannot be saved are a warning; without a service they are removed", async () => {
  const key = "debian-sid-1.0";
  mkdirSync(folder.at("packages"));
  await savePackages({ key, folder: folder.at("packages") }, options());
  expect(existsSync(folder.at("packages"))).toBe(false);
  await using service = await startCacheService();
  useService(service.environment);
  await savePackages({ key, folder: folder.at("packages") }, options());
  expect(warned).toEqual([
    expect.stringMatching(/^debian-sid-1\.0 could not be saved in the Actions cache: /),
  ]);
});

test("a service that says nothing is given up, by restore and by save", async () => {
  await using service = await startCacheService();
  useService(service.environment);
  service.fallSilent();
  expect(await restore({ deadlineMs: 300 })).toBe(false);
  expect(warned).toEqual(["the Actions cache did not answer within 0.3 s"]);
  await save({ deadlineMs: 300 });
  expect(warned[1]).toMatch(/could not be saved in the Actions cache: it was not done within 0.3 s/);
});

test("cancelling does not wait for a service that says nothing", async () => {
  await using service = await startCacheService();
  useService(service.environment);
  service.fallSilent();
  const cancel = new AbortController();
  const restored = makeRunnerCache(options()).restore(DIGEST, folder.at("restored"), cancel.signal);
  cancel.abort();
  expect(await restored).toBe(false);
  expect(warned).toEqual([]);
});

test("a port that nobody listens on is no error", async () => {
  const service = await startCacheService();
  useService(service.environment);
  await service[Symbol.asyncDispose]();
  expect(await restore()).toBe(false);
  await save();
  expect([told, warned]).toEqual([[], []]);
  expect(existsSync(folder.at("restored"))).toBe(false);
});

test("a tool cache that cannot be written is a warning", async () => {
  writeFileSync(folder.at("file"), "");
  vi.stubEnv("RUNNER_TOOL_CACHE", folder.at("file/tools"));
  await save();
  expect(warned).toEqual([expect.stringMatching(/could not be saved in the runner's tool cache/)]);
});

test.each([
  ["changed", () => writeFileSync(folder.at("asset"), "something else")],
  ["removed", () => rmSync(folder.at("asset"))],
])("what was %s since the download is not saved", async (_, change) => {
  vi.stubEnv("RUNNER_TOOL_CACHE", folder.at("tools"));
  change();
  await save();
  expect(warned).toEqual([expect.stringMatching(/it has changed since the download/)]);
  expect(existsSync(folder.at("tools"))).toBe(false);
});

test("post learns of every download so far, each time", () => {
  const states: (readonly Downloaded[])[] = [];
  const cache = makeRunnerCache(options({ downloaded: (assets) => states.push([...assets]) }));
  const one = { sha256: DIGEST, path: "/one" };
  const two = { sha256: DIGEST, path: "/two" };
  cache.downloaded(one.sha256, one.path);
  cache.downloaded(two.sha256, two.path);
  expect(states).toEqual([[one], [one, two]]);
});
