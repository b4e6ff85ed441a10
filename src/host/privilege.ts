/**
 * The one place that knows how we become root: we are, `sudo -n` works, or we are root of namespaces of our own (rootless.ts). A run finds
 * out once, at its start. Only root-command.ts makes commands for root; they are run by absolute path with a list of arguments, never
 * through a shell.
 */
import { realpath } from "node:fs/promises";
import { type Advice, adviceOf, HostError } from "../base/errors.ts";
import { type ExecOptions, runToEnd, stdoutOf } from "./exec.ts";
import { sudoWord } from "./packages.ts";
import { descendants } from "./proc.ts";
import {
  doNothing,
  type Ids,
  type RootCommand,
  type RootSignal,
  readKernel,
  signalProcess,
} from "./root-command.ts";
import { openRootless, type Rootless } from "./rootless.ts";
import { adviceOnSudo, whySudoFailed } from "./sudo.ts";
import { findTool } from "./tools.ts";

/** sudo may ask a directory service on the network who we are. */
const SUDO_DEADLINE_MS = 30_000;

export type WantedPrivilege = "auto" | "root" | "none";
export type PrivilegeKind = "root" | "sudo" | "none";

/** The user, group and supplementary groups that we were started with. QEMU and all that needs no root run with them. */
export interface Privilege extends Ids {
  /** Who runs the commands for root: root itself, sudo, or this user in namespaces of its own. */
  readonly kind: PrivilegeKind;
  /** The namespaces in which commands run. Null: they run on the host. */
  readonly rootless: Rootless | null;
  /** Why sudo is not used although it was tried. */
  readonly whyNotSudo: string | null;
  /** The command line that runs a command as root. */
  asRoot(command: RootCommand): [string, ...string[]];
}

const ownIds = (): Ids => ({
  uid: process.getuid?.() ?? 0,
  gid: process.getgid?.() ?? 0,
  groups: process.getgroups?.() ?? [],
});

const ON_HOST = { rootless: null, whyNotSudo: null } as const;

/** For work that needs no root: every command for root fails. */
export function withoutRoot(): Privilege {
  const refuse = () => {
    throw new Error("this needs root");
  };
  return { ...ownIds(), ...ON_HOST, kind: "none", asRoot: refuse };
}

/**
 * How to become root on this host. The caller closes `rootless`, if there is one; a register does that.
 *
 * @param wanted "auto": root or sudo, else without root
 * @throws HostError that says why none of the wanted ways works; the signal's reason.
 */
export async function findPrivilege(
  wanted: WantedPrivilege = "root",
  signal?: AbortSignal,
): Promise<Privilege> {
  if (wanted === "none") return await withNamespaces(null, signal);
  if (process.geteuid?.() === 0) {
    return { ...ownIds(), ...ON_HOST, kind: "root", asRoot: ([program, ...args]) => [program, ...args] };
  }
  const sudo = findTool("sudo");
  const why = sudo === null ? null : await whySudoIsNone(sudo, signal);
  if (sudo !== null && why === null) {
    return { ...ownIds(), ...ON_HOST, kind: "sudo", asRoot: (command) => [sudo, "-n", "--", ...command] };
  }
  const advice = adviceOnSudo(why);
  if (wanted === "root") throw new HostError(advice);
  try {
    return await withNamespaces(why ?? "there is no sudo", signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw new HostError(eitherOf(advice, adviceOf(error)));
  }
}

/** What can be had of root or sudo, else what needs neither. For cleaning up. */
export async function findPrivilegeOrNone(): Promise<Privilege> {
  try {
    return await findPrivilege("root");
  } catch (error) {
    if (error instanceof HostError) return withoutRoot();
    throw error;
  }
}

async function whySudoIsNone(sudo: string, signal: AbortSignal | undefined): Promise<string | null> {
  const ended = await runToEnd(sudo, ["-n", "--", ...doNothing()], {
    timeoutMs: SUDO_DEADLINE_MS,
    ...(signal && { signal }),
  });
  return ended.failure === null ? null : whySudoFailed(ended);
}

async function withNamespaces(whyNotSudo: string | null, signal?: AbortSignal): Promise<Privilege> {
  const rootless = await openRootless(signal);
  return { ...ownIds(), kind: "none", whyNotSudo, rootless, asRoot: (command) => rootless.enter(command) };
}

/** Both ways to a run, when neither works. */
const eitherOf = (sudo: Advice, rootless: Advice): Advice => ({
  found: `${sudo.found}; and ${rootless.found}`,
  mend: sudo.mend ?? rootless.mend,
  besides:
    [sudo.besides, ...(sudo.mend === null ? [] : [rootless.mend]), rootless.besides]
      .filter((text) => text !== null)
      .join("; or ") || null,
});

type Bounds = Pick<ExecOptions, "signal" | "timeoutMs" | "kill">;

/**
 * Runs a command as root to its end; its standard output. When it does not end in time, or `signal` aborts, it is killed as root:
 * sudo takes no signal from us.
 *
 * @throws StepError with arguments, status and stderr; the signal's reason.
 */
export const runAsRoot = async (
  privilege: Privilege,
  command: RootCommand,
  bounds: Bounds = {},
): Promise<string> => (await outputAsRoot(privilege, command, bounds)).toString("utf8");

async function outputAsRoot(
  privilege: Privilege,
  command: RootCommand,
  { signal, timeoutMs = 60_000, kill = (pid) => killTree(privilege, pid) }: Bounds,
): Promise<Buffer> {
  const [file, ...args] = privilege.asRoot(command);
  const ended = await runToEnd(file, args, { timeoutMs, kill, ...(signal && { signal }) });
  return stdoutOf(ended, command);
}

/** Kills a child of ours and all below it, those first: a process that loses its parent can't be found any more. */
export async function killTree(privilege: Privilege, pid: number): Promise<void> {
  for (const one of [...descendants(pid).map((below) => below.pid), pid]) {
    await signalAsRoot(privilege, one, "KILL");
  }
}

/** sudo may hang. */
const SIGNAL_DEADLINE_MS = 5_000;

/** Sends a signal to a process that may belong to root. It is no error when the process is gone. */
export async function signalAsRoot(privilege: Privilege, pid: number, signalName: RootSignal): Promise<void> {
  try {
    process.kill(pid, `SIG${signalName}`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ESRCH") return;
    if (code !== "EPERM") throw error;
    // Without root all of our processes are this user's. A command inside would take the pid for one of its own PID namespace.
    if (privilege.kind !== "none") await sendAsRoot(privilege, pid, signalName);
  }
}

/**
 * The same for a pid that a command for root has printed. Without root it is one of the holder's PID namespace, and may be a stranger's
 * in ours.
 */
export const signalInside: typeof signalAsRoot = (privilege, pid, signalName) =>
  (privilege.rootless === null ? signalAsRoot : sendAsRoot)(privilege, pid, signalName);

async function sendAsRoot(privilege: Privilege, pid: number, signalName: RootSignal): Promise<void> {
  // One that hangs is left: to kill it would take another one.
  const bounds: Bounds = { timeoutMs: SIGNAL_DEADLINE_MS, kill: () => undefined };
  await runAsRoot(privilege, signalProcess(pid, signalName), bounds).catch(() => undefined);
}

/**
 * Reads a kernel image that only root may read, as on Ubuntu.
 * @throws HostError when there is no root; StepError in the words of sudo or cat; Error for other folders.
 */
export async function readAsRoot(privilege: Privilege, path: string): Promise<Buffer> {
  if (privilege.kind === "none") {
    throw new HostError({
      found: `only root can read the kernel ${path}, and this run is without root`,
      mend: `${sudoWord()}chmod a+r ${path}`,
      besides: "or name a kernel that you can read: --kernel PATH; or boot another guest: --guest alpine-iso",
    });
  }
  return await outputAsRoot(privilege, readKernel(await realpath(path)), {});
}
