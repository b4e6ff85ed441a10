/**
 * The errors that a person is meant to read. Anything else that reaches a front, but an error of the system, is a bug of ours.
 */
import { systemErrorText } from "./system-errors.ts";

/** Something the user has to mend: an input, a missing program, a host that cannot do it. Exit status 2. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** What is wrong on a host, and what to do about it. */
export interface Advice {
  readonly found: string;
  /** A command to be pasted into a shell; null where none does it. */
  readonly mend: string | null;
  /** What the command can't do, or what else would do. */
  readonly besides: string | null;
}

/** The same in one sentence. */
export function sentenceOf({ found, mend, besides }: Advice): string {
  const todo = [mend, besides].filter((text) => text !== null).join("; ");
  return todo === "" ? found : `${found}: ${todo}`;
}

/** A host that lacks something, or several things. */
export class HostError extends ConfigurationError {
  readonly advice: readonly Advice[];
  constructor(...advice: readonly Advice[]) {
    super(advice.map(sentenceOf).join("\n"));
    this.advice = advice;
  }
}

/** A QEMU that is missing, is no QEMU, or is too old. With another build the run could go on. */
export class UnusableQemuError extends HostError {}

/** What was thrown, as advice: its text where nobody knows what to do. */
export const allAdviceOf = (error: unknown): readonly Advice[] =>
  error instanceof HostError ? error.advice : [{ found: messageOf(error), mend: null, besides: null }];

/** The first of it: most errors are of one thing. */
export function adviceOf(error: unknown): Advice {
  const [first] = allAdviceOf(error);
  return first ?? { found: messageOf(error), mend: null, besides: null };
}

/** A step of a run that went wrong: QEMU died, a deadline passed, the guest did not answer. Fails an iteration. */
export class StepError extends Error {
  override readonly name = "StepError";
}

/** The run was told to stop (a signal, a cancelled job, out of time). */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? (systemErrorText(error) ?? error.message) : String(error);
}
