/**
 * For tests that need an ordinary user, because root may read everything. If root runs the tests, it is user NOBODY, who cannot
 * look into home folders: so what he runs is copied to a place where he can.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { isRoot, NOBODY } from "./as-root.ts";

const IDS = isRoot ? { uid: NOBODY.uid, gid: NOBODY.gid } : {};

/** A folder that everybody can read, with a copy of Node if others cannot run ours. Disposing removes it. */
export interface CommonPlace extends Disposable {
  readonly path: string;
  readonly node: string;
  /** Copies a folder into it. @return the copy's path. */
  copy(folder: string): string;
  /** Bundles a module and its imports into one JavaScript file. @return its path. */
  bundle(module: string): Promise<string>;
}

export function makeCommonPlace(): CommonPlace {
  const path = mkdtempSync(join(tmpdir(), "common-"));
  chmodSync(path, 0o755);
  let node = process.execPath;
  if (spawnSync(node, ["--version"], { ...IDS, cwd: "/" }).status !== 0) {
    node = join(path, "node");
    copyFileSync(process.execPath, node);
    chmodSync(node, 0o755);
  }
  return {
    path,
    node,
    copy(folder) {
      const there = mkdtempSync(join(path, "copy-"));
      cpSync(folder, there, { recursive: true });
      openToAll(there);
      return there;
    },
    async bundle(module) {
      const there = mkdtempSync(join(path, "bundle-"));
      await build({
        ...{ configFile: false, logLevel: "silent" },
        ssr: { noExternal: true },
        build: {
          ...{ ssr: module, outDir: there, emptyOutDir: false, target: "node20" },
          rolldownOptions: { output: { entryFileNames: "bundle.mjs" } },
        },
      });
      openToAll(there);
      return join(there, "bundle.mjs");
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

const openToAll = (folder: string) => execFileSync("chmod", ["-R", "a+rX", folder]);

/** Runs a program as an ordinary user. @return its stdout. @throws Error when it fails. */
export const asOrdinaryUser = (file: string, ...args: string[]): string =>
  execFileSync(file, args, { ...IDS, cwd: "/", encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
