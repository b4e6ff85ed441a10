/** Proves: debian:SUITE is the suite's current QEMU, verified with Debian's keys, unpacked once, and kept for use without network. */
import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UnusableQemuError } from "../../src/base/errors.ts";
import { readSettings } from "../../src/inputs/settings.ts";
import { type BuildStore, obtainDebianBuild } from "../../src/qemu/debian-build.ts";
import type { PackageCache } from "../../src/qemu/debian-packages.ts";
import { findDebianTools } from "../../src/qemu/debian-tools.ts";
import { obtainQemu } from "../../src/qemu/obtain.ts";
import { lookAtBuilds } from "../../src/run/builds.ts";
import { useFolder } from "../for-each-test.ts";
import { DebianMirror, SUITE } from "./debian-mirror.ts";

const VERSION = "1:10.0.2+ds-2";
const SAID = "QEMU emulator version 10.0.2 (Debian 1:10.0.2+ds-2)\n";
const NEXT = "1:10.0.3+ds-1";
const NEXT_SAID = SAID.replaceAll("10.0.2", "10.0.3");

const folder = useFolder();
let mirror: DebianMirror;
let notes: string[];
let warnings: string[];
const cacheDir = () => folder.at("cache");
const kept = (...names: string[]) => join(cacheDir(), "debian", SUITE, ...names);
const versions = () => readdirSync(kept()).filter((name) => !name.startsWith("."));
const halfMade = () => readdirSync(kept()).filter((name) => name.startsWith(".new-"));

const storeOf = (): BuildStore => ({
  cacheDir: cacheDir(),
  packages: null,
  emit: ({ kind, text: said }) => (kind === "note" ? notes : warnings).push(said),
  signal: new AbortController().signal,
  mirror: mirror.url,
  findTools: mirror.tools,
});
const obtain = (more: Partial<BuildStore> = {}, suite = SUITE) =>
  obtainDebianBuild(suite, { ...storeOf(), ...more });

beforeEach(async () => {
  mirror = await DebianMirror.start(folder.at("mirror"));
  notes = [];
  warnings = [];
  mirror.publish(VERSION, SAID);
});
afterEach(async () => await mirror[Symbol.asyncDispose]());

describe("the QEMU of a suite", () => {
  test("is unpacked with what it needs, for this user alone, and says which it is", async () => {
    const build = await obtain();
    expect(build).toEqual({
      suite: SUITE,
      packageVersion: VERSION,
      version: "10.0.2",
      path: kept("1%3a10.0.2+ds-2", "qemu-system-x86_64"),
    });
    expect(notes).toEqual([
      expect.stringMatching(
        /^unpacking qemu-system-x86 1:10\.0\.2\+ds-2 of Debian trixie: 2 packages, 1 MiB, from http:/,
      ),
    ]);
    expect(warnings).toEqual([]);
    expect(execFileSync(build.path, ["--version"], { encoding: "utf8" })).toBe(SAID);
    expect(readdirSync(dirname(build.path)).sort()).toEqual(["build.json", "qemu-system-x86_64", "root"]);
    for (const path of [cacheDir(), kept(), dirname(build.path)]) expect(statSync(path).mode & 0o77).toBe(0);
    expect(halfMade()).toEqual([]);
  });

  test("is started by a process that becomes it, with the libraries and data of its own suite", async () => {
    const { path } = await obtain();
    const child = spawn(path, ["-S", "a b"], { stdio: ["ignore", "pipe", "inherit"] });
    const [pid, ...words] = (await text(child.stdout)).trim().split("\n");
    expect(Number(pid)).toBe(child.pid);
    const root = join(dirname(path), "root");
    expect(words).toEqual([
      ...["--argv0", path],
      ...["--library-path", `${root}/usr/lib/x86_64-linux-gnu:${root}/usr/lib/x86_64-linux-gnu/pulseaudio`],
      `${root}/usr/bin/qemu-system-x86_64`,
      ...["-L", `${root}/usr/share/qemu`, "-L", `${root}/usr/share/seabios`, "-S", "a b"],
    ]);
  });

  test("is not fetched again while the suite has the same version", async () => {
    const first = await obtain();
    const downloads = mirror.downloads().length;
    expect(downloads).toBe(2);
    expect(await obtain()).toEqual(first);
    expect(mirror.downloads()).toHaveLength(downloads);
    expect(notes).toHaveLength(1);
  });

  test("is the newer one when the suite has one; the older stays until nobody has used it for long", async () => {
    const first = await obtain();
    mirror.publish(NEXT, NEXT_SAID);
    expect(await obtain()).toMatchObject({ version: "10.0.3", packageVersion: NEXT });
    expect(versions()).toHaveLength(2);
    utimesSync(join(dirname(first.path), "build.json"), 1, 1);
    mirror.publish("1:10.0.4+ds-1", SAID.replaceAll("10.0.2", "10.0.4"));
    await obtain();
    expect(versions()).toEqual(["1%3a10.0.3+ds-1", "1%3a10.0.4+ds-1"]);
  });

  test("is unpacked once when two ask for it at once", async () => {
    const [one, other] = await Promise.all([obtain(), obtain()]);
    expect(one).toEqual(other);
    expect(mirror.downloads().sort()).toEqual(["libc6", "qemu-system-x86"]);
    expect(notes.filter((note) => note.startsWith("unpacking"))).toHaveLength(1);
    expect(notes).toContain("debian:trixie: waiting for another run that is fetching it");
  });

  test("is what a run gets for debian:SUITE, and a path stays a path", async () => {
    const store = storeOf();
    expect(await obtainQemu("debian:trixie", store)).toBe(kept("1%3a10.0.2+ds-2", "qemu-system-x86_64"));
    expect(await obtainQemu("/bin/true", store)).toBe("/bin/true");
    await expect(obtainQemu("debian:trixie", null)).rejects.toThrow(
      "debian:trixie is not fetched while this host lacks something else",
    );
  });
});

describe("an incomplete build is not used", () => {
  test("a folder without build.json is made again, and the remains of a killed run are removed", async () => {
    mkdirSync(kept("1%3a10.0.2+ds-2", "root"), { recursive: true });
    writeFileSync(kept("1%3a10.0.2+ds-2", "qemu-system-x86_64"), "#!/bin/sh\necho half\n", { mode: 0o755 });
    mkdirSync(kept(".new-AbCdEf", "root"), { recursive: true });
    for (const path of [cacheDir(), join(cacheDir(), "debian"), kept()]) chmodSync(path, 0o700);
    const { path } = await obtain();
    expect(execFileSync(path, ["--version"], { encoding: "utf8" })).toBe(SAID);
    expect(halfMade()).toEqual([]);
  });

  test("nor is it when there is no network", async () => {
    mkdirSync(kept("1%3a10.0.2+ds-2", "root"), { recursive: true });
    await mirror.stop();
    await expect(obtain()).rejects.toThrow(/^debian:trixie is not available: /);
  });

  test("a program that does not print the version of a QEMU is refused, and nothing of it stays", async () => {
    mirror.publish(NEXT, "something else\n");
    await expect(obtain()).rejects.toThrow(/does not print the version of a QEMU: something else/);
    expect(versions()).toEqual([]);
    expect(halfMade()).toEqual([]);
  });

  test("cancelled while it downloads: it ends at once, and nothing of it stays", async () => {
    const cancel = new AbortController();
    mirror.silentFor = /\.deb$/;
    const obtained = obtain({ signal: cancel.signal });
    await expect.poll(() => mirror.downloads().length).toBeGreaterThan(0);
    cancel.abort(new Error("cancelled"));
    await expect(obtained).rejects.toThrow("cancelled");
    expect(versions()).toEqual([]);
    expect(halfMade()).toEqual([]);
  });
});

describe("without the network", () => {
  test("the kept build is used, with a warning that says why", async () => {
    const build = await obtain();
    await mirror.stop();
    expect(await obtain()).toEqual(build);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^debian:trixie: .*127\.0\.0\.1.*\. Using the build 1:10\.0\.2\+ds-2 from the cache, which may not be the newest$/,
      ),
    ]);
  });

  test("without a kept build it says why, and what to do", async () => {
    await mirror.stop();
    await expect(obtain()).rejects.toThrow(
      /^debian:trixie is not available: .*127\.0\.0\.1.*: check the name of the suite, the network and .*--qemu PATH$/,
    );
  });

  test("a bisection ends: this says nothing about a commit", async () => {
    await mirror.stop();
    const settings = readSettings({ qemu: "debian:trixie" }, 0);
    for (const store of [storeOf(), null]) {
      const error = await lookAtBuilds(settings, store, new AbortController().signal).catch(
        (thrown: unknown) => thrown,
      );
      expect(String(error)).toMatch(/debian:trixie is not (available: |fetched while )/);
      expect(error).not.toBeInstanceOf(UnusableQemuError);
    }
  });

  test("the kept build is used without apt, too", async () => {
    const build = await obtain();
    const findTools = () => findDebianTools(() => null, []);
    expect(await obtain({ findTools })).toEqual(build);
    expect(warnings).toEqual([expect.stringMatching(/Missing: the program apt-get, .* from the cache/)]);
  });
});

describe("only what Debian has signed is unpacked", () => {
  test.each([
    [
      "another key",
      () => mirror.publish(NEXT, NEXT_SAID, "another"),
      /NO_PUBKEY|public key|not signed|Missing key/i,
    ],
    ["nobody", () => mirror.publish(NEXT, NEXT_SAID, null), /is not signed|no longer signed/],
  ])("a suite signed by %s is refused", async (_, change, why) => {
    change();
    await expect(obtain()).rejects.toThrow(why);
    expect(versions()).toEqual([]);
  });

  test.each([
    ["the index", /Packages$/],
    ["a package", /qemu-system-x86.*\.deb$/],
  ])("%s with other bytes is refused", async (_, name) => {
    mirror.damage(name);
    await expect(obtain()).rejects.toThrow(
      /^debian:trixie is not available: .*(Hash Sum mismatch|unexpected size)/s,
    );
    expect([versions(), halfMade()]).toEqual([[], []]);
  });

  test("a suite that is not there is refused", async () => {
    await expect(obtain({}, "trixy")).rejects.toThrow(/^debian:trixy is not available: .*Release/);
  });
});

describe("a cache of packages", () => {
  const portOf = (restore: (into: string) => boolean) => {
    const calls: string[] = [];
    const port: PackageCache = {
      restorePackages: async (key, into) => {
        calls.push(`restore ${key}`);
        return restore(into);
      },
      packagesDownloaded: (key, path) => calls.push(`downloaded ${key} ${readdirSync(path).length}`),
    };
    return { port, calls };
  };
  const KEY = "debian-trixie-1%3a10.0.2+ds-2";

  test("is asked first, and gets what had to be downloaded", async () => {
    const { port, calls } = portOf(() => false);
    await obtain({ packages: port });
    expect(calls).toEqual([`restore ${KEY}`, `downloaded ${KEY} 2`]);
  });

  test("is not trusted: damaged files are downloaded, and unexpected ones are not unpacked", async () => {
    const all = folder.at("all");
    mkdirSync(all);
    const { port } = portOf(() => false);
    const { path } = await obtain({ packages: port });
    const packages = join(dirname(path), "packages");
    for (const name of readdirSync(packages)) copyFileSync(join(packages, name), join(all, name));
    const again = portOf((into) => {
      for (const name of readdirSync(all)) {
        if (name.startsWith("qemu"))
          writeFileSync(join(into, name), Buffer.alloc(statSync(join(all, name)).size));
        else copyFileSync(join(all, name), join(into, name));
      }
      writeFileSync(join(into, "more_1_amd64.deb"), "more");
      mkdirSync(join(into, "folder"));
      return true;
    });
    const before = mirror.downloads().length;
    const build = await obtain({ packages: again.port, cacheDir: folder.at("other") });
    expect(mirror.downloads().slice(before)).toEqual(["qemu-system-x86"]);
    expect(again.calls).toEqual([`restore ${KEY}`]);
    expect(existsSync(join(dirname(build.path), "packages"))).toBe(false);
    expect(execFileSync(build.path, ["--version"], { encoding: "utf8" })).toBe(SAID);
  });
});

describe("what is refused before anything is fetched", () => {
  test("a host without the programs or the keys: what is missing, and what to install", () => {
    expect(() => findDebianTools(() => null, ["/none.gpg"])).toThrow(
      /^builds of Debian cannot be fetched here\. Missing: the program apt-get, the program dpkg-deb, Debian's keys \(\/none\.gpg\): .*\bapt dpkg debian-archive-keyring\b.*--qemu PATH/,
    );
    const withoutKeys = () => findDebianTools((name) => `/usr/bin/${name}`, ["/none.gpg"]);
    expect(withoutKeys).toThrow(/Missing: Debian's keys .* install .*debian-archive-keyring/);
  });

  test("a cache folder that others can write into", async () => {
    mkdirSync(cacheDir());
    chmodSync(cacheDir(), 0o777);
    await expect(obtain()).rejects.toThrow(
      /cannot be used for debian:trixie: others may write into .*cache, above it\. Name another one with cache/,
    );
    expect(mirror.asked).toEqual([]);
  });

  test.each([":", ";", "$", '"', "\\"])("a cache folder with %s in its name", async (character) => {
    const odd = folder.at(`a${character}b`);
    await expect(obtain({ cacheDir: odd })).rejects.toThrow(/its path contains one of : ; \$ " \\/);
    expect(existsSync(odd)).toBe(false);
  });

  test("a cache folder with blanks and quotes in its name is fine", async () => {
    const { path } = await obtain({ cacheDir: folder.at("it's a cache") });
    expect(execFileSync(path, ["--version"], { encoding: "utf8" })).toBe(SAID);
    expect(basename(path)).toBe("qemu-system-x86_64");
  });

  test.each([
    "debian:",
    "debian:Sid",
    "debian:-sid",
    "debian:sid/x",
    "debian:../x",
    "debian:sid main",
    "debian:sid\n",
  ])("the input %j", (given) => {
    for (const name of ["qemu", "target-qemu", "baseline-qemu"]) {
      expect(() => readSettings({ [name]: given }, 0)).toThrow(`${name}: expected`);
    }
  });

  test("an invalid suite: the message says what was expected; valid names stay as given", () => {
    expect(() => readSettings({ qemu: "debian:Sid" }, 0)).toThrow(
      'qemu: expected debian:SUITE, like debian:sid or debian:trixie, with a suite of lower-case letters, digits and dashes (for a file of that name: ./debian:…), not "debian:Sid"',
    );
    const settings = readSettings({ qemu: "debian:sid", "baseline-qemu": "./debian:x" }, 0);
    expect(settings).toMatchObject({ qemu: "debian:sid", baselineQemu: "./debian:x" });
    expect(settings.given.qemu).toBe("debian:sid");
  });
});
