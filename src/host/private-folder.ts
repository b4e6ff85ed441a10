/** Folders whose content we obey: only this user and root may be able to write there. */
import { lstatSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { StepError } from "../base/errors.ts";
import { factsOf } from "./facts.ts";

const WRITABLE_BY_GROUP = 0o020;
const WRITABLE_BY_OTHERS = 0o002;
const STICKY = 0o1000;

/**
 * Why somebody else could write into a folder or replace it; null when nobody could. It and all folders above must belong to this user or
 * root, and not be writable by others. A folder like /tmp may be above it: its sticky bit keeps others from renaming (S_ISVTX in inode(7)).
 *
 * @throws the system's error when it is missing.
 */
export function whyNotPrivate(folder: string): string | null {
  const real = realpathSync(folder);
  const uid = process.geteuid?.() ?? 0;
  const own = lstatSync(real);
  if (!own.isDirectory()) return `${folder} is not a folder`;
  if (own.uid !== uid) return `${folder} belongs to another user (uid ${own.uid})`;
  if ((own.mode & (WRITABLE_BY_GROUP | WRITABLE_BY_OTHERS)) !== 0) return `others may write into ${folder}`;
  for (let at = dirname(real); ; at = dirname(at)) {
    const { uid: owner, gid, mode } = lstatSync(at);
    if (owner !== uid && owner !== 0) return `${at}, above it, belongs to another user (uid ${owner})`;
    // With a umask of 002 folders are writable by the user's own group, which has no other member.
    const group = (mode & WRITABLE_BY_GROUP) !== 0 && !(owner === uid && gid === process.getegid?.());
    if ((group || (mode & WRITABLE_BY_OTHERS) !== 0) && (mode & STICKY) === 0)
      return `others may write into ${at}, above it`;
    if (at === dirname(at)) return null;
  }
}

/** Returns a check whether the path is still the same folder: a QEMU that runs as this user could replace it. */
export function pin(folder: string): () => boolean {
  const { dev, ino } = statSync(folder);
  return () => {
    const there = factsOf(folder, statSync);
    return there?.dev === dev && there.ino === ino;
  };
}

export interface OwnFolder {
  readonly path: string;
  /** A path in it. @throws StepError when the folder has been replaced. */
  at(name: string): string;
}

/** Makes a new folder for this user alone. @throws Error when others could write into it or replace it. */
export function makeOwnFolder(path: string): OwnFolder {
  mkdirSync(path, { mode: 0o700 });
  const why = whyNotPrivate(path);
  if (why !== null) throw new Error(why);
  const isSame = pin(path);
  return {
    path,
    at(name) {
      if (isSame()) return join(path, name);
      throw new StepError(
        `the run's temporary folder ${path} is not the one that was made: something removed it, or put another in its place`,
      );
    },
  };
}

/** The same for a file in such a folder. */
export function whyNotPrivateFile(path: string): string | null {
  const facts = lstatSync(path);
  const { uid, mode, nlink } = facts;
  if (!facts.isFile()) return `${path} is not a regular file`;
  if (uid !== (process.geteuid?.() ?? 0)) return `${path} belongs to another user (uid ${uid})`;
  if ((mode & (WRITABLE_BY_GROUP | WRITABLE_BY_OTHERS)) !== 0) return `others may write ${path}`;
  return nlink === 1 ? null : `${path} has another name as well`;
}
