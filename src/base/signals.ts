/**
 * Ends a run early and cleanly, within a limited time, after a signal or an uncaught error. The action and
 * the command line both use this. A runner that cancels a job sends INT, 7.5 s later TERM, and 2.5 s after
 * that KILL.
 */
import { CancelledError, messageOf } from "./errors.ts";

/** The longest time from the signal to the end of the process, even if something hangs. */
const MOST_MS = 4_800;

/** The times that a run has after the signal; the rest of `MOST_MS` is for the reports. */
export const ENDING_MS = {
  /** For ending the current measurement. */
  measure: 2_000,
  /** For undoing what the run has made. */
  undo: 1_800,
} as const;

export interface Ending extends Disposable {
  readonly signal: AbortSignal;
}

/**
 * Aborts on the first INT, TERM, HUP or uncaught error, and reports which. Later ones change nothing. If the
 * process has not ended after `MOST_MS`, it reports that and exits; `clean` removes what is left. Stops
 * listening on disposal.
 *
 * @param statusOfHang exit status when the process did not end in time
 */
export function endOnSignals(tell: (text: string) => void, statusOfHang = 1): Ending {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const abort = (reason: string) => {
    if (controller.signal.aborted) return;
    timer = setTimeout(() => {
      tell("the run did not end in time: the next run, or the command clean, removes what it left");
      process.exit(statusOfHang);
    }, MOST_MS).unref();
    controller.abort(new CancelledError(reason));
  };
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const onSignal = (name: NodeJS.Signals) => {
    if (!controller.signal.aborted) tell(`${name}: ending the run and cleaning up`);
    abort(`cancelled (${name})`);
  };
  const onDefect = (error: unknown) => {
    tell(`a defect of tap-migration: ${error instanceof Error ? error.stack : messageOf(error)}`);
    abort(`ended by a defect of tap-migration: ${messageOf(error)}`);
  };
  for (const name of names) process.on(name, onSignal);
  process.on("uncaughtException", onDefect);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      for (const name of names) process.off(name, onSignal);
      process.off("uncaughtException", onDefect);
    },
  };
}
