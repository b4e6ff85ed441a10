/** The deadline of the whole run. It ends a run as a signal does, in order, and says what it was at. */
import { CancelledError } from "../base/errors.ts";
import type { Emit } from "../migration/events.ts";

export interface TimeLimit extends Disposable {
  /** The given one, or out of time. */
  readonly signal: AbortSignal;
  /** To be used in place of the given one, so that it is known what the run is at. */
  readonly emit: Emit;
}

/** Longer than this a timer can't wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function startTimeLimit(minutes: number, given: AbortSignal, emit: Emit): TimeLimit {
  const controller = new AbortController();
  let at = "before the first scenario";
  const timer = setTimeout(
    () => controller.abort(new CancelledError(`out of time: timeout-minutes ${minutes} is over, ${at}`)),
    Math.min(LONGEST_TIMER_MS, minutes * 60_000),
  );
  return {
    signal: AbortSignal.any([given, controller.signal]),
    emit: (event) => {
      if (event.kind === "step") {
        const iteration = event.iteration === null ? "" : `, iteration ${event.iteration}`;
        at = `at ${event.scenario}, boot ${event.boot}${iteration}: ${event.step}`;
      }
      emit(event);
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
