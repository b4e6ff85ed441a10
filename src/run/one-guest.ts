/** A scenario with one guest: chain after chain until all iterations are done. */
import { bootChain } from "../migration/chain.ts";
import type { RunContext } from "../migration/context.ts";
import { BootError, type Lane } from "../migration/lane.ts";
import { makePlace } from "../migration/place.ts";

/**
 * Within one build a chain goes on while its iterations pass. Between two builds it cannot go on from the target: each migration
 * follows a fresh boot, and the one back follows it when `back` is given.
 */
export async function runAlone(run: RunContext, there: Lane, back: Lane | null): Promise<void> {
  const { settings, signal } = run;
  const left = () => settings.iterations - there.iterations.length;
  const perBoot = there.from === there.to ? Number.POSITIVE_INFINITY : 1;
  for (let boot = 1; left() > 0; boot += 1) {
    await using place = await makePlace(run, there.scenario, "guest");
    try {
      await using chain = await bootChain(run, place, there, boot);
      there.bootMs.push(chain.bootMs);
      for (let index = 1; index <= perBoot && left() > 0 && chain.running(); index += 1) {
        await chain.migrate(there);
        if (back !== null && chain.running()) await chain.migrate(back);
      }
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof BootError)) throw error;
      there.bootFault = error;
      return;
    }
  }
}
