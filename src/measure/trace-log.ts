/**
 * Reads QEMU's `vmstate_downtime_*` traces (migration/trace-events, since QEMU 8.2), written by `-trace
 * 'vmstate_downtime*' -D FILE -msg timestamp=on`. QEMU 10 begins a line with `PID@SECONDS.MICROSECONDS:`.
 * QEMU 11 begins it with an ISO 8601 date in UTC, without a fraction when that is zero. Both are wall-clock
 * time.
 */
import type { DeviceTime } from "../results/schema.ts";
import { roundMs } from "./rounding.ts";

/** One device's state, saved by the source or loaded by the target. */
export interface DeviceStep {
  readonly name: string;
  readonly instance: number;
  /** End of the step: wall-clock epoch ms. */
  readonly atMs: number;
  readonly us: number;
}

export interface Checkpoint {
  /** QEMU's name of the checkpoint, such as "src-vm-stopped". */
  readonly event: string;
  readonly atMs: number;
}

export interface Trace {
  readonly saves: readonly DeviceStep[];
  readonly loads: readonly DeviceStep[];
  readonly checkpoints: readonly Checkpoint[];
}

const LINE =
  /^(?:\d+@(\d{1,10}\.\d{1,9}):|(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?Z )vmstate_downtime_(save|load|checkpoint) (.*)$/;
const STEP = /^type=\S+ idstr=(.+) instance_id=(-?\d{1,10}) downtime=(\d{1,12})$/;

/**
 * Reads one process's trace file. Lines of other traces and an incomplete last line are ignored.
 *
 * @param sinceMs wall-clock epoch ms; older lines belong to another migration and are ignored. In a chain, a
 *   process is first a target and then a source, and a source may have tried to migrate before.
 */
export function readTrace(text: string, sinceMs = Number.NEGATIVE_INFINITY): Trace {
  const saves: DeviceStep[] = [];
  const loads: DeviceStep[] = [];
  const checkpoints: Checkpoint[] = [];
  for (const line of text.split("\n").slice(0, -1)) {
    const [, seconds, date, fraction, kind, rest = ""] = LINE.exec(line) ?? [];
    const atMs =
      seconds !== undefined
        ? Math.round(Number(seconds) * 1e6) / 1e3
        : roundMs(Date.parse(`${date}Z`) + Number(fraction ?? 0) * 1e3);
    // Also false for NaN: a line of another form, or an invalid date.
    if (!(atMs >= sinceMs)) continue;
    if (kind === "checkpoint") {
      checkpoints.push({ event: rest, atMs });
      continue;
    }
    const [, name, instance, us] = STEP.exec(rest) ?? [];
    if (name === undefined) continue;
    (kind === "save" ? saves : loads).push({ name, instance: Number(instance), atMs, us: Number(us) });
  }
  return { saves, loads, checkpoints };
}

/**
 * The time of each device in µs, in the order of the stream: to save on the source and to load on the target.
 * The target loads while the source saves, so these times overlap and do not add up to the freeze. Null
 * without any trace.
 */
export function deviceTimes(source: Trace | null, target: Trace | null): DeviceTime[] | null {
  const devices = new Map<string, DeviceTime>();
  const add = (steps: readonly DeviceStep[], figure: "saveUs" | "loadUs") => {
    for (const { name, instance, us } of steps) {
      const key = `${name}\n${instance}`;
      const device = devices.get(key) ?? { name, instance, saveUs: null, loadUs: null };
      // RAM and similar devices have an iterable and a final part.
      devices.set(key, { ...device, [figure]: (device[figure] ?? 0) + us });
    }
  };
  add(source?.saves ?? [], "saveUs");
  add(target?.loads ?? [], "loadUs");
  return devices.size === 0 ? null : [...devices.values()];
}
