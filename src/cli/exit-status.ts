/** Exit statuses of the command line. `run --bisect` has others: src/report/bisect.ts. */

/** A run or a report that did not pass, or an error of ours. */
export const EXIT_FAILED = 1;
/** Bad usage, or a host that cannot run it. */
export const EXIT_UNUSABLE = 2;
/** Ends a `git bisect run`, which takes any status from 1 to 127 as one about the commit. */
export const EXIT_END_OF_BISECTION = 128;

/** Whether `--bisect` is among the words. They are looked at themselves: it may be the words that cannot be read. */
export const isBisecting = (words: readonly string[]): boolean =>
  words.some((word) => word === "--bisect" || word.startsWith("--bisect="));
