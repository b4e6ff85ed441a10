/** Folders whose content is obeyed: nobody but this user, and root, may be able to put anything there. */
import { lstatSync, realpathSync } from "node:fs";
import { dirname } from "node:path";

const WRITABLE_BY_GROUP = 0o020;
const WRITABLE_BY_OTHERS = 0o002;
const STICKY = 0o1000;

/**
 * Why somebody else could put something into a folder, or another one in its place; null when nobody could. It, and all above it,
 * must be this user's or root's, and not be writable by others. A folder like /tmp, where nobody can rename what is another's
 * (S_ISVTX in inode(7)), may be above it.
 *
 * @throws the system's error when it is not there.
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
    // With a umask of 002 a user's folders are writable for the group that is the user's alone.
    const group = (mode & WRITABLE_BY_GROUP) !== 0 && !(owner === uid && gid === process.getegid?.());
    if ((group || (mode & WRITABLE_BY_OTHERS) !== 0) && (mode & STICKY) === 0)
      return `others may write into ${at}, above it`;
    if (at === dirname(at)) return null;
  }
}

/** The same of a file in such a folder. */
export function whyNotPrivateFile(path: string): string | null {
  const facts = lstatSync(path);
  const { uid, mode, nlink } = facts;
  if (!facts.isFile()) return `${path} is not a regular file`;
  if (uid !== (process.geteuid?.() ?? 0)) return `${path} belongs to another user (uid ${uid})`;
  if ((mode & (WRITABLE_BY_GROUP | WRITABLE_BY_OTHERS)) !== 0) return `others may write ${path}`;
  return nlink === 1 ? null : `${path} has another name as well`;
}
