/** The data of an iteration's timeline: its time stamps, and the bars between them. */
import type { Iteration, TimelineEvent } from "../../../results/schema.ts";
import { inMs } from "../../figures.ts";
import { beganEarly } from "../../findings.ts";

export type Side = TimelineEvent["side"];

export interface Bar {
  readonly side: Side;
  readonly name: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly fill: string;
  readonly ink: string;
}

export interface Stamps {
  readonly at: (side: Side, event: string) => number | null;
  readonly stopMs: number | null;
  readonly resumeMs: number | null;
  readonly lastReplyMs: number | null;
  readonly firstReplyMs: number | null;
  readonly endMs: number;
  /** Whether the part of the outage before STOP has a bar of its own. */
  readonly early: boolean;
}

export function stampsOf(iteration: Iteration): Stamps {
  const { timeline } = iteration;
  const at = (side: Side, event: string) =>
    timeline.findLast((entry) => entry.side === side && entry.event === event)?.atMs ?? null;
  return {
    at,
    stopMs: at("source", "STOP"),
    resumeMs: at("target", "RESUME"),
    lastReplyMs: at("probe", "last reply"),
    firstReplyMs: at("probe", "first reply"),
    endMs: at("host", "end") ?? Math.max(...timeline.map(({ atMs }) => atMs)),
    early: beganEarly(iteration),
  };
}

/** From `migrate`, or from an earlier beginning of the outage, to the reply that ended the outage. */
export function windowOf({
  at,
  stopMs,
  resumeMs,
  lastReplyMs,
  firstReplyMs,
  endMs,
}: Stamps): [number, number] {
  const from = Math.min(0, lastReplyMs ?? 0, stopMs ?? 0);
  const known = [
    stopMs,
    resumeMs,
    firstReplyMs,
    at("source", "MIGRATION completed"),
    at("target", "MIGRATION completed"),
  ];
  const last = known.reduce<number>((most, ms) => Math.max(most, ms ?? 0), 0);
  // An outage without end would fill the chart and leave no room for what led to it.
  const to = firstReplyMs === null ? Math.min(endMs, last > from ? last + (last - from) : endMs) : last;
  const roomMs = Math.max(to - from, 1) * 0.03;
  return [from - roomMs, Math.max(to, from + 1) + roomMs];
}

/** What each side was doing. */
export function barsOf({ at, stopMs, resumeMs, lastReplyMs, firstReplyMs, endMs, early }: Stamps): Bar[] {
  const bar = (
    side: Side,
    name: string,
    fromMs: number | null,
    toMs: number | null,
    fill: string,
    ink: string,
  ) =>
    fromMs === null || toMs === null || toMs < fromMs
      ? []
      : [{ side, name, fromMs, toMs, fill: `var(--part-${fill})`, ink }];
  const [saved, loaded] = [at("source", "MIGRATION completed"), at("target", "MIGRATION completed")];
  const [switchedFrom, switchedTo] = [at("host", "TAP switch"), at("host", "TAP switched")];
  const contMs = at("host", "cont");
  const both = saved === null || loaded === null ? null : Math.max(saved, loaded);
  const soft = "var(--on-soft)";
  const outage =
    lastReplyMs === null
      ? ""
      : firstReplyMs === null
        ? "no reply until the end"
        : `no reply for ${inMs(firstReplyMs - lastReplyMs)}${early ? " in all" : ""}`;
  return [
    ...(early && lastReplyMs !== null && stopMs !== null
      ? [
          ...bar("probe", `before STOP ${inMs(stopMs - lastReplyMs)}`, lastReplyMs, stopMs, "before", soft),
          ...bar("probe", outage, stopMs, firstReplyMs ?? endMs, "freeze", soft),
        ]
      : bar("probe", outage, lastReplyMs, firstReplyMs ?? endMs, "freeze", soft)),
    ...bar("source", "saves", stopMs, saved, "save", "var(--on-strong)"),
    ...bar("target", "loads", stopMs, loaded, "load", "var(--on-strong)"),
    ...bar("target", "cont", contMs, resumeMs, "cont", "var(--on-strong)"),
    ...bar("host", "harness", both, switchedFrom ?? contMs, "harness", soft),
    ...bar("host", "harness", switchedTo, contMs, "harness", soft),
    ...bar("host", "TAP switch", switchedFrom, switchedTo, "switch", soft),
  ];
}

/** The visible part of a bar. */
export function clip(bar: Bar, [from, to]: readonly [number, number]): Bar[] {
  const clipped = { ...bar, fromMs: Math.max(bar.fromMs, from), toMs: Math.min(bar.toMs, to) };
  return clipped.toMs <= clipped.fromMs ? [] : [clipped];
}

/** A description for people who cannot see the chart. */
export function spoken({ lastReplyMs, firstReplyMs, stopMs, resumeMs }: Stamps): string {
  const at = (name: string, ms: number | null) =>
    `${name} ${ms === null ? "did not come" : `at ${inMs(ms)}`}`;
  return [
    at("last reply", lastReplyMs),
    at("STOP", stopMs),
    at("RESUME", resumeMs),
    at("first reply", firstReplyMs),
  ].join(", ");
}
