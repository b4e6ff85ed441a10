/**
 * Computes how long the guest could not be reached, from the probe's log and the stamps of one migration.
 *
 * The outage is the longest time between two consecutive replies, by time of receipt, that overlaps the
 * freeze. There is always one, because no vCPU runs from the source's STOP to the target's RESUME. QEMU
 * stamps STOP after the vCPUs have stopped (do_vm_stop) and RESUME just before they run (vm_prepare_start;
 * both in system/cpus.c).
 */
import type { ProbeFlow, ProbeLog } from "./probe-log.ts";
import { countRequests, knownRequests } from "./requests.ts";
import { between, roundMs } from "./rounding.ts";

/** The times of one migration by which its probe's log is read: wall-clock epoch ms. */
export interface ProbeWindow {
  /** Replies and requests before this are ignored. It must be after the burst that fping begins with. */
  readonly quietStartMs: number;
  /** When the target was launched, which disturbs the host. Null: the quiet stretch lasts until `migrate`. */
  readonly quietEndMs: number | null;
  readonly migrateMs: number;
  readonly stopMs: number | null;
  /** RESUME of the target, or of the source when the migration failed and the source continued. */
  readonly resumeMs: number | null;
  /** The iteration's end; the probe ran at least until then. */
  readonly endMs: number;
  readonly periodMs: number;
  readonly recoveryTimeoutMs: number;
  /**
   * How many times slower this host is than an ordinary one, at least 1. A slow host may delay the probe for
   * longer.
   */
  readonly slowness: number;
}

/** Figures of one flow, or of the whole probe. Null: not measured. */
export interface OutageFigures {
  readonly outageMs: number | null;
  /** Epoch ms of the last reply before the outage. */
  readonly outageStartMs: number | null;
  /**
   * Epoch ms: the latest time at which the first unanswered request can have left. It is later than the
   * outage's start when the host delayed the probe.
   */
  readonly unansweredFromMs: number | null;
  /** Epoch ms of the reply that ended the outage. */
  readonly outageEndMs: number | null;
  /** True when there was a freeze and the log has no reply after it. */
  readonly open: boolean;
  /** Negative when the longest gap ended within the freeze; then the freeze did not cause that gap. */
  readonly resumeToReplyMs: number | null;
  readonly afterGapMs: number | null;
  readonly noiseMs: number | null;
  readonly resolved: boolean | null;
  readonly sent: number | null;
  readonly lost: number | null;
  readonly late: number | null;
}

export interface FlowFigures extends OutageFigures {
  readonly address: string;
}

/** Times are those of the worst flow, except `afterGapMs`, the longest of all flows. Sent, lost and late are sums. */
export interface ProbeFigures extends OutageFigures {
  /** Address of the worst flow; null without a flow. */
  readonly address: string | null;
  readonly flows: readonly FlowFigures[];
}

const LEAST_NOISE_STRETCH_MS = 500;

/** Figures of one flow: see docs/contract.md, section 3. In ms, rounded to 1 µs. */
export function measureFlow(flow: ProbeFlow, window: ProbeWindow): FlowFigures {
  const { stopMs, resumeMs, quietStartMs, endMs, periodMs } = window;
  const replies = flow.replies.filter(({ receivedAtMs }) => receivedAtMs >= quietStartMs);
  const received = replies.map(({ receivedAtMs }) => receivedAtMs);
  const known = knownRequests(flow);

  const gap = stopMs === null ? null : longestGapOver(received, stopMs, resumeMs ?? endMs);
  const open = gap !== null && gap.endMs === null && known.length > 0;
  const outageStartMs = gap?.startMs ?? null;
  const outageEndMs = gap?.endMs ?? null;
  const outageMs = between(outageStartMs, outageEndMs);
  const noiseMs = noise(received, window);

  const quietRtts = replies
    .filter((reply) => reply.receivedAtMs <= quietEnd(window))
    .map(({ rttMs }) => rttMs);
  const latestRttMs = quietRtts.reduce((a, b) => Math.max(a, b), 0) + periodMs;
  const late = flow.replies.filter(
    ({ sentAtMs, rttMs }) => sentAtMs >= quietStartMs && sentAtMs <= endMs && rttMs > latestRttMs,
  );
  const count = countRequests(flow, known, { fromMs: quietStartMs, untilMs: endMs, periodMs });
  return {
    address: flow.address,
    outageMs,
    outageStartMs,
    unansweredFromMs: outageStartMs === null ? null : unansweredFrom(flow, outageStartMs, periodMs),
    outageEndMs,
    open,
    resumeToReplyMs: between(resumeMs, outageEndMs),
    afterGapMs: outageEndMs === null ? null : longestGapAfter(received, outageEndMs, endMs),
    noiseMs,
    resolved: outageMs === null || noiseMs === null ? null : outageMs >= 2 * noiseMs,
    sent: count?.sent ?? null,
    lost: count?.lost ?? null,
    late: quietRtts.length === 0 ? null : late.length,
  };
}

/** Figures of all flows. The worst flow gives the main figures. */
export function measureProbe(log: ProbeLog, window: ProbeWindow): ProbeFigures {
  const flows = log.flows.map((flow) => measureFlow(flow, window));
  const worst = flows.reduce<FlowFigures | null>(
    (worse, flow) => (worse === null || badness(flow) > badness(worse) ? flow : worse),
    null,
  );
  const afterGaps = flows.map(({ afterGapMs }) => afterGapMs).filter((ms) => ms !== null);
  return {
    ...(worst ?? { ...NO_FIGURES, address: null }),
    afterGapMs: afterGaps.length === 0 ? null : Math.max(...afterGaps),
    sent: sumOf(flows.map(({ sent }) => sent)),
    lost: sumOf(flows.map(({ lost }) => lost)),
    late: sumOf(flows.map(({ late }) => late)),
    flows,
  };
}

const NO_FIGURES: OutageFigures = {
  outageMs: null,
  outageStartMs: null,
  unansweredFromMs: null,
  outageEndMs: null,
  open: false,
  resumeToReplyMs: null,
  afterGapMs: null,
  noiseMs: null,
  resolved: null,
  sent: null,
  lost: null,
  late: null,
};

/** A flow that never answered again is worse than any outage. A flow without figures is never the worst. */
function badness({ open, outageMs }: OutageFigures): number {
  return open ? Number.POSITIVE_INFINITY : (outageMs ?? -1);
}

/** Null when one value is null: a sum of some flows would look like the sum of all. */
function sumOf(values: readonly (number | null)[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

interface Gap {
  /** Null: no reply before it. */
  readonly startMs: number | null;
  /** Null: no reply after it. */
  readonly endMs: number | null;
}

/**
 * The longest gap that overlaps [fromMs, untilMs], the first one of a tie. The open gaps before the first and
 * after the last reply count as longest, because their length is unknown.
 */
function longestGapOver(received: readonly number[], fromMs: number, untilMs: number): Gap {
  const [first] = received;
  const last = received.at(-1);
  if (first === undefined || last === undefined) return { startMs: null, endMs: null };
  if (last < untilMs) return { startMs: last, endMs: null };
  if (first > fromMs) return { startMs: null, endMs: received.find((ms) => ms >= untilMs) ?? null };
  let longest = { startMs: first, endMs: first };
  let startMs = first;
  for (const endMs of received) {
    if (startMs > untilMs) break;
    if (endMs >= fromMs && endMs - startMs > longest.endMs - longest.startMs) longest = { startMs, endMs };
    startMs = endMs;
  }
  return longest;
}

/**
 * The latest time at which the first unanswered request can have left, epoch ms. Counts back from the next
 * answered request, one period for each unanswered one. Null when no later request was answered.
 */
function unansweredFrom({ replies }: ProbeFlow, outageStartMs: number, periodMs: number): number | null {
  let last = Number.NEGATIVE_INFINITY;
  let next: ProbeFlow["replies"][number] | null = null;
  for (const reply of replies) {
    if (reply.receivedAtMs <= outageStartMs) last = Math.max(last, reply.sequence);
    else if (reply.sequence > last && reply.sequence < (next?.sequence ?? Number.POSITIVE_INFINITY))
      next = reply;
  }
  return next === null ? null : next.sentAtMs - (next.sequence - last - 1) * periodMs;
}

/** The longest gap that begins at or after `fromMs`, cut at `endMs`; null when `fromMs` is not before `endMs`. */
function longestGapAfter(received: readonly number[], fromMs: number, endMs: number): number | null {
  if (fromMs >= endMs) return null;
  const marks = received.filter((ms) => ms >= fromMs && ms < endMs);
  return longestStep([...marks, endMs]);
}

const quietEnd = ({ quietEndMs, migrateMs }: ProbeWindow): number => quietEndMs ?? migrateMs;

/**
 * The longest gap at the end of the quiet stretch, over a time as long as [migrate, RESUME] but at least
 * 0.5 s. If there is no reply in that time because the host stalled, the whole quiet stretch counts. Gaps are cut
 * at the edges, so they are never overstated. Null without a reply in the quiet stretch.
 */
function noise(received: readonly number[], window: ProbeWindow): number | null {
  const endMs = quietEnd(window);
  const lengthMs = Math.max(LEAST_NOISE_STRETCH_MS, (window.resumeMs ?? window.migrateMs) - window.migrateMs);
  for (const startMs of [Math.max(window.quietStartMs, endMs - lengthMs), window.quietStartMs]) {
    const inside = received.filter((ms) => ms >= startMs && ms <= endMs);
    if (inside.length > 0) return longestStep([startMs, ...inside, endMs]);
  }
  return null;
}

function longestStep(ascending: readonly number[]): number {
  let longest = 0;
  for (let at = 1; at < ascending.length; at++) {
    longest = Math.max(longest, (ascending[at] ?? 0) - (ascending[at - 1] ?? 0));
  }
  return roundMs(longest);
}
