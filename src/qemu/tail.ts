/** The ends of files that may be large. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** The last `limitBytes` of a file as text, "" when there is none. Reads no more than that, however large it is. */
export const readTail = (path: string, limitBytes: number): string =>
  readTailBytes(path, limitBytes).toString("utf8");

/** The same as bytes. */
export function readTailBytes(path: string, limitBytes: number): Buffer {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return Buffer.alloc(0);
  }
  try {
    const size = fstatSync(file).size;
    const buffer = Buffer.alloc(Math.min(size, limitBytes));
    return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, size - buffer.length));
  } finally {
    closeSync(file);
  }
}

/** Text of a guest's or a QEMU's for a person's terminal: without control characters, which could make it say something else. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what goes
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
