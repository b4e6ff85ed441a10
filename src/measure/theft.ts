/**
 * Whether somebody else took packets after the guest had answered again. A stopped source that still reads the queues takes
 * about every second one: too few to be sure of by single pings, too many to pass for chance in a stream of requests.
 */
import type { ProbeFigures } from "./outage.ts";
import type { ProbeLog } from "./probe-log.ts";
import { countRequests, knownRequests } from "./requests.ts";

/** Fewer than this may be lost by chance, or by a guest on a slow host whose own buffers were full: a tenth has been seen there. */
const LEAST_STOLEN = 10;
const STOLEN_SHARE = 0.2;

/**
 * Why packets seem to be stolen, or null. Looks at the requests sent from the end of the outage until `sourceAliveUntilMs`,
 * epoch, up to when the stopped source was alive.
 */
export function theftFault(
  log: ProbeLog,
  figures: ProbeFigures,
  sourceAliveUntilMs: number,
  periodMs: number,
): string | null {
  for (const [index, flow] of log.flows.entries()) {
    const fromMs = figures.flows[index]?.outageEndMs ?? null;
    if (fromMs === null || fromMs >= sourceAliveUntilMs) continue;
    const count = countRequests(flow, knownRequests(flow), { fromMs, untilMs: sourceAliveUntilMs, periodMs });
    if (count === null || count.lost < Math.max(LEAST_STOLEN, count.sent * STOLEN_SHARE)) continue;
    return `${count.lost} of ${count.sent} requests to ${flow.address} were lost after the guest had answered again, while the stopped source was still alive: does it still read the queues?`;
  }
  return null;
}
