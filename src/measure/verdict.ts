/**
 * Whether an iteration may be believed, and whether it passed, as far as the probe tells. Reasons are sentences for a
 * person who has to act on them.
 */
import type { OutageFigures, ProbeFigures, ProbeWindow } from "./outage.ts";
import type { ProbeFlow, ProbeLog } from "./probe-log.ts";
import { type KnownRequest, knownRequests } from "./requests.ts";

/** An outage may begin this long before `migrate` (on a slow host longer): cadence, a delayed reply. Earlier, something else broke the network. */
const EARLY_OUTAGE_MS = 50;
/** A probe may be held up by this many periods, or ms, whichever is longer; beyond, the outage is an upper bound only. */
const STALL_PERIODS = 20;
const LEAST_STALL_MS = 20;
/** Between requests whose replies are missing only the sum of the pauses is known; a slower cadence is no stall. */
const STALL_SHARE_OF_SPAN = 0.1;
/** However slow the host: most of an outage in which nothing was asked was not measured. */
const LARGEST_STALL_SHARE = 0.8;
const LEAST_SILENCE_MS = 1000;
/** Held up by this many times more, a probe did not measure. */
const UNSOUND_FACTOR = 10;

/**
 * Why the probe's figures can't be believed, or null. Unsound is a probe without requests, without a reply in the quiet
 * stretch, one that was held up where that may have lengthened the outage, or that fell silent before the end.
 *
 * A probe that dies within an outage that never ends looks like a guest that never answers (fping prints no line
 * for either): that its process lived to the end must be seen to by who started it.
 */
export function probeFault(log: ProbeLog, figures: ProbeFigures, window: ProbeWindow): string | null {
  if (log.flows.length === 0) {
    return log.rubbishLines === 0
      ? "the probe sent nothing: its log has no line"
      : `the probe sent nothing: none of its log's ${log.rubbishLines} lines could be read`;
  }
  const quietEndMs = window.quietEndMs ?? window.migrateMs;
  for (const flow of log.flows) {
    const answered = flow.replies.some(
      ({ receivedAtMs }) => receivedAtMs >= window.quietStartMs && receivedAtMs <= quietEndMs,
    );
    if (!answered) {
      const stretch = text(quietEndMs - window.quietStartMs);
      return `${flow.address} answered nothing in the quiet stretch of ${stretch} before the migration`;
    }
  }
  return stallFault(log, figures, window) ?? silenceFault(log, figures, window);
}

/** Whether the probe was held up where that may have lengthened the outage: the figure is an upper bound then. */
export function wasHeldUp(log: ProbeLog, figures: ProbeFigures, window: ProbeWindow): boolean {
  return log.flows.some((flow, index) => {
    const untilMs = figures.flows[index]?.outageEndMs ?? window.endMs;
    return longestStall(flow, window, untilMs, 1) !== null;
  });
}

/** Why the iteration failed by its figures, or null when the outage began and ended as it should. */
export function iterationFault(figures: ProbeFigures, window: ProbeWindow): string | null {
  if (window.stopMs === null) return "the source never said STOP: there was no freeze to measure";
  if (window.resumeMs === null) return "the target never said RESUME after the source's STOP";
  for (const flow of figures.flows) {
    const fault = outageFault(flow, window, window.resumeMs);
    if (fault !== null) return figures.flows.length === 1 ? fault : `${flow.address}: ${fault}`;
  }
  return figures.flows.length === 0 ? "the outage could not be measured: the probe's log is empty" : null;
}

function outageFault(figures: OutageFigures, window: ProbeWindow, resumeMs: number): string | null {
  const { migrateMs, endMs, recoveryTimeoutMs, slowness } = window;
  const { outageStartMs, unansweredFromMs, outageEndMs, open, resumeToReplyMs } = figures;
  if (open) {
    const since =
      outageStartMs === null ? "at all" : `since ${relative(outageStartMs, migrateMs, "migrate")}`;
    return `the guest did not answer again: no reply ${since}, though the target resumed ${text(endMs - resumeMs)} before the end`;
  }
  if (outageStartMs === null) return "the outage could not be measured: no reply before the freeze";
  if (Math.max(outageStartMs, unansweredFromMs ?? outageStartMs) < migrateMs - EARLY_OUTAGE_MS * slowness) {
    return `the guest was out of reach before the migration: the outage began ${text(migrateMs - outageStartMs)} before migrate`;
  }
  if (outageEndMs !== null && outageEndMs > resumeMs + recoveryTimeoutMs) {
    return `the guest answered again only ${text(resumeToReplyMs ?? 0)} after RESUME, later than the ${text(recoveryTimeoutMs)} allowed`;
  }
  return null;
}

/** A pause of the probe itself, told from an outage by the times of sending. */
function stallFault(log: ProbeLog, figures: ProbeFigures, window: ProbeWindow): string | null {
  for (const [index, flow] of log.flows.entries()) {
    const untilMs = figures.flows[index]?.outageEndMs ?? window.endMs;
    const stall = longestStall(flow, window, untilMs, UNSOUND_FACTOR);
    if (stall === null) continue;
    const { ms, limitMs, fromMs } = stall;
    return `the probe fell behind: ${text(ms)} without a request to ${flow.address} (${text(limitMs)} allowed), from ${relative(fromMs, window.migrateMs, "migrate")}`;
  }
  return null;
}

interface Stall {
  readonly ms: number;
  readonly limitMs: number;
  readonly fromMs: number;
}

/** The longest pause above its limit that may have lengthened the outage: from `migrate` on, and not within the freeze. */
function longestStall(
  flow: ProbeFlow,
  window: ProbeWindow,
  untilMs: number,
  tolerance: number,
): Stall | null {
  const { quietStartMs, migrateMs, stopMs, resumeMs, periodMs, slowness } = window;
  // An expiry is stamped when the tool gets round to it, which says too little about when its request left.
  const sends = knownRequests(flow).filter(({ fate }) => fate !== "timed out");
  const quietPauses = pairs(sends)
    .filter(([a, b]) => a.sentAtMs >= quietStartMs && b.sentAtMs <= (window.quietEndMs ?? migrateMs))
    .map(([a, b]) => (b.sentAtMs - a.sentAtMs) / (b.sequence - a.sequence));
  const cadenceMs =
    quietPauses.length === 0 ? periodMs : quietPauses.reduce((x, y) => x + y, 0) / quietPauses.length;
  const quietLongestMs = quietPauses.reduce((x, y) => Math.max(x, y), 0);
  const baseLimitMs =
    tolerance * slowness * Math.max(STALL_PERIODS * periodMs, LEAST_STALL_MS, 2 * quietLongestMs);
  const share = Math.min(LARGEST_STALL_SHARE, tolerance * slowness * STALL_SHARE_OF_SPAN);
  let longest: Stall | null = null;
  for (const [a, b] of pairs(sends)) {
    if (b.sentAtMs < migrateMs || a.sentAtMs > untilMs) continue;
    if (stopMs !== null && resumeMs !== null && a.sentAtMs >= stopMs && b.sentAtMs <= resumeMs) continue;
    const spanMs = b.sentAtMs - a.sentAtMs;
    const missing = b.sequence - a.sequence - 1;
    const ms = spanMs - missing * cadenceMs;
    const limitMs = missing === 0 ? baseLimitMs : Math.max(baseLimitMs, spanMs * share);
    if (ms > limitMs && ms > (longest?.ms ?? 0)) longest = { ms, limitMs, fromMs: a.sentAtMs };
  }
  return longest;
}

function pairs(sends: readonly KnownRequest[]): [KnownRequest, KnownRequest][] {
  const found: [KnownRequest, KnownRequest][] = [];
  let before: KnownRequest | undefined;
  for (const send of sends) {
    if (before !== undefined) found.push([before, send]);
    before = send;
  }
  return found;
}

/** A log that ends before the iteration, although a flow had come back, so that it had lines to write. */
function silenceFault(log: ProbeLog, figures: ProbeFigures, window: ProbeWindow): string | null {
  const { lastStampMs } = log;
  if (lastStampMs === null) return null;
  const silenceMs = window.endMs - lastStampMs;
  if (silenceMs <= Math.max(LEAST_SILENCE_MS, STALL_PERIODS * window.periodMs)) return null;
  if (log.tool === "ping")
    return `the probe died: its last line was written ${text(silenceMs)} before the end`;
  return figures.flows.some(({ outageEndMs }) => outageEndMs !== null)
    ? `the probe died, or the guest fell silent again: the log's last line was written ${text(silenceMs)} before the end`
    : null;
}

const text = (ms: number): string => `${ms.toFixed(1)} ms`;

function relative(atMs: number, originMs: number, origin: string): string {
  return `${text(Math.abs(atMs - originMs))} ${atMs < originMs ? "before" : "after"} ${origin}`;
}
