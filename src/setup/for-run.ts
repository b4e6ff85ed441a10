/** Setup as the beginning of a run. */
import { type Advice, HostError, messageOf, UnfitHostError } from "../base/errors.ts";
import { doctorFlagsOf } from "../inputs/doctor-flags.ts";
import type { Settings } from "../inputs/settings.ts";
import { type Done, essentialFaults, setUp, warningsOf } from "./setup.ts";
import { isSetupWanted, isThrownAway } from "./wanted.ts";

export interface Told {
  readonly say: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Sets up the host if the settings want that. Disposing takes back what was opened, except on a machine that is thrown away.
 *
 * @throws UnfitHostError, with what setup tried, when nothing can run; the signal's reason.
 */
export async function setUpForRun(
  settings: Settings,
  environment: NodeJS.ProcessEnv,
  { say, warn, signal }: Told,
): Promise<AsyncDisposable> {
  const nothing = { [Symbol.asyncDispose]: async () => undefined };
  if (!isSetupWanted(settings.setup, environment)) return nothing;
  const staysOpen = isThrownAway(environment);
  const refusal = (faults: readonly Advice[]) =>
    new UnfitHostError({ faults, doctorFlags: doctorFlagsOf(settings), onlyTheBuild: false });
  let done: Done;
  try {
    done = await setUp(settings, { say, staysOpen, approve: null, askPassword: null, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof HostError)) throw error;
    if (settings.setup !== "auto") throw refusal(error.advice);
    // Nobody asked for setup: the run says itself what it lacks.
    warn(messageOf(error));
    return nothing;
  }
  const takeBack = async () => {
    for (const problem of await done.close()) warn(`setup could not take back access: ${problem}`);
  };
  const faults = essentialFaults(done);
  if (faults.length > 0) {
    await takeBack();
    throw refusal(faults);
  }
  for (const warning of warningsOf(done)) warn(warning);
  if (done.steps === 0 && done.problems.length === 0) say("nothing to do: this host has what the run needs");
  return { [Symbol.asyncDispose]: takeBack };
}
