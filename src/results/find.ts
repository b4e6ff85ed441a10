/**
 * Finds results.json in folders, by globs, and by name. Others may have made what is there: a file that lies where it is looked for is
 * found, or named as one that can't be read, whatever it and the folders above it are called.
 */
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import picomatch from "picomatch";
import { fileProblem } from "./read.ts";
import { type Entry, walk } from "./walk.ts";
import { RESULTS_FILE } from "./write.ts";

export interface FoundResults {
  /** Absolute paths, each file once, in the order of what was asked for and by name within it. */
  readonly files: readonly string[];
  /** What was asked for and led to nothing, and what is there but can't be read. */
  readonly missing: readonly Missing[];
}

export interface Missing {
  readonly path: string;
  readonly problem: string;
}

/** More than any matrix has. A report of more would be no use, and a pull request can make millions of empty files. */
export const MOST_FOUND = 10_000;

/** Nobody's results are in there, and there can be a great many files. */
const IGNORED = ["node_modules", ".git"];

/** What a search comes to; paths are absolute. */
interface Search {
  readonly files: string[];
  readonly missing: Missing[];
}

/**
 * What each of the words leads to: a folder is searched for results.json, a file is taken whatever its name is, and anything else is
 * a glob for such files and folders. Links are not followed into folders.
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

/** As short as it can be without leading out of the folder. */
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
    // Whoever reads it will say what is wrong with it.
    return "file";
  }
}

const inOrder = new Intl.Collator("en", { numeric: true });

/** Every results.json below a folder. */
const searchFolder = (folder: string, mostFound: number): Search =>
  search(folder, mostFound, isEntered, ({ steps }) => steps.at(-1) === RESULTS_FILE);

const isEntered = ({ steps }: Entry): boolean => !IGNORED.includes(steps.at(-1) ?? "");

/** What is `wanted` below a folder. A folder of a file's name is none, unless such a file is in it, as an artifact of that name has it. */
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

/** Of the folders above a file those that are called like one. */
function foldersOfTheName(path: string): string[] {
  const name = `/${RESULTS_FILE}`;
  const found: string[] = [];
  for (let at = path.indexOf(`${name}/`); at >= 0; at = path.indexOf(`${name}/`, at + 1))
    found.push(path.slice(0, at + name.length));
  return found;
}

/** A name may begin with a dot, and have any character in it, line ends too. */
const MATCHING = { dot: true, flags: "s", nonegate: true } as const;

/** Files that match, if they are called results.json or JSON is asked for, and those in folders that match. */
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

/** Whether there may be matches below a folder: each step of its way must match that part of the pattern. */
function leadingTo(glob: string): (steps: readonly string[]) => boolean {
  // An alternative may reach over several parts.
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

/** A file that is a link is one of its own: it is not followed. What is not there, whoever reads it will say. */
function realPath(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}
