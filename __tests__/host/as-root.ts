/**
 * Runs any command as root or as an ordinary user, whoever runs the tests. Only for tests and benches: the product itself becomes
 * root only for its own commands (root-command.ts).
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { descendants } from "../../src/host/proc.ts";

export const isRoot = process.geteuid?.() === 0;

export const rootCommandLine = (...command: [string, ...string[]]): [string, ...string[]] =>
  isRoot ? command : ["sudo", "-n", "--", ...command];

/** Runs a command as root. @return its stdout. @throws Error when it fails. */
export function asRoot(...command: [string, ...string[]]): string {
  const [file, ...args] = rootCommandLine(...command);
  return execFileSync(file, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

export interface Ids {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

const OURSELVES: Ids = {
  uid: process.getuid?.() ?? 0,
  gid: process.getgid?.() ?? 0,
  groups: process.getgroups?.() ?? [0],
};
export const ROOT: Ids = { uid: 0, gid: 0, groups: [0] };
/** A user without any rights: not root, in no group, and not in sudoers. */
export const NOBODY: Ids = { uid: 65534, gid: 65534, groups: [65534] };

/** A prefix that runs a command as a user on a host that `setup` (lines of shell, run as root) has changed. */
export const onHostWith = (setup: string, user: Ids = OURSELVES): readonly string[] => {
  const { uid, gid, groups } = user;
  return rootCommandLine(resolve("script/kvm/host-with"), `${uid}`, `${gid}`, groups.join(","), setup);
};

/** Hides programs of the system, for `onHostWith`. */
export const hiding = (...names: string[]): string =>
  names
    .map(
      (name) =>
        `for path in /bin/${name} /usr/bin/${name} /sbin/${name} /usr/sbin/${name}; do if [ -e $path ]; then mount --bind /dev/null $path; fi; done`,
    )
    .join("; ");

/** Makes a /dev/vhost-net that opens (a null device) on hosts without one, for the stand-in with pretendVhost. */
export const WITH_VHOST_NET = "[ -e /dev/vhost-net ] || mknod -m 666 /dev/vhost-net c 1 3";

/** A prefix that, under root, runs a command as ourselves with our groups. */
export const OURSELVES_PREFIX: readonly string[] = [
  ...["setpriv", "--reuid", `${OURSELVES.uid}`, "--regid", `${OURSELVES.gid}`],
  ...["--groups", OURSELVES.groups.join(","), "--"],
];

/** Signals a process that may be root's, or gone. Uses the shell, because a program named kill may be missing. */
export function signalAsRoot(pid: number | string, signal: NodeJS.Signals): void {
  asRoot("sh", "-c", `kill -s ${signal.replace(/^SIG/, "")} ${pid} || true`);
}

/** The words of a process's command line; empty when it has gone. */
export function wordsOf(pid: number | string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}

/** Signals the program behind a `sudo`. sudo does not pass on signals that come from its own process group. */
export function signalBehindSudo(pid: number, signal: NodeJS.Signals): void {
  const behind = descendants(pid).at(-1)?.pid ?? pid;
  signalAsRoot(isRoot ? pid : behind, signal);
}
