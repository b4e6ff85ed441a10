/**
 * Files that a QEMU, a guest, a pull request or a neighbour could have placed or replaced: a link to somebody else's file, a pipe on which
 * an open waits for ever, a device without end. They are opened here and nowhere else: no link is followed, nothing but a regular
 * file is read, nothing is waited for, and no more is read than was asked for. See open(2), O_NOFOLLOW and O_NONBLOCK.
 */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK } = constants;

/** @throws the system's error when it can't be opened (ELOOP: it is a link); Error when it is no regular file. */
function openRegular(path: string): number {
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw new Error(`${path} is not a regular file`);
}

/** The last `limitBytes` of an open file, however large it is. */
export function readEndOf(file: number, limitBytes: number): Buffer {
  const { size } = fstatSync(file);
  const buffer = Buffer.alloc(Math.min(size, limitBytes));
  let filled = 0;
  while (filled < buffer.length) {
    const bytes = readSync(file, buffer, filled, buffer.length - filled, size - buffer.length + filled);
    if (bytes === 0) break;
    filled += bytes;
  }
  return buffer.subarray(0, filled);
}

/** The last `limitBytes` of a file. Nothing of one that is not there, or no regular file. */
export function readEnd(path: string, limitBytes: number): Buffer {
  let file: number;
  try {
    file = openRegular(path);
  } catch {
    return Buffer.alloc(0);
  }
  try {
    return readEndOf(file, limitBytes);
  } finally {
    closeSync(file);
  }
}

/** The whole of a file. @throws as `openRegular`; Error when it has more than `limitBytes`. */
export function readWhole(path: string, limitBytes: number): Buffer {
  const file = openRegular(path);
  try {
    // One byte more tells that there is more.
    const bytes = readEndOf(file, limitBytes + 1);
    if (bytes.length > limitBytes) throw new Error(`${path} has more than ${limitBytes} bytes`);
    return bytes;
  } finally {
    closeSync(file);
  }
}

/**
 * Makes a file anew, whatever had its name, and opens it for reading and writing: what is read by this descriptor is what was written
 * by it. Readable by its owner only.
 */
export function openFresh(path: string): number {
  return withFreshName(path, (fresh) => openSync(fresh, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600));
}

/** Writes a file anew, whole or not at all, whatever had its name. */
export function writeFresh(path: string, content: string | Uint8Array, mode = 0o666): void {
  withFreshName(path, (fresh) => writeFileSync(fresh, content, { flag: "wx", mode }));
}

/** Makes a file under a name that nobody can know before, then gives it its own: a rename follows no link. */
function withFreshName<T>(path: string, make: (fresh: string) => T): T {
  const fresh = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString("hex")}`);
  try {
    const made = make(fresh);
    renameSync(fresh, path);
    return made;
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
