/**
 * The kernel that the micro guest boots: the newest of the host that has modules, itself in /boot or beside them, or one that the
 * user names. Ubuntu keeps its kernels from all but root.
 */
import { constants } from "node:fs";
import { access, readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ConfigurationError, HostError, messageOf } from "../base/errors.ts";
import { compareVersions } from "../base/versions.ts";
import { installing, kernelPackages } from "../host/packages.ts";

export interface Kernel {
  /** As `uname -r` says it. */
  readonly version: string;
  readonly path: string;
  /** The image, where only root can read it: QEMU needs a copy. */
  readonly forRootOnly: Buffer | null;
  /** The folder with modules.dep, or null where the host has none for this kernel. */
  readonly modulesDir: string | null;
}

export interface KernelSearch {
  /** The user's own: a bzImage or an ELF vmlinux. */
  readonly kernel?: string | undefined;
  /** Reads a file that only root may read. */
  readPrivileged(path: string): Promise<Buffer>;
  readonly bootDir?: string;
  readonly modulesRoots?: readonly string[];
}

const MODULES_ROOTS = ["/lib/modules", "/usr/lib/modules"];

/** @throws ConfigurationError, with what to install or to say, when there is no kernel or the named one is none. */
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
      "the guest micro boots a kernel of this host, and there is none with its modules: neither /boot/vmlinuz-VERSION nor /usr/lib/modules/VERSION/vmlinuz",
    ...installing(kernelPackages(), "or name one: --kernel PATH"),
  });
}

/** All kernels of the host, newest first. Fedora, Arch and Debian from 14 on keep them among the modules. */
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

/** @throws ConfigurationError when the file can't be read or is no kernel. */
export async function kernelVersion(path: string): Promise<string> {
  const image = await readFile(path).catch((error: unknown) => {
    throw new ConfigurationError(`${path}: ${messageOf(error)}`);
  });
  return versionIn(image, path);
}

/**
 * The version that a kernel image says it is. A bzImage points to it in its header (Documentation/arch/x86/boot.rst,
 * `kernel_version`); in an ELF vmlinux it is in the banner that the kernel prints first.
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
    `${what}: this is no Linux kernel for x86 (neither a bzImage nor an ELF vmlinux that tells its version)`,
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
