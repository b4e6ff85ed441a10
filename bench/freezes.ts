/** True freezes from the stand-in's ground truth, and a control: an assumed freeze in a stretch without one. */
import type { Truth } from "../__tests__/fakes/stand-in.ts";
import { measureProbe } from "../src/measure/outage.ts";
import type { ProbeLog } from "../src/measure/probe-log.ts";

/** From the source's last reading of packets to the target's first. */
export interface Freeze {
  /** Wall clock, epoch ms, as the probe's stamps. */
  readonly startMs: number;
  readonly endMs: number;
  /** Its length by the monotonic clock. */
  readonly lengthMs: number;
}

/** All freezes that ended with the target reading, oldest first. If the source resumed instead, it was no freeze. */
export function freezesOf(truth: readonly Truth[]): Freeze[] {
  const freezes: Freeze[] = [];
  let stopped: Truth | null = null;
  for (const event of truth) {
    if (event.what === "reading-stopped") stopped = event;
    if (event.what !== "reading-resumed") continue;
    if (stopped !== null && event.side === "target") {
      freezes.push({
        startMs: stopped.realtimeNs / 1e6,
        endMs: event.realtimeNs / 1e6,
        lengthMs: (event.monotonicNs - stopped.monotonicNs) / 1e6,
      });
    }
    stopped = null;
  }
  return freezes;
}

/** The only freeze between a probe's first and last reply. Null when there is none, or more than one. */
export function freezeWithin(freezes: readonly Freeze[], log: ProbeLog): Freeze | null {
  const replies = log.flows[0]?.replies ?? [];
  const firstMs = replies[0]?.receivedAtMs ?? Number.POSITIVE_INFINITY;
  const lastMs = replies.at(-1)?.receivedAtMs ?? Number.NEGATIVE_INFINITY;
  const seen = freezes.filter(({ startMs, endMs }) => startMs > firstMs && endMs < lastMs);
  return seen.length === 1 ? (seen[0] ?? null) : null;
}

/**
 * What the product would report for a freeze of `lengthMs` in the middle of a quiet stretch: the longest gap between two replies
 * that overlaps it. Null without replies on both sides.
 */
export function longestGapWithoutFreeze(
  log: ProbeLog,
  quiet: { readonly startMs: number; readonly endMs: number },
  lengthMs: number,
  periodMs: number,
): number | null {
  const middleMs = (quiet.startMs + quiet.endMs) / 2;
  const figures = measureProbe(log, {
    quietStartMs: quiet.startMs,
    quietEndMs: null,
    migrateMs: middleMs - lengthMs / 2,
    stopMs: middleMs - lengthMs / 2,
    resumeMs: middleMs + lengthMs / 2,
    endMs: quiet.endMs,
    periodMs,
    recoveryTimeoutMs: 5000,
    slowness: 1,
  });
  return figures.outageMs;
}
