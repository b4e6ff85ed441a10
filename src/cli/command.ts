/** What the commands share: output, exit statuses, signals, and the inputs among the flags. */
import { endOnSignals } from "../base/signals.ts";
import { shownUrlsIn } from "../base/url.ts";
import { visibleLines } from "../base/visible-text.ts";

export const EXIT_FAILED = 1;
export const EXIT_UNUSABLE = 2;

export const out = (text: string): boolean => process.stdout.write(`${text}\n`);
/** Writes plain text to stderr: control characters, including colours, are shown and not sent. */
export const err = (text: string): boolean => process.stderr.write(`${visibleLines(shownUrlsIn(text))}\n`);

/** Aborts when a signal ends this process. Listens until the process ends. */
export const endSignal = (): AbortSignal => endOnSignals((text) => err(`\n${text}`)).signal;

/** The inputs among the flags, by their names as inputs. */
export function givenInputs(flags: Readonly<Record<string, unknown>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(flags)) {
    if (typeof value === "string") given[kebab(name)] = value;
  }
  return given;
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
