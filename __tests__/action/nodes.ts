/** The Nodes that dist/ has to run on: the one that runs the tests, and 24, which runners start actions with. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { execa } from "execa";

// A package of its own: as a dependency of this one, its `node` would be the first that npx and npm's scripts find.
const FOLDER = resolve("__tests__/action/node24");
const NODE_24 = resolve(FOLDER, `node_modules/node-linux-${process.arch}/bin/node`);

export const NODES: readonly (readonly [name: string, path: string])[] = [
  [`Node ${process.versions.node}`, process.execPath],
  ["Node 24", NODE_24],
];

/** Fetches Node 24 where it is not there yet. */
export async function installNodes(): Promise<void> {
  if (!existsSync(NODE_24)) {
    await execa("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: FOLDER });
  }
}
