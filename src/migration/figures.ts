/** Makes an iteration's entry in the results from the records. Reads no clock and asks nothing. */
import { splitFreeze, splitOutage } from "../measure/freeze.ts";
import { lossesOf } from "../measure/losses.ts";
import { measureProbe, type ProbeFigures, type ProbeWindow } from "../measure/outage.ts";
import { type ProbeLog, readProbe } from "../measure/probe-log.ts";
import { between } from "../measure/rounding.ts";
import { theftFault } from "../measure/stolen-packets.ts";
import {
  connectionsFault,
  measureRequests,
  NO_REQUESTS,
  type RequestFigures,
  type TcpRecords,
} from "../measure/tcp-requests.ts";
import { probeMoments, qmpMoments, timeline } from "../measure/timeline.ts";
import { deviceTimes, readTrace, type Trace } from "../measure/trace-log.ts";
import { iterationFault, probeFault, wasHeldUp } from "../measure/verdict.ts";
import type { QmpEvent } from "../qemu/qmp-connection.ts";
import type { BuildRole, Iteration } from "../results/schema.ts";
import type { Marks } from "./marks.ts";

export interface Recorded {
  readonly boot: number;
  readonly index: number;
  readonly from: BuildRole;
  readonly to: BuildRole;
  readonly pair: number | null;
  readonly folder: string;
  readonly queuePairs: Iteration["queuePairs"];
  /** Whether the scenario uses vhost. In the results it is null unless vhost was seen to be active. */
  readonly vhost: boolean;
  /** Whether packets that arrive during the freeze wait for the target. */
  readonly packetsWait: boolean;
  readonly marks: Marks;
  readonly sourceEvents: readonly QmpEvent[];
  readonly targetEvents: readonly QmpEvent[];
  /** Text of each side's trace file; null: not traced. */
  readonly sourceTrace: string | null;
  readonly targetTrace: string | null;
  /** What went wrong before the figures, or null. */
  readonly failure: string | null;
  readonly probe: {
    readonly tool: "fping" | "ping";
    readonly periodMs: number;
    readonly addresses: readonly string[];
    readonly log: string;
  };
  /** What the connections' requests were; null: there are none. */
  readonly requests: {
    readonly records: TcpRecords;
    readonly text: string;
    readonly periodMs: number;
  } | null;
  readonly recoveryTimeoutMs: number;
  /** Factor of the deadlines: how many times slower this host is than an ordinary one. */
  readonly slowness: number;
}

export function figuresOf(recorded: Recorded): Iteration {
  const { marks, probe, failure } = recorded;
  const log = readProbe(probe.tool, probe.log, probe.addresses);
  const window = windowOf(recorded);
  const figures = window === null ? null : measureProbe(log, window);
  const fault = window === null || figures === null ? null : faultOf(recorded, log, figures, window);
  // An outage that never ended explains a ping that had no answer, not the other way round.
  const reasons = figures?.open ? [fault, failure] : [failure, fault];
  const requests = requestsOf(recorded, window);
  if (recorded.requests !== null) reasons.push(connectionsFault(recorded.requests.records, requests));
  const reason = reasons.find((text) => text !== null) ?? null;
  const traces = tracesOf(recorded);
  return {
    boot: recorded.boot,
    index: recorded.index,
    from: recorded.from,
    to: recorded.to,
    pair: recorded.pair,
    status: reason === null ? "passed" : "failed",
    reason,
    evidence: [],
    folder: recorded.folder,
    outageMs: figures?.outageMs ?? null,
    resolved:
      window === null || figures?.resolved == null
        ? null
        : figures.resolved && !wasHeldUp(log, figures, window),
    resumeToReplyMs: figures?.resumeToReplyMs ?? null,
    afterGapMs: figures?.afterGapMs ?? null,
    noiseMs: figures?.noiseMs ?? null,
    sent: figures?.sent ?? null,
    lost: figures?.lost ?? null,
    late: figures?.late ?? null,
    losses: window === null || !recorded.packetsWait ? null : lossesOf(log, window),
    vcpuPauseMs: between(marks.stopMs, marks.resumeMs),
    qemuDowntimeMs: marks.qemuDowntimeMs,
    harnessMs: between(marks.completedMs, marks.contMs),
    // Without a switch in the scenario the time is 0; when the switch was not reached it is unknown.
    tapSwitchMs:
      marks.switchStartMs === null && marks.contMs !== null
        ? 0
        : between(marks.switchStartMs, marks.switchEndMs),
    migrateMs: between(marks.migrateMs, marks.completedMs),
    freeze: splitFreeze(marks, traces.source, traces.target),
    outageParts: figures === null ? null : splitOutage(figures, marks),
    flows: (figures?.flows ?? []).map((flow) => ({
      address: flow.address,
      outageMs: flow.outageMs,
      resumeToReplyMs: flow.resumeToReplyMs,
      afterGapMs: flow.afterGapMs,
      noiseMs: flow.noiseMs,
      sent: flow.sent,
      lost: flow.lost,
      late: flow.late,
    })),
    queuePairs: recorded.queuePairs,
    ...requests,
    vhost: marks.vhostChecked || !recorded.vhost ? recorded.vhost : null,
    devices: deviceTimes(traces.source, traces.target),
    timeline: marks.migrateMs === null ? [] : timelineOf(recorded, figures, traces, marks.migrateMs),
  };
}

const requestsOf = ({ requests }: Recorded, window: ProbeWindow | null): Required<RequestFigures> =>
  requests === null ? NO_REQUESTS : measureRequests(requests.records, window, requests.periodMs);

interface Traces {
  readonly source: Trace | null;
  readonly target: Trace | null;
}

/** A process is a target first and then a source: trace lines before `migrate` are of an earlier migration. */
function tracesOf({ sourceTrace, targetTrace, marks: { migrateMs } }: Recorded): Traces {
  const read = (text: string | null) =>
    text === null || migrateMs === null ? null : readTrace(text, migrateMs);
  return { source: read(sourceTrace), target: read(targetTrace) };
}

/** The moments that the probe's log is read against; null when no migration began. */
function windowOf({ marks, probe, recoveryTimeoutMs, slowness }: Recorded): ProbeWindow | null {
  const { quietStartMs, quietEndMs, migrateMs, endMs, stopMs, resumeMs } = marks;
  if (quietStartMs === null || migrateMs === null || endMs === null) return null;
  return {
    quietStartMs,
    quietEndMs,
    migrateMs,
    stopMs,
    resumeMs,
    endMs,
    periodMs: probe.periodMs,
    recoveryTimeoutMs,
    slowness,
  };
}

function faultOf(
  { marks }: Recorded,
  log: ProbeLog,
  figures: ProbeFigures,
  window: ProbeWindow,
): string | null {
  // A failed migration has its own message, and its freeze did not end.
  if (marks.resumeMs === null) return null;
  return probeFault(log, figures, window) ?? iterationFault(figures, window) ?? theftSeen(marks, log);
}

/** Null when nothing was stolen, and when the stopped source was not watched for longer. */
function theftSeen(marks: Marks, log: ProbeLog): string | null {
  const { watchedFromMs, sourceAliveUntilMs, sourceGoneMs, endMs } = marks;
  if (watchedFromMs === null || sourceAliveUntilMs === null || sourceGoneMs === null || endMs === null)
    return null;
  return theftFault(log, { watchedFromMs, sourceAliveUntilMs, sourceGoneMs, endMs });
}

function timelineOf(
  recorded: Recorded,
  figures: ProbeFigures | null,
  traces: Traces,
  migrateMs: number,
): Iteration["timeline"] {
  const { marks } = recorded;
  return timeline(migrateMs, {
    source: [...qmpMoments(recorded.sourceEvents), ...(traces.source?.checkpoints ?? [])],
    target: [...qmpMoments(recorded.targetEvents), ...(traces.target?.checkpoints ?? [])],
    host: [
      { event: "quiet stretch", atMs: marks.quietStartMs },
      { event: "launch target", atMs: marks.quietEndMs },
      { event: "migrate", atMs: migrateMs },
      { event: "TAP switch", atMs: marks.switchStartMs },
      { event: "TAP switched", atMs: marks.switchEndMs },
      { event: "cont", atMs: marks.contMs },
      { event: "quit source", atMs: marks.sourceAliveUntilMs },
      { event: "end", atMs: marks.endMs },
    ],
    probe: figures === null ? [] : probeMoments(figures),
  });
}
