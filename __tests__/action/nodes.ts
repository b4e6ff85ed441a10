/** The Node that runners start actions with, beside the one that runs the tests. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { execa } from "execa";

// A package of its own: as a dependency of this one, its `node` would be the first that npx and npm's scripts find.
const FOLDER = resolve("__tests__/action/node24");
export const NODE_24 = resolve(FOLDER, `node_modules/node-linux-${process.arch}/bin/node`);

/** Fetches Node 24 where it is not there yet. */
export async function installNode24(): Promise<void> {
  if (!existsSync(NODE_24)) {
    await execa("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: FOLDER });
  }
}
