/**
 * Records QEMU's console log and stderr with limited size, however much QEMU writes. QEMU writes into a named
 * pipe, see fifo(7), and we copy it into a file. When the file reaches its limit, its older part is dropped.
 * A limit on file sizes for QEMU itself (ulimit) would also apply to its user's disks.
 */
import { execFileSync } from "node:child_process";
import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { Socket } from "node:net";
import { messageOf } from "../base/errors.ts";
import { readEndOf } from "../host/files.ts";
import { tool } from "../host/tools.ts";

/** A recording's file keeps at least this much of the end of the output, and at most about twice as much. */
export const KEPT_BYTES = 1 << 20;

/** Bytes per read: the capacity of a pipe, see pipe(7). */
const CHUNK_BYTES = 1 << 16;

export interface Recording {
  /** Copies everything written so far into the file. */
  flush(): void;
  /** Stops reading. A process that continues to write gets an error. */
  close(): void;
}

/** The pipe into which QEMU writes for the file `path`. */
export const pipeOf = (path: string): string => `${path}.pipe`;

/**
 * Records into the files `paths`, each through a pipe beside it. The files must not exist, and their folder
 * must be private. When a file can no longer be written, `tell` is called once. Its pipe is still read, so
 * that QEMU does not block.
 *
 * @throws Error when the pipes cannot be made
 */
export function startRecordings(paths: readonly string[], tell: (problem: string) => void): Recording[] {
  execFileSync(tool("mkfifo"), ["-m", "600", "--", ...paths.map(pipeOf)], { stdio: "pipe" });
  return paths.map((path) => record(path, tell));
}

/** The folder is private, but QEMU has our user id and can change it: we must open the pipe that we made. */
function openPipe(path: string): number {
  const { O_RDWR, O_NONBLOCK, O_NOFOLLOW } = constants;
  const pipe = openSync(path, O_RDWR | O_NONBLOCK | O_NOFOLLOW);
  if (fstatSync(pipe).isFIFO()) return pipe;
  closeSync(pipe);
  throw new Error(`${path} is not the pipe that was made there`);
}

function record(path: string, tell: (problem: string) => void): Recording {
  // Opened for reading and writing: this does not block, and there is no end of file before QEMU opens it or
  // after it ends.
  const pipe = openPipe(pipeOf(path));
  // From now on the file is used by its descriptor, because QEMU could replace the file of this name.
  const file = openSync(path, "ax+", 0o600);
  let fileBytes = 0;
  let seenBytes = 0;
  let closed = false;
  let full = false;

  /** Rewrites the file: a line that says how much is missing, then the end of the old content. */
  const shorten = () => {
    const end = readEndOf(file, KEPT_BYTES);
    const note = Buffer.from(`[${seenBytes - end.length} bytes are left out here]\n`);
    ftruncateSync(file);
    writeFileSync(file, Buffer.concat([note, end]));
    fileBytes = note.length + end.length;
  };
  const add = (chunk: Buffer) => {
    seenBytes += chunk.length;
    if (full) return;
    try {
      for (let from = 0; from < chunk.length; ) from += writeSync(file, chunk, from);
      fileBytes += chunk.length;
      if (fileBytes >= 2 * KEPT_BYTES) shorten();
    } catch (error) {
      full = true;
      tell(`the recording ${path} ends here, because it can no longer be written: ${messageOf(error)}`);
    }
  };
  const socket = new Socket({ fd: pipe, readable: true, writable: false });
  socket.on("error", () => undefined);
  socket.on("data", add);
  // The pipe must not keep this program running: callers wait for QEMU's process.
  socket.unref();

  const flush = () => {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    // A limited number of reads: a fast writer could keep us here forever.
    for (let times = 0; times < 16 && !closed; times += 1) {
      let bytes: number;
      try {
        bytes = readSync(pipe, chunk);
      } catch {
        // EAGAIN: it is empty.
        return;
      }
      add(chunk.subarray(0, bytes));
    }
  };
  return {
    flush,
    close() {
      if (closed) return;
      flush();
      closed = true;
      socket.destroy();
      closeSync(file);
    },
  };
}
