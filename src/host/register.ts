/**
 * What a run must undo, written to disk before it exists.
 *
 * Each run has one file of JSON lines in the user's state folder: a header that says which process owns it (see owner.ts), then a
 * line for each thing held and one for each thing undone. At the end of a run, and on INT and TERM, its own process undoes what is
 * left, last thing first. After a KILL any later run, or `clean`, reads the file and does the same. A file whose owner still lives,
 * or may live where it can't be seen from here, is never touched.
 *
 * What is in such a file is obeyed, so it must be this user's alone, and so must be the folder. A QEMU that runs as this user can
 * write one all the same. So a record names nothing but what has the name of its own run.
 */
import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { openFresh, readWhole } from "./files.ts";
import { xdgFolder } from "./home.ts";
import { ownerSchema, stateOfOwner, thisOwner } from "./owner.ts";
import { whyNotPrivate, whyNotPrivateFile } from "./private-folder.ts";
import type { Privilege } from "./privilege.ts";
import { bootId } from "./proc.ts";
import { isOfRun, type Undoable, undo, undoableSchema } from "./undo.ts";

const header = ownerSchema.extend({ run: z.string().regex(/^[0-9a-f]{10}$/) });
const line = z.union([
  z.object({ hold: z.number().int(), what: undoableSchema }),
  z.object({ undone: z.number().int() }),
]);

/** One thing held. `undo` may be called more than once; only the first call does something. */
export interface Held {
  undo(): Promise<void>;
}

export interface Register {
  /** Ten hexadecimal digits, part of every name this run gives to anything. */
  readonly runId: string;
  /** Writes down a thing that is about to be made. */
  hold(what: Undoable): Held;
  /** Undoes all that is left, last first, each even when one before it failed. Returns what could not be undone. */
  close(): Promise<string[]>;
}

/**
 * The folder in which the registers of this user's runs are.
 * @throws ConfigurationError when this user has no home folder.
 */
export const stateFolder = (): string => join(xdgFolder("XDG_STATE_HOME"), "tap-migration-action", "runs");

const unusable = (folder: string, error: unknown): string =>
  `the folder ${folder}, in which a run notes what it must clean up, cannot be used: ${messageOf(error)}. Set XDG_STATE_HOME to a folder that can be written`;

function makePrivateFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ConfigurationError(unusable(path, error));
  }
  const why = whyNotPrivate(path);
  if (why !== null) throw new ConfigurationError(notObeyed(path, why));
}

/** A run of a day notes some thousand things, of some hundred bytes each. */
const MOST_RECORD_BYTES = 16 * 2 ** 20;

const notObeyed = (folder: string, why: string) =>
  `${folder} must be a folder that nobody but this user can put anything into, as what is noted there is removed: ${why}. Mend that, or set XDG_STATE_HOME.`;

/** Opens the register of a new run, owned by this process. Throws ConfigurationError when its folder cannot be had. */
export function openRegister(privilege: Privilege, folder: string = stateFolder()): Register {
  makePrivateFolder(folder);
  const runId = randomBytes(5).toString("hex");
  const path = join(folder, `${runId}.jsonl`);
  // Under its name only once the header is whole: a reader never sees an owner that it cannot check.
  const owner = thisOwner();
  let record: number;
  try {
    // Whoever runs as us could put another file in its place: what is written from now on does not go by its name.
    record = openFresh(path, `${JSON.stringify({ run: runId, ...owner })}\n`, 0o600);
  } catch (error) {
    throw new ConfigurationError(unusable(folder, error));
  }

  const held: { what: Undoable; number: number; undoing: Promise<void> | null }[] = [];
  const undoOne = async (entry: (typeof held)[number]): Promise<void> => {
    await undo(entry.what, privilege);
    try {
      writeSync(record, `${JSON.stringify({ undone: entry.number })}\n`);
    } catch {
      // A full disk. Whoever reads the record undoes it once more, which does nothing.
    }
  };
  return {
    runId,
    hold(what) {
      const entry: (typeof held)[number] = { what, number: held.length, undoing: null };
      writeSync(record, `${JSON.stringify({ hold: entry.number, what })}\n`);
      held.push(entry);
      return {
        undo: () => {
          entry.undoing ??= undoOne(entry);
          return entry.undoing;
        },
      };
    },
    async close() {
      const problems: string[] = [];
      for (const entry of held.toReversed()) {
        try {
          // One that failed before is tried once more: what was in its way may be gone by now.
          await entry.undoing?.catch(() => undoOne(entry));
          entry.undoing ??= undoOne(entry);
          await entry.undoing;
        } catch (error) {
          problems.push(messageOf(error));
        }
      }
      if (problems.length === 0) {
        closeSync(record);
        removeRecord(folder, path);
      }
      return problems;
    },
  };
}

function removeRecord(folder: string, path: string): void {
  rmSync(path, { force: true });
  try {
    rmdirSync(folder);
  } catch {
    // Another run has its register there.
  }
}

export interface CleanReport {
  /** Runs whose owner is dead and whose things are gone now. */
  readonly cleaned: string[];
  /** Runs that still live, and were left alone. */
  readonly living: string[];
  /** Runs of other hosts or containers that share this folder, which were left alone too. */
  readonly elsewhere: string[];
  /** What could not be undone, in words. */
  readonly problems: string[];
}

/** Undoes what dead runs of this user left behind. Never touches a run whose owner lives. */
export async function cleanDeadRuns(
  privilege: Privilege,
  folder: string = stateFolder(),
): Promise<CleanReport> {
  const report: CleanReport = { cleaned: [], living: [], elsewhere: [], problems: [] };
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      report.problems.push(`${folder} cannot be read: ${messageOf(error)}`);
    return report;
  }
  const why = names.length === 0 ? null : whyNotPrivate(folder);
  if (why !== null) {
    report.problems.push(notObeyed(folder, why));
    return report;
  }
  for (const name of names) {
    const path = join(folder, name);
    const record = readRecord(path);
    if (typeof record === "string") {
      report.problems.push(record);
      continue;
    }
    const state = stateOfOwner(record.owner);
    if (state !== "dead") {
      report[state === "alive" ? "living" : "elsewhere"].push(record.owner.run);
      continue;
    }
    const sameBoot = record.owner.bootId === bootId();
    const problems: string[] = [];
    for (const what of record.left.toReversed()) {
      // Namespaces ended with the boot.
      if (!sameBoot && what.kind === "namespace") continue;
      await undo(what, privilege).catch((error: unknown) => problems.push(messageOf(error)));
    }
    report.problems.push(...problems);
    if (problems.length === 0) {
      removeRecord(folder, path);
      report.cleaned.push(record.owner.run);
    }
  }
  return report;
}

function readRecord(path: string): { owner: z.infer<typeof header>; left: Undoable[] } | string {
  try {
    const why = whyNotPrivateFile(path);
    if (why !== null) return `${why}: it is not obeyed. If no run is under way, remove it.`;
    const lines = readWhole(path, MOST_RECORD_BYTES).toString("utf8").split("\n");
    const owner = header.parse(JSON.parse(lines[0] ?? ""));
    if (basename(path) !== `${owner.run}.jsonl`) throw new Error(`it is the record of the run ${owner.run}`);
    const left = new Map<number, Undoable>();
    for (const text of lines.slice(1)) {
      if (text === "") continue;
      let entry: z.infer<typeof line>;
      try {
        entry = line.parse(JSON.parse(text));
      } catch {
        // A line cut short by the kill: what it was to announce was never made.
        continue;
      }
      if ("hold" in entry && !isOfRun(entry.what, owner.run)) continue;
      if ("hold" in entry) left.set(entry.hold, entry.what);
      else left.delete(entry.undone);
    }
    return { owner, left: [...left.values()] };
  } catch (error) {
    return `${path} cannot be read: ${messageOf(error)}. If no run is under way, remove it.`;
  }
}

/** The folder for what is short-lived: sockets need a short path (108 bytes in all, see unix(7)). */
export function temporaryBase(): string {
  const chosen = resolve(tmpdir());
  return chosen.length <= 40 ? chosen : "/tmp";
}
