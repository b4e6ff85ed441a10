/** The error of measured outages, and the criteria for it. docs/accuracy.md gives the reasons. */
import { summarise } from "../src/measure/statistics.ts";

/** What happens to packets that arrive in the freeze: queued and answered after it, or dropped. */
export type Kind = "queued" | "dropped";

/** One freeze: the true length and what was measured. All in ms. */
export interface Measured {
  readonly freezeMs: number;
  readonly outageMs: number;
  /** The longest gap in an equally long stretch without freeze. */
  readonly controlMs: number | null;
  /** False: the product reports the figure as an upper bound, because of noise. */
  readonly resolved: boolean | null;
}

/** Freezes of one length and kind. */
export interface Group {
  readonly askedMs: number;
  readonly kind: Kind;
  /** How many freezes were planned. */
  readonly wanted: number;
  readonly measured: readonly Measured[];
}

/** In ms; null without values. */
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
  /** Measured outage minus freeze, with its sign. Never 0, because replies come once per period. */
  readonly excessMs: Spread;
  /** Absolute difference of measured and true outage (`trueOutageMs`). */
  readonly errorMs: Spread;
  readonly controlMs: Spread;
}

const LEAST_JUDGED_MS = 5;
/** Share of the planned freezes. If more are missing, those might be the ones that went wrong. */
const LEAST_MEASURED_SHARE = 0.8;
/** With fewer values the p95 is about the largest, and only shows the worst moment of the host. */
const LEAST_FOR_P95 = 20;

/**
 * The time between the replies on both sides of a freeze, as a probe without error finds it on average. The guest gave its last
 * answer up to one period before the freeze. Queued requests are answered at its end. When requests are dropped, the next one
 * comes up to one period later.
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

/** The criteria that a group misses, in words. Freezes below 5 ms are not judged. */
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

/** What the ping reader read for freezes of one length and kind. */
export interface PingReading {
  readonly askedMs: number;
  readonly kind: Kind;
  readonly readings: readonly { readonly freezeMs: number; readonly readMs: number }[];
}

/** The ping reader must see nothing below this: it needs two requests without answer, and ping sends one every 10 ms. */
const PING_BLIND_BELOW_MS = 20;

/** Says in words what is missing to show that the ping reader sees nothing of freezes below 20 ms. Empty if nothing is. */
export function pingNotShownBlind(groups: readonly PingReading[]): string[] {
  const readings = groups
    .flatMap((group) => group.readings)
    .filter(({ freezeMs }) => freezeMs < PING_BLIND_BELOW_MS);
  const { median } = spreadOf(readings.map(({ readMs }) => readMs));
  if (median === null) return ["the ping reader was shown no freeze below 20 ms"];
  if (median > 0) return [`the ping reader is not blind below 20 ms: its median there is ${median} ms`];
  return [];
}
