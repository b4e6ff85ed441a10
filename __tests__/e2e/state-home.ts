/**
 * Watches a state folder: which runs used it, and which process began each, even if a run ends before we look. The kernel keeps
 * the folder's events (inotify) until they are read, so a busy test process misses none.
 */
import { type FSWatcher, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recordsFolder } from "./left.ts";

export interface StateHome {
  /** For XDG_STATE_HOME. */
  readonly path: string;
  readonly records: string;
  /** The ids of all runs that used it. */
  runs(): string[];
  /** The runs of one process, if their records existed long enough to be read. */
  runsOf(pid: number): string[];
  close(): void;
}

/** A file that keeps the folder: the product removes an empty folder of records, and that would end our watch. */
const KEEPER = "watched-by-a-test";

export function watchStateHome(path: string, before?: StateHome): StateHome {
  const records = recordsFolder(path);
  mkdirSync(records, { recursive: true, mode: 0o700 });
  writeFileSync(join(records, KEEPER), "");
  before?.close();
  const owners = new Map<string, number | null>(before?.runs().map((runId) => [runId, null]));
  const note = (name: string) => {
    const runId = /^([0-9a-f]{10})\.jsonl$/.exec(name)?.[1];
    if (runId === undefined || owners.get(runId)) return;
    owners.set(runId, ownerOf(join(records, name)));
  };
  const look = () => readdirSync(records).forEach(note);
  const watcher: FSWatcher = watch(records, { persistent: false }, (_, name) => note(name ?? ""));
  watcher.on("error", () => undefined);
  return {
    path,
    records,
    runs: () => {
      tolerate(look);
      return [...owners.keys()];
    },
    runsOf: (pid) => {
      tolerate(look);
      return [...owners].flatMap(([runId, owner]) => (owner === pid ? [runId] : []));
    },
    close: () => watcher.close(),
  };
}

/** Ignores that the folder is missing: its test may have removed it. */
function tolerate(look: () => void): void {
  try {
    look();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** The process that a record's first line names. */
function ownerOf(path: string): number | null {
  try {
    const { pid } = JSON.parse(readFileSync(path, "utf8").split("\n")[0] ?? "") as { pid: number };
    return pid;
  } catch {
    return null;
  }
}
