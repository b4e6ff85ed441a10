/**
 * A guest from a distribution's installer or netboot kernel and initrd. The initrd stays unchanged. A small
 * archive is appended, with its files in a separate folder: an init, the host's busybox, and the initrd's
 * virtio-net modules, unpacked and in loading order. The kernel merges both archives, and `rdinit=` selects
 * our init.
 */
import { readFile } from "node:fs/promises";
import type { OwnFolder } from "../host/private-folder.ts";
import { appletsOf, type Busybox, findBusybox, requireApplets } from "./busybox.ts";
import { type CpioEntry, writeCpio } from "./cpio.ts";
import { type DirectBootGuest, directBootArguments } from "./guest.ts";
import { initScript, KERNEL_ARGUMENTS, LOGIN_PATTERN, PROMPT, PROMPT_PATTERN } from "./init.ts";
import { readInitrd } from "./initrd.ts";
import { initrdModules } from "./initrd-modules.ts";
import { kernelVersion } from "./kernel.ts";
import { writeMade } from "./made.ts";
import type { KernelModule } from "./modules.ts";

export interface KernelInitrdOptions {
  /** The folder in which it is made. */
  readonly folder: OwnFolder;
  /** Kernel and initrd are verified if a digest was given. */
  readonly kernelPath: string;
  readonly initrdPath: string;
  readonly signal?: AbortSignal;
}

const NAME = "kernel-initrd";
/** A folder that no initrd uses. */
const FOLDER = "/tap-migration";
/** virtio_net depends on the rest; virtio_pci detects the card. */
const MODULES = ["virtio_pci", "virtio_net"];

/**
 * getty asks for the user name and starts this. It asks for nothing and ignores the initrd's accounts:
 * passwords, shells, terminals that root may use.
 */
const LOGIN = `#!${FOLDER}/bin/sh
export PATH=${FOLDER}/bin HOME=/root ENV=${FOLDER}/profile
cd
exec sh -i
`;
const INIT = initScript({ guest: NAME, folder: FOLDER, gettyOptions: `-L -i -l ${FOLDER}/login ` });

/**
 * Makes the guest; nothing is cached.
 *
 * @throws ConfigurationError when kernel or initrd is unusable, or the host lacks a static busybox
 */
export async function makeKernelInitrdGuest(options: KernelInitrdOptions): Promise<DirectBootGuest> {
  const { folder, kernelPath, signal } = options;
  const [busybox, initrd, version] = await Promise.all([
    findBusybox(),
    readFile(options.initrdPath),
    kernelVersion(kernelPath),
  ]);
  signal?.throwIfAborted();
  const what = `the initrd ${options.initrdPath}`;
  const files = await readInitrd(what, initrd, signal);
  const modules = await initrdModules({ what, files, version, wanted: MODULES, signal });
  const ours = await makeArchive(busybox, modules, signal);
  // The kernel expects the next archive at a multiple of four.
  const initrdPath = writeMade(
    folder,
    "initrd",
    Buffer.concat([initrd, Buffer.alloc(-initrd.length & 3), ours]),
  );
  const boot = {
    kernelPath,
    initrdPath,
    kernelArguments: [...KERNEL_ARGUMENTS, `rdinit=${FOLDER}/init`],
  };
  return {
    ...boot,
    name: NAME,
    qemuArguments: directBootArguments(boot),
    loginPattern: LOGIN_PATTERN,
    promptPattern: PROMPT_PATTERN,
    user: "root",
    bootDeadlineMs: 180_000,
    silentUntilLogin: false,
    bootPrompt: null,
    consoleHint:
      "This guest prints a panic on this console, so an empty console means that its kernel did not start. Can the accelerator run guests on this host? Is memory large enough for the unpacked initrd?",
  };
}

async function makeArchive(
  busybox: Busybox,
  modules: readonly KernelModule[],
  signal?: AbortSignal,
): Promise<Buffer> {
  const applets = await appletsOf(busybox, signal);
  requireApplets(busybox, applets);
  const own = (path: string) => `${FOLDER.slice(1)}/${path}`;
  const directory = (path: string): CpioEntry => ({ type: "directory", path });
  return writeCpio([
    ...["dev", "proc", "root", "sys", "tmp", FOLDER.slice(1), own("bin"), own("modules")].map(directory),
    // The kernel opens it for init before anything is mounted.
    { type: "device", path: "dev/console", kind: "character", major: 5, minor: 1 },
    { type: "file", path: own("init"), mode: 0o755, contents: INIT },
    { type: "file", path: own("login"), mode: 0o755, contents: LOGIN },
    { type: "file", path: own("profile"), contents: `PS1='${PROMPT}'\n` },
    { type: "file", path: own("bin/busybox"), mode: 0o755, contents: busybox.bytes },
    ...[...applets].map((name) => ({
      type: "symlink" as const,
      path: own(`bin/${name}`),
      target: "busybox",
    })),
    ...modules.map(({ name, contents }) => ({
      type: "file" as const,
      path: own(`modules/${name}.ko`),
      contents,
    })),
    {
      type: "file",
      path: own("modules/order"),
      contents: modules.map(({ name }) => `${name}.ko\n`).join(""),
    },
  ]);
}
