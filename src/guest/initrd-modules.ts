/**
 * Takes kernel modules out of an initrd. An installer's initrd may lack modules.dep (Debian's is made at
 * boot). So a module's dependencies are read from the source that depmod uses: `depends=` in its section
 * .modinfo.
 */
import { ConfigurationError } from "../base/errors.ts";
import type { InitrdFile } from "./initrd.ts";
import { type KernelModule, moduleName, unpackModule } from "./modules.ts";

const IN_MODULES = /^(?:usr\/)?lib\/modules\/([^/]+)\/(.+)$/;

export interface InitrdModulesOptions {
  /** Names the initrd in messages. */
  readonly what: string;
  readonly files: readonly InitrdFile[];
  /** The kernel's version, as in `uname -r`. */
  readonly version: string;
  readonly wanted: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * The wanted modules and their dependencies, in loading order. Built-in modules are left out. An initrd
 * without any modules gives an empty list: then either everything is built in, or the guest reports that
 * there is no NIC.
 *
 * @throws ConfigurationError when the initrd is for another kernel, or has modules but not these
 */
export async function initrdModules(options: InitrdModulesOptions): Promise<KernelModule[]> {
  const { what, files, version, wanted, signal } = options;
  const modules = new Map<string, InitrdFile>();
  const versions = new Set<string>();
  let builtIn: Set<string> | null = null;
  for (const file of files) {
    const [, folder, rest] = IN_MODULES.exec(file.path) ?? [];
    if (folder === undefined || rest === undefined) continue;
    versions.add(folder);
    if (folder !== version) continue;
    if (/\.ko(\.\w+)?$/.test(rest)) modules.set(moduleName(rest), file);
    if (rest === "modules.builtin") builtIn = new Set(file.contents.toString().split("\n").map(moduleName));
  }
  if (versions.size > 0 && !versions.has(version)) {
    throw new ConfigurationError(
      `${what} has modules for ${[...versions].join(", ")}, but the kernel is ${version}: they do not belong together`,
    );
  }
  if (modules.size === 0) return [];
  const ordered = new Map<string, KernelModule>();
  const add = async (name: string, neededBy: string): Promise<void> => {
    if (ordered.has(name) || builtIn?.has(name)) return;
    const file = modules.get(name);
    if (file === undefined) {
      // Without a list of built-in modules, assume that it is built in.
      if (builtIn === null && neededBy === "") return;
      throw new ConfigurationError(
        `${what} has no module ${name}${neededBy && `, which ${neededBy} needs`}: use an initrd with virtio over PCI`,
      );
    }
    const contents = await unpackModule(file.path, file.contents, signal);
    for (const need of dependsOf(contents)) await add(need, name);
    ordered.set(name, { name, contents });
  };
  for (const name of wanted) await add(moduleName(name), "");
  return [...ordered.values()];
}

/** The module's dependencies: `depends` of modinfo(8). */
function dependsOf(module: Buffer): string[] {
  const info = sectionOf(module, ".modinfo").toString("latin1").split("\0");
  const list = info.find((line) => line.startsWith("depends="))?.slice("depends=".length) ?? "";
  return list
    .split(",")
    .filter((name) => name !== "")
    .map(moduleName);
}

/** The contents of a section of a 64-bit ELF file (elf(5)); empty when there is no section of that name. */
function sectionOf(elf: Buffer, wanted: string): Buffer {
  const tableAt = Number(elf.readBigUInt64LE(0x28));
  const entryBytes = elf.readUInt16LE(0x3a);
  const section = (index: number) => {
    const at = tableAt + index * entryBytes;
    const begin = Number(elf.readBigUInt64LE(at + 0x18));
    return {
      nameAt: elf.readUInt32LE(at),
      contents: elf.subarray(begin, begin + Number(elf.readBigUInt64LE(at + 0x20))),
    };
  };
  const names = section(elf.readUInt16LE(0x3e)).contents;
  for (let index = 0; index < elf.readUInt16LE(0x3c); index++) {
    const { nameAt, contents } = section(index);
    if (names.toString("latin1", nameAt, names.indexOf(0, nameAt)) === wanted) return contents;
  }
  return Buffer.alloc(0);
}
