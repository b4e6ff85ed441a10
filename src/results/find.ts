/**
 * Finds results.json in folders, by globs, and by name. Others may have made the files, so names are not
 * trusted: each matching file is either found or reported as unreadable, whatever its name and the names of
 * its folders are.
 */
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import picomatch from "picomatch";
import { fileProblem } from "./read.ts";
import { type Entry, walk } from "./walk.ts";
import { RESULTS_FILE } from "./write.ts";

export interface FoundResults {
  /** Absolute paths, each file once, in the order of the arguments and sorted by name within each. */
  readonly files: readonly string[];
  /** Arguments that led to nothing, and files that cannot be read. */
  readonly missing: readonly Missing[];
}

export interface Missing {
  readonly path: string;
  readonly problem: string;
}

/** More files than any matrix makes. The limit exists because a pull request can make millions of empty files. */
export const MOST_FOUND = 10_000;

/** Folders that never contain results but can contain very many files. */
const IGNORED = ["node_modules", ".git"];

/** The result of a search; paths are absolute. */
interface Search {
  readonly files: string[];
  readonly missing: Missing[];
}

/**
 * Finds the files that each word stands for. A folder is searched for results.json, a file is taken whatever
 * its name is, and anything else is a glob for files and folders. Links to folders are not followed.
 */
export function findResults(
  words: readonly string[],
  from: string,
  mostFound: number = MOST_FOUND,
): FoundResults {
  const files = new Map<string, string>();
  const missing = new Map<string, Missing>();
  for (const word of words) {
    const path = resolve(from, word);
    const kind = kindOf(path);
    let found: Search = { files: [path], missing: [] };
    if (kind === "folder") found = searchFolder(path, mostFound);
    else if (kind === "none" && picomatch.scan(word, MATCHING).isGlob)
      found = matchGlob(word, from, mostFound);
    if (found.files.length + found.missing.length === 0) {
      const problem = `missing: ${kind === "folder" ? `there is no ${RESULTS_FILE} in this folder` : `no ${RESULTS_FILE} matches`}`;
      missing.set(word, { path: word, problem });
    }
    for (const file of found.files) {
      const real = realPath(file);
      if (!files.has(real)) files.set(real, file);
    }
    for (const one of found.missing)
      missing.set(one.path, { ...one, path: one.path === path ? word : shownPath(one.path, from) });
  }
  return { files: [...files.values()], missing: [...missing.values()] };
}

/** The path relative to `from` if it is inside that folder, else the absolute path. */
export function shownPath(file: string, from: string): string {
  const path = relative(from, file);
  return path === "" || path.startsWith("..") || isAbsolute(path) ? file : path;
}

function kindOf(path: string): "folder" | "file" | "none" {
  try {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) return "none";
    return facts.isDirectory() ? "folder" : "file";
  } catch {
    // Reading it later reports what is wrong with it.
    return "file";
  }
}

const inOrder = new Intl.Collator("en", { numeric: true });

/** Every results.json below a folder. */
const searchFolder = (folder: string, mostFound: number): Search =>
  search(folder, mostFound, isEntered, ({ steps }) => steps.at(-1) === RESULTS_FILE);

const isEntered = ({ steps }: Entry): boolean => !IGNORED.includes(steps.at(-1) ?? "");

/**
 * Finds the `wanted` entries below a folder. A folder named like the file is reported as unreadable, unless
 * such a file is in it: an artifact named results.json makes such a folder.
 */
function search(
  root: string,
  mostFound: number,
  enter: (folder: Entry) => boolean,
  wanted: (entry: Entry) => boolean,
): Search {
  const files: string[] = [];
  const missing: Missing[] = [];
  const folders: string[] = [];
  const shut = ({ path }: Entry, error: unknown) =>
    missing.push({ path, problem: `the folder can't be searched: ${fileProblem(error)}` });
  for (const entry of walk(root, enter, shut)) {
    if (!wanted(entry)) continue;
    if (files.length + missing.length + folders.length >= mostFound) {
      missing.push({ path: root, problem: `more than ${mostFound} files: the others are left out` });
      break;
    }
    if (entry.isFolder) folders.push(entry.path);
    else if (entry.named) files.push(entry.path);
    else missing.push({ path: entry.path, problem: "unreadable: its path is not text in UTF-8" });
  }
  const filled = new Set([...files, ...missing.map(({ path }) => path)].flatMap(foldersOfTheName));
  for (const path of folders) if (!filled.has(path)) missing.push({ path, problem: "unreadable: a folder" });
  return { files: files.sort(inOrder.compare), missing };
}

/** The folders above a file that are named like the file. */
function foldersOfTheName(path: string): string[] {
  const name = `/${RESULTS_FILE}`;
  const found: string[] = [];
  for (let at = path.indexOf(`${name}/`); at >= 0; at = path.indexOf(`${name}/`, at + 1))
    found.push(path.slice(0, at + name.length));
  return found;
}

/** A name may begin with a dot and contain any character, even line ends. */
const MATCHING = { dot: true, flags: "s", nonegate: true } as const;

/**
 * Matching files (named results.json, unless the pattern asks for JSON files), and results.json in matching
 * folders.
 */
function matchGlob(pattern: string, from: string, mostFound: number): Search {
  const { base, glob } = picomatch.scan(pattern, MATCHING);
  const root = resolve(from, base.replaceAll(/\\(.)/g, "$1"));
  if (kindOf(root) !== "folder") return { files: [], missing: [] };
  const matches = picomatch(glob.replace(/\/+$/, ""), MATCHING);
  const leads = leadingTo(glob);
  const anyJson = glob.endsWith(".json");
  const matched = new Set<string>();
  return search(
    root,
    mostFound,
    (folder) => isEntered(folder) && (matched.has(folder.path) || leads(folder.steps)),
    ({ path, steps, isFolder }) => {
      const isMatch = matches(steps.join("/"));
      const isOurs = isMatch || matched.has(dirname(path));
      if (isFolder && isOurs) matched.add(path);
      return (isOurs && steps.at(-1) === RESULTS_FILE) || (isMatch && anyJson && !isFolder);
    },
  );
}

/** Whether a folder may contain matches: each step of its path must match the same part of the pattern. */
function leadingTo(glob: string): (steps: readonly string[]) => boolean {
  // An alternative in braces or parentheses may contain slashes.
  if (/[({]/.test(glob)) return () => true;
  const parts = glob
    .split("/")
    .map((part) => ({ any: part.includes("**"), matches: picomatch(part, MATCHING) }));
  return (steps) => {
    for (const [index, step] of steps.entries()) {
      const part = parts[index];
      if (part === undefined) return false;
      if (part.any) return true;
      if (!part.matches(step)) return false;
    }
    return true;
  };
}

/**
 * Resolves the folder only: a file that is a link is not followed. Reading a missing file later reports the
 * problem.
 */
function realPath(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}
