/**
 * Debian's own QEMU builds by the name of their suite. The package qemu-system-x86 and all that it needs are unpacked below the cache folder,
 * never installed: debian/SUITE/VERSION has `root`, what is unpacked; `qemu-system-x86_64`, what starts it; and `build.json`.
 * It appears under its name only when it is whole and has said its version.
 */
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ConfigurationError, HostError, messageOf } from "../base/errors.ts";
import { shownUrlsIn } from "../base/url.ts";
import { readWhole } from "../host/files.ts";
import { holdLock } from "../host/lock.ts";
import { whyNotPrivate } from "../host/private-folder.ts";
import { openArchive, type SuitePackages } from "./debian-archive.ts";
import { fetchPackages, type PackageCache, unpackPackages } from "./debian-packages.ts";
import { writeStarter } from "./debian-starter.ts";
import { type DebianTools, findDebianTools, runCommand } from "./debian-tools.ts";

export interface DebianBuild {
  readonly suite: string;
  /** Of the package: 1:10.0.2+ds-2. */
  readonly packageVersion: string;
  /** As QEMU says it: 10.0.2. */
  readonly version: string;
  /** What starts it. */
  readonly path: string;
}

export interface BuildStore {
  readonly cacheDir: string;
  /** Asked before the archive is; told what came from there. */
  readonly packages: PackageCache | null;
  readonly emit: (event: { readonly kind: "warning" | "note"; readonly text: string }) => void;
  readonly signal: AbortSignal;
  /** Stand-ins for Debian's archive and keys. */
  readonly mirror?: string;
  readonly findTools?: () => DebianTools;
}

/** Older versions are removed when nobody has used them for so long. */
const UNUSED_MS = 30 * 24 * 3_600_000;
const VERSION_DEADLINE_MS = 60_000;

const STARTER = "qemu-system-x86_64";
const BUILD_FILE = "build.json";
const MOST_BUILD_BYTES = 10_000;
const BuildFile = z.object({ version: z.string().regex(/^[\w.+-]+$/), unpackedAt: z.number() });

/** Of folders that are not whole yet. A build has the name of its version, which begins with a digit. */
const NEW_PREFIX = ".new-";

/**
 * The QEMU of the suite, in the version that the archive has now. When the archive can't be read, a build that was unpacked before is used,
 * with a warning. Runs that want the same suite wait for each other.
 * @throws ConfigurationError when there is none.
 */
export async function obtainDebianBuild(suite: string, store: BuildStore): Promise<DebianBuild> {
  const { signal, emit } = store;
  const folder = await suiteFolder(store.cacheDir, suite);
  await using _lock = await holdLock(join(folder, ".unpacking"), signal, () =>
    emit({ kind: "note", text: `debian:${suite}: another run is at it already, waiting for it` }),
  );
  await removeNew(folder);
  try {
    return await newestBuild(suite, folder, store);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ConfigurationError)) throw error;
    const [kept] = await keptBuilds(suite, folder);
    if (kept === undefined) throw refusal(suite, error);
    emit({
      kind: "warning",
      text: `debian:${suite}: ${shownUrlsIn(messageOf(error))}. The kept build ${kept.packageVersion} is used, which may not be the newest`,
    });
    return await noteUse(kept);
  }
}

function refusal(suite: string, error: ConfigurationError): ConfigurationError {
  if (error instanceof HostError) return error;
  return new HostError({
    found: `debian:${suite} cannot be had: ${shownUrlsIn(error.message)}`,
    mend: null,
    besides:
      "look at the name of the suite, the network and the age of the package debian-archive-keyring, or name a QEMU of this host with --qemu PATH",
  });
}

async function newestBuild(suite: string, folder: string, store: BuildStore): Promise<DebianBuild> {
  const { signal } = store;
  const tools = (store.findTools ?? findDebianTools)();
  const archive = await openArchive({
    ...{ suite, folder: join(folder, ".apt"), tools, signal },
    mirror: store.mirror ?? null,
  });
  const found = await archive.refresh();
  const kept = await readBuild(suite, folder, found.version);
  if (kept !== null) return await noteUse(kept);
  const fresh = await mkdtemp(join(folder, NEW_PREFIX));
  try {
    await fill(fresh, join(folder, found.version), { suite, found, tools, archive, store });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await removeUnused(suite, folder, found.version);
  const build = await readBuild(suite, folder, found.version);
  if (build === null) throw new Error(`${folder}/${found.version} is not what was unpacked`);
  return await noteUse(build);
}

interface Filling {
  readonly suite: string;
  readonly found: SuitePackages;
  readonly tools: DebianTools;
  readonly archive: Awaited<ReturnType<typeof openArchive>>;
  readonly store: BuildStore;
}

/** Makes the build in `fresh`, and gives it the name `final`. */
async function fill(fresh: string, final: string, filling: Filling): Promise<void> {
  const { suite, found, tools, archive, store } = filling;
  const { signal, emit } = store;
  const version = shown(found.version);
  const bytes = found.packages.reduce((sum, wanted) => sum + wanted.bytes, 0);
  emit({
    kind: "note",
    text: `unpacking qemu-system-x86 ${version} of Debian ${suite}: ${found.packages.length} packages, ${Math.ceil(bytes / 2 ** 20)} MiB, from ${shownUrlsIn(archive.mirror)} …`,
  });
  const packages = join(fresh, "packages");
  const root = join(fresh, "root");
  const key = `debian-${suite}-${found.version}`;
  const { restored } = await fetchPackages(packages, found, archive, { key, port: store.packages }, signal);
  await unpackPackages(packages, found.packages, root, tools, signal);
  const saved = store.packages !== null && !restored;
  if (!saved) await rm(packages, { recursive: true });

  const own = { deadlineMs: VERSION_DEADLINE_MS, signal };
  const starter = join(fresh, STARTER);
  await writeStarter(starter, root, own);
  const { stdout } = await runCommand(starter, ["--version"], own);
  const said = /^QEMU emulator version (\S+)/m.exec(stdout)?.[1];
  if (said === undefined) {
    throw new ConfigurationError(
      `what was unpacked does not say the version of a QEMU: ${stdout.slice(0, 300)}`,
    );
  }
  await writeFile(join(fresh, BUILD_FILE), JSON.stringify({ version: said, unpackedAt: Date.now() }));
  // Without its build.json it is none, whatever it is.
  await rm(final, { recursive: true, force: true });
  await rename(fresh, final);
  if (saved) store.packages?.packagesDownloaded(key, join(final, "packages"));
}

/** A version as people know it. */
const shown = (version: string) => version.replaceAll("%3a", ":");

/** What a path may not have: ld.so takes these apart in --library-path (ld.so(8)), and apt.conf(5) has no way to quote the last two. */
const UNFIT = /[:;$"\\]/;

/** The suite's folder in the cache, made when it is not there. Programs in it are run: nobody else may write there. */
async function suiteFolder(cacheDir: string, suite: string): Promise<string> {
  const unusable = (why: string) =>
    new ConfigurationError(
      `the cache folder ${cacheDir} cannot be used for debian:${suite}: ${why}. Name another one with cache (--cache FOLDER)`,
    );
  if (UNFIT.test(cacheDir)) throw unusable('its name has one of : ; $ " \\ in it');
  const folder = join(cacheDir, "debian", suite);
  let why: string | null;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    why = whyNotPrivate(folder);
  } catch (error) {
    throw unusable(messageOf(error));
  }
  if (why !== null) throw unusable(why);
  return folder;
}

/** What killed runs have left half-made. Only for the holder of the lock. */
async function removeNew(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(NEW_PREFIX)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

interface KeptBuild extends DebianBuild {
  readonly folder: string;
  readonly unpackedAt: number;
}

/** The build of this version, or null: one without its build.json is not whole. */
async function readBuild(suite: string, suiteFolder: string, version: string): Promise<KeptBuild | null> {
  const folder = join(suiteFolder, version);
  try {
    const file = BuildFile.parse(
      JSON.parse(readWhole(join(folder, BUILD_FILE), MOST_BUILD_BYTES).toString("utf8")),
    );
    const path = join(folder, STARTER);
    if (
      !(await stat(path)).isFile() ||
      !(await stat(join(folder, "root/usr/bin/qemu-system-x86_64"))).isFile()
    ) {
      return null;
    }
    return { suite, packageVersion: shown(version), ...file, path, folder };
  } catch {
    return null;
  }
}

/** The one that was unpacked last comes first. */
async function keptBuilds(suite: string, folder: string): Promise<KeptBuild[]> {
  const versions = (await readdir(folder)).filter((name) => /^\d/.test(name));
  const builds = await Promise.all(versions.map((version) => readBuild(suite, folder, version)));
  return builds.filter((build) => build !== null).sort((a, b) => b.unpackedAt - a.unpackedAt);
}

/** Writes down that it is used now. */
async function noteUse(build: KeptBuild): Promise<DebianBuild> {
  const now = new Date();
  await utimes(join(build.folder, BUILD_FILE), now, now).catch(() => undefined);
  const { suite, packageVersion, version, path } = build;
  return { suite, packageVersion, version, path };
}

/** Removes the suite's other versions that nobody has used for long: a run may still use one of these. */
async function removeUnused(suite: string, folder: string, version: string): Promise<void> {
  for (const build of await keptBuilds(suite, folder)) {
    const { mtimeMs } = await stat(join(build.folder, BUILD_FILE));
    if (build.packageVersion !== shown(version) && Date.now() - mtimeMs > UNUSED_MS) {
      await rm(build.folder, { recursive: true, force: true });
    }
  }
}
