/**
 * CLOCK_REALTIME at microseconds. Node gives the monotonic clock at nanoseconds but the wall clock at whole
 * milliseconds only, while QEMU stamps its events with the wall clock at microseconds. The offset between the two is found by
 * watching the wall clock tick.
 */

/** CLOCK_REALTIME minus CLOCK_MONOTONIC, ms. Takes 2 to 3 ms of busy waiting; right to a few µs. */
export function realtimeOffsetMs(): number {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  const begin = monotonicMs();
  for (let before = begin; before - begin < 2.5; before = monotonicMs()) {
    const wall = Date.now();
    const after = monotonicMs();
    // The wall clock was within [wall, wall + 1) at some time within [before, after]; more samples narrow it.
    const lower = wall - after;
    const upper = wall + 1 - before;
    if (lower > most || upper < least) {
      // The wall clock was stepped while we looked: begin again.
      least = Number.NEGATIVE_INFINITY;
      most = Number.POSITIVE_INFINITY;
    }
    least = Math.max(least, lower);
    most = Math.min(most, upper);
  }
  return (least + most) / 2;
}

/** CLOCK_MONOTONIC, ms with nanoseconds behind the point. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export interface WallClock {
  /** Now, in wall-clock milliseconds since the epoch with microseconds behind the point. */
  now(): number;
  /** By how much the wall clock was stepped since this clock was made, ms. Takes 3 ms of busy waiting. */
  steppedMs(): number;
}

/** A wall clock that cannot be stepped: the offset is taken once, here. Make one for each iteration. */
export function startWallClock(): WallClock {
  const offsetMs = realtimeOffsetMs();
  return {
    now: () => monotonicMs() + offsetMs,
    steppedMs: () => realtimeOffsetMs() - offsetMs,
  };
}
