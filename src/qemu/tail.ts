import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** The last `limitBytes` of a file as text, "" when there is none. Reads no more than that, however large it is. */
export function readTail(path: string, limitBytes: number): string {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return "";
  }
  try {
    const size = fstatSync(file).size;
    const buffer = Buffer.alloc(Math.min(size, limitBytes));
    const read = readSync(file, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("utf8", 0, read);
  } finally {
    closeSync(file);
  }
}
