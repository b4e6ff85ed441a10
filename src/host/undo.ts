/**
 * The kinds of things that a run makes or changes outside of its process, and how each is undone. They are plain data, so that another process can
 * undo them after a crash. Undoing is idempotent, and checks that the target has the kind and the name of our things.
 */
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { DEVICE_NAMES, devicePath, deviceState, rulePathOf } from "./devices.ts";
import { factsOf } from "./facts.ts";
import { type Privilege, runAsRoot, signalAsRoot, signalInside } from "./privilege.ts";
import { isAlive, type ProcessIdentity } from "./proc.ts";
import {
  deleteNamespace,
  giveBack,
  isNamespaceName,
  listPids,
  type RootSignal,
  reloadRules,
  removeRule,
  shutDevice,
} from "./root-command.ts";
import { findTool } from "./tools.ts";

/** The beginning of the name of everything that a run makes outside of its process. */
export const NAME_PREFIX = "tapmig-";

const ownPath = z
  .string()
  .refine(
    (path) => path.startsWith("/") && basename(path).startsWith(NAME_PREFIX) && !path.includes("/../"),
    `an absolute path whose last part begins with ${NAME_PREFIX}`,
  );

export const namespaceName = z.string().refine(isNamespaceName, "a network namespace of ours");

export const undoableSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("folder"), path: ownPath }),
  z.object({ kind: z.literal("file"), path: ownPath }),
  z.object({ kind: z.literal("namespace"), name: namespaceName }),
  /** A device that setup has opened for this user, by an entry in its access control list or by a rule of udev. */
  z.object({ kind: z.literal("access"), device: z.enum(DEVICE_NAMES) }),
]);
export type Undoable = z.infer<typeof undoableSchema>;

/** Whether a thing has the name of this run. Access has no name: at worst, somebody's record takes this user's own access away. */
export const isOfRun = (what: Undoable, run: string): boolean =>
  what.kind === "access" ||
  new RegExp(`^${NAME_PREFIX}${run}(-|$)`).test(what.kind === "namespace" ? what.name : basename(what.path));

const TERM_GRACE_MS = 1_000;
const KILL_DEADLINE_MS = 10_000;
/** For each `ip` command. Deleting a namespace waits for the kernel. */
const COMMAND_DEADLINE_MS = 20_000;

/** Undoes one thing; nothing happens when it is gone already. @throws Error when it is still there afterwards. */
export async function undo(what: Undoable, privilege: Privilege): Promise<void> {
  switch (what.kind) {
    case "folder":
    case "file":
      removePath(what.path);
      return;
    case "namespace":
      await removeNamespace(what.name, privilege);
      return;
    case "access":
      await takeBack(what, privilege);
      return;
  }
}

type Access = Extract<Undoable, { kind: "access" }>;

/** Shuts a device for this user, as it was before setup. */
async function takeBack({ device }: Access, privilege: Privilege): Promise<void> {
  const uid = process.getuid?.() ?? 0;
  const path = devicePath(device);
  const hasRule = existsSync(rulePathOf(device));
  // To root every device is open, so setup never opens one for it.
  if (uid === 0) return;
  const isShut = () => deviceState(path) !== "ok";
  // What keeps it shut may be something else than its list of access, which has our entry then.
  const mayHaveEntry = existsSync(path) && findTool("setfacl") !== null && privilege.kind !== "none";
  if (isShut() && !hasRule && !mayHaveEntry) return;
  if (privilege.kind === "none")
    throw new Error(`${path} is still open for this user: only root or sudo can take that back`);
  const commands = hasRule
    ? [removeRule(device), reloadRules(), giveBack(device)]
    : [shutDevice(device, uid)];
  for (const command of commands) {
    await runAsRoot(privilege, command, { timeoutMs: COMMAND_DEADLINE_MS }).catch((error: unknown) => {
      if (!isShut()) throw error;
    });
  }
}

function removePath(path: string): void {
  const stat = factsOf(path, lstatSync);
  if (stat === undefined) return;
  const uid = process.getuid?.() ?? 0;
  if (stat.uid !== uid) throw new Error(`${path} belongs to another user (uid ${stat.uid}): not removed`);
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    openUp(path);
    rmSync(path, { recursive: true, force: true });
  }
}

/** Makes folders writable again: a QEMU that ran as us may have closed them. It has ended, since namespaces are removed first. */
function openUp(path: string): void {
  if (!lstatSync(path).isDirectory()) return;
  chmodSync(path, 0o700);
  for (const name of readdirSync(path)) openUp(join(path, name));
}

/** Ends one process by TERM, then KILL; returns once it has ended. */
export async function endProcess(one: ProcessIdentity, privilege: Privilege): Promise<void> {
  await endAll(
    async () => (isAlive(one) ? [one.pid] : []),
    (pid, signalName) => signalAsRoot(privilege, pid, signalName),
    ([pid]) => `as process ${pid}`,
  );
}

/** Everything in a namespace was started by its run, whatever became of the parent: ends all of it, then removes the namespace. */
async function removeNamespace(name: string, privilege: Privilege): Promise<void> {
  const path = `/run/netns/${name}`;
  const holder = privilege.rootless === null ? null : `/proc/${privilege.rootless.pid}`;
  if (holder === null || !existsSync(`${holder}/root${path}`)) {
    if (!existsSync(path)) return;
    if (privilege.kind === "none")
      throw new Error(`the network namespace ${name} was made by root: only root or sudo can remove it`);
  }
  // When making it was cut short there is a file without a namespace, and `ip netns pids` would fail.
  if (readFileSync(`${holder ?? "/proc/self"}/mountinfo`, "utf8").includes(` ${path} `)) {
    await endAll(
      () => pidsInside(name, privilege),
      (pid, signalName) => signalInside(privilege, pid, signalName),
      (pids) => `in the namespace ${name} (${pids.join(", ")})`,
    );
  }
  await runAsRoot(privilege, deleteNamespace(name), { timeoutMs: COMMAND_DEADLINE_MS });
}

/** Listed by root: with hidepid (proc(5)) we may not see them. Without root, they are pids of the holder's PID namespace. */
async function pidsInside(name: string, privilege: Privilege): Promise<number[]> {
  const listed = await runAsRoot(privilege, listPids(name), { timeoutMs: COMMAND_DEADLINE_MS });
  return listed.split("\n").flatMap((line) => (/^\d+$/.test(line) ? [Number(line)] : []));
}

/**
 * Ends all that `living` finds by TERM, then KILL. It is asked again before each signal: a process may have ended and its pid been
 * reused, or it may have left a new child.
 *
 * @throws Error that names those that do not end.
 */
async function endAll(
  living: () => Promise<readonly number[]>,
  signal: (pid: number, signalName: RootSignal) => Promise<void>,
  named: (pids: readonly number[]) => string,
): Promise<void> {
  const began = performance.now();
  const asked = new Set<number>();
  for (let pids = await living(); pids.length > 0; pids = await living()) {
    const elapsedMs = performance.now() - began;
    if (elapsedMs > KILL_DEADLINE_MS)
      throw new Error(`what runs ${named(pids)} does not end, not even by SIGKILL`);
    for (const pid of pids) {
      if (elapsedMs > TERM_GRACE_MS) await signal(pid, "KILL");
      else if (!asked.has(pid)) await signal(pid, "TERM");
      asked.add(pid);
    }
    await sleep(20);
  }
}
