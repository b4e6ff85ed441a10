/**
 * The smallest guest that has what a run needs: a kernel of the host, its virtio-net modules, and busybox, in an initramfs that is
 * made here in a moment. It says next to nothing on its console: under KVM each character there costs exits to QEMU.
 */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { ConfigurationError } from "../errors.ts";
import { appletsOf, type Busybox, findBusybox } from "./busybox.ts";
import { type CpioEntry, writeCpio } from "./cpio.ts";
import { type DirectBootGuest, directBootArguments } from "./guest.ts";
import { digestOf, kept } from "./kept.ts";
import { findKernel, type Kernel, type KernelSearch } from "./kernel.ts";
import { loadableModules } from "./modules.ts";

export interface MicroOptions extends Pick<KernelSearch, "cacheDir" | "kernel" | "readPrivileged"> {
  readonly signal?: AbortSignal;
}

const MODULES = ["virtio_pci", "virtio_net"];

/** What the start script and a run call for. Nearly every busybox is all of them and some hundred more. */
const NEEDED_APPLETS = "sh mount hostname insmod getty login sleep echo ip ping stty ls wc cat".split(" ");

/**
 * `mitigations` to `lsm`: hardening that costs a guest time and shields it from nobody here. `cryptomgr.notests`: under emulation
 * the ciphers' self-tests are a tenth of the boot. `no_timer_check`: on a busy host the check loses to the emulated timer and
 * panics. `panic=-1`: a panic reboots at once, which ends QEMU under -no-reboot.
 * See Documentation/admin-guide/kernel-parameters.txt.
 */
const KERNEL_ARGUMENTS = [
  "console=ttyS0",
  "quiet",
  "panic=-1",
  "mitigations=off",
  "init_on_alloc=0",
  "lsm=capability",
  "random.trust_cpu=on",
  "cryptomgr.notests",
  "no_timer_check",
  "8250.nr_uarts=1",
  "ipv6.disable=1",
];

const PROMPT = "localhost:~# ";

/** Runs as the first process. It must not end: the kernel would panic. */
const INIT = `#!/bin/sh
export PATH=/bin HOME=/root
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
hostname localhost
while read -r module; do
  insmod "/modules/$module" || echo "micro: the module $module cannot be loaded"
done </modules/order
ip link set lo up
[ -e /sys/class/net/eth0 ] || echo "micro: there is no eth0: has the kernel a virtio-net driver, and the machine a NIC?"
while :; do
  getty -L 115200 ttyS0 vt100 || sleep 1
done
`;

/**
 * The micro guest, made now or found in the cache folder.
 *
 * @throws ConfigurationError, with what to install, where the host lacks a kernel, its modules, or a static busybox.
 */
export async function makeMicroGuest(options: MicroOptions): Promise<DirectBootGuest> {
  const { cacheDir, signal } = options;
  const [kernel, busybox] = await Promise.all([findKernel(options), findBusybox()]);
  signal?.throwIfAborted();
  const initrdPath = await kept({
    cacheDir,
    kind: "micro",
    madeFrom: [
      kernel.version,
      ...(await modulesStamp(kernel)),
      digestOf(busybox.bytes),
      ...[INIT, ...MODULES, JSON.stringify(BASE)],
    ],
    make: () => makeInitramfs(kernel, busybox, signal),
  });
  const boot = { kernelPath: kernel.path, initrdPath, kernelArguments: KERNEL_ARGUMENTS };
  return {
    ...boot,
    name: "micro",
    qemuArguments: directBootArguments(boot),
    loginPattern: /\blocalhost login: /,
    promptPattern: /^localhost:~# /m,
    user: "root",
    bootDeadlineMs: 90_000,
    silentUntilLogin: false,
    interfaceName: "eth0",
    consoleHint:
      "The micro guest writes a panic to this console, so one that stays empty means that the guest did not get as far as its kernel: can the accelerator run guests on this host?",
  };
}

/** depmod writes modules.dep anew whenever a kernel's modules change, so its stamp stands for all of them. */
async function modulesStamp({ modulesDir }: Kernel): Promise<(string | number)[]> {
  if (modulesDir === null) return [];
  const { mtimeMs, size } = await stat(join(modulesDir, "modules.dep"));
  return [modulesDir, mtimeMs, size];
}

const BASE: readonly CpioEntry[] = [
  ...["bin", "dev", "etc", "modules", "proc", "root", "sys", "tmp"].map((path) => ({
    type: "directory" as const,
    path,
  })),
  // The kernel opens it for the first process, before anything is mounted.
  { type: "device", path: "dev/console", kind: "character", major: 5, minor: 1 },
  { type: "file", path: "etc/passwd", contents: "root::0:0:root:/root:/bin/sh\n" },
  { type: "file", path: "etc/group", contents: "root:x:0:\n" },
  { type: "file", path: "etc/profile", contents: `export PATH=/bin HOME=/root PS1='${PROMPT}'\ncd\n` },
];

async function makeInitramfs(kernel: Kernel, busybox: Busybox, signal?: AbortSignal): Promise<Buffer> {
  const [applets, modules] = await Promise.all([
    appletsOf(busybox, signal),
    // A kernel of the user's own without modules on this host has, one hopes, all built in.
    kernel.modulesDir === null ? [] : loadableModules(kernel.modulesDir, MODULES, signal),
  ]);
  const missing = NEEDED_APPLETS.filter((name) => !applets.has(name));
  if (missing.length > 0) {
    throw new ConfigurationError(
      `${busybox.path} was built without ${missing.join(", ")}, which the micro guest needs: install the distribution's own busybox-static`,
    );
  }
  return writeCpio([
    ...BASE,
    { type: "file", path: "init", mode: 0o755, contents: INIT },
    { type: "file", path: "bin/busybox", mode: 0o755, contents: busybox.bytes },
    ...[...applets].map((name) => ({ type: "symlink" as const, path: `bin/${name}`, target: "busybox" })),
    ...modules.map(({ name, contents }) => ({ type: "file" as const, path: `modules/${name}.ko`, contents })),
    { type: "file", path: "modules/order", contents: modules.map(({ name }) => `${name}.ko\n`).join("") },
  ]);
}
