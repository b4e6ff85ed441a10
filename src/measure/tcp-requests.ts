/** Figures of an iteration's TCP requests, from the records of the program that sent them. docs/contract.md, section 3, defines them. */
import { MOST_REQUESTS } from "../results/names.ts";
import type { Iteration, TcpRequest } from "../results/schema.ts";
import type { ProbeWindow } from "./outage.ts";
import { roundMs } from "./rounding.ts";

/**
 * A request whose packet was lost is sent again after 200 ms, the least time-out of a retransmission (TCP_RTO_MIN in the kernel's
 * include/net/tcp.h), and a little more: the kernel's clock ticks.
 */
export const STALLED_MS = 190;

/** Times are wall-clock ms since the epoch. */
export interface TcpRecords {
  /** Connections that were open at the beginning. */
  readonly connections: number;
  /** Why connections were closed, one entry each. */
  readonly closed: readonly string[];
  /** Connection, time of sending, time of the answer (null: none came). */
  readonly requests: readonly (readonly [number, number, number | null])[];
  /** When the wait for the last answers ended. */
  readonly endedMs: number;
  readonly retransmits: number;
  readonly lossProbes: number;
  readonly errorP99Ms: number;
  readonly cpuShare: number;
}

export type RequestFigures = Pick<
  Iteration,
  | "connections"
  | "connectionsLost"
  | "requestStallMs"
  | "requestsStalled"
  | "requestsInFreeze"
  | "requestNoiseMs"
  | "retransmits"
  | "lossProbes"
  | "requestPace"
  | "requests"
>;

export const NO_REQUESTS: Required<RequestFigures> = {
  connections: null,
  connectionsLost: null,
  requestStallMs: null,
  requestsStalled: null,
  requestsInFreeze: null,
  requestNoiseMs: null,
  retransmits: null,
  lossProbes: null,
  requestPace: null,
  requests: null,
};

/** In ms, rounded to 1 µs. Without a window (no migration began) only the connections are known. */
export function measureRequests(
  records: TcpRecords,
  window: ProbeWindow | null,
  periodMs: number,
): Required<RequestFigures> {
  const figures = {
    ...NO_REQUESTS,
    connections: records.connections,
    connectionsLost: Math.min(records.connections, records.closed.length),
    retransmits: records.retransmits,
    lossProbes: records.lossProbes,
    requestPace: {
      periodMs,
      errorP99Ms: roundMs(records.errorP99Ms),
      cpuShare: Math.round(records.cpuShare * 1000) / 1000,
    },
  };
  if (window === null) return figures;
  const { migrateMs, stopMs, resumeMs, quietStartMs, quietEndMs, endMs, recoveryTimeoutMs } = window;
  const untilMs = resumeMs === null ? endMs : resumeMs + recoveryTimeoutMs;
  const all = records.requests.map(([connection, sentMs, answerMs]) => ({
    ...{ connection, sentMs, answerMs },
    // Without an answer: at least that long.
    tookMs: (answerMs ?? records.endedMs) - sentMs,
  }));
  const overlapping = (fromMs: number, toMs: number) =>
    all.filter(({ sentMs, answerMs }) => sentMs <= toMs && (answerMs ?? Number.POSITIVE_INFINITY) >= fromMs);
  const longest = (requests: typeof all) =>
    requests.length === 0 ? null : requests.reduce((most, { tookMs }) => Math.max(most, tookMs), 0);
  const counted = overlapping(migrateMs, untilMs);
  const quiet = all.filter(({ sentMs }) => sentMs >= quietStartMs && sentMs <= (quietEndMs ?? migrateMs));
  const frozen = stopMs === null || resumeMs === null ? null : overlapping(stopMs, resumeMs);
  const noiseMs = longest(quiet);
  const notable = counted.filter(
    (request) =>
      frozen?.includes(request) ||
      request.answerMs === null ||
      (noiseMs !== null && request.tookMs > 2 * noiseMs),
  );
  return {
    ...figures,
    requestStallMs: roundMs(longest(counted)),
    requestsStalled: counted.filter(({ tookMs }) => tookMs >= STALLED_MS).length,
    requestsInFreeze: frozen?.length ?? null,
    requestNoiseMs: roundMs(noiseMs),
    requests: notable
      .sort((a, b) => b.tookMs - a.tookMs)
      .slice(0, MOST_REQUESTS)
      .sort((a, b) => a.sentMs - b.sentMs)
      .map(
        ({ connection, sentMs, answerMs }): TcpRequest => ({
          connection,
          sentAtMs: roundMs(sentMs - migrateMs),
          answeredAtMs: answerMs === null ? null : roundMs(answerMs - migrateMs),
        }),
      ),
  };
}

/** Why an iteration fails by its connections, or null. */
export function connectionsFault({ closed }: TcpRecords, figures: RequestFigures): string | null {
  if (closed.length === 0) return null;
  return `${figures.connectionsLost} of ${figures.connections} TCP connections were lost: ${[...new Set(closed)].join(", ")}`;
}
