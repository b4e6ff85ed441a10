/** The deadline of the whole run. It ends a run cleanly, as a signal does, and says which step was under way. */
import { CancelledError } from "../base/errors.ts";
import type { Emit } from "../migration/events.ts";

export interface TimeLimit extends Disposable {
  /** Aborts with the given one, or when time is over. */
  readonly signal: AbortSignal;
  /** Use it instead of the given one: it remembers the current step. */
  readonly emit: Emit;
  /** Time until it is over, in ms. */
  leftMs(): number;
}

/** The longest delay of a timer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function startTimeLimit(minutes: number, given: AbortSignal, emit: Emit): TimeLimit {
  const controller = new AbortController();
  const limitMs = Math.min(LONGEST_TIMER_MS, minutes * 60_000);
  const begin = performance.now();
  let at = "before the first scenario";
  const timer = setTimeout(
    () => controller.abort(new CancelledError(`out of time: timeout-minutes ${minutes} is over, ${at}`)),
    limitMs,
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
    leftMs: () => Math.max(0, limitMs - (performance.now() - begin)),
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
