/** Puts the events of both QEMUs, the host and the probe on one time axis that begins with `migrate`. */
import type { TimelineEvent } from "../results/schema.ts";
import type { OutageFigures } from "./outage.ts";
import { roundMs } from "./rounding.ts";

/** An event with its wall-clock epoch time in ms. */
export interface Moment {
  readonly event: string;
  readonly atMs: number;
}

/** An event as the QMP client keeps it; QEMU made the stamp. */
export interface StampedQmpEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly atMs: number;
}

/** The events of each side. A time of null means that the event did not happen; it gives no entry. */
export type Moments = {
  readonly [Side in TimelineEvent["side"]]?: readonly {
    readonly event: string;
    readonly atMs: number | null;
  }[];
};

/**
 * All events sorted by time. `atMs` counts from the moment when `migrate` was written, rounded to 1 µs.
 * Events with the same stamp stay in the order source, target, host, probe.
 */
export function timeline(migrateMs: number, moments: Moments): TimelineEvent[] {
  const sides = ["source", "target", "host", "probe"] as const;
  return sides
    .flatMap((side) =>
      (moments[side] ?? []).flatMap(({ event, atMs }) =>
        atMs === null ? [] : [{ atMs: roundMs(atMs - migrateMs), side, event }],
      ),
    )
    .sort((a, b) => a.atMs - b.atMs);
}

/**
 * The moments of a QMP client's events. The name includes the status of a MIGRATION and the number of a pass,
 * because they distinguish events of the same name. QEMU stamps -1 when it cannot read the clock (QMP
 * specification, "Asynchronous events"); such an event is left out.
 */
export function qmpMoments(events: readonly StampedQmpEvent[]): Moment[] {
  return events
    .filter(({ atMs }) => atMs >= 0)
    .map(({ name, data, atMs }) => {
      const detail = name === "MIGRATION" ? data.status : name === "MIGRATION_PASS" ? data.pass : undefined;
      return { event: detail === undefined ? name : `${name} ${String(detail)}`, atMs };
    });
}

/** The last reply before the outage and the first one after it. */
export function probeMoments({ outageStartMs, outageEndMs }: OutageFigures): Moment[] {
  return [
    ...(outageStartMs === null ? [] : [{ event: "last reply", atMs: outageStartMs }]),
    ...(outageEndMs === null ? [] : [{ event: "first reply", atMs: outageEndMs }]),
  ];
}
