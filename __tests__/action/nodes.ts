/** The Node that runners start actions with, beside the one that runs the tests. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";

// In its own package: as a dependency of ours, npx and npm scripts would find its `node` first.
const node = (folder: string, name: string) =>
  resolve("__tests__/action", folder, `node_modules/${name}-linux-${process.arch}/bin/node`);
export const NODE_24 = node("node24", "node");

/** Nodes that dist/ refuses: one that can't parse the program (`??=`), and the newest. */
export const OLD_NODES: readonly (readonly [name: string, path: string])[] = [
  ["Node 14", node("old-nodes", "node14")],
  ["Node 18", node("old-nodes", "node18")],
];

/** Installs Node 24 if it is missing. */
export const installNode24 = (): Promise<void> => install("node24", NODE_24);

/** Installs the old Nodes if they are missing. */
export async function installOldNodes(): Promise<void> {
  for (const [, path] of OLD_NODES) await install("old-nodes", path);
}

async function install(folder: string, path: string): Promise<void> {
  if (existsSync(path)) return;
  const cwd = resolve("__tests__/action", folder);
  await promisify(execFile)("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd });
}
