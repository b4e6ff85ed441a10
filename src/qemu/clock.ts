/**
 * CLOCK_REALTIME in microseconds, the resolution of QEMU's event stamps. Node reads the monotonic clock in
 * nanoseconds, but the wall clock only in milliseconds. The offset between the two is found by watching the
 * wall clock tick.
 */

/** CLOCK_REALTIME minus CLOCK_MONOTONIC in ms, and its uncertainty. */
export interface Offset {
  readonly ms: number;
  readonly uncertaintyMs: number;
}

const WANTED_UNCERTAINTY_MS = 0.02;
const LONGEST_LOOK_MS = 50;

/** Reads the offset. Uses the CPU for 1 to 3 ms until the wall clock ticks; longer when the host preempts it. */
export function realtimeOffset(): Offset {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  const begin = monotonicMs();
  for (let before = begin; before - begin < LONGEST_LOOK_MS; before = monotonicMs()) {
    const wall = Date.now();
    const after = monotonicMs();
    // At some time within [before, after], the wall clock was within [wall, wall + 1). More samples narrow
    // the offset.
    const lower = wall - after;
    const upper = wall + 1 - before;
    if (lower > most || upper < least) {
      // The wall clock was stepped during the measurement: start again.
      least = lower;
      most = upper;
    }
    least = Math.max(least, lower);
    most = Math.min(most, upper);
    if (most - least < 2 * WANTED_UNCERTAINTY_MS) break;
  }
  return { ms: (least + most) / 2, uncertaintyMs: (most - least) / 2 };
}

/** CLOCK_MONOTONIC in ms, with fractions down to nanoseconds. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export interface WallClock {
  /** Wall-clock ms since the epoch, with fractions down to microseconds. */
  now(): number;
  /** By how many ms at least the wall clock was stepped since this clock was made; 0 when no step is certain. */
  steppedMs(): number;
}

/** A wall clock that does not follow steps: it reads the offset once, when it is made. Make one per iteration. */
export function startWallClock(read: () => Offset = realtimeOffset): WallClock {
  const start = read();
  return {
    now: () => monotonicMs() + start.ms,
    steppedMs: () => {
      const end = read();
      const difference = end.ms - start.ms;
      const certain = Math.abs(difference) - start.uncertaintyMs - end.uncertaintyMs;
      return Math.sign(difference) * Math.max(0, certain);
    },
  };
}
