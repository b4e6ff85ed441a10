/**
 * Kernel modules for a guest that has no modprobe: which files, in which order, and unpacked, since insmod gives the kernel the
 * bytes as they are.
 *
 * depmod writes all that a module needs, directly or not, into one line of modules.dep, so that read from right to left each
 * is loaded after what it needs itself (modules.dep(5)).
 */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { execa } from "execa";
import { ConfigurationError, messageOf } from "../errors.ts";

export interface KernelModule {
  /** With underscores, as lsmod names it. */
  readonly name: string;
  /** The ELF object. */
  readonly contents: Buffer;
}

/**
 * The modules wanted and all that they need, in the order in which to load them. What the kernel has built in is left out.
 *
 * @throws ConfigurationError when one is neither there nor built in, or a program to unpack it is missing.
 */
export async function loadableModules(
  modulesDir: string,
  wanted: readonly string[],
  signal?: AbortSignal,
): Promise<KernelModule[]> {
  const dependencies = await readTable(join(modulesDir, "modules.dep"));
  const builtIn = new Set((await readLines(join(modulesDir, "modules.builtin"))).map(moduleName));
  const order = new Set<string>();
  for (const name of wanted.map(moduleName)) {
    const line = dependencies.get(name);
    if (line !== undefined) {
      for (const path of line.toReversed()) order.add(path);
    } else if (!builtIn.has(name)) {
      throw new ConfigurationError(
        `the kernel of ${modulesDir} has no module ${name}, neither as a file nor built in: install its full set of modules (and run depmod), or take another kernel with --kernel PATH`,
      );
    }
  }
  return Promise.all(
    [...order].map(async (path) => ({
      name: moduleName(path),
      contents: await readModule(join(modulesDir, path), signal),
    })),
  );
}

/** The module of this path, or of this name: `-` and `_` are the same to the kernel. */
function moduleName(path: string): string {
  return basename(path)
    .replace(/\.ko(\.\w+)?$/, "")
    .replaceAll("-", "_");
}

/** From a module's name to its own path and then those of what it needs, as they stand in the line. */
async function readTable(path: string): Promise<Map<string, string[]>> {
  const lines = await readLines(path);
  return new Map(
    lines.map((line) => {
      const [own = "", needs = ""] = line.split(":");
      return [moduleName(own), [own, ...needs.split(" ").filter((need) => need !== "")]];
    }),
  );
}

async function readLines(path: string): Promise<string[]> {
  try {
    return (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  } catch (error) {
    throw new ConfigurationError(
      `the kernel's list of modules cannot be read: ${messageOf(error)}. Is its package whole? (depmod makes modules.dep)`,
    );
  }
}

async function readModule(path: string, signal?: AbortSignal): Promise<Buffer> {
  const contents = await unpack(path, await readFile(path), signal);
  if (contents.toString("latin1", 0, 4) !== "\x7fELF") {
    throw new ConfigurationError(`${path} is not a kernel module`);
  }
  return contents;
}

async function unpack(path: string, file: Buffer, signal?: AbortSignal): Promise<Buffer> {
  if (path.endsWith(".gz")) return unpackHere(zlib.gunzip, path, file);
  if (path.endsWith(".xz")) return unpackBy("xz", "xz-utils", path, file, signal);
  if (!path.endsWith(".zst")) return file;
  if (zstdDecompress !== undefined) return unpackHere(zstdDecompress, path, file);
  return unpackBy("zstd", "zstd", path, file, signal);
}

type Unpacker = (file: Buffer, done: (error: Error | null, contents: Buffer) => void) => void;

/** In newer Nodes only. */
const zstdDecompress = (zlib as { zstdDecompress?: Unpacker }).zstdDecompress;

async function unpackHere(unpacker: Unpacker, path: string, file: Buffer): Promise<Buffer> {
  return promisify(unpacker)(file).catch((error: unknown) => {
    throw new ConfigurationError(`the module ${path} cannot be unpacked: ${messageOf(error)}`);
  });
}

async function unpackBy(
  program: string,
  packageName: string,
  path: string,
  file: Buffer,
  signal?: AbortSignal,
): Promise<Buffer> {
  const result = await execa(program, ["-d", "-c"], {
    input: file,
    encoding: "buffer",
    reject: false,
    ...(signal && { cancelSignal: signal }),
  });
  if (result.code === "ENOENT") {
    throw new ConfigurationError(
      `the module ${path} is packed, and the program ${program} to unpack it is missing: install the package ${packageName} (Debian, Ubuntu: apt-get install ${packageName})`,
    );
  }
  signal?.throwIfAborted();
  if (result.failed) {
    throw new ConfigurationError(
      `the module ${path} cannot be unpacked: ${Buffer.from(result.stderr).toString().trim()}`,
    );
  }
  return Buffer.from(result.stdout);
}
