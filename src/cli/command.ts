/** What the commands share: output, signals, and the inputs among the flags. */
import { endOnSignals } from "../base/signals.ts";
import { shownUrlsIn } from "../base/url.ts";
import { visibleLines } from "../base/visible-text.ts";
import { EXIT_END_OF_BISECTION, EXIT_FAILED, isBisecting } from "./exit-status.ts";

/** Whether this is a run for `git bisect run`. */
export const bisecting = isBisecting(process.argv.slice(2));

export const out = (text: string): boolean => process.stdout.write(`${text}\n`);
/** Writes plain text to stderr: control characters, including colours, are shown and not sent. */
export const err = (text: string): boolean => process.stderr.write(`${visibleLines(shownUrlsIn(text))}\n`);

/** Aborts when a signal ends this process. Listens until the process ends. */
export const endSignal = (): AbortSignal =>
  endOnSignals((text) => err(`\n${text}`), bisecting ? EXIT_END_OF_BISECTION : EXIT_FAILED).signal;

/** The inputs among the flags, by their names as inputs. */
export function givenInputs(flags: Readonly<Record<string, unknown>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(flags)) {
    if (typeof value === "string") given[kebab(name)] = value;
  }
  return given;
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
