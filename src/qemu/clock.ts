/**
 * CLOCK_REALTIME at microseconds. Node gives the monotonic clock at nanoseconds but the wall clock at whole
 * milliseconds only, while QEMU stamps its events with the wall clock at microseconds. The offset between the two is found by
 * watching the wall clock tick.
 */

/** CLOCK_REALTIME minus CLOCK_MONOTONIC, ms, and by how much it may be off. */
export interface Offset {
  readonly ms: number;
  readonly uncertaintyMs: number;
}

const WANTED_UNCERTAINTY_MS = 0.02;
const LONGEST_LOOK_MS = 50;

/** Reads the offset. Busy for the 1 to 3 ms in which the wall clock ticks; longer where the host takes the processor away meanwhile. */
export function realtimeOffset(): Offset {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  const begin = monotonicMs();
  for (let before = begin; before - begin < LONGEST_LOOK_MS; before = monotonicMs()) {
    const wall = Date.now();
    const after = monotonicMs();
    // The wall clock was within [wall, wall + 1) at some time within [before, after]; more samples narrow it.
    const lower = wall - after;
    const upper = wall + 1 - before;
    if (lower > most || upper < least) {
      // The wall clock was stepped while we looked: begin again.
      least = lower;
      most = upper;
    }
    least = Math.max(least, lower);
    most = Math.min(most, upper);
    if (most - least < 2 * WANTED_UNCERTAINTY_MS) break;
  }
  return { ms: (least + most) / 2, uncertaintyMs: (most - least) / 2 };
}

/** CLOCK_MONOTONIC, ms with nanoseconds behind the point. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export interface WallClock {
  /** Now, in wall-clock milliseconds since the epoch with microseconds behind the point. */
  now(): number;
  /**
   * By how much the wall clock was stepped since this clock was made, ms: what is certain of it, 0 when it may not have been
   * stepped at all.
   */
  steppedMs(): number;
}

/** A wall clock that cannot be stepped: the offset is taken once, here. Make one for each iteration. */
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
