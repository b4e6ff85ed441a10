/**
 * Whether somebody else takes the guest's packets: a stopped source that still reads the queues of the TAP that it shares. It takes
 * any share of them, which two single pings easily miss; in a stream of requests it shows as losses apart from one another that
 * end when the source is gone. Losses of a busy host do not: they come in one piece, or go on.
 */
import type { ProbeFlow, ProbeLog } from "./probe-log.ts";

/** Losses apart from one another: fewer in a thousand requests may be chance. */
const LEAST_LOSSES = 10;
/** How many times fewer they must be once the source is gone. */
const LEAST_RATIO = 5;

/** What became of the requests of a flow in a stretch of time. */
export interface Losses {
  readonly sent: number;
  readonly lost: number;
  /** Without an answered request between them, several are one. */
  readonly apart: number;
}

/** The stretches that are compared: wall-clock epoch milliseconds. */
export interface TheftWindow {
  /** From when on the stopped source was watched, with the guest answering. */
  readonly watchedFromMs: number;
  readonly sourceAliveUntilMs: number;
  readonly sourceGoneMs: number;
  readonly endMs: number;
}

/** Counts between the first and the last request that were sent from `fromMs` to `untilMs`, epoch, and answered. */
export function lossesBetween({ replies }: ProbeFlow, fromMs: number, untilMs: number): Losses {
  const answered = replies
    .filter(({ sentAtMs }) => sentAtMs >= fromMs && sentAtMs <= untilMs)
    .map(({ sequence }) => sequence)
    .sort((a, b) => a - b);
  const losses = { sent: answered.length, lost: 0, apart: 0 };
  for (const [at, sequence] of answered.entries()) {
    const missing = at === 0 ? 0 : sequence - (answered[at - 1] ?? 0) - 1;
    losses.sent += missing;
    losses.lost += missing;
    losses.apart += missing === 0 ? 0 : 1;
  }
  return losses;
}

/** Why packets seem to be stolen, or null. */
export function theftFault(log: ProbeLog, window: TheftWindow): string | null {
  for (const flow of log.flows) {
    const beside = lossesBetween(flow, window.watchedFromMs, window.sourceAliveUntilMs);
    const alone = lossesBetween(flow, window.sourceGoneMs, window.endMs);
    if (beside.apart < LEAST_LOSSES || beside.apart * alone.sent < LEAST_RATIO * alone.apart * beside.sent)
      continue;
    return `${beside.lost} of ${beside.sent} requests to ${flow.address} were lost while the stopped source was still alive, and ${alone.lost} of ${alone.sent} after it had gone: does it still read the queues?`;
  }
  return null;
}
