/** Rounds figures to the microsecond, the resolution of QEMU's stamps; further digits are arithmetic noise. */

/** Milliseconds with three decimals. Null stays null. */
export function roundMs(ms: number): number;
export function roundMs(ms: number | null): number | null;
export function roundMs(ms: number | null): number | null {
  // `+ 0` turns -0 into 0, because deep comparison treats them as different.
  return ms === null ? null : Math.round(ms * 1000) / 1000 + 0;
}

/** `laterMs - earlierMs`, rounded to the microsecond; null when one of them is missing. */
export function between(earlierMs: number | null, laterMs: number | null): number | null {
  return earlierMs === null || laterMs === null ? null : roundMs(laterMs - earlierMs);
}
