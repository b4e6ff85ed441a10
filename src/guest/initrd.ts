/**
 * Reads the files of an initrd. The kernel accepts any number of concatenated archives, compressed or not,
 * with zeros between them (Documentation/driver-api/early-userspace/buffer-format.rst). Distributions put
 * microcode into a separate cpio archive at the front.
 */
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { type Packing, unpack } from "./unpack.ts";

export interface InitrdFile {
  /** Without a leading slash or `./`. */
  readonly path: string;
  readonly contents: Buffer;
}

/** The first bytes of compressed archives. gzip is not in the list: Node unpacks it and finds its end. */
const MAGICS: readonly (readonly [Packing, string])[] = [
  ["xz", "fd377a585a00"],
  ["xz", "5d0000"], // the older .lzma, which the program xz reads too
  ["zstd", "28b52ffd"],
  ["bzip2", "425a68"],
  ["lz4", "02214c18"],
];
const GZIP = "1f8b";
const HEADER_BYTES = 110;
const REGULAR_FILE = 0o100000;
const FILE_TYPE_MASK = 0o170000;

/**
 * The regular files of all archives. A later file comes after an earlier one of the same path.
 *
 * @throws ConfigurationError when it is not an initrd, or the program to unpack it is missing
 */
export async function readInitrd(what: string, bytes: Buffer, signal?: AbortSignal): Promise<InitrdFile[]> {
  const files: InitrdFile[] = [];
  for (let at = skipZeros(bytes, 0); at < bytes.length; at = skipZeros(bytes, at)) {
    signal?.throwIfAborted();
    const rest = bytes.subarray(at);
    const magic = rest.toString("hex", 0, 6);
    if (isCpio(rest)) {
      at += readCpio(what, rest, files);
      continue;
    }
    const { contents, packedBytes } = magic.startsWith(GZIP)
      ? await gunzipFront(what, rest)
      : await unpackRest(what, rest, magic, signal);
    files.push(...(await readInitrd(what, contents, signal)));
    at += packedBytes;
  }
  return files;
}

const isCpio = (bytes: Buffer) => /^07070[12]$/.test(bytes.toString("latin1", 0, 6));

function skipZeros(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] === 0) at += 1;
  return at;
}

/** Adds the files of the "newc" archive at the front, and returns the archive's length. */
function readCpio(what: string, bytes: Buffer, files: InitrdFile[]): number {
  for (let at = 0; ; ) {
    const header = bytes.toString("latin1", at, at + HEADER_BYTES);
    if (!/^07070[12][0-9A-Fa-f]{104}$/.test(header)) {
      throw new ConfigurationError(`${what} is damaged: it breaks off within a cpio archive`);
    }
    const field = (index: number) => Number.parseInt(header.slice(6 + 8 * index, 14 + 8 * index), 16);
    const [mode, fileBytes, nameBytes] = [field(1), field(6), field(11)];
    const nameEnd = at + HEADER_BYTES + nameBytes;
    const name = bytes.toString("utf8", at + HEADER_BYTES, nameEnd - 1);
    const begin = (nameEnd + 3) & ~3;
    const end = begin + fileBytes;
    if (end > bytes.length)
      throw new ConfigurationError(`${what} is damaged: its file ${name} is incomplete`);
    at = (end + 3) & ~3;
    if (name === "TRAILER!!!") return Math.min(at, bytes.length);
    if ((mode & FILE_TYPE_MASK) === REGULAR_FILE) {
      files.push({ path: name.replace(/^(\.?\/)+/, ""), contents: bytes.subarray(begin, end) });
    }
  }
}

interface Unpacked {
  readonly contents: Buffer;
  readonly packedBytes: number;
}

async function gunzipFront(what: string, bytes: Buffer): Promise<Unpacked> {
  // With `info`, the result says how much input was consumed; the types lack this.
  const gunzip = promisify(zlib.gunzip) as unknown as (
    bytes: Buffer,
    options: zlib.ZlibOptions,
  ) => Promise<{ buffer: Buffer; engine: zlib.Gunzip }>;
  try {
    const { buffer, engine } = await gunzip(bytes, { info: true });
    return { contents: buffer, packedBytes: engine.bytesWritten };
  } catch (error) {
    throw new ConfigurationError(`${what} cannot be unpacked: ${messageOf(error)}`);
  }
}

/** Programs do not say where the archive ends, so only zeros may follow it. */
async function unpackRest(
  what: string,
  bytes: Buffer,
  magic: string,
  signal?: AbortSignal,
): Promise<Unpacked> {
  const packing = MAGICS.find(([, begin]) => magic.startsWith(begin))?.[0];
  if (packing === undefined) {
    throw new ConfigurationError(
      `${what} cannot be read as an initrd: it has the bytes ${magic} where a cpio archive, compressed or not, was expected`,
    );
  }
  return { contents: await unpack(packing, what, bytes, signal), packedBytes: bytes.length };
}
