/**
 * Tries what a run does on a host, once and on a small scale: a check that is fine has worked. Everything is registered before it
 * exists, so that `clean` finds what a killed trial leaves.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Advice, adviceOf, messageOf, plainAdvice } from "../base/errors.ts";
import { cacheFolder } from "../guest/cache-folder.ts";
import { outputOf } from "../host/exec.ts";
import { createNetwork, type Network } from "../host/network.ts";
import { installing } from "../host/packages.ts";
import { makeOwnFolder } from "../host/private-folder.ts";
import { killTree, type Privilege } from "../host/privilege.ts";
import { makeRamFile, RAM_FOLDER } from "../host/ram.ts";
import { type Register, temporaryBase } from "../host/register.ts";
import { findTool, tool } from "../host/tools.ts";
import { NAME_PREFIX, type Undoable } from "../host/undo.ts";
import { TRIAL } from "../host/writable.ts";
import type { Settings } from "../inputs/settings.ts";
import { loadTerminals, spawnOnTerminal } from "../qemu/pty.ts";
import { type Check, fault, fine } from "./check.ts";

const NOTHING = "nothing runs";
const TRIAL_DEADLINE_MS = 20_000;

/** Makes one thing, and removes it at once. */
async function trial(
  register: Register,
  {
    name,
    what,
    make,
    besides = null,
    status = "missing",
    means = NOTHING,
  }: {
    name: string;
    what: Undoable & { path: string };
    make: (path: string) => void;
    besides?: string | null;
    status?: "limited" | "missing";
    means?: string;
  },
): Promise<Check> {
  try {
    const held = register.hold(what);
    try {
      make(what.path);
    } finally {
      await held.undo();
    }
    return fine(
      name,
      `${what.kind === "file" ? "a file" : "a folder"} can be made in ${join(what.path, "..")}`,
    );
  } catch (error) {
    const folder = join(what.path, "..");
    const found = `${folder === name ? name : `the ${name} ${folder}`} cannot be used: ${messageOf(error)}`;
    return fault(name, status, { found, mend: null, besides }, means);
  }
}

/** Tries the file that is a guest's RAM. Null: it can be made. */
export async function tryRamFile(register: Register, memoryBytes: number): Promise<Check | null> {
  const path = join(RAM_FOLDER, `${NAME_PREFIX}${register.runId}-trial`);
  const check = await trial(register, {
    name: RAM_FOLDER,
    what: { kind: "file", path },
    make: () => makeRamFile(path, memoryBytes),
  });
  return check.status === "ok" ? null : check;
}

/** Tries the folder for a run's sockets and recordings. */
export const tryTemporaryFolder = (register: Register): Promise<Check> =>
  trial(register, {
    name: "temporary folder",
    what: { kind: "folder", path: join(temporaryBase(), `${NAME_PREFIX}${register.runId}-trial`) },
    make: (path) => {
      makeOwnFolder(path);
      writeFileSync(join(path, "trial"), TRIAL, { mode: 0o600 });
    },
    besides: "set TMPDIR to a folder that can be written",
  });

export const CACHE_CHECK = "cache folder";

/** Tries the folder for downloads and for what QEMUs have said about themselves. A guest that is made here needs no downloads. */
export async function tryCache(
  register: Register,
  { cache, guest }: Pick<Settings, "cache" | "guest">,
): Promise<Check> {
  const status = guest === "micro" ? "limited" : "missing";
  const means = status === "limited" ? "no guest can be downloaded, and each run asks QEMU anew" : NOTHING;
  let folder: string;
  try {
    folder = cacheFolder(cache);
  } catch (error) {
    return fault(CACHE_CHECK, status, adviceOf(error), means);
  }
  return await trial(register, {
    ...{ name: CACHE_CHECK, status, means },
    what: { kind: "file", path: join(folder, `${NAME_PREFIX}${register.runId}-trial`) },
    make: (path) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(path, TRIAL, { mode: 0o600, flag: "wx" });
    },
    besides: "name another one with cache (--cache FOLDER)",
  });
}

const ON_A_TERMINAL = "test -t 0 && test -t 1 && exit 7";

/** The consoles of guests are on pseudo terminals. */
export async function tryTerminal(): Promise<Check> {
  const name = "terminal";
  const besides = "in a container: mount a devpts at /dev/pts, with /dev/ptmx";
  try {
    await loadTerminals();
    const terminal = spawnOnTerminal(tool("sh"), ["-c", ON_A_TERMINAL], { name: "dumb" });
    const status = await Promise.race([
      new Promise<number>((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode))),
      sleep(TRIAL_DEADLINE_MS, null, { ref: false }),
    ]);
    if (status === 7) return fine(name, "a pseudo terminal opens");
    if (status === null) terminal.kill("SIGKILL");
    const found = `a shell on a pseudo terminal ${status === null ? "does not end" : "finds none"}`;
    return fault(name, "missing", { found, mend: null, besides }, NOTHING);
  } catch (error) {
    const advice = adviceOf(error);
    const found = `no pseudo terminal can be opened: ${advice.found}`;
    return fault(name, "missing", { ...advice, found, besides: advice.besides ?? besides }, NOTHING);
  }
}

/**
 * Makes a namespace as root, with a multi-queue TAP if `withTap`; runs a program in it as this user, and the probe in it as root.
 */
export async function tryNetwork(
  register: Register,
  privilege: Privilege,
  { withTap, signal }: { readonly withTap: boolean; readonly signal: AbortSignal },
): Promise<Check[]> {
  try {
    await using network = await createNetwork(register, privilege, {
      ...{ name: "trial", multiQueue: true, nics: 1, signal },
      taps: withTap ? ["tap0"] : [],
    });
    const [file, ...args] = network.userInside([tool("true")], {});
    await runInside(privilege, file, args, signal);
    const made = withTap ? "with a TAP of several queues in it" : "without a TAP";
    return [
      fine("network", `a network namespace can be made, ${made}, and programs run in it`),
      await tryProbe(network, privilege, signal),
    ];
  } catch (error) {
    signal.throwIfAborted();
    const advice: Advice = {
      found: `no network namespace${withTap ? " with a TAP" : ""} can be made: ${messageOf(error)}`,
      mend: null,
      besides: "in a container: --privileged, which gives the right to mount and CAP_NET_ADMIN",
    };
    return [fault("network", "missing", advice, NOTHING)];
  }
}

async function runInside(
  privilege: Privilege,
  file: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const kill = (pid: number) => killTree(privilege, pid);
  await outputOf(file, args, { timeoutMs: TRIAL_DEADLINE_MS, signal, kill });
}

const ONE_REQUEST = {
  fping: ["-c", "1", "-t", "5000", "127.0.0.1"],
  ping: ["-n", "-q", "-c", "1", "-w", "5", "127.0.0.1"],
} as const;

/** Sends an echo request by each program that is installed. Without fping, ping measures, more coarsely. */
async function tryProbe(network: Network, privilege: Privilege, signal: AbortSignal): Promise<Check> {
  for (const program of ["ping", "fping"] as const) {
    if (findTool(program) === null) continue;
    const [file, ...args] = network.rootInside(program, ONE_REQUEST[program]);
    try {
      await runInside(privilege, file, args, signal);
    } catch (error) {
      signal.throwIfAborted();
      const found = `${program} cannot reach this host itself: ${messageOf(error)}`;
      return fault("probe", "missing", plainAdvice(found), NOTHING);
    }
  }
  return checkProbe("fping, tried as root");
}

/** The check of the probe when it has worked or can't be tried. */
export function checkProbe(words: string): Check {
  if (findTool("fping") !== null) return fine("probe", words);
  const advice = { found: "fping is not installed", ...installing(["fping"]) };
  return fault("probe", "limited", advice, "ping serves, which sees no outage below 20 ms");
}
