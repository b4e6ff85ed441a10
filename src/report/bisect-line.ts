/** The verdict for `git bisect run` as a line. Apart from bisect.ts, so that the command line starts without what that needs. */
import { UnfitHostError } from "../base/errors.ts";

export interface BisectVerdict {
  readonly status: 0 | 1 | 125 | 128;
  /** One line. */
  readonly sentence: string;
}

const WORDS = { 0: "good", 1: "bad", 125: "cannot be judged", 128: "stop" } as const;

/** As in "bisect: bad (1): new-tap: median outage 35.1 ms, 15.1 ms above the limit of 20 ms". */
export const bisectLine = ({ status, sentence }: BisectVerdict): string =>
  `bisect: ${WORDS[status]} (${status}): ${sentence}`;

/** The verdict on a run that ended with an error before anything was measured. Its message is printed elsewhere. */
export function bisectFault(error: unknown): BisectVerdict {
  return error instanceof UnfitHostError && error.onlyTheBuild
    ? { status: 125, sentence: "this QEMU cannot be run" }
    : { status: 128, sentence: "the run ended with an error that says nothing about the commit" };
}
