/** How wrong the measured outages are, and whether that is little enough. docs/accuracy.md has the reasons. */
import { summarise } from "../src/measure/statistics.ts";

/** What became of the packets that came in the freeze: answered after it, or thrown away. */
export type Kind = "queued" | "dropped";

/** One freeze, the truth beside what was measured. All ms. */
export interface Measured {
  readonly freezeMs: number;
  readonly outageMs: number;
  /** The longest gap of an equally long stretch without freeze. */
  readonly controlMs: number | null;
  /** False: the product itself calls the figure an upper bound, because of the noise. */
  readonly resolved: boolean | null;
}

/** Freezes of one length and kind. */
export interface Group {
  readonly askedMs: number;
  readonly kind: Kind;
  /** How many freezes there were to be. */
  readonly wanted: number;
  readonly measured: readonly Measured[];
}

/** Median, p95 and largest, ms; null without values. */
export interface Spread {
  readonly median: number | null;
  readonly p95: number | null;
  readonly max: number | null;
}

export interface Accuracy {
  readonly askedMs: number;
  readonly kind: Kind;
  readonly wanted: number;
  readonly n: number;
  readonly unresolved: number;
  readonly freezeMs: Spread;
  readonly outageMs: Spread;
  /** Measured minus freeze, with its sign: never 0, as replies come once a period. */
  readonly excessMs: Spread;
  /** Measured minus true outage between replies, without its sign. */
  readonly errorMs: Spread;
  readonly controlMs: Spread;
}

const LEAST_JUDGED_MS = 5;
/** Of the freezes asked for; with fewer, those that are missing might be the ones that went wrong. */
const LEAST_MEASURED_SHARE = 0.8;
/** Of fewer values the p95 is as good as the largest, and says nothing but how bad the worst moment of the host was. */
const LEAST_FOR_P95 = 20;

/**
 * The time between the replies on both sides of a freeze, as a probe without any error finds it on average. The guest's last
 * answer was given up to one period before the freeze. Requests that waited are answered at its end; where they were thrown
 * away, the next one comes up to one period later.
 */
export function trueOutageMs(freezeMs: number, kind: Kind, periodMs: number): number {
  return freezeMs + (kind === "queued" ? periodMs / 2 : periodMs);
}

export function spreadOf(values: readonly number[]): Spread {
  const { median, p95, max } = summarise(values, 1);
  return { median, p95, max };
}

export function accuracyOf({ askedMs, kind, wanted, measured }: Group, periodMs: number): Accuracy {
  return {
    askedMs,
    kind,
    wanted,
    n: measured.length,
    unresolved: measured.filter(({ resolved }) => resolved === false).length,
    freezeMs: spreadOf(measured.map(({ freezeMs }) => freezeMs)),
    outageMs: spreadOf(measured.map(({ outageMs }) => outageMs)),
    excessMs: spreadOf(measured.map(({ freezeMs, outageMs }) => outageMs - freezeMs)),
    errorMs: spreadOf(
      measured.map(({ freezeMs, outageMs }) => Math.abs(outageMs - trueOutageMs(freezeMs, kind, periodMs))),
    ),
    controlMs: spreadOf(measured.flatMap(({ controlMs }) => controlMs ?? [])),
  };
}

/** Which criteria a group misses, in words. Freezes too short to be judged miss none. */
export function missedBy(accuracy: Accuracy, periodMs: number): string[] {
  const { askedMs, kind, n, wanted, errorMs, controlMs } = accuracy;
  if (askedMs < LEAST_JUDGED_MS) return [];
  const name = `${askedMs} ms, ${kind}`;
  if (n < wanted * LEAST_MEASURED_SHARE || errorMs.median === null || errorMs.p95 === null) {
    return [`${name}: only ${n} of ${wanted} freezes were measured`];
  }
  if (controlMs.p95 === null) return [`${name}: there is no control`];
  const missed: string[] = [];
  if (errorMs.median > periodMs) {
    missed.push(`${name}: the median error is ${errorMs.median} ms, above one probe period (${periodMs} ms)`);
  }
  const limitMs = 3 * periodMs + controlMs.p95;
  if (n >= LEAST_FOR_P95 && errorMs.p95 > limitMs) {
    missed.push(
      `${name}: the error's p95 is ${errorMs.p95} ms, above three periods and the control's p95 (${limitMs.toFixed(3)} ms)`,
    );
  }
  return missed;
}

/** What the ping reader made of freezes of one length and kind. */
export interface PingReading {
  readonly askedMs: number;
  readonly kind: Kind;
  readonly readings: readonly { readonly freezeMs: number; readonly readMs: number }[];
}

/** Below this the ping reader is to be blind: it takes two requests without answer, 10 ms apart, to be more than nothing. */
const PING_BLIND_BELOW_MS = 20;

/** Where it was not shown, in words, that the ping reader sees nothing of freezes below 20 ms. */
export function pingNotShownBlind(groups: readonly PingReading[]): string[] {
  const readings = groups
    .flatMap((group) => group.readings)
    .filter(({ freezeMs }) => freezeMs < PING_BLIND_BELOW_MS);
  const { median } = spreadOf(readings.map(({ readMs }) => readMs));
  if (median === null) return ["the ping reader was shown no freeze below 20 ms"];
  if (median > 0) return [`the ping reader is not blind below 20 ms: its median there is ${median} ms`];
  return [];
}
