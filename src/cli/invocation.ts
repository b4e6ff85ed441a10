/** How this program was called, so that commands in help and advice can be typed as shown. */
import { basename, isAbsolute, relative } from "node:path";
import { shellWord } from "../report/repeat.ts";

/** Example: "node dist/cli.js", or the name of a link to it in PATH. */
export function invokedAs(
  script: string = process.argv[1] ?? "cli.js",
  folder: string = process.cwd(),
): string {
  const name = basename(script);
  if (!name.endsWith(".js")) return name;
  const near = relative(folder, script);
  return `node ${shellWord(near.startsWith("..") || isAbsolute(near) ? script : near)}`;
}

/** How to see what this host can do, with these flags of `doctor`. */
export const doctorHint = (flags: readonly string[]): string =>
  `What this host can do and what not: ${[invokedAs(), "doctor", ...flags.map(shellWord)].join(" ")}`;

/** How to let setup fix what is missing, with flags that it shares with `doctor`. */
export const setupHint = (flags: readonly string[]): string =>
  `To install and open what is missing: ${[invokedAs(), "setup", ...flags.map(shellWord)].join(" ")}`;

/** Advice for words that belong to no flag. */
export function excessHint(words: readonly string[]): string {
  const flag = words.indexOf("--scenarios");
  const list = flag < 0 ? [] : words.slice(flag + 1);
  const end = list.findIndex((word) => word.startsWith("-"));
  const names = end < 0 ? list : list.slice(0, end);
  return names.length > 1
    ? `scenarios are separated by commas: --scenarios ${names.map((name) => name.replace(/,$/, "")).join(",")}`
    : "a value with blanks in it has to be quoted";
}
