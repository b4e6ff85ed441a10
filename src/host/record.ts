/** The file of a run's register: a header that names its owner, then a line for each thing held, and for each thing undone. */
import { lstatSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { messageOf } from "../base/errors.ts";
import { factsOf } from "./facts.ts";
import { readWhole } from "./files.ts";
import { ownerSchema } from "./owner.ts";
import { whyNotPrivateFile } from "./private-folder.ts";
import { isOfRun, type Undoable, undoableSchema } from "./undo.ts";

const header = ownerSchema.extend({ run: z.string().regex(/^[0-9a-f]{10}$/) });
const line = z.union([
  z.object({ hold: z.number().int(), what: undoableSchema }),
  /** Access that is about to be taken back: other runs must not leave that to this one. */
  z.object({ leaving: z.number().int() }),
  z.object({ undone: z.number().int() }),
]);

export interface RunRecord {
  readonly owner: z.infer<typeof header>;
  /** What is not undone. */
  readonly left: readonly Undoable[];
  /** The same without what is being undone. */
  readonly needed: readonly Undoable[];
}

/** A run of a day records some thousand things, a hundred bytes each. */
const MOST_RECORD_BYTES = 16 * 2 ** 20;

/** The records in a folder; none when it is missing. */
export const recordsIn = (folder: string): string[] =>
  (factsOf(folder, lstatSync)?.isDirectory() ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => join(folder, name));

/** A record, or in words why it is not obeyed. */
export function readRecord(path: string): RunRecord | string {
  try {
    const why = whyNotPrivateFile(path);
    if (why !== null) return `${why}: it is not obeyed. If no run is under way, remove it.`;
    const lines = readWhole(path, MOST_RECORD_BYTES).toString("utf8").split("\n");
    const owner = header.parse(JSON.parse(lines[0] ?? ""));
    if (basename(path) !== `${owner.run}.jsonl`) throw new Error(`it is the record of the run ${owner.run}`);
    const left = new Map<number, Undoable>();
    const leaving = new Set<number>();
    for (const text of lines.slice(1)) {
      if (text === "") continue;
      let entry: z.infer<typeof line>;
      try {
        entry = line.parse(JSON.parse(text));
      } catch {
        // Cut short by SIGKILL: the thing was never made.
        continue;
      }
      if ("hold" in entry && !isOfRun(entry.what, owner.run)) continue;
      if ("hold" in entry) left.set(entry.hold, entry.what);
      else if ("leaving" in entry) leaving.add(entry.leaving);
      else left.delete(entry.undone);
    }
    const needed = [...left].flatMap(([number, what]) => (leaving.has(number) ? [] : [what]));
    return { owner, left: [...left.values()], needed };
  } catch (error) {
    return `${path} cannot be read: ${messageOf(error)}. If no run is under way, remove it.`;
  }
}
