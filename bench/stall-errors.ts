/** What a request stall is to be for a known freeze, and the criteria for it. docs/accuracy.md gives the reasons. */
import { STALLED_MS } from "../src/measure/tcp-requests.ts";
import { type Kind, type Spread, spreadOf } from "./errors.ts";

/** One migration. All in ms. */
export interface MeasuredStall {
  readonly freezeMs: number;
  readonly outageMs: number;
  readonly stallMs: number;
}

/** Freezes of one length and kind, with one least time-out of the host's TCP. */
export interface StallGroup {
  readonly askedMs: number;
  readonly kind: Kind;
  readonly rtoMinMs: number;
  /** How many freezes were planned. */
  readonly wanted: number;
  readonly measured: readonly MeasuredStall[];
}

export interface StallAccuracy extends Omit<StallGroup, "measured"> {
  readonly n: number;
  readonly freezeMs: Spread;
  readonly outageMs: Spread;
  readonly stallMs: Spread;
  /** By the rule: `ruledStallMs` of each freeze. */
  readonly ruledMs: Spread;
  /** How many stalls are 190 ms or more. */
  readonly stalled: number;
}

/** The kernel's least time-out of a retransmission, TCP_RTO_MIN. A setting may lower it. */
export const KERNEL_RTO_MIN_MS = 200;
/** In a closed loop of 20 connections, each ms of a freeze meets a request; a busy host adds to that. */
const TOLERANCE_MS = 20;
const LEAST_MEASURED_SHARE = 0.8;

/**
 * The longest stall of a freeze: that of a request sent as the freeze begins. If it is queued, it is answered when the freeze ends. If
 * it is dropped, the kernel sends it again after the time-out, and then after twice as long each time, until the guest gets it.
 */
export function ruledStallMs(freezeMs: number, kind: Kind, rtoMinMs: number): number {
  if (kind === "queued") return freezeMs;
  let sentAgainAfterMs = rtoMinMs;
  while (sentAgainAfterMs < freezeMs) sentAgainAfterMs = 2 * sentAgainAfterMs + rtoMinMs;
  return sentAgainAfterMs;
}

/**
 * What the rule allows. A time-out is at least `rtoMinMs`, and longer when round trips scatter. So a dropped request is answered
 * after the freeze and the time-out at the earliest, whichever is longer. It waits less than twice the freeze and one time-out, since
 * each wait is twice the one before.
 */
export function allowedMs(freezeMs: number, kind: Kind, rtoMinMs: number): readonly [number, number] {
  if (kind === "queued") return [freezeMs - TOLERANCE_MS, freezeMs + TOLERANCE_MS];
  const mostMs = freezeMs < rtoMinMs ? rtoMinMs : 2 * freezeMs + rtoMinMs;
  return [Math.max(freezeMs, rtoMinMs), mostMs + 2 * TOLERANCE_MS];
}

export function stallAccuracyOf({ measured, ...group }: StallGroup): StallAccuracy {
  const { kind, rtoMinMs } = group;
  return {
    ...group,
    n: measured.length,
    freezeMs: spreadOf(measured.map(({ freezeMs }) => freezeMs)),
    outageMs: spreadOf(measured.map(({ outageMs }) => outageMs)),
    stallMs: spreadOf(measured.map(({ stallMs }) => stallMs)),
    ruledMs: spreadOf(measured.map(({ freezeMs }) => ruledStallMs(freezeMs, kind, rtoMinMs))),
    stalled: measured.filter(({ stallMs }) => stallMs >= STALLED_MS).length,
  };
}

export const nameOfStalls = ({ askedMs, kind, rtoMinMs }: Omit<StallGroup, "measured" | "wanted">): string =>
  `${askedMs} ms, ${kind}${kind === "dropped" ? `, rto_min ${rtoMinMs} ms` : ""}`;

/** The criteria that a group misses, in words: enough was measured, and the median stall is one that the rule allows. */
export function stallsMissed(accuracy: StallAccuracy): string[] {
  const { n, wanted, kind, rtoMinMs, freezeMs } = accuracy;
  const stallMs = accuracy.stallMs.median;
  const name = nameOfStalls(accuracy);
  if (n < wanted * LEAST_MEASURED_SHARE || stallMs === null || freezeMs.median === null)
    return [`${name}: only ${n} of ${wanted} stalls were measured`];
  const [leastMs, mostMs] = allowedMs(freezeMs.median, kind, rtoMinMs);
  if (stallMs >= leastMs && stallMs <= mostMs) return [];
  return [
    `${name}: the median stall is ${stallMs.toFixed(1)} ms, not from ${leastMs.toFixed(1)} to ${mostMs.toFixed(1)} ms`,
  ];
}
