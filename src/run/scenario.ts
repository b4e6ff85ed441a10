/** One scenario: chain after chain until all iterations are done. */
import { join } from "node:path";
import { type CancelledError, StepError } from "../errors.ts";
import type { Guest } from "../guest/guest.ts";
import { createNetwork } from "../host/network.ts";
import type { Privilege } from "../host/privilege.ts";
import { RAM_FOLDER } from "../host/ram.ts";
import type { Register } from "../host/register.ts";
import { NAME_PREFIX } from "../host/undo.ts";
import { judgeLimits, limitsFault } from "../measure/limits.ts";
import { outagesOf, summarise } from "../measure/statistics.ts";
import type { BuildRole, Iteration, Results, Scenario, ScenarioName } from "../results/schema.ts";
import type { QemuBuild } from "./builds.ts";
import { runChain } from "./chain.ts";
import type { Deadlines } from "./deadlines.ts";
import type { Emit } from "./events.ts";
import type { Settings } from "./settings.ts";
import { passesFds, usesVhost, whyUnsupported } from "./support.ts";

/** What all scenarios of a run share. */
export interface RunContext {
  readonly settings: Settings;
  readonly deadlines: Deadlines;
  readonly register: Register;
  readonly privilege: Privilege;
  readonly guest: Guest;
  readonly folder: string;
  readonly probe: Results["probe"];
  readonly signal: AbortSignal;
  readonly emit: Emit;
}

/** A scenario that has not been run. */
export function notRun(
  name: ScenarioName,
  build: BuildRole,
  status: "unsupported" | "skipped",
  reason: string,
): Scenario {
  return { name, build, status, reason, bootMs: [], limits: [], iterations: [], stats: null };
}

/** Runs one scenario with one build. What goes wrong in it is in what it returns; cancelling leaves what was done so far. */
export async function runScenario(
  run: RunContext,
  name: ScenarioName,
  from: QemuBuild,
  to: QemuBuild,
): Promise<Scenario> {
  const { settings, emit, signal } = run;
  const unsupported = whyUnsupported(name, from, to);
  if (unsupported !== null) return notRun(name, from.role, "unsupported", unsupported);
  // Between two builds there is no way on from the target: each iteration is a boot and one migration.
  const chainLength = from === to ? Number.POSITIVE_INFINITY : 1;

  emit({ kind: "scenario-started", scenario: name, build: from.role, iterations: settings.iterations });
  const iterations: Iteration[] = [];
  const bootMs: number[] = [];
  let bootFailure: string | null = null;
  let cancelled: CancelledError | null = null;
  const ramPath = join(RAM_FOLDER, `${NAME_PREFIX}${run.register.runId}-ram`);
  const ram = run.register.hold({ kind: "file", path: ramPath });
  for (
    let boot = 1;
    iterations.length < settings.iterations && bootFailure === null && cancelled === null;
    boot += 1
  ) {
    try {
      await using network = await createNetwork(run.register, run.privilege, {
        taps: passesFds(name) ? ["tap0"] : ["tap0", "tap1"],
        multiQueue: settings.queues > 1,
        // Linux uses no more queue pairs than it has vCPUs.
        flows: Math.min(settings.queues, settings.smp),
        signal,
      });
      bootMs.push(
        await runChain(
          {
            ...run,
            network,
            ramPath,
            scenario: name,
            vhost: usesVhost(name),
            passFds: passesFds(name),
            from,
            to,
            boot,
            step: (step, iteration) => emit({ kind: "step", scenario: name, boot, iteration, step }),
            finished: (iteration) => {
              iterations.push(iteration);
              emit({ kind: "iteration-finished", scenario: name, number: iterations.length, iteration });
            },
          },
          Math.min(chainLength, settings.iterations - iterations.length),
          iterations.length + 1,
        ),
      );
    } catch (error) {
      if (signal.aborted) cancelled = signal.reason as CancelledError;
      else if (error instanceof StepError) bootFailure = error.message;
      else throw error;
    }
  }
  await ram.undo();
  const limits = judgeLimits(settings.limits, name, iterations);
  for (const { limit, statistic, bound, verdict } of limits) {
    if (verdict !== "unresolved") continue;
    emit({
      kind: "warning",
      text: `${name}: ${limit} ${statistic}=${bound} can't be judged on this machine`,
    });
  }
  return {
    name,
    build: from.role,
    ...verdict(iterations, settings.iterations, {
      boot: bootFailure,
      limits: cancelled === null ? limitsFault(limits, settings.strict) : null,
      cancelled,
    }),
    bootMs,
    limits,
    iterations,
    stats: { outageMs: summarise(outagesOf(iterations), settings.seed) },
  };
}

function verdict(
  iterations: readonly Iteration[],
  wanted: number,
  faults: {
    readonly boot: string | null;
    readonly limits: string | null;
    readonly cancelled: CancelledError | null;
  },
): Pick<Scenario, "status" | "reason"> {
  const failed = iterations.filter(({ status }) => status === "failed");
  const reasons: string[] = [];
  if (failed.length > 0) {
    reasons.push(
      `${failed.length} of ${iterations.length} iterations failed, the first: ${failed[0]?.reason ?? ""}`,
    );
  }
  if (faults.boot !== null) reasons.push(`the guest did not come up: ${faults.boot}`);
  if (faults.limits !== null) reasons.push(faults.limits);
  if (reasons.length > 0) return { status: "failed", reason: reasons.join("; ") };
  if (faults.cancelled !== null) {
    return {
      status: "skipped",
      reason: `${faults.cancelled.message} after ${iterations.length} of ${wanted} iterations`,
    };
  }
  return { status: "passed", reason: null };
}
