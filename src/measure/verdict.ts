/**
 * Decides by the probe's log whether the figures of an iteration are credible and whether it passed. Reasons
 * are sentences for a person who has to act on them.
 */
import type { OutageFigures, ProbeFigures, ProbeWindow } from "./outage.ts";
import type { ProbeFlow, ProbeLog } from "./probe-log.ts";
import { type KnownRequest, knownRequests } from "./requests.ts";

/**
 * An outage may begin this long before `migrate`, on a slow host longer, because of the cadence and delayed
 * replies. If it begins earlier, something else broke the network.
 */
const EARLY_OUTAGE_MS = 50;
/** The probe may be delayed by this many periods or ms, whichever is longer. Beyond, the outage is an upper bound. */
const STALL_PERIODS = 20;
const LEAST_STALL_MS = 20;
/**
 * Between requests without replies, only the sum of the pauses is known. A slower cadence is not a stall, so
 * a stall must be at least this share of the sum.
 */
const STALL_SHARE_OF_SPAN = 0.1;
/** The limit of that share on slow hosts: an outage with almost no requests was not measured, however slow the host. */
const LARGEST_STALL_SHARE = 0.8;
const LEAST_SILENCE_MS = 1000;
/** A probe that was delayed this many times longer than allowed did not measure. */
const UNSOUND_FACTOR = 10;

/**
 * Why the probe's figures are not credible, or null. A probe is unsound if it sent no requests, got no reply
 * in the quiet stretch, was delayed when that may have lengthened the outage, or fell silent before the end.
 *
 * A probe that dies within an outage that never ends looks like a guest that never answers: fping prints no
 * line for either. So the caller must check that the probe's process lived until the end.
 */
export function probeFault(log: ProbeLog, figures: ProbeFigures, window: ProbeWindow): string | null {
  if (log.flows.length === 0) {
    return log.rubbishLines === 0
      ? "the probe sent nothing: its log is empty"
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

/** Whether the probe was delayed when that may have lengthened the outage; then the figure is an upper bound. */
export function wasHeldUp(log: ProbeLog, figures: ProbeFigures, window: ProbeWindow): boolean {
  return log.flows.some((flow, index) => {
    const untilMs = figures.flows[index]?.outageEndMs ?? window.endMs;
    return longestStall(flow, window, untilMs, 1) !== null;
  });
}

/** Why the iteration failed by its figures; null when the outage began and ended as it should. */
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

/** A pause of the probe itself. The times of sending distinguish it from an outage. */
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

/**
 * The longest pause beyond its limit that may have lengthened the outage: after `migrate` and not within the
 * freeze.
 */
function longestStall(
  flow: ProbeFlow,
  window: ProbeWindow,
  untilMs: number,
  tolerance: number,
): Stall | null {
  const { quietStartMs, migrateMs, stopMs, resumeMs, periodMs, slowness } = window;
  // The tool stamps an expiry only when it gets to it, so the time of its request is too uncertain.
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

/** A log that ends before the iteration although a flow answered again, so the probe should have written lines. */
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
