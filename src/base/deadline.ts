/** Waits with a limit. */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * The result of `work`; null when it takes longer than `milliseconds` or the signal aborts. This does not end
 * the work itself, so the caller must be able to abandon it.
 */
export async function within<T>(
  milliseconds: number,
  work: Promise<T>,
  signal?: AbortSignal,
): Promise<{ readonly value: T } | null> {
  const timer = new AbortController();
  const cancel = AbortSignal.any([timer.signal, ...(signal ? [signal] : [])]);
  // When nobody waits for the work any more, its failure must not become an unhandled rejection.
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

/** The same, but the time starts only when `signal` aborts: it limits how long the work may take to end. */
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
