/**
 * Keeps a history folder in the Actions cache: a hosted runner is thrown away after its job. Entries of the cache cannot be changed, so each
 * report saves a new one, and the newest one with the folder's prefix is restored. Failures are warnings.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../base/errors.ts";
import { HISTORY_FILE_NAME, keepRuns, readHistory } from "../report/history/folder.ts";
import { type CacheOptions, copyFiles, restoreStaged, saveStaged, stagingPath } from "./cache.ts";

/** Two folders of a repository have histories of their own. */
const nameOf = (folder: string) =>
  `history-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
const prefixOf = (folder: string) => `tap-migration-${nameOf(folder)}-`;

function freshKey(folder: string): string {
  const { GITHUB_RUN_ID = "0", GITHUB_RUN_ATTEMPT = "0" } = process.env;
  return `${prefixOf(folder)}${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT}-${randomBytes(4).toString("hex")}`;
}

/**
 * Adds the runs of the newest cached history to the folder's own, which a self-hosted runner may still have. Never rejects.
 *
 * @param folder as the input names it: the same in each job
 */
export async function restoreHistory(folder: string, options: CacheOptions): Promise<void> {
  const { info, warn } = options;
  const { signal } = new AbortController();
  const keys = [freshKey(folder), prefixOf(folder)] as const;
  try {
    const found = await restoreStaged(stagingPath(nameOf(folder)), keys, signal, options, async (staged) => {
      for (const name of await readdir(staged)) {
        if (!HISTORY_FILE_NAME.test(name)) continue;
        try {
          const { machine, runs } = readHistory(join(staged, name));
          // The report itself tells problems of the folder.
          await keepRuns(folder, machine, runs);
        } catch (error) {
          warn(`history: ${name} in the Actions cache is left out: ${messageOf(error)}`);
        }
      }
    });
    if (found) info("history: from the Actions cache");
  } catch (error) {
    warn(`history: the Actions cache could not be read: ${messageOf(error)}`);
  }
}

/** Saves the folder's files under a new key. Never rejects. */
export async function saveHistory(folder: string, options: CacheOptions): Promise<void> {
  const { info, warn } = options;
  try {
    const saved = await saveStaged(stagingPath(nameOf(folder)), freshKey(folder), options, async (staged) => {
      await mkdir(staged, { mode: 0o700 });
      await copyFiles(folder, staged, (name) => HISTORY_FILE_NAME.test(name));
    });
    if (saved) info("history: saved in the Actions cache");
  } catch (error) {
    warn(`history: it could not be saved in the Actions cache: ${messageOf(error)}`);
  }
}
