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

/** Lost requests with consecutive numbers, evenly spaced in time. */
export interface LostRun {
  readonly count: number;
  readonly firstAtMs: number;
  /** 0: all were sent at the same time. */
  readonly spacingMs: number;
}

/**
 * The lost requests of a flow, in order. A request without a reply is lost when a later request was answered or
 * given up. Requests after the last such one are pending: their answer may still come. Runs instead of single
 * requests, because a damaged log may have a hole of any size.
 *
 * @param periodMs the cadence, used for numbers before the first one with a line
 */
export function lostRuns(
  flow: Pick<ProbeFlow, "firstSequence">,
  known: readonly KnownRequest[],
  periodMs: number,
): LostRun[] {
  const first = known[0];
  if (first === undefined) return [];
  const runs: LostRun[] = [];
  // An imaginary request before the tool's first one: missing first numbers are then a gap like others.
  let before = {
    sequence: flow.firstSequence - 1,
    sentAtMs: first.sentAtMs - (first.sequence - flow.firstSequence + 1) * periodMs,
  };
  for (const request of settledOf(known)) {
    const count = request.sequence - before.sequence - 1;
    if (count > 0) {
      // RTTs have only three digits, so two requests may seem to have left in the wrong order.
      const spacingMs = Math.max(0, (request.sentAtMs - before.sentAtMs) / (count + 1));
      runs.push({ count, firstAtMs: before.sentAtMs + spacingMs, spacingMs });
    }
    if (request.fate !== "answered") runs.push({ count: 1, firstAtMs: request.sentAtMs, spacingMs: 0 });
    before = request;
  }
  return runs;
}

/** How many requests of a run were sent before `atMs`, epoch ms; `inclusive`: or at that time. */
export function sentBefore(
  { count, firstAtMs, spacingMs }: LostRun,
  atMs: number,
  inclusive: boolean,
): number {
  if (spacingMs === 0) return firstAtMs < atMs || (inclusive && firstAtMs === atMs) ? count : 0;
  const place = (atMs - firstAtMs) / spacingMs;
  return Math.min(count, Math.max(0, inclusive ? Math.floor(place) + 1 : Math.ceil(place)));
}

/**
 * Counts requests by their time of sending, from `fromMs` to `untilMs` inclusive. Pending ones count neither as
 * sent nor as lost. Null for a flow without a line.
 */
export function countRequests(
  flow: ProbeFlow,
  known: readonly KnownRequest[],
  { fromMs, untilMs, periodMs }: { fromMs: number; untilMs: number; periodMs: number },
): RequestCount | null {
  if (known.length === 0) return null;
  const answered = settledOf(known).filter(
    ({ fate, sentAtMs }) => fate === "answered" && sentAtMs >= fromMs && sentAtMs <= untilMs,
  ).length;
  const lost = lostRuns(flow, known, periodMs).reduce(
    (sum, run) => sum + Math.max(0, sentBefore(run, untilMs, true) - sentBefore(run, fromMs, false)),
    0,
  );
  return { sent: answered + lost, lost };
}

const settledOf = (known: readonly KnownRequest[]): readonly KnownRequest[] =>
  known.slice(0, known.findLastIndex(({ fate }) => fate !== "pending") + 1);
