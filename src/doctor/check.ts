/** One finding of the doctor, with the same form of words everywhere. */
import { type Advice, sentenceOf } from "../base/errors.ts";

export interface Check {
  readonly name: string;
  /** "missing": nothing runs without it; "limited": something does not run, or is unknown. */
  readonly status: "ok" | "limited" | "missing";
  /** What was found, and what to do. */
  readonly detail: string;
  /** What was found. */
  readonly found: string;
  /** A shell command that fixes it; null when there is none, or nothing to fix. */
  readonly mend: string | null;
  /** What the command does not do, or an alternative; null when there is nothing to add. */
  readonly besides: string | null;
  /** Packages that fix it, by their Debian names; missing when it takes something else. */
  readonly packages?: readonly string[];
  /** What does not run until this is fixed, or null. */
  readonly means: string | null;
}

/** A finding with nothing to fix. */
export function fine(name: string, found: string, besides: string | null = null): Check {
  const advice = { found, mend: null, besides };
  return { name, status: "ok", ...advice, detail: sentenceOf(advice), means: null };
}

/** A finding to fix. `means` says what does not run until it is fixed. */
export function fault(name: string, status: "limited" | "missing", advice: Advice, means: string): Check {
  return { name, status, ...advice, detail: `${sentenceOf(advice)}. Until then: ${means}`, means };
}
