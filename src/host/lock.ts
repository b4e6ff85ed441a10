/**
 * A lock beside a file, so that of several runs that want it one fetches and the others wait. It guards against double work, not
 * against harm: that is what private names and renames are for. A holder that died is noticed by its lock's age.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";

/** A living holder renews its lock in a third of this. */
const STALE_MS = 10_000;
const LOOK_EVERY_MS = 250;

/** Holds the lock of `path` until it is disposed of. `waiting` is called once when somebody else has it. */
export async function holdLock(
  path: string,
  signal: AbortSignal,
  waiting: () => void,
): Promise<AsyncDisposable> {
  for (let told = false; ; told = true) {
    signal.throwIfAborted();
    try {
      const release = await lock(path, {
        realpath: false,
        stale: STALE_MS,
        update: STALE_MS / 3,
        // We were stopped for long, and another one took over: see above.
        onCompromised: () => undefined,
      });
      return {
        // It fails when another one took over.
        [Symbol.asyncDispose]: () => release().catch(() => undefined),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
      if (!told) waiting();
      await sleep(LOOK_EVERY_MS, undefined, { signal });
    }
  }
}
