/**
 * The errors that a person is meant to read. Anything else that reaches a front, but an error of the system, is a bug of ours.
 */
import { systemErrorText } from "./system-errors.ts";

/** Something the user has to mend: an input, a missing program, a host that cannot do it. Exit status 2. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
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
