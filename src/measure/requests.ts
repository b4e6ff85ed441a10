/**
 * The requests of a flow: which numbers were sent, when, and whether they were answered.
 *
 * Neither tool prints a line for every request. Requests without a line are found between those with one, and
 * their time of sending is interpolated: both tools keep their cadence during an outage.
 */
import type { ProbeFlow } from "./probe-log.ts";

export interface KnownRequest {
  readonly sequence: number;
  readonly sentAtMs: number;
  readonly fate: "answered" | "timed out" | "pending";
}

/** The requests that have a line, sorted by number. */
export function knownRequests(flow: ProbeFlow): KnownRequest[] {
  const known: KnownRequest[] = [];
  for (const { sequence, sentAtMs } of flow.replies) known.push({ sequence, sentAtMs, fate: "answered" });
  for (const { sequence, sentAtMs } of flow.timedOut) known.push({ sequence, sentAtMs, fate: "timed out" });
  for (const { sequence, sentAtMs } of flow.pending) known.push({ sequence, sentAtMs, fate: "pending" });
  return betweenAnswered(known.sort((a, b) => a.sequence - b.sequence));
}

/**
 * Corrects the times of sending of unanswered requests. The tool stamps an expiry only when it gets to it, on
 * a busy host seconds late. Answered requests have exact times, so the times of requests between two of them
 * are interpolated.
 */
function betweenAnswered(known: readonly KnownRequest[]): KnownRequest[] {
  const placed: KnownRequest[] = [];
  let before: KnownRequest | null = null;
  let waiting: KnownRequest[] = [];
  for (const request of known) {
    if (request.fate !== "answered") {
      waiting.push(request);
      continue;
    }
    for (const one of waiting) placed.push(before === null ? one : interpolated(one, before, request));
    placed.push(request);
    before = request;
    waiting = [];
  }
  return [...placed, ...waiting];
}

function interpolated(request: KnownRequest, before: KnownRequest, after: KnownRequest): KnownRequest {
  const share = (request.sequence - before.sequence) / (after.sequence - before.sequence);
  return { ...request, sentAtMs: before.sentAtMs + share * (after.sentAtMs - before.sentAtMs) };
}

export interface RequestCount {
  readonly sent: number;
  readonly lost: number;
}

/**
 * Counts requests by their time of sending, from `fromMs` to `untilMs` inclusive. A request without a reply
 * is lost when a later request was answered or given up. Requests after the last such one are pending: their
 * answer may still come, so they count neither as sent nor as lost. Null for a flow without a line.
 *
 * @param periodMs the cadence, used for numbers before the first one with a line
 */
export function countRequests(
  flow: ProbeFlow,
  known: readonly KnownRequest[],
  { fromMs, untilMs, periodMs }: { fromMs: number; untilMs: number; periodMs: number },
): RequestCount | null {
  const settled = known.findLastIndex(({ fate }) => fate !== "pending");
  const first = known[0];
  if (first === undefined) return null;
  let sent = 0;
  let lost = 0;
  // An imaginary request before the tool's first one: missing first numbers are then a gap like others.
  let before = {
    sequence: flow.firstSequence - 1,
    sentAtMs: first.sentAtMs - (first.sequence - flow.firstSequence + 1) * periodMs,
  };
  for (const request of known.slice(0, settled + 1)) {
    const missing = missingWithin(before, request, fromMs, untilMs);
    sent += missing;
    lost += missing;
    if (request.sentAtMs >= fromMs && request.sentAtMs <= untilMs) {
      sent++;
      if (request.fate !== "answered") lost++;
    }
    before = request;
  }
  return { sent, lost };
}

type Send = Pick<KnownRequest, "sequence" | "sentAtMs">;

/** How many of the requests strictly between two others were sent from `fromMs` to `untilMs`, by interpolation. */
function missingWithin(before: Send, after: Send, fromMs: number, untilMs: number): number {
  const missing = after.sequence - before.sequence - 1;
  if (missing <= 0) return 0;
  const spacingMs = (after.sentAtMs - before.sentAtMs) / (missing + 1);
  // RTTs have only three digits, so two requests may seem to have left in the wrong order.
  if (spacingMs <= 0) return before.sentAtMs >= fromMs && before.sentAtMs <= untilMs ? missing : 0;
  const firstInside = Math.max(1, Math.ceil((fromMs - before.sentAtMs) / spacingMs));
  const lastInside = Math.min(missing, Math.floor((untilMs - before.sentAtMs) / spacingMs));
  return Math.max(0, lastInside - firstInside + 1);
}
