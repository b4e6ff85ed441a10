/**
 * Anything as root, and as an ordinary user, whoever runs the tests; for tests and benches alone: the product's own way in takes
 * nothing but its own commands.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { descendants } from "../../src/host/proc.ts";

export const isRoot = process.geteuid?.() === 0;

export const rootCommandLine = (...command: [string, ...string[]]): [string, ...string[]] =>
  isRoot ? command : ["sudo", "-n", "--", ...command];

/** Runs it to its end; what it printed. Throws when it fails. */
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
/** A user who is nobody in particular: not root, in no group, and without any way to root. */
export const NOBODY: Ids = { uid: 65534, gid: 65534, groups: [65534] };

/** What comes before a command to run it as a user on a host that `setup`, lines of shell run as root, has spoiled or mended. */
export const onHostWith = (setup: string, user: Ids = OURSELVES): readonly string[] => {
  const { uid, gid, groups } = user;
  return rootCommandLine(resolve("script/kvm/host-with"), `${uid}`, `${gid}`, groups.join(","), setup);
};

/** /dev has a vhost-net that opens, on hosts without as well (it is a null device): for the stand-in with pretendVhost. */
export const WITH_VHOST_NET = "[ -e /dev/vhost-net ] || mknod -m 666 /dev/vhost-net c 1 3";

/** What comes before a command to run it as who we are, with our groups, after something has made it root's. */
export const OURSELVES_PREFIX: readonly string[] = [
  ...["setpriv", "--reuid", `${OURSELVES.uid}`, "--regid", `${OURSELVES.gid}`],
  ...["--groups", OURSELVES.groups.join(","), "--"],
];

/** To a process that may be root's, or gone. By the shell: a program named kill need not be installed. */
export function signalAsRoot(pid: number | string, signal: NodeJS.Signals): void {
  asRoot("sh", "-c", `kill -s ${signal.replace(/^SIG/, "")} ${pid} || true`);
}

/** The words of a process's command line; none of one that is gone. */
export function wordsOf(pid: number | string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}

/** Signals the program behind a `sudo`, root's or not: sudo itself passes nothing on that comes from its own process group. */
export function signalBehindSudo(pid: number, signal: NodeJS.Signals): void {
  const behind = descendants(pid).at(-1)?.pid ?? pid;
  signalAsRoot(isRoot ? pid : behind, signal);
}
