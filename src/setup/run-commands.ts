/** Runs the commands of a step of setup. */
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../base/errors.ts";
import { shownUrlsIn } from "../base/url.ts";
import { runToEnd } from "../host/exec.ts";
import { makeNamelessFile } from "../host/files.ts";
import { faultsIn } from "../host/packages.ts";
import { killTree, type Privilege, signalAsRoot } from "../host/privilege.ts";
import { descendants, identify } from "../host/proc.ts";
import type { RootCommand } from "../host/root-command.ts";
import { tool } from "../host/tools.ts";

/** More than udev may take to settle. */
const DEADLINE_MS = 90_000;
/** A package of a kernel makes an initrd, and mirrors can be slow. */
const MANAGER_DEADLINE_MS = 15 * 60_000;

export type Commands = readonly RootCommand[] | (() => readonly RootCommand[]);

export interface Bounds {
  readonly rights: Privilege;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

interface CommandEnd {
  readonly failure: string | null;
  /** Its errors and warnings. */
  readonly faults: string;
}

/**
 * Runs commands as root, in turn, until one fails.
 *
 * @returns why one failed, in its words; null when none did
 * @throws the signal's reason
 */
export const runCommands = (commands: Commands, { rights, signal }: Bounds): Promise<string | null> =>
  inTurn(commands, async (command) => {
    const [file, ...args] = rights.asRoot(command);
    const kill = (pid: number) => killTree(rights, pid);
    const { failure, stderr } = await runToEnd(file, args, { signal, timeoutMs: DEADLINE_MS, kill });
    return { failure, faults: faultsIn(stderr.toString("utf8")) };
  });

/**
 * The same for commands of a package manager. It is interrupted at the end, never killed: killing dpkg leaves packages half installed. So it
 * may outlive us.
 */
export const runManager = (commands: Commands, bounds: Bounds): Promise<string | null> =>
  inTurn(commands, (command) => onceUnlocked(() => runOutliving(command, bounds), bounds));

/** Warnings of commands before the one that failed are repeated: apt-get update ends with status 0 when there is no network. */
async function inTurn(
  commands: Commands,
  run: (command: RootCommand) => Promise<CommandEnd>,
): Promise<string | null> {
  const said: string[] = [];
  let made: readonly RootCommand[];
  try {
    made = typeof commands === "function" ? commands() : commands;
  } catch (error) {
    // A program that they need is missing: the step before could not install it.
    return messageOf(error);
  }
  for (const command of made) {
    const { failure, faults } = await run(command);
    if (failure !== null) return [...said, faults || failure].join(" ");
    if (/^(Failed to fetch|Some index files failed)/.test(faults)) said.push(faults);
  }
  return null;
}

/** As apt-get, pacman, zypper and apk say it. apt-get waits only where it installs, and dnf always. */
const LOCKED = /Could not get lock|[Uu]nable to lock|could not lock|management is locked/;
const MOST_LOCKED_MS = 120_000;
const LOOK_EVERY_MS = 1_000;

/** Runs again while another package manager works on this host, as after the boot of a machine. */
async function onceUnlocked(run: () => Promise<CommandEnd>, { say, signal }: Bounds): Promise<CommandEnd> {
  const began = performance.now();
  for (let told = false; ; told = true) {
    const ended = await run();
    const isLocked = ended.failure !== null && LOCKED.test(ended.faults);
    if (!isLocked || performance.now() - began > MOST_LOCKED_MS) return ended;
    if (!told) say("another package manager is at work: waiting for it");
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

const MOST_ERROR_BYTES = 2 ** 20;

/** Its $0 is a file. With pipes to us, a program that outlives us would be killed by SIGPIPE. */
const WITHOUT_PIPES = 'exec "$@" >/dev/null 2>"$0"';

async function runOutliving(command: RootCommand, { rights, say, signal }: Bounds): Promise<CommandEnd> {
  using errors = makeNamelessFile();
  const words = ["-c", WITHOUT_PIPES, errors.path, ...rights.asRoot(command)];
  let manager: number | null = null;
  const kill = async (pid: number) => {
    manager = managerAt(pid, rights);
    await signalAsRoot(rights, manager, "INT");
  };
  try {
    const { failure } = await runToEnd(tool("sh"), words, { signal, timeoutMs: MANAGER_DEADLINE_MS, kill });
    return { failure, faults: shownUrlsIn(faultsIn(errors.read(MOST_ERROR_BYTES).toString("utf8"))) };
  } finally {
    if (manager !== null && identify(manager) !== null)
      say(`the package manager (process ${manager}) is left to finish what it does`);
  }
}

/** To sudo itself a signal may be of no use. What is below the manager is the manager's to interrupt. */
const managerAt = (pid: number, rights: Privilege): number =>
  rights.kind === "sudo" ? (descendants(pid).find(({ name }) => name !== "sudo")?.pid ?? pid) : pid;
