/** What is compared of two builds besides the outage, in sentences and tables: request stalls, the vCPU pause, and the parts of the freeze. */
import type { Comparison, FigureComparison } from "../results/schema.ts";
import { inMs, signedMs, signedStall, stallMs } from "./figures.ts";
import { FREEZE_PARTS, OUTAGE_PARTS } from "./parts.ts";
import { changePercent, changeText, pText, ratioInterval } from "./sentences.ts";

type Figure = FigureComparison["figure"];

interface Named {
  /** As within a sentence. */
  readonly name: string;
  /** In a cell of a table. */
  readonly short: string;
  readonly inUnit: (ms: number) => string;
  readonly signed: (ms: number) => string;
}

const STALL: Figure = "requestStallMs";
const MS = { inUnit: inMs, signed: signedMs };

const partName = (key: string): string =>
  [...FREEZE_PARTS, ...OUTAGE_PARTS].find((part) => part.key === key)?.name ?? key;

/** A figure's name and unit. */
export function namesOf(figure: Figure): Named {
  if (figure === STALL)
    return { name: "request stalls", short: "stall", inUnit: stallMs, signed: signedStall };
  if (figure === "vcpuPauseMs") return { name: "vCPU pause", short: "vCPU pause", ...MS };
  const [whole, key = ""] = figure.split(".");
  const short = partName(key);
  return { name: `${short} (part of the ${whole === "freeze" ? "freeze" : "outage"})`, short, ...MS };
}

const isStall = ({ figure }: FigureComparison): boolean => figure === STALL;

/** The request stalls of a comparison, which have a sentence and a chart of their own; undefined without connections. */
export const stallComparison = ({ others = [] }: Comparison): FigureComparison | undefined =>
  others.find(isStall);

/** Example: "new-tap, request stalls: 55 ms → 208 ms (+278 %, p < 0.0001): slower". */
function stallsSentence({ scenario }: Comparison, stalls: FigureComparison): string {
  const { name, inUnit } = namesOf(STALL);
  return `${scenario}, ${name}: ${changeText(stalls, inUnit)}`;
}

/** Example: "new-tap, slower: vCPU pause 7.4 ms → 9.9 ms (+35 %), load 1.8 ms → 4.3 ms (+142 %)"; null when nothing is. */
export function partsSentence(comparison: Comparison, verdict: "slower" | "faster"): string | null {
  const changed = changedOthers(comparison, verdict).filter((one) => !isStall(one));
  if (changed.length === 0) return null;
  const texts = changed.map((one) => {
    const { short, inUnit } = namesOf(one.figure);
    return `${short} ${inUnit(one.medianA ?? 0)} → ${inUnit(one.medianB ?? 0)} (${changePercent(one)})`;
  });
  return `${comparison.scenario}, ${verdict}: ${texts.join(", ")}`;
}

/** A file from elsewhere may have such a verdict without figures. */
const changedOthers = ({ others = [] }: Comparison, verdict: "slower" | "faster"): FigureComparison[] =>
  others.filter((one) => one.verdict === verdict && changePercent(one) !== null);

export interface Finding {
  readonly verdict: Comparison["verdict"];
  readonly sentence: string;
}

/** What there is to say of the figures besides the outage: of request stalls always, of the others when they have changed. */
export function otherFindings(comparison: Comparison): Finding[] {
  const stalls = stallComparison(comparison);
  return [
    ...(stalls === undefined
      ? []
      : [{ verdict: stalls.verdict, sentence: stallsSentence(comparison, stalls) }]),
    ...(["slower", "faster"] as const).flatMap((verdict) => {
      const sentence = partsSentence(comparison, verdict);
      return sentence === null ? [] : [{ verdict, sentence }];
    }),
  ];
}

export const otherSentences = (comparison: Comparison): string[] =>
  otherFindings(comparison).map(({ sentence }) => sentence);

/** A run does not fail by these. */
export const slowerOthers = (comparison: Comparison): FigureComparison[] =>
  changedOthers(comparison, "slower");

/** That requests wait longer, in a sentence; null when they do not. */
export function slowerStallsSentence(comparison: Comparison): string | null {
  const stalls = slowerOthers(comparison).find(isStall);
  return stalls === undefined ? null : stallsSentence(comparison, stalls);
}

/** The names of the figures that are slower in any of the comparisons. */
export function slowerNames(comparisons: readonly Comparison[]): { requests: boolean; parts: string[] } {
  const slower = comparisons.flatMap(slowerOthers);
  const parts = slower.filter((one) => !isStall(one)).map(({ figure }) => namesOf(figure).short);
  return { requests: slower.some(isStall), parts: [...new Set(parts)] };
}

/** The outage's change for the cell of a scenario: "+32 % by pairs", in files of earlier versions "+4.0 ms (+32 %)"; null without it. */
export function outageChange(comparison: Comparison): string | null {
  const { deltaMs, ratio } = comparison;
  const change = changePercent(comparison);
  if (deltaMs === null || change === null) return null;
  return ratio == null ? `${signedMs(deltaMs)} (${change})` : `${change} by pairs`;
}

/** The largest changes among those that are slower; the table of figures has all. */
const MOST_IN_CELL = 3;

/** For the cell of a scenario: "stall +153 ms (+278 %)". */
export const slowerTexts = (comparison: Comparison): string[] =>
  slowerOthers(comparison)
    .sort((one, other) => (other.deltaMs ?? 0) - (one.deltaMs ?? 0))
    .slice(0, MOST_IN_CELL)
    .map((one) => {
      const { short, signed } = namesOf(one.figure);
      return `${short} ${signed(one.deltaMs ?? 0)} (${changePercent(one)})`;
    });

/**
 * Whether there is more to a comparison than outage and request stalls, which have figures and sentences of their own. Files of earlier
 * versions have only these, without ratios.
 */
export const hasRatios = ({ others = [] }: Comparison): boolean => others.some(({ ratio }) => ratio != null);

/** The figures of a comparison as rows of a table, the outage first. */
export function comparedRows(comparison: Comparison): ComparedRow[] {
  const row = (name: string, one: Omit<FigureComparison, "figure">, inUnit: (ms: number) => string) => ({
    name,
    baseline: one.medianA === null ? "–" : inUnit(one.medianA),
    candidate: one.medianB === null ? "–" : inUnit(one.medianB),
    change: changePercent(one) ?? "–",
    interval: ratioInterval(one) ?? "–",
    p: pText(one) ?? "–",
    verdict: one.verdict,
  });
  return [
    row("outage", comparison, inMs),
    ...(comparison.others ?? []).map((other) => {
      const { name, inUnit } = namesOf(other.figure);
      return row(name, other, inUnit);
    }),
  ];
}

export interface ComparedRow {
  readonly name: string;
  readonly baseline: string;
  readonly candidate: string;
  /** Of the pairs' ratios. */
  readonly change: string;
  readonly interval: string;
  readonly p: string;
  readonly verdict: Comparison["verdict"];
}
