/**
 * Anything as root, and as an ordinary user, whoever runs the tests; for tests and benches alone: the product's own way in takes
 * nothing but its own commands.
 */
import { execFileSync } from "node:child_process";
import { descendants } from "../../src/host/proc.ts";

export const isRoot = process.geteuid?.() === 0;

export const rootCommandLine = (...command: [string, ...string[]]): [string, ...string[]] =>
  isRoot ? command : ["sudo", "-n", "--", ...command];

/** Runs it to its end; what it printed. Throws when it fails. */
export function asRoot(...command: [string, ...string[]]): string {
  const [file, ...args] = rootCommandLine(...command);
  return execFileSync(file, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** A user who is nobody in particular: not root, in no group, and without any way to root. */
export const NOBODY = 65534;

/** What comes before a command to run it as that user. */
export const NOBODY_PREFIX: readonly string[] = rootCommandLine(
  ...(["setpriv", "--reuid", `${NOBODY}`, "--regid", `${NOBODY}`, "--clear-groups", "--"] as const),
);

/** What comes before a command to run it as who we are, with our groups, after something has made it root's. */
export const OURSELVES_PREFIX: readonly string[] = [
  ...["setpriv", "--reuid", `${process.getuid?.()}`, "--regid", `${process.getgid?.()}`],
  ...["--groups", `${process.getgroups?.().join(",")}`, "--"],
];

/** Signals the program behind a `sudo`, root's or not: sudo itself passes nothing on that comes from its own process group. */
export function signalBehindSudo(pid: number, signal: NodeJS.Signals): void {
  const behind = descendants(pid).at(-1)?.pid ?? pid;
  // The shell's own: a program of that name need not be installed.
  asRoot("sh", "-c", `kill -s ${signal.replace(/^SIG/, "")} ${isRoot ? pid : behind} || true`);
}
