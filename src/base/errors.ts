/** The errors for users. Any other error that reaches the action or the command line is a bug, except system errors. */
import { systemErrorText } from "./system-errors.ts";

/** Something that the user has to fix: an input, a missing program, an unsuitable host. Exit status 2. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** A problem of a host, and what to do about it. */
export interface Advice {
  readonly found: string;
  /** A shell command that fixes it; null when there is none. */
  readonly mend: string | null;
  /** What the command does not do, or an alternative. */
  readonly besides: string | null;
  /** Packages that fix it, by their Debian names; missing when it takes something else. */
  readonly packages?: readonly string[];
}

/** A problem with nothing to say on what to do about it. */
export const plainAdvice = (found: string): Advice => ({ found, mend: null, besides: null });

/** The same in one sentence. */
export function sentenceOf({ found, mend, besides }: Advice): string {
  const todo = [mend, besides].filter((text) => text !== null).join("; ");
  return todo === "" ? found : `${found}: ${todo}`;
}

/** A host that lacks one or more things. */
export class HostError extends ConfigurationError {
  readonly advice: readonly Advice[];
  constructor(...advice: readonly Advice[]) {
    super(advice.map(sentenceOf).join("\n"));
    this.advice = advice;
  }
}

/** A QEMU that is missing, is not a QEMU, or is too old. With another build the run could go on. */
export class UnusableQemuError extends HostError {}

/** A run that was refused before anything was started: this host, or a QEMU, lacks what it needs. */
export class UnfitHostError extends ConfigurationError {
  /** In the order in which to fix them. */
  readonly faults: readonly Advice[];
  /** The flags with which the command `doctor` looks at the same host and QEMU. Not quoted for a shell. */
  readonly doctorFlags: readonly string[];
  /** Whether all of that is about the builds under test, so that the run could go on with others. */
  readonly onlyTheBuild: boolean;

  constructor({
    faults,
    doctorFlags,
    onlyTheBuild,
  }: Pick<UnfitHostError, "faults" | "doctorFlags" | "onlyTheBuild">) {
    const texts = faults.map(sentenceOf);
    const lines = texts.map((text) => `\n  ${text}`).join("");
    super(texts.length === 1 ? texts[0] : `this host lacks what the run needs:${lines}`);
    this.faults = faults;
    this.doctorFlags = doctorFlags;
    this.onlyTheBuild = onlyTheBuild;
  }
}

/** A thrown error as advice; only its text when there is no advice. */
export const allAdviceOf = (error: unknown): readonly Advice[] =>
  error instanceof HostError ? error.advice : [plainAdvice(messageOf(error))];

/** The first advice of an error: most errors have only one. */
export function adviceOf(error: unknown): Advice {
  const [first] = allAdviceOf(error);
  return first ?? plainAdvice(messageOf(error));
}

/** A failed step of a run: QEMU died, a deadline passed, the guest did not answer. The iteration fails. */
export class StepError extends Error {
  override readonly name = "StepError";
}

/** The run has to stop: a signal, a cancelled job, out of time. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? (systemErrorText(error) ?? error.message) : String(error);
}
