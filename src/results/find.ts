/** Finds results.json in folders, by globs, and by name. */
import { realpathSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { RESULTS_FILE } from "./write.ts";

export interface FoundResults {
  /** Absolute paths, each file once, in the order of what was asked for and by name within it. */
  readonly files: readonly string[];
  /** What was asked for and led to nothing. */
  readonly missing: readonly { readonly path: string; readonly problem: string }[];
}

/** Nobody's results are in there, and there can be a great many files. */
const IGNORED = ["**/node_modules/**", "**/.git/**"];

/**
 * What each of the words leads to: a folder is searched for results.json, a file is taken whatever its name is, and anything else is
 * a glob for such files and folders. Links are not followed into folders.
 */
export async function findResults(words: readonly string[], from: string): Promise<FoundResults> {
  const files = new Map<string, string>();
  const missing: { path: string; problem: string }[] = [];
  for (const word of words) {
    const path = resolve(from, word);
    const kind = kindOf(path);
    let found: string[] = [path];
    if (kind === "folder") found = await searchFolder(path);
    else if (kind === "none" && isDynamicPattern(word)) found = await matchGlob(word, from);
    if (found.length === 0) {
      const problem = `missing: ${kind === "folder" ? `there is no ${RESULTS_FILE} in this folder` : `no ${RESULTS_FILE} matches`}`;
      missing.push({ path: word, problem });
    }
    for (const file of found) {
      const real = realPath(file);
      if (!files.has(real)) files.set(real, file);
    }
  }
  return { files: [...files.values()], missing };
}

function kindOf(path: string): "folder" | "file" | "none" {
  try {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) return "none";
    return facts.isDirectory() ? "folder" : "file";
  } catch {
    // Whoever reads it will say what is wrong with it.
    return "file";
  }
}

const OPTIONS = {
  absolute: true,
  dot: true,
  expandDirectories: false,
  followSymbolicLinks: false,
  ignore: IGNORED,
} as const;

const inOrder = new Intl.Collator("en", { numeric: true });
const sorted = (paths: string[]): string[] => paths.sort(inOrder.compare);

const searchFolder = async (folder: string): Promise<string[]> =>
  sorted(await glob(`**/${RESULTS_FILE}`, { ...OPTIONS, cwd: folder }));

async function matchGlob(pattern: string, from: string): Promise<string[]> {
  const matches = sorted(await glob(pattern, { ...OPTIONS, cwd: from, onlyFiles: false }));
  const found: string[] = [];
  for (const match of matches) {
    // A glob for folders matches what else lies beside them.
    if (match.endsWith("/")) found.push(...(await searchFolder(match)));
    else if (basename(match) === RESULTS_FILE || pattern.endsWith(".json")) found.push(match);
  }
  return found;
}

/** A link and what it leads to are one file. What is not there, whoever reads it will say. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
