/**
 * A scenario as an A/B: a guest of each build runs on this host at the same time. They are migrated in turn, in pairs of random order, so
 * that whatever the host does meets both alike.
 */

import { LEAST_BOOTS } from "../inputs/settings.ts";
import { createRandom, type Random } from "../measure/random.ts";
import { bootChain, type Chain } from "../migration/chain.ts";
import type { RunContext } from "../migration/context.ts";
import { BootError, type Lane } from "../migration/lane.ts";
import { makePlace } from "../migration/place.ts";
import { SCENARIO_NAMES } from "../results/schema.ts";

/** At most this many pairs a boot: more boots make the figures depend less on a single one. */
const MOST_PAIRS_PER_BOOT = 10;

/** How many pairs each boot of the two guests gets. The first pairs of a scenario are spread over at least three boots. */
export function pairsPerBoot(pairs: number, leastBoots = LEAST_BOOTS): number[] {
  const boots = Math.min(pairs, Math.max(leastBoots, Math.ceil(pairs / MOST_PAIRS_PER_BOOT)));
  const before = (boot: number) => Math.floor((boot * pairs) / boots);
  return Array.from({ length: boots }, (_, boot) => before(boot + 1) - before(boot));
}

export interface Pairs {
  /** How many there are so far. */
  readonly done: number;
  /**
   * Boots both guests and migrates them so many times. A failed iteration ends both chains, and both guests boot again for the rest. Gives
   * false when a guest did not come up.
   */
  more(count: number): Promise<boolean>;
}

/** The pairs of two lanes; none so far. */
export function openPairs(run: RunContext, baseline: Lane, candidate: Lane): Pairs {
  const { settings, signal } = run;
  const random = createRandom(settings.seed + SCENARIO_NAMES.indexOf(candidate.scenario.name));
  const lanes = [baseline, candidate] as const;
  let boot = 0;
  let done = 0;
  const bootBoth = async (until: number) => {
    boot += 1;
    const [first, second] = inRandomOrder(lanes, random);
    await using firstPlace = await makePlace(run, first.scenario, first.from.role);
    await using firstChain = await bootOf(run, firstPlace, first, boot);
    await using secondPlace = await makePlace(run, second.scenario, second.from.role);
    await using secondChain = await bootOf(run, secondPlace, second, boot);
    const chains = [
      [first, firstChain],
      [second, secondChain],
    ] as const;
    for (; done < until && firstChain.running() && secondChain.running(); done += 1) {
      for (const [lane, chain] of inRandomOrder(chains, random)) await chain.migrate(lane, done + 1);
    }
  };
  return {
    get done() {
      return done;
    },
    async more(count) {
      const until = done + count;
      try {
        while (done < until) await bootBoth(until);
        return true;
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof BootError)) throw error;
        return false;
      }
    },
  };
}

/** Runs as many pairs as were asked for. */
export async function runPairs(run: RunContext, baseline: Lane, candidate: Lane): Promise<void> {
  const pairs = openPairs(run, baseline, candidate);
  for (const count of pairsPerBoot(run.settings.iterations)) {
    if (!(await pairs.more(count))) return;
  }
}

async function bootOf(...[run, place, lane, boot]: Parameters<typeof bootChain>): Promise<Chain> {
  try {
    const chain = await bootChain(run, place, lane, boot);
    lane.bootMs.push(chain.bootMs);
    return chain;
  } catch (error) {
    if (error instanceof BootError) lane.bootFault = error;
    throw error;
  }
}

function inRandomOrder<A, B>([first, second]: readonly [A, B], random: Random): readonly [A | B, A | B] {
  return random() < 0.5 ? [first, second] : [second, first];
}
