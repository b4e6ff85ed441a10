/** The signals that end a run in order, for both fronts. A runner that cancels a job sends INT, 7.5 s later TERM, 2.5 s later KILL. */
import { CancelledError } from "./errors.ts";

/**
 * Aborts on the first INT, TERM or HUP, and tells which. Later ones change nothing: the run is ending already. Stops listening
 * when disposed of.
 */
export function abortOnSignals(tell: (name: NodeJS.Signals) => void): { signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const abort = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) return;
    tell(name);
    controller.abort(new CancelledError(`cancelled (${name})`));
  };
  for (const name of names) process.on(name, abort);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name of names) process.off(name, abort);
    },
  };
}
