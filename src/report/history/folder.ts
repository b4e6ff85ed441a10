/**
 * A folder with a file for each machine, which several jobs of one host may share. A file is written whole or not at all, by one at a time.
 * A file that cannot be read is never overwritten.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../../base/errors.ts";
import { visible } from "../../base/visible-text.ts";
import { readWhole, writeFresh } from "../../host/files.ts";
import { holdLock } from "../../host/lock.ts";
import { fileProblem } from "../../results/read.ts";
import { HISTORY_VERSION, HistoryFile, type HistoryRun, type Machine, MOST_RUNS } from "./format.ts";
import { fingerprintOf } from "./machine.ts";

/** A full file has less than 1 MiB. */
const MOST_BYTES = 8 * 2 ** 20;
/** Others hold the lock for milliseconds; a dead one's is taken over after seconds. */
const LOCK_DEADLINE_MS = 60_000;

/** What the history has of a machine. */
export interface Kept {
  readonly machine: Machine;
  readonly fingerprint: string;
  /** Absolute. */
  readonly file: string;
  /** By `startedAt`; without the file's runs if it could not be read. */
  readonly runs: readonly HistoryRun[];
  /** How many of the given runs it did not have. */
  readonly added: number;
  /** Why the history is missing or was not updated, and what to do. */
  readonly problem: string | null;
}

export const HISTORY_FILE_NAME = /^[0-9a-f]{16}\.json$/;

/** Adds runs to a machine's history. Never rejects: see `problem`. */
export async function keepRuns(folder: string, machine: Machine, runs: readonly HistoryRun[]): Promise<Kept> {
  const fingerprint = fingerprintOf(machine);
  const file = join(folder, `${fingerprint}.json`);
  const kept = (all: readonly HistoryRun[], added: number, problem: string | null): Kept => ({
    ...{ machine, fingerprint, file, runs: all, added, problem },
  });
  let before: readonly HistoryRun[];
  try {
    before = readRuns(file, fingerprint);
  } catch (error) {
    const why = error instanceof RefusedError ? error.message : fileProblem(error);
    return kept([], 0, `${why}. It is left as it is; move it away to begin anew`);
  }
  const all = joined(before, runs);
  if (addedTo(before, all) === 0) return kept(all, 0, null);
  const deadline = AbortSignal.timeout(LOCK_DEADLINE_MS);
  try {
    mkdirSync(folder, { recursive: true });
    await using _lock = await holdLock(file, deadline, () => undefined);
    // Another job may have written since.
    const now = readRuns(file, fingerprint);
    const both = joined(now, runs);
    const added = addedTo(now, both);
    if (added > 0) write(file, machine, both);
    return kept(both, added, null);
  } catch (error) {
    const why = deadline.aborted ? "another process has its lock" : messageOf(error);
    return kept(all, 0, `the runs could not be added: ${why}. Give a folder that this user can write`);
  }
}

/** What a file has instead of a history. */
class RefusedError extends Error {}

/** The machine and runs of a file. @throws RefusedError, UnfitFileError, system errors */
export function readHistory(path: string): HistoryFile {
  const bytes = readWhole(path, MOST_BYTES);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // The parser's message is not used: it quotes the file, which may contain anything.
    throw new RefusedError("unreadable: not JSON");
  }
  const version = (value as { historyVersion?: unknown } | null)?.historyVersion;
  if (version !== undefined && version !== HISTORY_VERSION)
    throw new RefusedError(
      `of history version ${visible(JSON.stringify(version).slice(0, 20))}, and this program reads version ${HISTORY_VERSION}`,
    );
  const checked = HistoryFile.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const place = issue?.path.join(".") ?? "";
  throw new RefusedError(
    `not of history version ${HISTORY_VERSION}: ${visible(`${place === "" ? "" : `${place}: `}${issue?.message}`).slice(0, 200)}`,
  );
}

/** Empty when there is no file yet. */
function readRuns(file: string, fingerprint: string): readonly HistoryRun[] {
  let history: HistoryFile;
  try {
    history = readHistory(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
  if (fingerprintOf(history.machine) !== fingerprint)
    throw new RefusedError("the history of another machine");
  return history.runs;
}

const idOf = ({ startedAt, seed, durationMs }: HistoryRun) => `${startedAt} ${seed} ${durationMs}`;

/** The newest runs of both, each once, by when they started. */
function joined(kept: readonly HistoryRun[], more: readonly HistoryRun[]): HistoryRun[] {
  // What was kept first counts.
  const byId = new Map([...more, ...kept].map((run) => [idOf(run), run]));
  return [...byId.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)).slice(-MOST_RUNS);
}

function addedTo(before: readonly HistoryRun[], after: readonly HistoryRun[]): number {
  const known = new Set(before.map(idOf));
  return after.filter((run) => !known.has(idOf(run))).length;
}

function write(file: string, machine: Machine, runs: readonly HistoryRun[]): void {
  const history = HistoryFile.parse({ historyVersion: HISTORY_VERSION, machine, runs });
  writeFresh(file, `${JSON.stringify(history, null, 1)}\n`);
}
