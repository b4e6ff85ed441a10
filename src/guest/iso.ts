/**
 * A guest from an ISO with its own boot loader, such as Alpine Linux. The ISO is in a CD drive of both VMs
 * and boots by itself.
 *
 * Alpine's boot, from its build scripts: isolinux waits for a second and prints nothing on the serial line.
 * The kernel has no `console=`, so it prints nothing there either, not even a panic. Then the initramfs looks
 * in /proc/tty/driver/serial for a port with CTS or DSR raised and starts a getty on it. QEMU raises these
 * lines on a chardev without modem lines.
 */
import type { Accel } from "../results/schema.ts";
import type { Guest } from "./guest.ts";

/** Includes all services that such a system starts. Emulation takes several times as long. */
const BOOT_DEADLINE_MS: Record<Accel, number> = { kvm: 240_000, tcg: 720_000 };

/**
 * Both VMs need the drive, because its state migrates; it is read-only, so both can open it. `bootindex`: it
 * boots before any device that the user's arguments add.
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
    // "localhost:~# ", and prompts of other shells: "[root@host ~]# ", "# ".
    promptPattern: /^(?:\[?\w[\w.@-]*[: ][~/][^\n]{0,40})?# /m,
    user: "root",
    bootDeadlineMs: BOOT_DEADLINE_MS[accel],
    silentUntilLogin: true,
    bootPrompt: /\bboot: ?$|press (?:any key|enter|return)/i,
    consoleHint:
      "An ISO's kernel may print nothing on the serial console before its login prompt. So an empty console does not mean a hang, and a panic may not show on it. To see what happens, start the ISO by hand with a screen: qemu-system-x86_64 -m 1G -cdrom ISO",
  };
}
