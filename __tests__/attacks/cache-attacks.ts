/** Attacks by what lies in the cache, in TMPDIR and in HOME before a run. */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { type AssetEvent, obtainAssets } from "../../src/guest/asset-store.ts";
import { makeMicroGuest } from "../../src/guest/micro.ts";
import { makeOwnFolder } from "../../src/host/private-folder.ts";
import { findQemu } from "../../src/qemu/find.ts";
import { lookAtQemu } from "../../src/qemu/look.ts";
import { CLI, runCli } from "../e2e/product.ts";
import { smallRun } from "../e2e/small-run.ts";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { sha256, someBytes, startServer, whole } from "../guest/asset-server.ts";
import { asRoot, onHostWith, ROOT } from "../host/as-root.ts";
import type { Attack } from "./attack.ts";

const BYTES = someBytes(100_000);
const DIGEST = sha256(BYTES);

const readPrivileged = async (path: string) => Buffer.from(asRoot("base64", path), "base64");

const IN_THE_PLACE_OF_AN_ASSET: readonly (readonly [
  what: string,
  plant: (path: string, victim: string) => void,
])[] = [
  ["other bytes", (path) => writeFileSync(path, "other bytes")],
  ["a link to another file", (path, victim) => symlinkSync(victim, path)],
  ["a link that leads nowhere", (path) => symlinkSync("/nowhere", path)],
  ["a pipe", (path) => void asRoot("mkfifo", "-m", "666", path)],
  ["a device without end", (path) => symlinkSync("/dev/zero", path)],
];

/** Attacks that need no run of the product. */
export const CACHE_ATTACKS: readonly Attack[] = [
  ...IN_THE_PLACE_OF_AN_ASSET.map(([what, plant]) => ({
    kind: "the cache",
    attack: `${what} in the place of a fetched file`,
    holds: "it is thrown away, and fetched anew",
    async run() {
      using folder = temporaryFolder();
      await using server = await startServer();
      const location = server.on("/f", whole(BYTES));
      const victim = join(folder.path, "victim");
      writeFileSync(victim, "somebody's");
      const path = join(folder.path, "cache/assets", DIGEST);
      mkdirSync(dirname(path), { recursive: true });
      plant(path, victim);
      const events: AssetEvent[] = [];
      const [got] = await obtainAssets([{ name: "iso", location, sha256: DIGEST }], {
        ...{ cacheDir: join(folder.path, "cache"), cache: null, emit: (event) => events.push(event) },
        signal: new AbortController().signal,
      });
      expect(got?.path).toBe(path);
      expect(readFileSync(path).equals(BYTES)).toBe(true);
      expect(readFileSync(victim, "utf8")).toBe("somebody's");
      expect(events.some((event) => event.kind === "warning" && event.text.includes("is damaged"))).toBe(
        true,
      );
    },
  })),
  {
    kind: "the cache",
    attack: "an initramfs with a digest of its own lies in the cache folder",
    holds: "the guest boots from one that this run has made",
    async run() {
      using cache = temporaryFolder();
      using place = temporaryFolder();
      const planted = Buffer.from("planted");
      const digest = sha256(planted).slice(0, 32);
      const names = ["micro", "kernel-initrd", "kernel"].map((kind) => `${kind}-${"0".repeat(32)}-${digest}`);
      for (const name of [...names, "guest-initramfs"]) writeFileSync(join(cache.path, name), planted);
      const folder = makeOwnFolder(join(place.path, "own"));
      const guest = await makeMicroGuest({ folder, readPrivileged });
      expect(guest.initrdPath).toBe(join(folder.path, "guest-initramfs"));
      expect(readFileSync(guest.initrdPath).includes(planted)).toBe(false);
      expect(readdirSync(cache.path)).toHaveLength(4);
    },
  },
  {
    kind: "the cache",
    attack: "a file under the name of the initramfs that a run is about to make",
    holds: "it is not taken: the making fails",
    async run() {
      using place = temporaryFolder();
      const folder = makeOwnFolder(join(place.path, "own"));
      writeFileSync(join(folder.path, "guest-initramfs"), "planted");
      await expect(makeMicroGuest({ folder, readPrivileged })).rejects.toThrow(/EEXIST/);
    },
  },
  {
    kind: "the cache",
    attack: "what a QEMU said of itself lies in a cache folder that others may write",
    holds: "it is not believed: QEMU is asked anew",
    async run() {
      // A real QEMU: the cache keeps nothing about a script.
      using cache = temporaryFolder();
      const said = async () =>
        (
          await lookAtQemu(findQemu("qemu-system-x86_64"), {
            ...{ cacheFolder: cache.path, variables: {}, deadlineMs: 60_000 },
          })
        ).version;
      await said();
      const [name = ""] = readdirSync(join(cache.path, "looks"));
      const look = join(cache.path, "looks", name);
      const forged = JSON.parse(readFileSync(look, "utf8"));
      forged.version.package = "forged";
      writeFileSync(look, JSON.stringify(forged));
      // It is believed while nobody else could have written it.
      expect(await said()).toContain("(forged)");
      chmodSync(join(cache.path, "looks"), 0o777);
      expect(await said()).not.toContain("(forged)");
    },
  },
];

/** Attacks that need a run. */
export const PLACE_ATTACKS: readonly Attack[] = [
  {
    kind: "the cache",
    attack: "the cache folder is a file",
    holds: "a guest that is made here runs all the same",
    async run() {
      using folder = temporaryFolder();
      using standIn = makeStandIn();
      const cache = join(folder.path, "cache");
      writeFileSync(cache, "no folder");
      const ended = await runCli(smallRun({ qemu: standIn.path, cache, out: folder.at("out") }));
      expect(ended.status, ended.stderr).toBe(0);
      expect(readFileSync(cache, "utf8")).toBe("no folder");
    },
  },
  {
    kind: "files that others can make",
    attack: "a temporary folder in which others may rename what is ours",
    holds: "no run begins: status 2, with what to do",
    async run() {
      using folder = temporaryFolder();
      using standIn = makeStandIn();
      const open = join(folder.path, "tmp");
      mkdirSync(open);
      chmodSync(open, 0o777);
      const words = smallRun({ qemu: standIn.path, out: folder.at("out") });
      const ended = await runCli(words, { env: { TMPDIR: open } });
      expect(ended.status, ended.stderr).toBe(2);
      expect(ended.stderr).toMatch(/others may write into .*tmp.*set TMPDIR to a folder/);
      expect(readdirSync(open)).toEqual([]);
    },
  },
  {
    kind: "the register",
    attack: "root with the HOME of another user, as with sudo, or in a container job",
    holds: "nothing is made there, and nothing there is obeyed: root has a home of its own",
    async run() {
      using folder = temporaryFolder();
      const home = join(folder.path, "home");
      mkdirSync(home);
      asRoot("chown", "4242", home);
      try {
        // Mounts a folder over root's real home.
        const setup = `mkdir ${folder.path}/root; mount --bind ${folder.path}/root ~root`;
        const [file = "", ...prefix] = onHostWith(setup, ROOT);
        const variables = ["-u", "XDG_STATE_HOME", "-u", "XDG_CACHE_HOME", `HOME=${home}`];
        const doctor = [process.execPath, CLI, "doctor", "--accel", "tcg", "--json"];
        const said = execFileSync(file, [...prefix, "env", ...variables, ...doctor], { encoding: "utf8" });
        const { checks } = JSON.parse(said);
        const state = checks.find(({ name }: { name: string }) => name === "state folder");
        expect(state).toMatchObject({ status: "ok" });
        expect(existsSync(join(home, ".local"))).toBe(false);
      } finally {
        asRoot("rm", "-rf", home, join(folder.path, "root"));
      }
    },
  },
];
