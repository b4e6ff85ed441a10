/** Recorded comparisons: the outages of whole comparisons of builds whose true difference is known. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

export const RECORDINGS = "__tests__/data/comparisons.jsonl";

const RecordingShape = z.strictObject({
  kind: z.enum(["stand-in", "qemu"]),
  /** By how much the candidate's outage was made longer. */
  addedPercent: z.number().nonnegative(),
  seed: z.number().int(),
  /** The probe's resolution. */
  periodMs: z.number().positive(),
  /** Outages in ms: `a` of the baseline, `b` of the candidate. `boot` numbers the boots of both guests. */
  pairs: z.array(z.strictObject({ boot: z.number().int(), a: z.number(), b: z.number() })),
});

export type Recording = z.infer<typeof RecordingShape>;

export function readRecordings(): Recording[] {
  if (!existsSync(RECORDINGS)) return [];
  const lines = readFileSync(RECORDINGS, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => RecordingShape.parse(JSON.parse(line)));
}

/** Replaces the recordings of the same kind and difference as those given. */
export function keepRecordings(fresh: readonly Recording[]): void {
  const replaced = ({ kind, addedPercent }: Recording) =>
    fresh.some((one) => one.kind === kind && one.addedPercent === addedPercent);
  const all = [...readRecordings().filter((one) => !replaced(one)), ...fresh];
  writeFileSync(RECORDINGS, all.map((one) => `${JSON.stringify(one)}\n`).join(""));
}
