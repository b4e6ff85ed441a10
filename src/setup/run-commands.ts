/** Runs the commands of a step of setup. */
import { messageOf } from "../base/errors.ts";
import { runToEnd } from "../host/exec.ts";
import { faultsIn } from "../host/packages.ts";
import { type Privilege, signalAsRoot } from "../host/privilege.ts";
import { descendants } from "../host/proc.ts";
import type { RootCommand } from "../host/root-command.ts";

/** A package of a kernel makes an initrd, and mirrors can be slow. */
const DEADLINE_MS = 15 * 60_000;

/**
 * Runs commands as root, in turn, until one fails.
 *
 * @returns why one failed, in its words; null when none did. Warnings of those before it are repeated: apt-get update ends with status 0
 * when there is no network.
 * @throws the signal's reason
 */
export async function runCommands(
  commands: readonly RootCommand[] | (() => readonly RootCommand[]),
  rights: Privilege,
  signal: AbortSignal,
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
    const [file, ...args] = rights.asRoot(command);
    const { failure, stderr } = await runToEnd(file, args, {
      ...{ signal, timeoutMs: DEADLINE_MS },
      // To kill dpkg leaves packages half installed.
      kill: (pid) => interrupt(rights, pid),
    });
    const faults = faultsIn(stderr.toString("utf8"));
    if (failure !== null) return [...said, faults || failure].join(" ");
    if (/^(Failed to fetch|Some index files failed)/.test(faults)) said.push(faults);
  }
  return null;
}

async function interrupt(rights: Privilege, pid: number): Promise<void> {
  for (const one of [...descendants(pid).map((below) => below.pid), pid])
    await signalAsRoot(rights, one, "INT");
}
