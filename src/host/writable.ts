/** Whether files can be written into a folder, tried by writing one: modes do not show mounts, quotas and full disks. */
import { randomBytes } from "node:crypto";
import { lstatSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { messageOf } from "../base/errors.ts";
import { factsOf } from "./facts.ts";
import { NAME_PREFIX } from "./undo.ts";

/** More than a file system keeps inside an inode, so that it needs a block. */
export const TRIAL = Buffer.alloc(16_384);

/**
 * Why the folder cannot be written to, in a sentence; null when it can. For a folder that does not exist yet the nearest existing one
 * above it is tried. Leaves nothing behind.
 */
export function whyNotWritable(folder: string, { toBeMade = true } = {}): string | null {
  try {
    const there = toBeMade ? nearest(folder) : folder;
    const trial = join(there, `${NAME_PREFIX}trial-${randomBytes(5).toString("hex")}`);
    try {
      writeFileSync(trial, TRIAL, { flag: "wx", mode: 0o600 });
    } finally {
      rmSync(trial, { force: true });
    }
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

function nearest(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const facts = factsOf(at, statSync);
    if (facts?.isDirectory()) return at;
    if (facts !== undefined) throw new Error(`${at} is a file, not a folder`);
    if (factsOf(at, lstatSync)?.isSymbolicLink())
      throw new Error(`${at} is a symbolic link that leads nowhere`);
    if (at === dirname(at)) return at;
  }
}
