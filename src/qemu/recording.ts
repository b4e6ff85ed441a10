/**
 * What a QEMU writes without our asking for it (its console's log, its stderr), kept bounded however much it is. QEMU writes into
 * a pipe with a name, see fifo(7), and we write a file of it that never grows beyond a limit: when it is full, its older part goes.
 * A limit on the files that QEMU itself writes would hit the disks of its user as well.
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

/** A recording's file has at least this much of the end of what was written, and at most about twice as much. */
export const KEPT_BYTES = 1 << 20;

/** What is read at once: what a pipe holds, see pipe(7). */
const CHUNK_BYTES = 1 << 16;

export interface Recording {
  /** What was written until now is in the file when this returns. */
  flush(): void;
  /** Nothing is read any more. A process that goes on writing gets an error for it. */
  close(): void;
}

/** Where QEMU writes what is recorded in the file `path`. */
export const pipeOf = (path: string): string => `${path}.pipe`;

/**
 * Records into the files `paths`, each through a pipe of its own beside it. None of them may exist yet, and their folder must be
 * private. A file that cannot be written any more is told once; what comes for it then is read all the same, so that QEMU goes on.
 *
 * @throws Error when the pipes cannot be made.
 */
export function startRecordings(paths: readonly string[], tell: (problem: string) => void): Recording[] {
  execFileSync(tool("mkfifo"), ["-m", "600", "--", ...paths.map(pipeOf)], { stdio: "pipe" });
  return paths.map((path) => record(path, tell));
}

/** The folder is private, but QEMU has our user id and is at work there: what we open must be what we made. */
function openPipe(path: string): number {
  const { O_RDWR, O_NONBLOCK, O_NOFOLLOW } = constants;
  const pipe = openSync(path, O_RDWR | O_NONBLOCK | O_NOFOLLOW);
  if (fstatSync(pipe).isFIFO()) return pipe;
  closeSync(pipe);
  throw new Error(`${path} is not the pipe that was made there`);
}

function record(path: string, tell: (problem: string) => void): Recording {
  // For reading and writing, so that it is open at once, and no end is seen before QEMU has opened it, or when QEMU is gone.
  const pipe = openPipe(pipeOf(path));
  // By its descriptor from now on: its name could be another file's by then.
  const file = openSync(path, "ax+", 0o600);
  let fileBytes = 0;
  let seenBytes = 0;
  let closed = false;
  let full = false;

  /** The file anew: a line that says what is missing, and the end of what there was. */
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
      tell(`the recording ${path} ends here, as it cannot be written any more: ${messageOf(error)}`);
    }
  };
  const socket = new Socket({ fd: pipe, readable: true, writable: false });
  socket.on("error", () => undefined);
  socket.on("data", add);
  // Whoever waits for QEMU waits for its process, not for this.
  socket.unref();

  const flush = () => {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    // A writer that is faster than we are is not waited for.
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
