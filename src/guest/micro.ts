/**
 * The smallest guest for a run: a kernel of the host, and an initramfs with its virtio-net modules and
 * busybox, made when needed. It prints almost nothing on its console, because under KVM each character costs
 * exits to QEMU.
 */
import type { OwnFolder } from "../host/private-folder.ts";
import { appletsOf, type Busybox, findBusybox, requireApplets } from "./busybox.ts";
import { type CpioEntry, writeCpio } from "./cpio.ts";
import { type DirectBootGuest, directBootArguments } from "./guest.ts";
import { initScript, KERNEL_ARGUMENTS, LOGIN_PATTERN, PROMPT, PROMPT_PATTERN } from "./init.ts";
import { findKernel, type Kernel, type KernelSearch } from "./kernel.ts";
import { writeMade } from "./made.ts";
import { loadableModules } from "./modules.ts";

export interface MicroOptions extends Pick<KernelSearch, "kernel" | "readPrivileged"> {
  /** The folder in which it is made. */
  readonly folder: OwnFolder;
  readonly signal?: AbortSignal;
}

/** The modules that the guest loads, in addition to their dependencies. */
export const MICRO_MODULES = ["virtio_pci", "virtio_net"];

const INIT = initScript({ guest: "micro", folder: "", gettyOptions: "-L " });

/**
 * Makes the micro guest. It is not cached: making it takes 0.1 s, and others could replace a cached one
 * before the next run.
 *
 * @throws ConfigurationError, with what to install, when the host lacks a kernel, its modules, or a static
 *   busybox
 */
export async function makeMicroGuest(options: MicroOptions): Promise<DirectBootGuest> {
  const { folder, signal } = options;
  const [kernel, busybox] = await Promise.all([findKernel(options), findBusybox()]);
  signal?.throwIfAborted();
  const initramfs = await makeInitramfs(kernel, busybox, signal);
  const boot = {
    kernelPath: kernel.forRootOnly === null ? kernel.path : writeMade(folder, "kernel", kernel.forRootOnly),
    initrdPath: writeMade(folder, "initramfs", initramfs),
    kernelArguments: KERNEL_ARGUMENTS,
  };
  return {
    ...boot,
    name: "micro",
    qemuArguments: directBootArguments(boot),
    loginPattern: LOGIN_PATTERN,
    promptPattern: PROMPT_PATTERN,
    user: "root",
    bootDeadlineMs: 90_000,
    silentUntilLogin: false,
    bootPrompt: null,
    consoleHint:
      "The micro guest prints a panic on this console, so an empty console means that its kernel did not start. Can the accelerator run guests on this host?",
  };
}

const BASE: readonly CpioEntry[] = [
  ...["bin", "dev", "etc", "modules", "proc", "root", "sys", "tmp"].map((path) => ({
    type: "directory" as const,
    path,
  })),
  // The kernel opens it for init before anything is mounted.
  { type: "device", path: "dev/console", kind: "character", major: 5, minor: 1 },
  { type: "file", path: "etc/passwd", contents: "root::0:0:root:/root:/bin/sh\n" },
  { type: "file", path: "etc/group", contents: "root:x:0:\n" },
  { type: "file", path: "etc/profile", contents: `export PATH=/bin HOME=/root PS1='${PROMPT}'\ncd\n` },
];

async function makeInitramfs(kernel: Kernel, busybox: Busybox, signal?: AbortSignal): Promise<Buffer> {
  const [applets, modules] = await Promise.all([
    appletsOf(busybox, signal),
    // If the user's kernel has no modules on this host, assume that everything is built in.
    kernel.modulesDir === null ? [] : loadableModules(kernel.modulesDir, MICRO_MODULES, signal),
  ]);
  requireApplets(busybox, applets);
  return writeCpio([
    ...BASE,
    { type: "file", path: "init", mode: 0o755, contents: INIT },
    { type: "file", path: "bin/busybox", mode: 0o755, contents: busybox.bytes },
    ...[...applets].map((name) => ({ type: "symlink" as const, path: `bin/${name}`, target: "busybox" })),
    ...modules.map(({ name, contents }) => ({ type: "file" as const, path: `modules/${name}.ko`, contents })),
    { type: "file", path: "modules/order", contents: modules.map(({ name }) => `${name}.ko\n`).join("") },
  ]);
}
