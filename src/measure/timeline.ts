/** Puts what the two QEMUs, the host and the probe noted onto one axis that begins with `migrate`. */
import type { TimelineEvent } from "../results/schema.ts";
import type { OutageFigures } from "./outage.ts";
import { roundMs } from "./rounding.ts";

/** Something that happened, at a wall-clock epoch time. */
export interface Moment {
  readonly event: string;
  readonly atMs: number;
}

/** An event as the QMP client keeps it; the stamp is QEMU's own. */
export interface StampedQmpEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly atMs: number;
}

/** What each side noted. A time of null says that it did not come to that, and gives no entry. */
export type Moments = {
  readonly [Side in TimelineEvent["side"]]?: readonly {
    readonly event: string;
    readonly atMs: number | null;
  }[];
};

/** Everything by time, `atMs` from `migrate` written, to the µs. What has one stamp stays in the order source, target, host, probe. */
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
 * The moments of a QMP client's events. The status of a migration goes into the name, as it tells one MIGRATION from
 * another; so does the number of a pass. QEMU stamps -1 when it has no clock (QMP specification, "Asynchronous
 * events"): such an event has no place on the axis.
 */
export function qmpMoments(events: readonly StampedQmpEvent[]): Moment[] {
  return events
    .filter(({ atMs }) => atMs >= 0)
    .map(({ name, data, atMs }) => {
      const detail = name === "MIGRATION" ? data.status : name === "MIGRATION_PASS" ? data.pass : undefined;
      return { event: detail === undefined ? name : `${name} ${String(detail)}`, atMs };
    });
}

/** The two replies between which the outage lies. */
export function probeMoments({ outageStartMs, outageEndMs }: OutageFigures): Moment[] {
  return [
    ...(outageStartMs === null ? [] : [{ event: "last reply", atMs: outageStartMs }]),
    ...(outageEndMs === null ? [] : [{ event: "first reply", atMs: outageEndMs }]),
  ];
}
