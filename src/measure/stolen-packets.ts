/**
 * Detects stolen packets: a stopped source that still reads the queues of the TAP that it shares with the
 * target. It may take any share of the packets, so two single pings easily miss it. In a stream of requests
 * it shows as separate losses that end when the source is gone. Losses of a busy host look different: they
 * come in one block, or do not end.
 */
import type { ProbeFlow, ProbeLog } from "./probe-log.ts";

/** The fewest separate losses in a thousand requests that count; fewer may be chance. */
const LEAST_LOSSES = 10;
/** The rate of separate losses must fall at least by this factor when the source is gone. */
const LEAST_RATIO = 5;

/** Requests and losses of a flow in a stretch of time. */
export interface Losses {
  readonly sent: number;
  readonly lost: number;
  /** Number of separate losses: consecutive lost requests count once. */
  readonly apart: number;
}

/** The stretches that are compared: wall-clock epoch ms. */
export interface TheftWindow {
  /** Beginning of the watch: the source is stopped and the guest answers. */
  readonly watchedFromMs: number;
  readonly sourceAliveUntilMs: number;
  readonly sourceGoneMs: number;
  readonly endMs: number;
}

/** Counts between the first and the last answered request that were sent from `fromMs` to `untilMs`, epoch ms. */
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

/** Why packets seem to be stolen; null when they do not. */
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
