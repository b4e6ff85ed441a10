/** Figures are kept to the microsecond, which is what QEMU's stamps have; more digits are noise of the arithmetic. */

/** Milliseconds to three digits behind the point. Null stays null. */
export function roundMs(ms: number): number;
export function roundMs(ms: number | null): number | null;
export function roundMs(ms: number | null): number | null {
  // `+ 0` makes 0 of -0, which JSON and deep comparison tell apart.
  return ms === null ? null : Math.round(ms * 1000) / 1000 + 0;
}

/** `laterMs - earlierMs`, to the microsecond; null when one of them is missing. */
export function between(earlierMs: number | null, laterMs: number | null): number | null {
  return earlierMs === null || laterMs === null ? null : roundMs(laterMs - earlierMs);
}
