/** What the runs need to know of a guest: how QEMU starts it, and how somebody who sits at its serial console gets in. */

export const GUEST_NAMES = ["micro", "kernel-initrd", "alpine-iso"] as const;
export type GuestName = (typeof GUEST_NAMES)[number];

export interface Guest {
  readonly name: GuestName;
  /** To be added to both QEMUs' command lines. */
  readonly qemuArguments: readonly string[];
  readonly loginPattern: RegExp;
  /** Matches the shell's first prompt after the login. */
  readonly promptPattern: RegExp;
  /** Logs in without a password. */
  readonly user: string;
  /** How long this guest may take to its login prompt on a fair machine. Not a measure: the longest worth waiting. */
  readonly bootDeadlineMs: number;
  /** Whether the serial console says nothing before the login prompt, so that silence is no sign of a hang. */
  readonly silentUntilLogin: boolean;
  /** What a boot loader that waits for a key says on the serial line, if it says anything; null where there is none. */
  readonly bootPrompt: RegExp | null;
  readonly interfaceName: "eth0";
  /** To be told with a deadline that passed: what an empty console means with this guest, and what it does not. */
  readonly consoleHint: string;
}

/** A guest that QEMU starts without a boot loader: https://www.qemu.org/docs/master/system/linuxboot.html. */
export interface DirectBootGuest extends Guest {
  readonly kernelPath: string;
  readonly initrdPath: string;
  readonly kernelArguments: readonly string[];
}

/** QEMU's arguments to start a kernel directly. */
export function directBootArguments(
  boot: Pick<DirectBootGuest, "kernelPath" | "initrdPath" | "kernelArguments">,
): string[] {
  return [
    ...["-kernel", boot.kernelPath],
    ...["-initrd", boot.initrdPath],
    ...["-append", boot.kernelArguments.join(" ")],
  ];
}
