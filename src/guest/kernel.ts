/**
 * Finds the kernel that the micro guest boots: the host's newest kernel with modules, in /boot or beside its
 * modules, or the one that the user names. On Ubuntu, only root can read the kernels.
 */
import { constants } from "node:fs";
import { access, readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ConfigurationError, HostError, messageOf } from "../base/errors.ts";
import { compareVersions } from "../base/versions.ts";
import { installing, kernelPackages } from "../host/packages.ts";

export interface Kernel {
  /** As in `uname -r`. */
  readonly version: string;
  readonly path: string;
  /** The image if only root can read the file: QEMU needs a copy. */
  readonly forRootOnly: Buffer | null;
  /** The folder with modules.dep; null when the host has no modules for this kernel. */
  readonly modulesDir: string | null;
}

export interface KernelSearch {
  /** A kernel that the user names: a bzImage or an ELF vmlinux. */
  readonly kernel?: string | undefined;
  /** Reads a file that only root can read. */
  readPrivileged(path: string): Promise<Buffer>;
  readonly bootDir?: string;
  readonly modulesRoots?: readonly string[];
}

const MODULES_ROOTS = ["/lib/modules", "/usr/lib/modules"];

/** @throws ConfigurationError, with what to do, when there is no kernel or the named file is not a kernel */
export async function findKernel(search: KernelSearch): Promise<Kernel> {
  if (search.kernel !== undefined) {
    const path = resolve(search.kernel);
    const { image, forRootOnly } = await readImage(path, search);
    const version = versionIn(image, search.kernel);
    return { version, path, forRootOnly, modulesDir: await modulesOf(version, search) };
  }
  for (const { version, path } of await installedKernels(search)) {
    const modulesDir = await modulesOf(version, search);
    if (modulesDir === null) continue;
    const readable = await access(path, constants.R_OK).then(
      () => true,
      () => false,
    );
    const forRootOnly = readable ? null : (await readImage(path, search)).forRootOnly;
    return { version, path, forRootOnly, modulesDir };
  }
  throw new HostError({
    found:
      "the guest micro boots a kernel of this host, but no kernel with modules was found: neither /boot/vmlinuz-VERSION nor /usr/lib/modules/VERSION/vmlinuz",
    ...installing(kernelPackages(), "or name one: --kernel PATH"),
  });
}

/** All kernels of the host, newest first. Fedora, Arch, and Debian since 14 keep them beside the modules. */
async function installedKernels(search: KernelSearch): Promise<{ version: string; path: string }[]> {
  const found: { version: string; path: string }[] = [];
  for (const root of search.modulesRoots ?? MODULES_ROOTS) {
    for (const version of await namesIn(root)) {
      const path = join(root, version, "vmlinuz");
      if (await exists(path)) found.push({ version, path });
    }
  }
  const bootDir = search.bootDir ?? "/boot";
  for (const name of await namesIn(bootDir)) {
    const version = /^vmlinuz-(.+)$/.exec(name)?.[1];
    if (version !== undefined) found.push({ version, path: join(bootDir, name) });
  }
  return found.sort((a, b) => compareVersions(b.version, a.version));
}

async function modulesOf(version: string, search: KernelSearch): Promise<string | null> {
  for (const root of search.modulesRoots ?? MODULES_ROOTS) {
    const folder = join(root, version);
    if (await exists(join(folder, "modules.dep"))) return folder;
  }
  return null;
}

async function readImage(
  path: string,
  search: KernelSearch,
): Promise<{ image: Buffer; forRootOnly: Buffer | null }> {
  const facts = await stat(path).catch((error: unknown) => {
    throw new ConfigurationError(`the kernel ${path} cannot be used: ${messageOf(error)}`);
  });
  if (!facts.isFile()) throw new ConfigurationError(`the kernel ${path} is not a file`);
  try {
    return { image: await readFile(path), forRootOnly: null };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    const image = await search.readPrivileged(path);
    return { image, forRootOnly: image };
  }
}

/** @throws ConfigurationError when the file cannot be read or is not a kernel */
export async function kernelVersion(path: string): Promise<string> {
  const image = await readFile(path).catch((error: unknown) => {
    throw new ConfigurationError(`${path}: ${messageOf(error)}`);
  });
  return versionIn(image, path);
}

/**
 * The version in a kernel image. A bzImage points to it in its header (Documentation/arch/x86/boot.rst,
 * `kernel_version`). An ELF vmlinux has it in the banner that the kernel prints first.
 */
function versionIn(image: Buffer, what: string): string {
  if (image.length > 0x210 && image.toString("latin1", 0x202, 0x206) === "HdrS") {
    const offset = image.readUInt16LE(0x20e) + 0x200;
    const version = /^[^\s\0]+/.exec(image.toString("latin1", offset, offset + 256))?.[0];
    if (version !== undefined) return version;
  } else if (image.toString("latin1", 0, 4) === "\x7fELF") {
    for (let at = image.indexOf("Linux version "); at >= 0; at = image.indexOf("Linux version ", at + 1)) {
      const version = /^Linux version (\d[^\s\0]*) \(/.exec(image.toString("latin1", at, at + 256))?.[1];
      if (version !== undefined) return version;
    }
  }
  throw new ConfigurationError(
    `${what}: this is not a Linux kernel for x86 (neither a bzImage nor an ELF vmlinux with a version)`,
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
