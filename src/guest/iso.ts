/**
 * A guest from an ISO that brings its own boot loader, like Alpine Linux's: put into a CD drive of both VMs, and left to itself.
 *
 * What that one does, from its build scripts: isolinux waits for a second, without a word on the serial line; the kernel has no
 * `console=`, so it says nothing there either, not even when it panics; then its initramfs finds in /proc/tty/driver/serial a port
 * with CTS or DSR raised, which QEMU raises on a chardev that has no modem lines, and has a getty started there.
 */
import type { Accel } from "../results/schema.ts";
import type { Guest } from "./guest.ts";

/** With all services that such a system starts. Emulated, it takes several times as long. */
const BOOT_DEADLINE_MS: Record<Accel, number> = { kvm: 240_000, tcg: 720_000 };

/**
 * The drive is read-only, so both VMs can hold it at once; the guest's CD is part of what migrates, so both have to have it.
 * `bootindex`: before anything that the user's own arguments add.
 */
const cdDrive = (path: string): string[] => [
  ...["-drive", `if=none,id=cd0,media=cdrom,readonly=on,format=raw,file=${path.replaceAll(",", ",,")}`],
  ...["-device", "ide-cd,drive=cd0,bus=ide.0,bootindex=0"],
];

export function makeIsoGuest(isoPath: string, accel: Accel): Guest {
  return {
    name: "alpine-iso",
    qemuArguments: cdDrive(isoPath),
    loginPattern: /^\S+ login: /m,
    // "localhost:~# ", and what other shells have: "[root@host ~]# ", "# ".
    promptPattern: /^(?:\[?\w[\w.@-]*[: ][~/][^\n]{0,40})?# /m,
    user: "root",
    bootDeadlineMs: BOOT_DEADLINE_MS[accel],
    silentUntilLogin: true,
    bootPrompt: /\bboot: ?$|press (?:any key|enter|return)/i,
    interfaceName: "eth0",
    consoleHint:
      "An ISO's kernel need not say anything on the serial console before its login prompt, so an empty console is no sign of a hang, and a panic would not show on it either. To see what it does, start it by hand with a screen: qemu-system-x86_64 -m 1G -cdrom ISO",
  };
}
