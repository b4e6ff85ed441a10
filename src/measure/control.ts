/** The control: what the probe sees without a migration, to compare outages with. */
import type { ProbeLog } from "./probe-log.ts";
import { roundMs } from "./rounding.ts";

/**
 * The longest gap between replies in each of `count` consecutive stretches of `stretchMs` from `startMs`, of
 * the worst flow. Gaps are cut at the edges of a stretch. A stretch without a reply is one gap of its full
 * length.
 */
export function longestGaps(log: ProbeLog, startMs: number, stretchMs: number, count: number): number[] {
  return Array.from({ length: count }, (_, stretch) => {
    const fromMs = startMs + stretch * stretchMs;
    const untilMs = fromMs + stretchMs;
    const ofFlows = log.flows.map(({ replies }) => {
      let longest = 0;
      let before = fromMs;
      for (const { receivedAtMs } of replies) {
        if (receivedAtMs < fromMs) continue;
        if (receivedAtMs > untilMs) break;
        longest = Math.max(longest, receivedAtMs - before);
        before = receivedAtMs;
      }
      return Math.max(longest, untilMs - before);
    });
    return roundMs(ofFlows.reduce((a, b) => Math.max(a, b), 0));
  });
}
