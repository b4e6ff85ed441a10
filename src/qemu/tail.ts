/** The last output of QEMU and guests. */
import { readEnd } from "../host/files.ts";

/** The last `limitBytes` of a file as text; "" when there is no file. Reads no more, however large the file is. */
export const readTail = (path: string, limitBytes: number): string =>
  readEnd(path, limitBytes).toString("utf8");

/** Text of a guest or QEMU for a terminal, without control characters, which could change what the terminal shows. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removes control characters
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
