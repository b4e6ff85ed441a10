import { within } from "../../src/base/deadline.ts";

/** What comes of it. A watchdog, generous; no expectation. @throws Error when it takes longer than anything here should. */
export async function inTime<T>(work: Promise<T>, stuckMs = 90_000): Promise<T> {
  const done = await within(stuckMs, work);
  if (done === null) throw new Error(`still at it after ${stuckMs / 1000} s`);
  return done.value;
}
