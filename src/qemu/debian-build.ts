/**
 * Debian's QEMU builds, by suite. The package qemu-system-x86 and the packages that it depends on are unpacked in the cache folder, never
 * installed. debian/SUITE/VERSION has `root` (the unpacked packages), `qemu-system-x86_64` (a script that starts QEMU) and `build.json`.
 * The folder gets its name only when it is complete and QEMU has printed its version.
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
  /** The version of the package, like 1:10.0.2+ds-2. */
  readonly packageVersion: string;
  /** The version that QEMU prints, like 10.0.2. */
  readonly version: string;
  /** The script that starts it. */
  readonly path: string;
}

export interface BuildStore {
  readonly cacheDir: string;
  /** Asked before the archive. It gets what was downloaded from there. */
  readonly packages: PackageCache | null;
  readonly emit: (event: { readonly kind: "warning" | "note"; readonly text: string }) => void;
  readonly signal: AbortSignal;
  /** For tests: another archive and other keys. */
  readonly mirror?: string;
  readonly findTools?: () => DebianTools;
}

/** Older versions are removed when they have not been used for this time. */
const UNUSED_MS = 30 * 24 * 3_600_000;
const VERSION_DEADLINE_MS = 60_000;

const STARTER = "qemu-system-x86_64";
const BUILD_FILE = "build.json";
const MOST_BUILD_BYTES = 10_000;
const BuildFile = z.object({ version: z.string().regex(/^[\w.+-]+$/), unpackedAt: z.number() });

/** The prefix of incomplete folders. A complete build is named by its version, which begins with a digit. */
const NEW_PREFIX = ".new-";

/**
 * The QEMU of the suite, in the version that the archive has now. When the archive cannot be read, the build that was unpacked last is
 * used, with a warning. Only one run at a time works on a suite; others wait.
 * @throws ConfigurationError when there is none. It is no UnusableQemuError: network and host say nothing about a build under test.
 */
export async function obtainDebianBuild(suite: string, store: BuildStore): Promise<DebianBuild> {
  const { signal, emit } = store;
  const folder = await suiteFolder(store.cacheDir, suite);
  await using _lock = await holdLock(join(folder, ".unpacking"), signal, () =>
    emit({ kind: "note", text: `debian:${suite}: waiting for another run that is fetching it` }),
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
      text: `debian:${suite}: ${shownUrlsIn(messageOf(error))}. Using the build ${kept.packageVersion} from the cache, which may not be the newest`,
    });
    return await noteUse(kept);
  }
}

function refusal(suite: string, error: ConfigurationError): ConfigurationError {
  if (error instanceof HostError) return error;
  return new HostError({
    found: `debian:${suite} is not available: ${shownUrlsIn(error.message)}`,
    mend: null,
    besides:
      "check the name of the suite, the network and the age of the package debian-archive-keyring, or name a QEMU of this host with --qemu PATH",
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
  if (build === null) throw new Error(`${folder}/${found.version} has changed since it was unpacked`);
  return await noteUse(build);
}

interface Filling {
  readonly suite: string;
  readonly found: SuitePackages;
  readonly tools: DebianTools;
  readonly archive: Awaited<ReturnType<typeof openArchive>>;
  readonly store: BuildStore;
}

/** Makes the build in `fresh`, then renames it to `final`. */
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
  const stdout = await runCommand(starter, ["--version"], own);
  const said = /^QEMU emulator version (\S+)/m.exec(stdout)?.[1];
  if (said === undefined) {
    throw new ConfigurationError(
      `the unpacked program does not print the version of a QEMU: ${stdout.slice(0, 300)}`,
    );
  }
  await writeFile(join(fresh, BUILD_FILE), JSON.stringify({ version: said, unpackedAt: Date.now() }));
  // A folder of that name without a valid build.json is not a build.
  await rm(final, { recursive: true, force: true });
  await rename(fresh, final);
  if (saved) store.packages?.packagesDownloaded(key, join(final, "packages"));
}

/** A version as Debian writes it. */
const shown = (version: string) => version.replaceAll("%3a", ":");

/** Not allowed in the path: ld.so splits --library-path at these (ld.so(8)) or expands them, and apt.conf(5) cannot quote the last two. */
const UNFIT = /[:;$"\\]/;

/** Makes the suite's folder in the cache, if it is missing. Programs in it are run, so nobody else may write there. */
async function suiteFolder(cacheDir: string, suite: string): Promise<string> {
  const unusable = (why: string) =>
    new ConfigurationError(
      `the cache folder ${cacheDir} cannot be used for debian:${suite}: ${why}. Name another one with cache (--cache FOLDER)`,
    );
  if (UNFIT.test(cacheDir)) throw unusable('its path contains one of : ; $ " \\');
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

/** Removes the incomplete folders of killed runs. Call it with the lock held. */
async function removeNew(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(NEW_PREFIX)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

interface KeptBuild extends DebianBuild {
  readonly folder: string;
  readonly unpackedAt: number;
}

/** The build of this version. Null: there is none, or it is incomplete. */
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

/** Sorted: the build that was unpacked last comes first. */
async function keptBuilds(suite: string, folder: string): Promise<KeptBuild[]> {
  const versions = (await readdir(folder)).filter((name) => /^\d/.test(name));
  const builds = await Promise.all(versions.map((version) => readBuild(suite, folder, version)));
  return builds.filter((build) => build !== null).sort((a, b) => b.unpackedAt - a.unpackedAt);
}

/** Notes that it is used now, in the mtime of build.json. */
async function noteUse(build: KeptBuild): Promise<DebianBuild> {
  const now = new Date();
  await utimes(join(build.folder, BUILD_FILE), now, now).catch(() => undefined);
  const { suite, packageVersion, version, path } = build;
  return { suite, packageVersion, version, path };
}

/** Removes other versions of the suite that have not been used for a long time. A run may still use the others. */
async function removeUnused(suite: string, folder: string, version: string): Promise<void> {
  for (const build of await keptBuilds(suite, folder)) {
    const { mtimeMs } = await stat(join(build.folder, BUILD_FILE));
    if (build.packageVersion !== shown(version) && Date.now() - mtimeMs > UNUSED_MS) {
      await rm(build.folder, { recursive: true, force: true });
    }
  }
}
