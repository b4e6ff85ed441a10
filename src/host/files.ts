/**
 * Files that a QEMU, a guest, a pull request or another user could have placed or replaced. They may be a link to somebody else's file,
 * a pipe whose open waits for ever, or an endless device. All are opened here: links are not followed, only regular files are read,
 * nothing waits, and reads are bounded. See open(2), O_NOFOLLOW and O_NONBLOCK.
 */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK } = constants;

/** What is at the path is not to be read. */
export class UnfitFileError extends Error {
  override readonly name = "UnfitFileError";
  readonly fault: "a folder" | "not a regular file" | "too large";
  constructor(message: string, fault: UnfitFileError["fault"]) {
    super(message);
    this.fault = fault;
  }
}

/** Opens a file for reading. @throws system errors (ELOOP: it is a link); UnfitFileError when it is no regular file. */
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

/** The last `limitBytes` of a file; empty when it is missing or no regular file. */
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

/** A whole file. @throws as `openRegular`; UnfitFileError, before reading, when it has more than `limitBytes`. */
export function readWhole(path: string, limitBytes: number): Buffer {
  const file = openRegular(path);
  try {
    const tooLarge = new UnfitFileError(`${path} has more than ${limitBytes} bytes`, "too large");
    if (fstatSync(file).size > limitBytes) throw tooLarge;
    // The file may grow meanwhile: one more byte shows that.
    const bytes = readEndOf(file, limitBytes + 1);
    if (bytes.length > limitBytes) throw tooLarge;
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** A file without a name, known by its descriptor only: nobody can replace it. It is gone when closed. */
export function openNameless(folder: string): number {
  const path = join(folder, randomBytes(8).toString("hex"));
  const file = openSync(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  rmSync(path);
  return file;
}

/** Writes a file, whole or not at all. It replaces whatever had the name. */
export const writeFresh = (path: string, content: string | Uint8Array, mode = 0o666): void =>
  closeSync(openFresh(path, content, mode));

/** The same, and returns its descriptor, to append to this very file whatever has its name later. */
export function openFresh(path: string, content: string | Uint8Array, mode = 0o666): number {
  // First under a random name: nobody can prepare a link there, and rename() follows none.
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

export interface NamelessFile extends Disposable {
  /** Other processes of this user, and root's, can open it by this path until this process ends. */
  readonly path: string;
  /** The last `limitBytes` of what was written into it. */
  read(limitBytes: number): Buffer;
}

/** A temporary file that needs no cleaning up, not even after SIGKILL: it goes with the last process that has it open. */
export function makeNamelessFile(): NamelessFile {
  const folder = mkdtempSync(join(tmpdir(), "tapmig-"));
  try {
    const file = openSync(join(folder, "file"), O_RDWR | O_CREAT | O_EXCL, 0o600);
    return {
      path: `/proc/${process.pid}/fd/${file}`,
      read: (limitBytes) => readEndOf(file, limitBytes),
      [Symbol.dispose]: () => closeSync(file),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
