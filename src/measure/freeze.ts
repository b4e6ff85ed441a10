/**
 * Divides the freeze into consecutive parts that add up to it, from QEMU's checkpoints (see
 * migration/trace-events), its events, and our own stamps.
 *
 * QEMU sends STOP after it has stopped the vCPUs and informed the devices (do_vm_stop in system/cpus.c). So
 * the part `stop` is what follows, such as flushing disks. Stopping the vCPUs comes before STOP and is not a
 * part of the freeze.
 */
import type { Freeze, OutageParts } from "../results/schema.ts";
import type { OutageFigures } from "./outage.ts";
import { between, roundMs } from "./rounding.ts";
import type { Trace } from "./trace-log.ts";

/** Wall-clock epoch ms; null: it did not happen. */
export interface FreezeStamps {
  readonly stopMs: number | null;
  /** The later `completed` of both sides. */
  readonly completedMs: number | null;
  readonly switchStartMs: number | null;
  readonly switchEndMs: number | null;
  readonly contMs: number | null;
  readonly resumeMs: number | null;
}

/** The parts of the freeze; null without both STOP and RESUME. The traces must be of this migration only. */
export function splitFreeze(stamps: FreezeStamps, source: Trace | null, target: Trace | null): Freeze | null {
  const { stopMs, completedMs, switchStartMs, switchEndMs, contMs, resumeMs } = stamps;
  if (stopMs === null || resumeMs === null) return null;
  let cursorMs = stopMs;
  /**
   * The time since the end of the previous part. Stamps of different clocks may be out of order by some µs;
   * no time counts twice.
   */
  const until = (atMs: number | null): number | null => {
    if (atMs === null) return null;
    const fromMs = cursorMs;
    cursorMs = Math.max(cursorMs, Math.min(atMs, resumeMs));
    return roundMs(cursorMs - fromMs);
  };
  const checkpoint = (trace: Trace | null, name: string) =>
    trace?.checkpoints.findLast(({ event }) => event === name)?.atMs ?? null;

  const stop = until(checkpoint(source, "src-vm-stopped"));
  const save = until(checkpoint(source, "src-non-iterable-saved"));
  const savedMs = cursorMs;
  const loadedMs = checkpoint(target, "dst-precopy-loadvm-completed");
  let transfer: number | null = null;
  let load: number | null = null;
  let state: number | null = null;
  if (save === null || loadedMs === null) state = until(completedMs);
  else {
    const rest = until(loadedMs) ?? 0;
    const loading = roundMs(Math.min(rest, loadingWithin(target, savedMs, cursorMs)));
    transfer = roundMs(rest - loading);
    load = roundMs(loading + (until(checkpoint(target, "dst-precopy-bh-vm-started")) ?? 0));
  }
  // The time between the target's last checkpoint and the later `completed` is unexplained: the source was
  // busy.
  until(completedMs);
  const beforeSwitch = until(switchStartMs);
  const switching = switchStartMs === null ? null : until(switchEndMs);
  const afterSwitch = completedMs === null ? null : until(contMs);
  const harness = afterSwitch === null ? null : roundMs((beforeSwitch ?? 0) + afterSwitch);
  const cont = contMs === null ? null : until(resumeMs);
  const parts = {
    stopMs: stop,
    saveMs: save,
    transferMs: transfer,
    loadMs: load,
    stateMs: state,
    switchMs: switching,
    harnessMs: harness,
    contMs: cont,
  };
  const explained = Object.values(parts).reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
  return { ...parts, unexplainedMs: roundMs(Math.max(0, resumeMs - stopMs - explained)) };
}

/** How much of [fromMs, untilMs] the target spent loading devices, in ms. */
function loadingWithin(target: Trace | null, fromMs: number, untilMs: number): number {
  return (target?.loads ?? []).reduce((sum, { atMs, us }) => {
    const startMs = Math.max(fromMs, atMs - us / 1000);
    return sum + Math.max(0, Math.min(untilMs, atMs) - startMs);
  }, 0);
}

/**
 * The parts of the outage before STOP, within the freeze, and after RESUME; they add up to `outageMs`. Null
 * without an outage or a freeze.
 */
export function splitOutage(
  { outageStartMs, outageEndMs }: OutageFigures,
  { stopMs, resumeMs }: Pick<FreezeStamps, "stopMs" | "resumeMs">,
): OutageParts | null {
  const outageMs = between(outageStartMs, outageEndMs);
  if (outageMs === null || outageStartMs === null || outageEndMs === null) return null;
  if (stopMs === null || resumeMs === null) return null;
  const beforeStopMs = roundMs(Math.max(0, stopMs - outageStartMs));
  const afterResumeMs = roundMs(Math.max(0, outageEndMs - resumeMs));
  const freezeMs = roundMs(Math.max(0, outageMs - beforeStopMs - afterResumeMs));
  return { beforeStopMs, freezeMs, afterResumeMs };
}
