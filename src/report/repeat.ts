/** The command that repeats a run. */

import { isLeftOut } from "../base/url.ts";
import { visibleLines } from "../base/visible-text.ts";
import type { Results } from "../results/schema.ts";

export interface Repetition {
  /** For a POSIX shell, in the folder of this program. */
  readonly command: string;
  /** Inputs that were given but are not in the command, each with the reason. */
  readonly leftOut: readonly string[];
}

/** A longer command gets one line per flag: the action passes every input, so its commands are long. */
const LONGEST_LINE = 120;

export function repetitionOf({ inputs, seed, guest, privilege, builds, control }: Results): Repetition {
  const candidate = builds.find(({ role }) => role === "candidate");
  const given: Record<string, string> = {
    ...(candidate !== undefined && { qemu: candidate.path }),
    // The action and the command line boot different guests by default.
    guest,
    // "auto" may find root elsewhere.
    ...(privilege === "none" && { privilege }),
    ...inputs,
  };
  const leftOut: string[] = [];
  const flags: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (isLeftOut(value)) leftOut.push(`${name} (its value may be a secret and is not kept)`);
    else if (value.includes("\t") || visibleLines(value) !== value)
      leftOut.push(`${name} (it has control characters)`);
    else flags.push(`--${name} ${shellWord(value)}`);
  }
  flags.push(`--seed ${seed}`);
  if (control !== null) flags.push(`--control ${control.longestGapMs.n}`);
  const words = ["node dist/cli.js run", ...flags];
  const line = words.join(" ");
  return { command: line.length <= LONGEST_LINE ? line : words.join(" \\\n  "), leftOut };
}

/** One word for POSIX sh. Section 2.2.2: single quotes preserve every character except the single quote. */
export const shellWord = (text: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
