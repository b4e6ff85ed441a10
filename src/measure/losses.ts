/**
 * Says when the lost requests of an iteration were sent: before STOP, in the freeze, or after RESUME. Used where packets wait in
 * the TAP's queue, so that a freeze alone loses none.
 */
import type { Loss } from "../results/schema.ts";
import type { ProbeWindow } from "./outage.ts";
import type { ProbeLog } from "./probe-log.ts";
import { knownRequests, type LostRun, lostRuns, sentBefore } from "./requests.ts";
import { roundMs } from "./rounding.ts";

/**
 * An entry for each flow and phase with losses. Their counts add up to the flow's `lost`. Null without both STOP
 * and RESUME. Times of sending are interpolated, so near STOP and RESUME the phase is exact to about a period.
 */
export function lossesOf(log: ProbeLog, window: ProbeWindow): Loss[] | null {
  const { quietStartMs, migrateMs, stopMs, resumeMs, endMs, periodMs } = window;
  if (stopMs === null || resumeMs === null) return null;
  const edges: readonly { readonly phase: Loss["phase"]; readonly from: Edge; readonly until: Edge }[] = [
    { phase: "before-stop", from: first(quietStartMs), until: first(stopMs) },
    { phase: "freeze", from: first(stopMs), until: after(resumeMs) },
    { phase: "after-resume", from: after(resumeMs), until: after(endMs) },
  ];
  return log.flows.flatMap((flow) => {
    const runs = lostRuns(flow, knownRequests(flow), periodMs);
    return edges.flatMap(({ phase, from, until }) => {
      let count = 0;
      let firstMs: number | null = null;
      for (const run of runs) {
        const skipped = from(run);
        const inside = until(run) - skipped;
        if (inside <= 0) continue;
        count += inside;
        firstMs ??= run.firstAtMs + skipped * run.spacingMs;
      }
      if (firstMs === null) return [];
      return [{ address: flow.address, phase, count, firstAtMs: roundMs(firstMs - migrateMs) }];
    });
  });
}

/** How many requests of a run come before an edge. */
type Edge = (run: LostRun) => number;

const first =
  (atMs: number): Edge =>
  (run) =>
    sentBefore(run, atMs, false);

const after =
  (atMs: number): Edge =>
  (run) =>
    sentBefore(run, atMs, true);
