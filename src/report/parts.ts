/** The parts of the outage and of the freeze: their names and meanings. */
import type { Freeze, Iteration, OutageParts } from "../results/schema.ts";

interface Named {
  readonly name: string;
  readonly meaning: string;
  /** The end of a `--part-…` variable in the style sheet of report.html. */
  readonly colour: string;
}

export interface PartKind<T> extends Named {
  readonly key: Extract<keyof T, string>;
}

export interface Part extends Named {
  /** Null: did not happen, or was not measured separately. */
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
    meaning: "the source saves; the target already loads what has arrived",
    colour: "save",
  },
  {
    key: "transferMs",
    name: "transfer",
    meaning: "the source has saved everything, the target waits for the stream",
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
    meaning: "the parts above that could not be measured separately without traces",
    colour: "state",
  },
  {
    key: "switchMs",
    name: "TAP switch",
    meaning: "address and MAC move from one TAP to the other",
    colour: "switch",
  },
  { key: "harnessMs", name: "harness", meaning: "what the measurement itself adds", colour: "harness" },
  { key: "contMs", name: "cont", meaning: "cont written until RESUME", colour: "cont" },
  {
    key: "unexplainedMs",
    name: "unexplained",
    meaning: "what no other part explains",
    colour: "unexplained",
  },
];

export const outageParts = ({ outageParts: parts }: Pick<Iteration, "outageParts">): Part[] =>
  parts === null ? [] : OUTAGE_PARTS.map(({ key, ...named }) => ({ ...named, ms: parts[key] }));

export const freezeParts = ({ freeze }: Pick<Iteration, "freeze">): Part[] =>
  freeze === null ? [] : FREEZE_PARTS.map(({ key, ...named }) => ({ ...named, ms: freeze[key] }));

/** The shortest time that is not 0.00 with two decimals. */
const LEAST_MS = 0.005;

/** The parts that are long enough to show. */
export const lastingParts = (parts: readonly Part[]): (Part & { readonly ms: number })[] =>
  parts.flatMap((part) => (part.ms === null || part.ms < LEAST_MS ? [] : [{ ...part, ms: part.ms }]));
