/** One scenario: which builds take part, and its results. */
import { type CancelledError, ConfigurationError, messageOf, StepError } from "../base/errors.ts";
import { isSystemError } from "../base/system-errors.ts";
import { judgeLimits, limitsFault } from "../measure/limits.ts";
import { EACH_LOOK, MOST_PAIRS } from "../measure/looks.ts";
import { beforeStopOf, firstAndLater, outagesOf, stallsOf, summarise } from "../measure/statistics.ts";
import type { RunContext } from "../migration/context.ts";
import type { ScenarioRow } from "../migration/hand-over.ts";
import { BootError, type Lane, openLane } from "../migration/lane.ts";
import type { BuildRole, Comparison, Scenario, ScenarioName } from "../results/schema.ts";
import { whyUnfit, whyUnsupported } from "../scenarios/table.ts";
import type { RunBuilds } from "./builds.ts";
import { compareLanes, lookAt } from "./compare-lanes.ts";
import { runAlone } from "./one-guest.ts";
import { runPairs } from "./pairs.ts";
import { type Decision, runUntilDecided } from "./until-decided.ts";

/** Results of a scenario that was not run. */
function notRun(
  name: ScenarioName,
  build: BuildRole,
  status: "unsupported" | "skipped",
  reason: string,
): Scenario {
  return {
    ...{ name, build, status, reason },
    ...{ evidence: [], bootMs: [], limits: [], iterations: [], stats: null },
  };
}

export interface ScenarioResults {
  /** More than one in an A/B and in a round trip. */
  readonly scenarios: readonly Scenario[];
  readonly comparison: Comparison | null;
  /** Whether this host cannot run it with any build. */
  readonly unfit: boolean;
  /** An error of this host or a defect of ours that ended it; null when there was none. */
  readonly broken: string | null;
}

export interface OpenScenario {
  /** Whether any build can run it here. */
  readonly able: boolean;
  /**
   * Failures are in the results, not thrown. Cancelling keeps what was done so far. `timeMs` is what this scenario may take, if it can
   * choose.
   */
  run(timeMs: number): Promise<void>;
  /** The results so far. */
  results(): ScenarioResults;
}

export function openScenario(
  run: RunContext,
  scenario: ScenarioRow,
  { candidate, target, baseline }: RunBuilds,
): OpenScenario {
  const { settings, signal, emit } = run;
  const lanes = [
    openLane(scenario, candidate, target ?? candidate),
    ...(baseline === null ? [] : [openLane(scenario, baseline, baseline)]),
    ...(target !== null && settings.roundTrip ? [openLane(scenario, target, candidate)] : []),
  ];
  const reasons = new Map(
    lanes.flatMap((lane) => {
      const reason = whyUnsupported(scenario, lane.from, lane.to);
      return reason === null ? [] : [[lane, reason] as const];
    }),
  );
  const able = lanes.filter((lane) => !reasons.has(lane));
  const unfit = reasons.size > 0 && whyUnfit(scenario) !== null;
  const [ofCandidate, ofBaseline] = baseline === null ? [] : able;
  const [first, second = null] = able;
  const decision: Decision | null =
    settings.untilDecided && ofBaseline !== undefined ? { looks: 0, ended: null } : null;
  const wanted = decision === null ? settings.iterations : MOST_PAIRS;
  const compared = (): Comparison | null =>
    ofCandidate === undefined || ofBaseline === undefined
      ? null
      : compareLanes(
          run,
          { name: scenario.name, iterations: ofCandidate.iterations },
          ofBaseline,
          decision && { ...decision, pPerLook: EACH_LOOK.p },
        );
  let broken: string | null = null;
  return {
    able: first !== undefined,
    async run(timeMs) {
      if (signal.aborted || first === undefined) return;
      emit({
        kind: "scenario-started",
        scenario: scenario.name,
        build: first.from.role,
        against: second?.from.role ?? null,
        iterations: wanted,
        atMost: decision !== null,
      });
      broken = await guarded(run, able, async () => {
        // When this host can run only one of candidate and baseline, it runs alone.
        if (ofCandidate === undefined || ofBaseline === undefined) await runAlone(run, first, second);
        else if (decision === null) await runPairs(run, ofBaseline, ofCandidate);
        else {
          const look = () => lookAt(run, ofCandidate, ofBaseline);
          await runUntilDecided(run, [ofBaseline, ofCandidate], { state: decision, look, timeMs });
        }
      });
    },
    results: () => ({
      scenarios: lanes.map((lane) => {
        const unsupported = reasons.get(lane);
        if (unsupported !== undefined)
          return notRun(scenario.name, lane.from.role, "unsupported", unsupported);
        return judge(run, lane, able, wanted);
      }),
      comparison: compared(),
      unfit,
      broken,
    }),
  };
}

/** Returns the error of this host, or the defect of ours, that ended the migrations; null when there was none. */
async function guarded(
  { emit, signal }: RunContext,
  lanes: readonly Lane[],
  migrate: () => Promise<void>,
): Promise<string | null> {
  try {
    await migrate();
    return null;
  } catch (error) {
    // Iterations that were done before count.
    if (signal.aborted) return null;
    if (!isOfHost(error)) {
      const where = error instanceof Error ? error.stack : messageOf(error);
      emit({ kind: "warning", text: `a defect of tap-migration, please report it: ${where}` });
    }
    for (const lane of lanes) lane.bootFault ??= new BootError(messageOf(error), []);
    return messageOf(error);
  }
}

/** Errors that a host may cause during a run. They fail this scenario, as a defect of ours does, and the others go on. */
const isOfHost = (error: unknown): boolean =>
  error instanceof StepError || error instanceof ConfigurationError || isSystemError(error);

function judge(
  { settings, signal }: RunContext,
  lane: Lane,
  lanes: readonly Lane[],
  wanted: number,
): Scenario {
  const { bootMs, bootFault } = lane;
  const { name } = lane.scenario;
  // A copy: a lane that hangs was left behind and may still grow.
  const iterations = [...lane.iterations];
  if (iterations.length === 0 && bootFault === null && signal.aborted)
    return notRun(name, lane.from.role, "skipped", messageOf(signal.reason));
  // Limits are not for the baseline.
  const limits = lane.from.role === "baseline" ? [] : judgeLimits(settings.limits, name, iterations);
  const other = lanes.find((one) => one !== lane && one.bootFault !== null);
  const { first, later } = firstAndLater(iterations, settings.seed);
  return {
    name,
    build: lane.from.role,
    ...verdict(lane, wanted, {
      limits: signal.aborted ? null : limitsFault(limits, settings.strict),
      cancelled: signal.aborted ? (signal.reason as CancelledError) : null,
      other: other === undefined ? null : `the guest of the ${other.from.role} did not come up`,
    }),
    evidence: [...(bootFault?.evidence ?? [])],
    bootMs,
    limits,
    iterations,
    stats: {
      outageMs: summarise(outagesOf(iterations), settings.seed),
      firstOutageMs: first,
      laterOutageMs: later,
      beforeStopMs: summarise(beforeStopOf(iterations), settings.seed),
      requestStallMs: summarise(stallsOf(iterations), settings.seed),
    },
  };
}

function verdict(
  { iterations, bootFault }: Lane,
  wanted: number,
  faults: {
    readonly limits: string | null;
    readonly cancelled: CancelledError | null;
    /** Why a lane that this one depends on did not run. */
    readonly other: string | null;
  },
): Pick<Scenario, "status" | "reason"> {
  const failed = iterations.filter(({ status }) => status === "failed");
  const reasons: string[] = [];
  if (failed.length > 0) {
    reasons.push(
      `${failed.length} of ${iterations.length} iterations failed, the first: ${failed[0]?.reason ?? ""}`,
    );
  }
  if (bootFault !== null) reasons.push(`the guest did not come up: ${bootFault.message}`);
  if (faults.limits !== null) reasons.push(faults.limits);
  if (reasons.length > 0) return { status: "failed", reason: reasons.join("; ") };
  const stopped = faults.cancelled?.message ?? faults.other;
  if (iterations.length >= wanted || (stopped === null && iterations.length > 0))
    return { status: "passed", reason: null };
  return {
    status: "skipped",
    reason: `${stopped ?? "no migration led to where it begins"} after ${iterations.length} of ${wanted} iterations`,
  };
}
