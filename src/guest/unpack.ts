/** Unpacks what kernels' modules and initrds are packed with: here where Node can, by the host's own programs elsewhere. */
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { execa } from "execa";
import { ConfigurationError, HostError, messageOf } from "../base/errors.ts";
import { installing } from "../host/packages.ts";

export type Packing = "gzip" | "xz" | "zstd" | "bzip2" | "lz4";

/** Of the package, where it is called otherwise than the program. */
const PACKAGES: Partial<Record<Packing, string>> = { xz: "xz-utils" };

/**
 * The bytes that were packed. `what` names it: "the module PATH".
 * @throws ConfigurationError when they are damaged, or the program for it is missing.
 */
export async function unpack(
  packing: Packing,
  what: string,
  packed: Buffer,
  signal?: AbortSignal,
): Promise<Buffer> {
  if (packing === "gzip") return unpackHere(zlib.gunzip, what, packed);
  if (packing === "zstd" && zstdDecompress !== undefined) return unpackHere(zstdDecompress, what, packed);
  return unpackBy(packing, what, packed, signal);
}

type Unpacker = (packed: Buffer, done: (error: Error | null, contents: Buffer) => void) => void;

/** In newer Nodes only. */
const zstdDecompress = (zlib as { zstdDecompress?: Unpacker }).zstdDecompress;

async function unpackHere(unpacker: Unpacker, what: string, packed: Buffer): Promise<Buffer> {
  return promisify(unpacker)(packed).catch((error: unknown) => {
    throw new ConfigurationError(`${what} cannot be unpacked: ${messageOf(error)}`);
  });
}

async function unpackBy(
  program: Packing,
  what: string,
  packed: Buffer,
  signal?: AbortSignal,
): Promise<Buffer> {
  const result = await execa(program, ["-d", "-c"], {
    input: packed,
    encoding: "buffer",
    // A whole initrd unpacked; execa's own limit is 100 MB.
    maxBuffer: 2 ** 31,
    reject: false,
    ...(signal && { cancelSignal: signal }),
  });
  if (result.code === "ENOENT") {
    throw new HostError({
      found: `${what} is packed, and the program ${program} to unpack it is missing`,
      ...installing([PACKAGES[program] ?? program]),
    });
  }
  signal?.throwIfAborted();
  if (result.failed) {
    throw new ConfigurationError(
      `${what} cannot be unpacked: ${Buffer.from(result.stderr).toString().trim()}`,
    );
  }
  return Buffer.from(result.stdout);
}
