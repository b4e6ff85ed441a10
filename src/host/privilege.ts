/**
 * The one place that knows how we become root: we are, or `sudo -n` works. A run finds out once, at its start. Only root-command.ts
 * makes commands for root; they are run by absolute path with a list of arguments, never through a shell.
 */
import { realpath } from "node:fs/promises";
import { HostError } from "../base/errors.ts";
import { type ExecOptions, runToEnd, stdoutOf } from "./exec.ts";
import { descendants } from "./proc.ts";
import {
  doNothing,
  type Ids,
  type RootCommand,
  type RootSignal,
  readKernel,
  signalProcess,
} from "./root-command.ts";
import { adviceOnSudo, whySudoFailed } from "./sudo.ts";
import { findTool } from "./tools.ts";

/** sudo may ask a directory service on the network who we are. */
const SUDO_DEADLINE_MS = 30_000;

/** The user, group and supplementary groups that we were started with. QEMU and all that needs no root run with them. */
export interface Privilege extends Ids {
  readonly isRoot: boolean;
  /** The command line that runs a command as root. */
  asRoot(command: RootCommand): [string, ...string[]];
}

const ownIds = (): Ids => ({
  uid: process.getuid?.() ?? 0,
  gid: process.getgid?.() ?? 0,
  groups: process.getgroups?.() ?? [],
});

/** For work that needs no root: every command for root fails. */
export function withoutRoot(): Privilege {
  const refuse = () => {
    throw new Error("this needs root");
  };
  return { ...ownIds(), isRoot: false, asRoot: refuse };
}

/**
 * How to become root on this host.
 *
 * @throws HostError when we are not root and sudo wants a password or is missing; the signal's reason.
 */
export async function findPrivilege(signal?: AbortSignal): Promise<Privilege> {
  const ids = ownIds();
  if (process.geteuid?.() === 0) {
    return { ...ids, isRoot: true, asRoot: ([program, ...args]) => [program, ...args] };
  }
  const sudo = findTool("sudo");
  if (sudo === null) throw new HostError(adviceOnSudo(null));
  const ended = await runToEnd(sudo, ["-n", "--", ...doNothing()], {
    timeoutMs: SUDO_DEADLINE_MS,
    ...(signal && { signal }),
  });
  if (ended.failure !== null) throw new HostError(adviceOnSudo(whySudoFailed(ended)));
  return { ...ids, isRoot: false, asRoot: (command) => [sudo, "-n", "--", ...command] };
}

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
    const command = signalProcess(pid, signalName);
    // One that hangs is left: to kill it would take another one.
    const bounds: Bounds = { timeoutMs: SIGNAL_DEADLINE_MS, kill: () => undefined };
    await runAsRoot(privilege, command, bounds).catch(() => undefined);
  }
}

/** Reads a kernel image that only root may read, as on Ubuntu. @throws StepError in the words of sudo or cat; Error for other folders. */
export async function readAsRoot(privilege: Privilege, path: string): Promise<Buffer> {
  return await outputAsRoot(privilege, readKernel(await realpath(path)), {});
}
