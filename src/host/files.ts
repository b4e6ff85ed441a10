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

/** What is there is nothing to read. */
export class UnfitFileError extends Error {
  override readonly name = "UnfitFileError";
  readonly fault: "a folder" | "not a regular file" | "too large";
  constructor(message: string, fault: UnfitFileError["fault"]) {
    super(message);
    this.fault = fault;
  }
}

/** For reading. @throws the system's error when it can't be opened (ELOOP: it is a link); UnfitFileError when it is no regular file. */
export function openRegular(path: string): number {
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  const facts = fstatSync(file);
  if (facts.isFile()) return file;
  closeSync(file);
  throw new UnfitFileError(
    `${path} is not a regular file`,
    facts.isDirectory() ? "a folder" : "not a regular file",
  );
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

/** The whole of a file. @throws as `openRegular`; UnfitFileError, before anything is read, when it has more than `limitBytes`. */
export function readWhole(path: string, limitBytes: number): Buffer {
  const file = openRegular(path);
  try {
    const tooLarge = new UnfitFileError(`${path} has more than ${limitBytes} bytes`, "too large");
    if (fstatSync(file).size > limitBytes) throw tooLarge;
    // It may grow meanwhile: one byte more tells that there is more.
    const bytes = readEndOf(file, limitBytes + 1);
    if (bytes.length > limitBytes) throw tooLarge;
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** A file that is known by its descriptor alone: nobody can put another in its place. It is gone when it is closed. */
export function openNameless(folder: string): number {
  const path = join(folder, randomBytes(8).toString("hex"));
  const file = openSync(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  rmSync(path);
  return file;
}

/** Writes a file anew, whole or not at all, whatever had its name. */
export const writeFresh = (path: string, content: string | Uint8Array, mode = 0o666): void =>
  closeSync(openFresh(path, content, mode));

/** The same, still open to have more appended: whatever has its name by then. */
export function openFresh(path: string, content: string | Uint8Array, mode = 0o666): number {
  // Under a name that nobody can know before; a rename follows no link.
  const fresh = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString("hex")}`);
  const file = openSync(fresh, "ax", mode);
  try {
    writeFileSync(file, content);
    renameSync(fresh, path);
    return file;
  } catch (error) {
    closeSync(file);
    rmSync(fresh, { force: true });
    throw error;
  }
}
