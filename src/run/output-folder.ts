/**
 * The folder that a run writes into. It holds one run: files of an earlier run are removed first, and a second run is refused while the
 * first lives. Other files are left alone.
 */
import { lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { readWhole, writeFresh } from "../host/files.ts";
import { holdLock } from "../host/lock.ts";
import { type Owner, ownerSchema, stateOfOwner, thisOwner } from "../host/owner.ts";
import { pin } from "../host/private-folder.ts";
import { ITERATION_FILES, ITERATION_FOLDER, laneFolderName } from "../migration/evidence.ts";
import { REPORT_FILES } from "../report/write.ts";
import { SCENARIO_NAMES } from "../results/schema.ts";
import { RESULTS_FILE } from "../results/write.ts";
import { CONTROL_FOLDER } from "./control.ts";

/** Names the process that writes here. */
const OWNER_FILE = ".tap-migration-run";

const MOST_OWNER_BYTES = 4_096;

export interface OutputFolder extends Disposable {
  /** @throws ConfigurationError when the folder has been replaced: we would write into somebody else's. */
  check(): void;
}

/**
 * Makes the folder, or clears it of an earlier run. It is ours until disposed of. A folder that we made and that is still empty then is
 * removed.
 *
 * @throws ConfigurationError when another run writes into it, or when it cannot be made or cleared.
 */
export async function openOutputFolder(folder: string, signal: AbortSignal): Promise<OutputFolder> {
  try {
    const made = mkdirSync(folder, { recursive: true });
    const release = await own(folder, signal);
    try {
      clear(folder);
    } catch (error) {
      release();
      throw error;
    }
    const isSame = pin(folder);
    return {
      check() {
        if (isSame()) return;
        throw new ConfigurationError(
          `the output folder ${folder} is not the one that the run began with: something removed it, or put another in its place`,
        );
      },
      [Symbol.dispose]() {
        release();
        if (made !== undefined) removeEmpty(folder, made);
      },
    };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ConfigurationError) throw error;
    throw new ConfigurationError(
      `the output folder ${folder} cannot be used: ${messageOf(error)}. Name another one with output-dir (--out FOLDER)`,
    );
  }
}

/**
 * Looks at the owner's process instead of renewing a lock: nothing may wake us while a guest is frozen. An owner that cannot be seen
 * from here, for example of a container, is ignored.
 */
async function own(folder: string, signal: AbortSignal): Promise<() => void> {
  const path = join(folder, OWNER_FILE);
  // Two runs that find a dead owner must not both take over.
  await using _lock = await holdLock(path, signal, () => undefined);
  const owner = readOwner(path);
  // "elsewhere" is ignored: it may be of a container that was killed, and would keep us out for ever.
  if (owner !== null && stateOfOwner(owner) === "alive") {
    throw new ConfigurationError(
      `another run (process ${owner.pid}) writes into the output folder ${folder}. Wait for it, or name another one with output-dir (--out FOLDER)`,
    );
  }
  writeFresh(path, `${JSON.stringify(thisOwner())}\n`);
  return () => rmSync(path, { force: true });
}

/** Null for anything else than an owner: somebody else may have written the file. */
function readOwner(path: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readWhole(path, MOST_OWNER_BYTES).toString("utf8")));
  } catch {
    return null;
  }
}

/** Removes what runs write, by name. */
function clear(folder: string): void {
  const written = [RESULTS_FILE, ...REPORT_FILES];
  for (const name of readdirSync(folder)) {
    // A run that was killed leaves unfinished files under temporary names: see writeFresh.
    const unfinished = /^\.(.+)\.[0-9a-f]{16}$/.exec(name)?.[1] ?? "";
    if (written.includes(name) || written.includes(unfinished)) rmSync(join(folder, name), { force: true });
  }
  for (const name of [CONTROL_FOLDER, ...LANE_FOLDERS]) {
    const lane = join(folder, name);
    if (!isFolder(lane)) continue;
    for (const iteration of readdirSync(lane)) {
      if (ITERATION_FOLDER.test(iteration) && isFolder(join(lane, iteration)))
        clearEvidence(join(lane, iteration));
    }
    clearEvidence(lane);
  }
}

const LANE_FOLDERS = SCENARIO_NAMES.flatMap((name) =>
  (["candidate", "baseline", "target"] as const).map((from) => laneFolderName(name, from)),
);

function clearEvidence(folder: string): void {
  for (const name of ITERATION_FILES) rmSync(join(folder, name), { force: true });
  removeEmpty(folder, folder);
}

/** False for a link: its target is somebody else's. */
const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Removes the folder and its parents up to `last` while they are empty. */
function removeEmpty(folder: string, last: string): void {
  try {
    for (let at = folder; ; at = dirname(at)) {
      rmdirSync(at);
      if (at === last) return;
    }
  } catch {
    // Not empty.
  }
}
