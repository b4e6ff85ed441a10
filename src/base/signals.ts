/**
 * What ends a run before its time, for both fronts: a signal, or an error that nobody has caught. Either way it ends in order, and
 * within bounds. A runner that cancels a job sends INT, 7.5 s later TERM, 2.5 s later KILL.
 */
import { CancelledError, messageOf } from "./errors.ts";

/** From the signal to the end of the process, whatever hangs. */
const MOST_MS = 4_800;

/** What a run may still take once it was told to end; the rest of `MOST_MS` is for the reports. */
export const ENDING_MS = {
  /** For what is under way to come to its end. */
  measure: 2_000,
  /** For undoing what the run has made. */
  undo: 1_800,
} as const;

export interface Ending extends Disposable {
  readonly signal: AbortSignal;
}

/**
 * Aborts on the first INT, TERM or HUP, or the first error that nobody has caught, and tells which. Later ones change nothing: the run
 * is ending already. A process that has not ended by then is ended, and told of: what it leaves is `clean`'s. Stops listening when
 * disposed of.
 *
 * @param statusOfHang exit status of a process that did not end in time
 */
export function endOnSignals(tell: (text: string) => void, statusOfHang = 1): Ending {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const abort = (reason: string) => {
    if (controller.signal.aborted) return;
    timer = setTimeout(() => {
      tell(
        "not all of the run ended in time: the next run, or the command clean, removes what is left of it",
      );
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
