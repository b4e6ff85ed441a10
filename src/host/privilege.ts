/**
 * The one place that knows how we become root: we are, or `sudo -n` works; found once at the start of a run. What is run as root is
 * made in root-command.ts alone, and run by absolute path with arguments as a list, never through a shell.
 */
import { realpath } from "node:fs/promises";
import { execa } from "execa";
import { within } from "../base/deadline.ts";
import { HostError, StepError } from "../base/errors.ts";
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

/** It may ask a directory service on the network who we are. */
const SUDO_DEADLINE_MS = 30_000;

/** The user, group and supplementary groups that QEMU and all that needs no root run as: those we were started with. */
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

/** For what can be done and undone without root: whatever needs root fails. */
export function withoutRoot(): Privilege {
  const refuse = () => {
    throw new Error("this needs root");
  };
  return { ...ownIds(), isRoot: false, asRoot: refuse };
}

/**
 * How to become root on this host.
 *
 * @throws HostError when we are not root and sudo wants a password, or is not there.
 */
export async function findPrivilege(signal?: AbortSignal): Promise<Privilege> {
  const ids = ownIds();
  if (process.geteuid?.() === 0) {
    return { ...ids, isRoot: true, asRoot: ([program, ...args]) => [program, ...args] };
  }
  const sudo = findTool("sudo");
  if (sudo === null) throw new HostError(adviceOnSudo(null));
  const asking = execa(sudo, ["-n", "--", ...doNothing()], { reject: false, stdin: "ignore" });
  const ended = await within(SUDO_DEADLINE_MS, asking, signal);
  if (ended === null) asking.kill("SIGKILL");
  signal?.throwIfAborted();
  const result = ended?.value ?? { failed: true, stderr: "", timedOut: true };
  if (result.failed) throw new HostError(adviceOnSudo(whySudoFailed(result)));
  return { ...ids, isRoot: false, asRoot: (command) => [sudo, "-n", "--", ...command] };
}

interface Bounds {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/**
 * Runs a command as root to its end; its standard output. One that does not end in time, or when `signal` aborts, is killed: as root,
 * since sudo takes no signal from us.
 *
 * @throws StepError with arguments, status and stderr; the signal's reason.
 */
export const runAsRoot = async (
  privilege: Privilege,
  command: RootCommand,
  bounds: Bounds = {},
): Promise<string> => Buffer.from(await outputAsRoot(privilege, command, bounds)).toString("utf8");

async function outputAsRoot(
  privilege: Privilege,
  command: RootCommand,
  { signal, timeoutMs = 60_000 }: Bounds,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const [file, ...rest] = privilege.asRoot(command);
  const running = execa(file, rest, {
    ...{ reject: false, stdin: "ignore", encoding: "buffer" },
    // A kernel image may end with that byte.
    stripFinalNewline: false,
  });
  const ended = await within(timeoutMs, running, signal);
  if (ended === null) {
    if (running.pid !== undefined) void killTree(privilege, running.pid);
    signal?.throwIfAborted();
    throw new StepError(`${command.join(" ")} did not end within ${timeoutMs / 1000} s`);
  }
  const result = ended.value;
  if (result.failed) {
    const how =
      result.exitCode === undefined
        ? `could not be run (${result.shortMessage})`
        : `ended with status ${result.exitCode}`;
    const words = Buffer.from(result.stderr).toString("utf8").trim();
    throw new StepError(`${command.join(" ")} ${how}${words === "" ? "" : `: ${words}`}`);
  }
  return result.stdout;
}

/** Kills a child of ours and all below it, those first: what loses its parent would be found no more. */
export async function killTree(privilege: Privilege, pid: number): Promise<void> {
  for (const one of [...descendants(pid).map((below) => below.pid), pid]) {
    await signalAsRoot(privilege, one, "KILL");
  }
}

/** A sudo that hangs is no reason to hang. */
const SIGNAL_DEADLINE_MS = 5_000;

/** Sends a signal to a process that may belong to root. A process that is gone already is no error. */
export async function signalAsRoot(privilege: Privilege, pid: number, signalName: RootSignal): Promise<void> {
  try {
    process.kill(pid, `SIG${signalName}`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ESRCH") return;
    if (code !== "EPERM") throw error;
    const command = signalProcess(pid, signalName);
    await runAsRoot(privilege, command, { timeoutMs: SIGNAL_DEADLINE_MS }).catch(() => undefined);
  }
}

/** Reads a kernel image that only root may read, as on Ubuntu. Throws in the words of sudo or cat, and when it is kept elsewhere. */
export async function readAsRoot(privilege: Privilege, path: string): Promise<Buffer> {
  return Buffer.from(await outputAsRoot(privilege, readKernel(await realpath(path)), {}));
}
