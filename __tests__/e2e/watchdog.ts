import { within } from "../../src/base/deadline.ts";

/** Waits for work, with a generous watchdog. @throws Error when it takes longer than `stuckMs`. */
export async function inTime<T>(work: Promise<T>, stuckMs = 90_000): Promise<T> {
  const done = await within(stuckMs, work);
  if (done === null) throw new Error(`not done after ${stuckMs / 1000} s`);
  return done.value;
}
