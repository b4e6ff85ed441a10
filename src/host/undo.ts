/**
 * The kinds of things a run makes outside of itself, and how each is undone. Plain data, so that another process can do it
 * after a crash. Every undoing is idempotent, and checks that its target is of the kind and name that we give to things.
 */
import { existsSync, lstatSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { factsOf } from "./facts.ts";
import { type Privilege, runAsRoot, signalAsRoot } from "./privilege.ts";
import { identify, isAlive, type ProcessIdentity } from "./proc.ts";
import { deleteNamespace, isNamespaceName, listPids } from "./root-command.ts";

/** Everything that we make outside of our own process has a name that begins like this. */
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
  z.object({
    kind: z.literal("process"),
    pid: z.number().int().min(2),
    startTicks: z.number(),
    name: z.string(),
  }),
]);
export type Undoable = z.infer<typeof undoableSchema>;

const TERM_GRACE_MS = 1_000;
const KILL_DEADLINE_MS = 10_000;

/** Undoes one thing. Nothing happens when it is gone already. Throws when it is still there afterwards. */
export async function undo(what: Undoable, privilege: Privilege): Promise<void> {
  switch (what.kind) {
    case "folder":
    case "file":
      removePath(what.path);
      return;
    case "namespace":
      await removeNamespace(what.name, privilege);
      return;
    case "process":
      await endProcesses([what], privilege);
      return;
  }
}

function removePath(path: string): void {
  const stat = factsOf(path, lstatSync);
  if (stat === undefined) return;
  const uid = process.getuid?.() ?? 0;
  if (stat.uid !== uid) throw new Error(`${path} belongs to another user (uid ${stat.uid}): not removed`);
  rmSync(path, { recursive: true, force: true });
}

/** Ends processes, politely, then not; returns once none of them lives. */
export async function endProcesses(processes: ProcessIdentity[], privilege: Privilege): Promise<void> {
  const living = () => processes.filter(isAlive);
  const started = performance.now();
  for (const process of living()) await signalAsRoot(privilege, process.pid, "TERM");
  let killed = false;
  while (living().length > 0) {
    const elapsedMs = performance.now() - started;
    if (!killed && elapsedMs > TERM_GRACE_MS) {
      for (const process of living()) await signalAsRoot(privilege, process.pid, "KILL");
      killed = true;
    }
    if (elapsedMs > KILL_DEADLINE_MS) {
      throw new Error(
        `the processes ${living()
          .map((process) => process.pid)
          .join(", ")} do not end, not even by SIGKILL`,
      );
    }
    await sleep(10);
  }
}

/** A namespace is the sure mark of what is ours: whoever lives in it was started by the run, whatever became of its parent. */
async function removeNamespace(name: string, privilege: Privilege): Promise<void> {
  if (!existsSync(`/run/netns/${name}`)) return;
  const pids = await runAsRoot(privilege, listPids(name)).catch(() => "");
  const inside = pids
    .split("\n")
    .flatMap((line) => (/^\d+$/.test(line) ? (identify(Number(line)) ?? []) : []));
  await endProcesses(inside, privilege);
  await runAsRoot(privilege, deleteNamespace(name));
}
