/** `iterations: auto`: an A/B gets further pairs until its verdict stands, or there is no time for more. */
import { LOOKS } from "../measure/looks.ts";
import type { RunContext } from "../migration/context.ts";
import type { Lane } from "../migration/lane.ts";
import type { Comparison } from "../results/schema.ts";
import { openPairs, pairsPerBoot } from "./pairs.ts";

/** Some pairs take longer than those before, and the end of a scenario takes time too. */
const SHARE_OF_TIME = 0.9;

export interface Decision {
  looks: number;
  ended: NonNullable<Comparison["auto"]>["ended"];
}

type Look = Pick<Comparison, "verdict" | "pairs">;

/**
 * Adds pairs up to each look in turn. `state` says at any time what has been reached. Ends early when no pair passed before a look: a build
 * that never migrates would fail in all others, too.
 *
 * @param look compares what there is so far
 * @param timeMs this scenario's share of the run's time; the next pairs must fit into it
 */
export async function runUntilDecided(
  run: RunContext,
  [baseline, candidate]: readonly [Lane, Lane],
  { state, look, timeMs }: { state: Decision; look: () => Look; timeMs: number },
): Promise<void> {
  const pairs = openPairs(run, baseline, candidate);
  const begin = performance.now();
  for (const until of LOOKS) {
    const spentMs = performance.now() - begin;
    const nextMs = pairs.done === 0 ? 0 : (spentMs / pairs.done) * (until - pairs.done);
    if (spentMs + nextMs > SHARE_OF_TIME * timeMs) {
      state.ended = "time";
      return;
    }
    const boots = pairs.done === 0 ? pairsPerBoot(until) : pairsPerBoot(until - pairs.done, 1);
    for (const count of boots) {
      if (!(await pairs.more(count))) return;
    }
    state.looks += 1;
    const looked = look();
    if (looked.pairs === 0) return;
    if (looked.verdict !== "inconclusive") {
      state.ended = "decided";
      return;
    }
  }
  state.ended = "pairs";
}
