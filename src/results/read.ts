/**
 * Reads a results.json that others may have made, cut or damaged. A problem is returned as a sentence, never
 * thrown.
 */
import { z } from "zod";
import { messageOf } from "../base/errors.ts";
import { readWhole, UnfitFileError } from "../host/files.ts";
import { Results, SCHEMA_VERSION } from "./schema.ts";

/** The most bytes that are read. */
export interface ReadLimits {
  readonly perFileBytes: number;
  /** Files that are not results count too. */
  readonly inAllBytes: number;
}

/** About five thousand iterations per file. Reading needs about ten times the size in memory. */
export const READ_LIMITS: ReadLimits = { perFileBytes: 64 * 2 ** 20, inAllBytes: 128 * 2 ** 20 };

const MOST_PROBLEMS_TOLD = 3;

export type ReadResults =
  | { readonly results: Results; readonly problem: null }
  | { readonly results: null; readonly problem: string };

const refused = (problem: string): ReadResults => ({ results: null, problem });

/** Returns a function that reads one file: its results, or why there are none. The problem does not name the file. */
export function resultsReader({
  perFileBytes,
  inAllBytes,
}: ReadLimits = READ_LIMITS): (path: string) => ReadResults {
  let leftBytes = inAllBytes;
  return (path) => {
    let bytes: Buffer;
    try {
      bytes = readWhole(path, Math.min(perFileBytes, leftBytes));
    } catch (error) {
      if (!(error instanceof UnfitFileError) || error.fault !== "too large")
        return refused(fileProblem(error));
      return refused(
        leftBytes < perFileBytes
          ? `too much: at most ${size(inAllBytes)} are read from all files together`
          : `too large: at most ${size(perFileBytes)} are read from one file`,
      );
    }
    leftBytes -= bytes.length;
    return parseResults(bytes);
  };
}

/** The results in the bytes of a file, or why there are none. */
export function parseResults(bytes: Uint8Array): ReadResults {
  if (bytes.length === 0) return refused("empty");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused("not JSON: it is not text in UTF-8");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message is not used: it quotes the file, which may contain anything.
    const cut = /^\s*\{/.test(text) && !/\}\s*$/.test(text);
    return refused(cut ? "not JSON: it seems to have been cut" : "not JSON");
  }
  return checkResults(value);
}

function checkResults(value: unknown): ReadResults {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "schemaVersion")) {
    return refused("not results of tap-migration: it has no schemaVersion");
  }
  const version: unknown = (value as { schemaVersion: unknown }).schemaVersion;
  if (typeof version === "number" && version !== SCHEMA_VERSION) {
    return refused(
      `of schema version ${version}, but this program reads version ${SCHEMA_VERSION}: use the release of tap-migration-action that wrote it`,
    );
  }
  const problems: string[] = [];
  look(Results, value, [], problems);
  // The walk above only stops early; the schema decides what is accepted.
  if (problems.length === 0) {
    const checked = Results.safeParse(value);
    if (checked.success) return { results: checked.data, problem: null };
    problems.push(...checked.error.issues.map(({ path, message }) => told(path, message)));
  }
  const shown = problems.slice(0, MOST_PROBLEMS_TOLD);
  const more = problems.length > MOST_PROBLEMS_TOLD ? ["and more"] : [];
  return refused(`not of schema version ${SCHEMA_VERSION}: ${[...shown, ...more].join("; ")}`);
}

type Path = readonly PropertyKey[];

/**
 * Collects the first few problems. Zod collects all of them, which exhausts the memory when millions of
 * elements are wrong, and it ignores a record's `__proto__`.
 */
function look(schema: z.core.$ZodType, value: unknown, path: Path, problems: string[]): void {
  if (problems.length > MOST_PROBLEMS_TOLD) return;
  if (schema instanceof z.ZodOptional) {
    look(schema.unwrap(), value, path, problems);
  } else if (schema instanceof z.ZodNullable) {
    if (value !== null) look(schema.unwrap(), value, path, problems);
  } else if (schema instanceof z.ZodArray && Array.isArray(value)) {
    lookAtAll(value.entries(), () => schema.element, path, problems);
  } else if (schema instanceof z.ZodObject && isRecord(value)) {
    const shape: Record<string, z.core.$ZodType> = schema.shape;
    const missing = Object.keys(shape).filter(
      (name) => !Object.hasOwn(value, name) && !(shape[name] instanceof z.ZodOptional),
    );
    for (const name of missing) problems.push(told([...path, name], "missing"));
    lookAtAll(
      Object.entries(value),
      (name) => (Object.hasOwn(shape, name) ? shape[name] : undefined),
      path,
      problems,
    );
  } else if (schema instanceof z.ZodRecord && isRecord(value)) {
    const { valueType } = schema;
    lookAtAll(
      Object.entries(value),
      (name) => (name === "__proto__" ? undefined : valueType),
      path,
      problems,
    );
  } else {
    const checked = z.safeParse(schema, value);
    for (const issue of checked.error?.issues ?? []) {
      if (problems.length <= MOST_PROBLEMS_TOLD) problems.push(told([...path, ...issue.path], issue.message));
    }
  }
}

function lookAtAll(
  entries: Iterable<readonly [string | number, unknown]>,
  schemaOf: (name: string) => z.core.$ZodType | undefined,
  path: Path,
  problems: string[],
): void {
  for (const [name, inner] of entries) {
    if (problems.length > MOST_PROBLEMS_TOLD) return;
    const schema = schemaOf(String(name));
    if (schema === undefined) problems.push(told([...path, name], "unknown"));
    else look(schema, inner, [...path, name], problems);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const LONGEST_PROBLEM = 200;

/** Example: "scenarios[0].iterations[3].outageMs: Invalid input: expected number, received string". */
function told(path: Path, what: string): string {
  const place = path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
  const text = `${place}: ${what}`;
  return text.length <= LONGEST_PROBLEM ? text : `${text.slice(0, LONGEST_PROBLEM)}…`;
}

/** Why a file or folder cannot be read, without its name. */
export function fileProblem(error: unknown): string {
  if (error instanceof UnfitFileError) return `unreadable: ${error.fault}`;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return "missing: there is no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "unreadable: permission denied";
  if (code === "ELOOP") return "unreadable: a symbolic link, which is not followed";
  return `unreadable: ${typeof code === "string" ? code : messageOf(error)}`;
}

const size = (bytes: number) => (bytes < 2 ** 20 ? `${bytes} bytes` : `${bytes / 2 ** 20} MiB`);
