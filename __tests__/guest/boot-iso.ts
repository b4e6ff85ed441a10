/**
 * Makes a bootable ISO that behaves like Alpine Linux's on the serial line: isolinux and kernel print nothing there, and the
 * initramfs starts a getty on each port of /proc/tty/driver/serial that has CTS or DSR raised. It consists of Debian's isolinux,
 * a kernel of this host with its modules, and busybox.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findBusybox } from "../../src/guest/busybox.ts";
import { writeCpio } from "../../src/guest/cpio.ts";
import { findKernel } from "../../src/guest/kernel.ts";
import { loadableModules } from "../../src/guest/modules.ts";

const ISOLINUX = "/usr/lib/ISOLINUX/isolinux.bin";
const LDLINUX = "/usr/lib/syslinux/modules/bios/ldlinux.c32";

export interface LoaderOptions {
  /** Tenths of a second. 0: the loader waits for ever. */
  readonly timeout: number;
  /** Whether the loader also prompts on the serial line. */
  readonly serial: boolean;
}

const INIT = `#!/bin/busybox sh
/bin/busybox mkdir -p /proc /sys /dev /tmp /root
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t sysfs sys /sys
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox --install -s /bin
hostname localhost
# Linux 7 says serial_8250 for what was serial.
for number in 0 1 2 3; do
  if grep -qsE "^$number:.*(CTS|DSR)" /proc/tty/driver/serial /proc/tty/driver/serial_8250; then
    (while :; do getty -L 115200 ttyS$number vt100 || sleep 1; done) &
  fi
done
# The NIC comes later than a fast login.
sleep 2
while read -r module; do insmod /modules/$module; done </modules/order
while :; do sleep 1000; done
`;

/** Makes the ISO in the folder. @return its path. */
export async function makeBootIso(folder: string, loader: LoaderOptions): Promise<string> {
  const kernel = await findKernel({ readPrivileged: async (path) => readFileSync(path) });
  if (kernel.modulesDir === null) throw new Error(`${kernel.path} has no modules`);
  const modules = await loadableModules(kernel.modulesDir, ["virtio_pci", "virtio_net"]);
  const root = join(folder, "iso");
  for (const name of ["boot", "isolinux"]) mkdirSync(join(root, name), { recursive: true });
  copyFileSync(kernel.path, join(root, "boot/vmlinuz-lts"));
  writeFileSync(
    join(root, "boot/initramfs-lts"),
    writeCpio([
      ...["bin", "etc", "modules", "dev"].map((path) => ({ type: "directory" as const, path })),
      { type: "device", path: "dev/console", kind: "character", major: 5, minor: 1 },
      { type: "file", path: "init", mode: 0o755, contents: INIT },
      { type: "file", path: "bin/busybox", mode: 0o755, contents: (await findBusybox()).bytes },
      { type: "file", path: "etc/passwd", contents: "root::0:0:root:/root:/bin/sh\n" },
      { type: "file", path: "etc/group", contents: "root:x:0:root\n" },
      {
        type: "file",
        path: "etc/issue",
        contents: "Welcome to Alpine Linux 3.22\nKernel \\r on \\m (\\l)\n\n",
      },
      {
        type: "file",
        path: "etc/motd",
        contents: "Welcome to Alpine!\n\nYou may change this message by editing /etc/motd.\n\n",
      },
      { type: "file", path: "etc/profile", contents: "export PS1='\\h:\\w\\$ '\n" },
      ...modules.map(({ name, contents }) => ({
        type: "file" as const,
        path: `modules/${name}.ko`,
        contents,
      })),
      { type: "file", path: "modules/order", contents: modules.map(({ name }) => `${name}.ko\n`).join("") },
    ]),
  );
  copyFileSync(ISOLINUX, join(root, "isolinux/isolinux.bin"));
  copyFileSync(LDLINUX, join(root, "isolinux/ldlinux.c32"));
  writeFileSync(
    join(root, "isolinux/isolinux.cfg"),
    `${loader.serial ? "SERIAL 0 115200\n" : ""}TIMEOUT ${loader.timeout}
PROMPT 1
DEFAULT lts

LABEL lts
MENU LABEL Linux lts
KERNEL /boot/vmlinuz-lts
INITRD /boot/initramfs-lts
APPEND modules=loop,squashfs,sd-mod,usb-storage quiet
`,
  );
  const path = join(folder, "boot.iso");
  execFileSync(
    "xorriso",
    [
      ...["-as", "mkisofs", "-quiet", "-o", path, "-b", "isolinux/isolinux.bin", "-c", "isolinux/boot.cat"],
      ...["-no-emul-boot", "-boot-load-size", "4", "-boot-info-table", root],
    ],
    { stdio: "pipe" },
  );
  return path;
}
