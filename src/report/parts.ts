/** The parts of the outage and of the freeze: their names, and what each is. */
import type { Freeze, Iteration, OutageParts } from "../results/schema.ts";

interface Named {
  readonly name: string;
  readonly meaning: string;
  /** Its colour is `--part-…` of the style sheet of report.html. */
  readonly colour: string;
}

export interface PartKind<T> extends Named {
  readonly key: Extract<keyof T, string>;
}

export interface Part extends Named {
  /** Null: not told apart here, or not taking place. */
  readonly ms: number | null;
}

export const OUTAGE_PARTS: readonly PartKind<OutageParts>[] = [
  { key: "beforeStopMs", name: "before STOP", meaning: "last reply until STOP", colour: "before" },
  { key: "freezeMs", name: "freeze", meaning: "no vCPU runs", colour: "freeze" },
  { key: "afterResumeMs", name: "after RESUME", meaning: "RESUME until the first reply", colour: "after" },
];

export const FREEZE_PARTS: readonly PartKind<Freeze>[] = [
  { key: "stopMs", name: "stop", meaning: "STOP until the source has stopped all", colour: "stop" },
  {
    key: "saveMs",
    name: "save",
    meaning: "the source saves; the target already loads what has come",
    colour: "save",
  },
  {
    key: "transferMs",
    name: "transfer",
    meaning: "all is saved, and the target waits for the stream",
    colour: "transfer",
  },
  {
    key: "loadMs",
    name: "load",
    meaning: "the target loads what is left and gets ready to run",
    colour: "load",
  },
  {
    key: "stateMs",
    name: "state",
    meaning: "those that could not be told apart, for want of traces",
    colour: "state",
  },
  {
    key: "switchMs",
    name: "TAP switch",
    meaning: "address and MAC move from one TAP to the other",
    colour: "switch",
  },
  { key: "harnessMs", name: "harness", meaning: "what the measuring adds besides", colour: "harness" },
  { key: "contMs", name: "cont", meaning: "cont written until RESUME", colour: "cont" },
  {
    key: "unexplainedMs",
    name: "unexplained",
    meaning: "what none of these accounts for",
    colour: "unexplained",
  },
];

export const outageParts = ({ outageParts: parts }: Pick<Iteration, "outageParts">): Part[] =>
  parts === null ? [] : OUTAGE_PARTS.map(({ key, ...named }) => ({ ...named, ms: parts[key] }));

export const freezeParts = ({ freeze }: Pick<Iteration, "freeze">): Part[] =>
  freeze === null ? [] : FREEZE_PARTS.map(({ key, ...named }) => ({ ...named, ms: freeze[key] }));

/** As long as can be said to two digits. */
const LEAST_MS = 0.005;

/** Those that can be seen. */
export const lastingParts = (parts: readonly Part[]): (Part & { readonly ms: number })[] =>
  parts.flatMap((part) => (part.ms === null || part.ms < LEAST_MS ? [] : [{ ...part, ms: part.ms }]));
