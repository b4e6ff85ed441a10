/** Unpacks modules of kernels, and initrds: by Node where it can, otherwise by the host's programs. */
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { ConfigurationError, HostError, messageOf } from "../base/errors.ts";
import { runToEnd } from "../host/exec.ts";
import { installing } from "../host/packages.ts";
import { findInSystem } from "../host/system-folders.ts";

export type Packing = "gzip" | "xz" | "zstd" | "bzip2" | "lz4";

/** The name of the package, when it is not that of the program. */
const PACKAGES: Partial<Record<Packing, string>> = { xz: "xz-utils" };

/**
 * The bytes that were packed. `what` names them: "the module PATH".
 * @throws ConfigurationError when they are damaged; HostError when the program for it is missing; the signal's reason.
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

/** Only newer Nodes have it. */
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
  const path = findInSystem(program);
  if (path === null) {
    throw new HostError({
      found: `${what} is packed, and the program ${program} to unpack it is missing`,
      ...installing([PACKAGES[program] ?? program]),
    });
  }
  const { failure, stdout, stderr } = await runToEnd(path, ["-d", "-c"], {
    input: packed,
    // A whole initrd unpacked.
    maxOutputBytes: 2 ** 31,
    ...(signal && { signal }),
  });
  if (failure === null) return stdout;
  const said = stderr.toString("utf8").trim();
  throw new ConfigurationError(`${what} cannot be unpacked: ${program} ${failure}${said && `: ${said}`}`);
}
