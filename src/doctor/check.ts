/** One finding of the doctor, worded the same way everywhere. */
import { type Advice, sentenceOf } from "../base/errors.ts";

export interface Check {
  readonly name: string;
  /** "missing": nothing runs without it; "limited": something does not, or is not known. */
  readonly status: "ok" | "limited" | "missing";
  /** What was found, and what to do. */
  readonly detail: string;
  /** What was found. */
  readonly found: string;
  /** A command that mends it, to be pasted into a shell; null where there is none, or nothing to mend. */
  readonly mend: string | null;
  /** What the command can't do, or what else would do; null where there is nothing to add. */
  readonly besides: string | null;
  /** What does not run as long as it is so, or null. */
  readonly means: string | null;
}

/** Nothing to mend. */
export const fine = (name: string, found: string): Check => ({
  ...{ name, status: "ok", found, detail: found, mend: null, besides: null, means: null },
});

/** Something to mend. `means` says what does not run as long as it is so. */
export function fault(name: string, status: "limited" | "missing", advice: Advice, means: string): Check {
  return { name, status, ...advice, detail: `${sentenceOf(advice)}. Until then: ${means}`, means };
}
