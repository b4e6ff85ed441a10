/** What the probe sees when nothing happens: the yardstick for what it sees when something does. */
import type { ProbeLog } from "./probe-log.ts";
import { roundMs } from "./rounding.ts";

/**
 * The longest gap between replies in each of `count` stretches of `stretchMs` that follow each other from `startMs`, of the worst
 * flow. The edges of a stretch cut gaps short. A stretch without a reply is as long a gap as it is itself.
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
