/**
 * A lock beside a file: when several runs need it, one fetches and the others wait. It only saves work; safety comes from private names
 * and renames. A holder that died is noticed by the age of its lock.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";

/** A living holder renews its lock after a third of this. */
const STALE_MS = 10_000;
const LOOK_EVERY_MS = 250;

/** Holds the lock of `path` until disposed of. @param waiting called once when somebody else has it */
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
        // We were stopped for long, and another run took over: see above.
        onCompromised: () => undefined,
      });
      return {
        // Fails when another run took over.
        [Symbol.asyncDispose]: () => release().catch(() => undefined),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
      if (!told) waiting();
      await sleep(LOOK_EVERY_MS, undefined, { signal });
    }
  }
}
