/** What a run needs to know about a guest: how QEMU starts it, and how to log in on its serial console. */

export const GUEST_NAMES = ["micro", "kernel-initrd", "alpine-iso"] as const;
export type GuestName = (typeof GUEST_NAMES)[number];

export interface Guest {
  readonly name: GuestName;
  /** Added to the command lines of source and target. */
  readonly qemuArguments: readonly string[];
  readonly loginPattern: RegExp;
  /** Matches the shell's prompt after the login. */
  readonly promptPattern: RegExp;
  /** A user that logs in without a password. */
  readonly user: string;
  /** The limit for the time from start to login prompt on an ordinary machine. Not an estimate. */
  readonly bootDeadlineMs: number;
  /** Whether the serial console stays silent until the login prompt, so that silence does not mean a hang. */
  readonly silentUntilLogin: boolean;
  /** The prompt of a boot loader that waits for a key on the serial line; null when there is none. */
  readonly bootPrompt: RegExp | null;
  /** Added to the message when a deadline passes: what an empty console means for this guest. */
  readonly consoleHint: string;
}

/** A guest that QEMU boots directly, without a boot loader: https://www.qemu.org/docs/master/system/linuxboot.html. */
export interface DirectBootGuest extends Guest {
  readonly kernelPath: string;
  readonly initrdPath: string;
  readonly kernelArguments: readonly string[];
}

/** QEMU's arguments to boot a kernel directly. */
export function directBootArguments(
  boot: Pick<DirectBootGuest, "kernelPath" | "initrdPath" | "kernelArguments">,
): string[] {
  return [
    ...["-kernel", boot.kernelPath],
    ...["-initrd", boot.initrdPath],
    ...["-append", boot.kernelArguments.join(" ")],
  ];
}
