/**
 * Kernel modules for a guest without modprobe: the files in loading order, unpacked, because insmod passes
 * the bytes to the kernel unchanged.
 *
 * depmod writes all direct and indirect dependencies of a module into one line of modules.dep. Loading them
 * from right to left loads each one after its own dependencies (modules.dep(5)).
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { type Packing, unpack } from "./unpack.ts";

export interface KernelModule {
  /** With underscores, as in lsmod. */
  readonly name: string;
  /** The ELF object. */
  readonly contents: Buffer;
}

/**
 * The wanted modules and their dependencies, in loading order. Built-in modules are left out.
 *
 * @throws ConfigurationError when a module is neither a file nor built in, or a program to unpack it is
 *   missing
 */
export async function loadableModules(
  modulesDir: string,
  wanted: readonly string[],
  signal?: AbortSignal,
): Promise<KernelModule[]> {
  const dependencies = await readTable(join(modulesDir, "modules.dep"));
  const builtIn = await builtInModules(modulesDir);
  const order = new Set<string>();
  for (const name of wanted.map(moduleName)) {
    const line = dependencies.get(name);
    if (line !== undefined) {
      for (const path of line.toReversed()) order.add(path);
    } else if (builtIn !== null && !builtIn.has(name)) {
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

const PACKINGS: Readonly<Record<string, Packing>> = { gz: "gzip", xz: "xz", zst: "zstd" };

/** The module's name for a path or a name: `-` and `_` are the same to the kernel. */
export function moduleName(path: string): string {
  return basename(path)
    .replace(/\.ko(\.\w+)?$/, "")
    .replaceAll("-", "_");
}

/** Maps a module's name to its own path, followed by the paths of its dependencies in the order of the line. */
async function readTable(path: string): Promise<Map<string, string[]>> {
  const lines = await readLines(path);
  return new Map(
    lines.map((line) => {
      const [own = "", needs = ""] = line.split(":");
      return [moduleName(own), [own, ...needs.split(" ").filter((need) => need !== "")]];
    }),
  );
}

/**
 * Null when the list is missing; not every copy of a kernel's modules has it. Then a module without a file is
 * assumed to be built in. If it is not, the guest will have no NIC.
 */
async function builtInModules(modulesDir: string): Promise<ReadonlySet<string> | null> {
  const path = join(modulesDir, "modules.builtin");
  return existsSync(path) ? new Set((await readLines(path)).map(moduleName)) : null;
}

async function readLines(path: string): Promise<string[]> {
  try {
    return (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  } catch (error) {
    throw new ConfigurationError(
      `the kernel's list of modules cannot be read: ${messageOf(error)}. Is its package complete? (depmod makes modules.dep)`,
    );
  }
}

async function readModule(path: string, signal?: AbortSignal): Promise<Buffer> {
  return unpackModule(path, await readFile(path), signal);
}

/**
 * Returns the ELF object in a module's file.
 *
 * @throws ConfigurationError when the file is not a module, or a program to unpack it is missing
 */
export async function unpackModule(path: string, file: Buffer, signal?: AbortSignal): Promise<Buffer> {
  const packing = PACKINGS[/\.ko\.(\w+)$/.exec(path)?.[1] ?? ""];
  const contents = packing === undefined ? file : await unpack(packing, `the module ${path}`, file, signal);
  if (contents.toString("latin1", 0, 4) !== "\x7fELF") {
    throw new ConfigurationError(`${path} is not a kernel module`);
  }
  return contents;
}
