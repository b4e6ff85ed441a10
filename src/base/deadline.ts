/** Waits that end, whatever the thing waited for does. */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * The outcome of `work`, or null when it takes longer than `milliseconds` or the signal aborts. The work itself is not ended by that:
 * whoever uses this has to be able to leave it behind.
 */
export async function within<T>(
  milliseconds: number,
  work: Promise<T>,
  signal?: AbortSignal,
): Promise<{ readonly value: T } | null> {
  const timer = new AbortController();
  const cancel = AbortSignal.any([timer.signal, ...(signal ? [signal] : [])]);
  // Once nobody waits for it any more, its failure is nobody's.
  work.catch(() => undefined);
  try {
    return await Promise.race([
      work.then((value) => ({ value })),
      sleep(milliseconds, null, { signal: cancel }).catch(() => null),
    ]);
  } finally {
    timer.abort();
  }
}

/** The same, but the time begins to count only when `signal` aborts: what was told to end has that long for it. */
export async function onceAborted<T>(
  signal: AbortSignal,
  milliseconds: number,
  work: Promise<T>,
): Promise<{ readonly value: T } | null> {
  const over = new AbortController();
  const aborted = signal.aborted
    ? Promise.resolve()
    : once(signal, "abort", { signal: over.signal }).catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([
      work.then((value) => ({ value })),
      aborted.then(() => within(milliseconds, work, over.signal)),
    ]);
  } finally {
    over.abort();
  }
}
