/**
 * What a run must undo, written to disk before it exists.
 *
 * Each run has one file of JSON lines in the user's state folder: a header that names the owning process (see owner.ts), then a line for
 * each thing held and for each thing undone. At its end, and on INT and TERM, the run undoes what is left, last thing first. After
 * SIGKILL the next run, or `clean`, reads the file and does the same. The file of an owner that lives, or may live where it cannot be
 * seen from here, is never touched.
 *
 * We obey these files, so they and their folder must be this user's alone. A QEMU that runs as this user can write one all the same.
 * So a record may only name things with the name of its own run.
 */
import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { DEVICE_NAMES, type DeviceName, devicePath, deviceState } from "./devices.ts";
import { openFresh } from "./files.ts";
import { xdgFolder } from "./home.ts";
import { stateOfOwner, thisOwner } from "./owner.ts";
import { whyNotPrivate } from "./private-folder.ts";
import type { Privilege } from "./privilege.ts";
import { bootId } from "./proc.ts";
import { type RunRecord, readRecord, recordsIn } from "./record.ts";
import { type Undoable, undo } from "./undo.ts";

/** One thing held. Only the first call of `undo` does something. */
export interface Held {
  undo(): Promise<void>;
}

export interface Register {
  /** Ten hexadecimal digits, part of every name that this run gives. */
  readonly runId: string;
  /** Records a thing that is about to be made. */
  hold(what: Undoable): Held;
  /**
   * Undoes what is left, last first, and goes on after errors. Ends the privilege's namespaces, if it has any.
   * @returns what could not be undone, in words.
   */
  close(): Promise<string[]>;
}

/**
 * The folder with the records of this user's runs.
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

const notObeyed = (folder: string, why: string) =>
  `${folder} must be a folder that nobody but this user can put anything into, as what is noted there is removed: ${why}. Mend that, or set XDG_STATE_HOME.`;

/** Opens the register of a new run, owned by this process. @throws ConfigurationError when its folder cannot be used. */
export function openRegister(privilege: Privilege, folder: string = stateFolder()): Register {
  makePrivateFolder(folder);
  const runId = randomBytes(5).toString("hex");
  const path = join(folder, `${runId}.jsonl`);
  // It gets its name once the header is whole: a reader never sees an incomplete owner.
  const owner = thisOwner();
  let record: number;
  try {
    // A QEMU that runs as us could replace the file: from now on it is written by descriptor, not by name.
    record = openFresh(path, `${JSON.stringify({ run: runId, ...owner })}\n`, 0o600);
  } catch (error) {
    throw new ConfigurationError(unusable(folder, error));
  }

  const { rootless } = privilege;
  rootless?.remember(path);
  const held: { what: Undoable; number: number; undoing: Promise<void> | null }[] = [];
  const note = (entry: object) => {
    try {
      writeSync(record, `${JSON.stringify(entry)}\n`);
    } catch {
      // The disk is full. A reader of the record undoes the thing again, which does nothing.
    }
  };
  const undoOne = async ({ what, number }: (typeof held)[number]): Promise<void> => {
    if (what.kind === "access") note({ leaving: number });
    if (!isNeededElsewhere(what, folder, runId)) await undo(what, privilege);
    note({ undone: number });
  };
  return {
    runId,
    hold(what) {
      const entry: (typeof held)[number] = { what, number: held.length, undoing: null };
      writeSync(record, `${JSON.stringify({ hold: entry.number, what })}\n`);
      if ("path" in what) rootless?.remember(what.path);
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
          // Try one that failed again: the cause may be gone.
          await entry.undoing?.catch(() => undoOne(entry));
          entry.undoing ??= undoOne(entry);
          await entry.undoing;
        } catch (error) {
          problems.push(messageOf(error));
        }
      }
      await rootless?.close();
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
    // Another run has its record there.
  }
}

export interface CleanReport {
  /** Dead runs that were cleaned up. */
  readonly cleaned: string[];
  /** Living runs, left alone. */
  readonly living: string[];
  /** Runs of other hosts or containers that share this folder, left alone. */
  readonly elsewhere: string[];
  /** What could not be undone, in words. */
  readonly problems: string[];
}

/** Undoes what dead runs of this user left behind. Living runs are not touched. */
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
      // Namespaces do not survive a reboot.
      if (!sameBoot && what.kind === "namespace") continue;
      if (isNeededElsewhere(what, folder, record.owner.run)) continue;
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

/**
 * Holds the devices that are open for this user because of another run, a dead one too: whichever ends last shuts them. Otherwise the
 * other run's end, or cleaning up after it, would shut them in the middle of this one.
 */
export function shareAccess(register: Register, folder: string = stateFolder()): void {
  for (const device of DEVICE_NAMES) {
    if (deviceState(devicePath(device)) !== "ok") continue;
    const isOpened = isInRecord(
      folder,
      ({ owner, left }) => owner.run !== register.runId && hasDevice(left, device),
    );
    if (isOpened) register.hold({ kind: "access", device });
  }
}

/** Whether a living run needs it too. */
const isNeededElsewhere = (what: Undoable, folder: string, run: string): boolean =>
  what.kind === "access" &&
  isInRecord(
    folder,
    ({ owner, needed }) =>
      owner.run !== run && hasDevice(needed, what.device) && stateOfOwner(owner) !== "dead",
  );

const isInRecord = (folder: string, fits: (record: RunRecord) => boolean): boolean =>
  recordsIn(folder).some((path) => {
    const record = readRecord(path);
    return typeof record !== "string" && fits(record);
  });

const hasDevice = (all: readonly Undoable[], device: DeviceName): boolean =>
  all.some((what) => what.kind === "access" && what.device === device);

/** The folder for short-lived files. Its path must be short: a socket's has at most 108 bytes, see unix(7). */
export function temporaryBase(): string {
  const chosen = resolve(tmpdir());
  return chosen.length <= 40 ? chosen : "/tmp";
}
