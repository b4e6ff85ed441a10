/** The ends of what QEMUs and guests wrote. */
import { readEnd } from "../host/files.ts";

/** The last `limitBytes` of a file as text, "" when there is none. Reads no more than that, however large it is. */
export const readTail = (path: string, limitBytes: number): string =>
  readEnd(path, limitBytes).toString("utf8");

/** Text of a guest's or a QEMU's for a person's terminal: without control characters, which could make it say something else. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what goes
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
