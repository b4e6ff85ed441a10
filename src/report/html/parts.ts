/** The parts of the outage and of the freeze: their names, and what each is. */
import type { Freeze, Iteration, OutageParts } from "../../results/schema.ts";

export interface Part {
  readonly name: string;
  readonly meaning: string;
  /** Its colour is `--part-…` of the style sheet. */
  readonly colour: string;
  /** Null: not told apart here, or not taking place. */
  readonly ms: number | null;
}

const OUTAGE: readonly (readonly [keyof OutageParts, string, string, string])[] = [
  ["beforeStopMs", "before STOP", "last reply until STOP", "before"],
  ["freezeMs", "freeze", "no vCPU runs", "freeze"],
  ["afterResumeMs", "after RESUME", "RESUME until the first reply", "after"],
];

const FREEZE: readonly (readonly [keyof Freeze, string, string, string])[] = [
  ["stopMs", "stop", "STOP until the source has stopped all", "stop"],
  ["saveMs", "save", "the source saves; the target already loads what has come", "save"],
  ["transferMs", "transfer", "all is saved, and the target waits for the stream", "transfer"],
  ["loadMs", "load", "the target loads what is left and gets ready to run", "load"],
  ["stateMs", "state", "those that could not be told apart, for want of traces", "state"],
  ["switchMs", "TAP switch", "address and MAC move from one TAP to the other", "switch"],
  ["harnessMs", "harness", "what the measuring adds besides", "harness"],
  ["contMs", "cont", "cont written until RESUME", "cont"],
  ["unexplainedMs", "unexplained", "what none of these accounts for", "unexplained"],
];

export const outageParts = ({ outageParts: parts }: Pick<Iteration, "outageParts">): Part[] =>
  parts === null
    ? []
    : OUTAGE.map(([key, name, meaning, colour]) => ({ name, meaning, colour, ms: parts[key] }));

export const freezeParts = ({ freeze }: Pick<Iteration, "freeze">): Part[] =>
  freeze === null
    ? []
    : FREEZE.map(([key, name, meaning, colour]) => ({ name, meaning, colour, ms: freeze[key] }));

/** As long as can be said to two digits. */
const LEAST_MS = 0.005;

/** Those that can be seen. */
export const lastingParts = (parts: readonly Part[]): (Part & { readonly ms: number })[] =>
  parts.flatMap((part) => (part.ms === null || part.ms < LEAST_MS ? [] : [{ ...part, ms: part.ms }]));
