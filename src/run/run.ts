/** A whole run: look at the host and at QEMU, make the guest, run the scenarios, conclude. */
import { cpus, release } from "node:os";
import { resolve } from "node:path";
import { onceAborted } from "../base/deadline.ts";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { ENDING_MS } from "../base/signals.ts";
import { isSystemError } from "../base/system-errors.ts";
import type { AssetCache } from "../guest/cache-port.ts";
import type { Privilege } from "../host/privilege.ts";
import { describeProbe } from "../host/probe.ts";
import type { Settings } from "../inputs/settings.ts";
import { leastPairs, ONE_LOOK } from "../measure/compare.ts";
import type { RunContext } from "../migration/context.ts";
import { type Deadlines, deadlinesFor } from "../migration/deadlines.ts";
import type { Emit } from "../migration/events.ts";
import { outputFiles } from "../migration/output-files.ts";
import { describeBuild, type QemuBuild } from "../qemu/build.ts";
import type { PackageCache } from "../qemu/debian-packages.ts";
import type { Unrelated } from "../report/bisect.ts";
import {
  type Comparison,
  type Results,
  SCHEMA_VERSION,
  type Scenario,
  type ScenarioName,
} from "../results/schema.ts";
import { writeResults } from "../results/write.ts";
import { scenarioRow } from "../scenarios/table.ts";
import type { RunBuilds } from "./builds.ts";
import { measureControl } from "./control.ts";
import { keepYoungSpaceSmall } from "./flat-memory.ts";
import { type OutputFolder, openOutputFolder } from "./output-folder.ts";
import { prepare } from "./prepare.ts";
import { openScenario } from "./scenario-run.ts";
import { startTimeLimit, type TimeLimit } from "./time-limit.ts";

export interface RunExtras {
  /** A cache to ask before assets are downloaded. */
  readonly assetCache?: AssetCache | null;
  /** A cache to ask before the packages of a build of Debian are downloaded. */
  readonly packageCache?: PackageCache | null;
  /** How many stretches without migration to measure first, for the noise of the host. */
  readonly controlStretches?: number;
}

/** Holds the output folder until disposed of. */
export interface FinishedRun extends Disposable {
  readonly results: Results;
  /** Null: it could not be written; the results say so. */
  readonly resultsPath: string | null;
  /** What the run met that says nothing about its builds. */
  readonly unrelated: Unrelated;
  readonly outputFolder: string;
  /** @throws ConfigurationError when the output folder has been replaced. */
  readonly checkFolder: () => void;
}

/**
 * Runs all scenarios of the settings and writes results.json. Files of an earlier run are removed from the output folder once settings and
 * host are fit, so that a run that fails later does not leave another run's results.
 *
 * @throws ConfigurationError when this host or this QEMU cannot run them; nothing was started.
 */
export async function run(
  settings: Settings,
  listener: Emit,
  given: AbortSignal,
  extras: RunExtras = {},
): Promise<FinishedRun> {
  const outputFolder = resolve(settings.outputFolder);
  let open: OutputFolder | null = null;
  const output = {
    take: async (signal: AbortSignal) => {
      open = await openOutputFolder(outputFolder, signal);
    },
    check: () => open?.check(),
  };
  const leave = () => open?.[Symbol.dispose]();
  try {
    const measured = await measure({ ...settings, outputFolder }, listener, given, output, extras);
    return { ...measured, outputFolder, checkFolder: output.check, [Symbol.dispose]: leave };
  } catch (error) {
    leave();
    throw error;
  }
}

async function measure(
  settings: Settings,
  listener: Emit,
  given: AbortSignal,
  output: { take(signal: AbortSignal): Promise<void>; check(): void },
  { assetCache = null, packageCache = null, controlStretches = 0 }: RunExtras,
): Promise<Pick<FinishedRun, "results" | "resultsPath" | "unrelated">> {
  const startedAt = new Date();
  const begin = performance.now();
  keepYoungSpaceSmall();
  using time = startTimeLimit(settings.timeoutMinutes, given, listener);
  const { signal, emit } = time;
  const { outputFolder } = settings;
  await using ready = await prepare(settings, { assetCache, packageCache, emit, signal }, () =>
    output.take(signal),
  );
  const { privilege, register, machine, guest } = ready;
  const { candidate, target, baseline } = ready.builds;
  const builds = [candidate, target, baseline].filter((build) => build !== null);

  const probe = describeProbe(settings.probeIntervalMs);
  const deadlines = deadlinesFor(Math.max(...builds.map(({ look }) => look.tookMs)));
  emit({ kind: "run-started", notes: notes({ ...settings, machine }, privilege, builds, probe, deadlines) });
  if (probe.tool === "ping") {
    emit({
      kind: "warning",
      text: "fping is not installed: ping serves, and sees no outage below 20 ms. Install fping.",
    });
  }
  const measured = await runAll({ candidate, target, baseline }, controlStretches, time, {
    settings: { ...settings, machine },
    deadlines,
    privilege,
    register,
    guest,
    probe,
    flows: new Map(),
    ...{ folder: ready.folder, output: outputFiles(outputFolder, output.check, emit) },
    signal,
    emit,
  });
  const { control, scenarios, comparison } = measured;
  const results: Results = {
    schemaVersion: SCHEMA_VERSION,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - begin),
    ...conclude(scenarios, comparison, settings, signal),
    seed: settings.seed,
    host: { kernel: release(), cpu: cpus()[0]?.model.trim() ?? "unknown", cores: Math.max(1, cpus().length) },
    accel: settings.accel,
    privilege: privilege.kind,
    guest: guest.name,
    inputs: settings.given,
    probe,
    builds: builds.map(describeBuild),
    control,
    scenarios,
    comparison,
  };
  const written = writtenOrFailed(outputFolder, results, output.check);
  // Last: the results are safe, whatever happens here.
  await ready.undo();
  emit({ kind: "run-finished", results: written.results });
  const unwritten = written.resultsPath === null ? written.results.reason : null;
  const stopped = signal.aborted ? messageOf(signal.reason) : (measured.broken ?? unwritten);
  return { ...written, unrelated: { stopped, unfit: measured.unfit } };
}

/** A run whose results could not be written has failed. */
function writtenOrFailed(
  outputFolder: string,
  results: Results,
  check: () => void,
): Pick<FinishedRun, "results" | "resultsPath"> {
  try {
    check();
    return { results, resultsPath: writeResults(outputFolder, results) };
  } catch (error) {
    if (!isSystemError(error) && !(error instanceof ConfigurationError)) throw error;
    const fault = `results.json could not be written into ${outputFolder}: ${messageOf(error)}`;
    const reason = results.reason === null ? fault : `${results.reason}; ${fault}`;
    return { results: { ...results, conclusion: "failed", reason }, resultsPath: null };
  }
}

function notes(
  settings: Settings,
  { kind, whyNotSudo }: Privilege,
  builds: readonly QemuBuild[],
  probe: Results["probe"],
  { factor }: Deadlines,
): string[] {
  return [
    ...builds.map(
      ({ role, look, dialect }) =>
        `${role}: QEMU ${look.version} at ${look.path}, dialect of local TAP migration: ${dialect?.name ?? "none"}`,
    ),
    `accelerator ${settings.accel}, machine ${settings.machine}, ${settings.smp} vCPU, ${settings.queues} queue pairs${settings.nics === 1 ? "" : ` on each of ${settings.nics} NICs`}, probe ${probe.tool} every ${probe.periodMs} ms, seed ${settings.seed}`,
    ...(kind === "none"
      ? [`without root, in namespaces of this user${whyNotSudo === null ? "" : ` (no root: ${whyNotSudo})`}`]
      : []),
    ...(settings.accel === "tcg"
      ? ["figures under TCG show whether migration works, not how long it takes"]
      : []),
    ...(settings.baselineQemu !== null && settings.iterations < leastPairs(ONE_LOOK)
      ? [
          `${settings.iterations} pairs: too few to call a build slower or faster, which takes ${leastPairs(ONE_LOOK)}`,
        ]
      : []),
    ...(factor > 1 ? [`a slow host: deadlines are ${factor.toFixed(1)} times the ordinary ones`] : []),
  ];
}

/**
 * Runs all scenarios, one after the other. After the run is told to end, the current one has a moment to end too. If it hangs it is left
 * behind, and the results have what there is of it.
 */
async function runAll(
  builds: RunBuilds,
  controlStretches: number,
  time: Pick<TimeLimit, "leftMs">,
  run: RunContext,
): Promise<Measured> {
  const { settings, emit, signal } = run;
  const inTime = async <T>(work: Promise<T>) => await onceAborted(signal, ENDING_MS.measure, work);
  const control = controlStretches > 0 ? await inTime(tryControl(builds, controlStretches, run)) : null;
  const scenarios: Scenario[] = [];
  const comparison: Comparison[] = [];
  const unfit: ScenarioName[] = [];
  let broken: string | null = null;
  const open = settings.scenarios.map((name) => ({
    name,
    scenario: openScenario(run, scenarioRow(name), builds),
  }));
  for (const [place, { name, scenario }] of open.entries()) {
    // What earlier scenarios left of their shares goes to the later ones.
    const toCome = open.slice(place).filter((one) => one.scenario.able).length;
    const timeMs = time.leftMs() / Math.max(1, toCome);
    if ((await inTime(scenario.run(timeMs))) === null)
      emit({ kind: "warning", text: `${name} did not end in time: it is left behind` });
    const done = scenario.results();
    scenarios.push(...done.scenarios);
    if (done.comparison !== null) comparison.push(done.comparison);
    if (done.unfit) unfit.push(name);
    broken ??= done.broken;
    for (const one of done.scenarios) emit({ kind: "scenario-finished", scenario: one });
  }
  return { control: control?.value ?? null, scenarios, comparison, unfit, broken };
}

interface Measured extends Pick<Results, "control" | "scenarios" | "comparison">, Pick<Unrelated, "unfit"> {
  /** The first error of this host, or defect of ours, that ended a scenario; null when there was none. */
  readonly broken: string | null;
}

async function tryControl(
  builds: RunBuilds,
  stretches: number,
  run: RunContext,
): Promise<Results["control"]> {
  try {
    return await measureControl(run, builds.candidate, stretches);
  } catch (error) {
    if (!run.signal.aborted)
      run.emit({ kind: "warning", text: `the control could not be measured: ${messageOf(error)}` });
    return null;
  }
}

/** Whether the run passed, and why not. */
export function conclude(
  scenarios: readonly Scenario[],
  comparisons: readonly Comparison[],
  settings: Pick<Settings, "unsupportedFails">,
  signal: AbortSignal,
): Pick<Results, "conclusion" | "reason"> {
  const named = (status: Scenario["status"]) =>
    scenarios
      .filter((scenario) => scenario.status === status)
      .map(({ name, build }) => (build === "candidate" ? name : `${name} (${build})`));
  const slower = comparisons.filter(({ verdict }) => verdict === "slower").map(({ scenario }) => scenario);
  const failed = named("failed");
  const unsupported = named("unsupported");
  const reasons = [
    ...(signal.aborted ? [messageOf(signal.reason)] : []),
    ...(failed.length > 0 ? [`failed: ${failed.join(", ")}`] : []),
    ...(slower.length > 0 ? [`slower than the baseline: ${slower.join(", ")}`] : []),
    ...(settings.unsupportedFails && unsupported.length > 0
      ? [`unsupported: ${unsupported.join(", ")}`]
      : []),
  ];
  const measured = scenarios.some(({ iterations }) => iterations.length > 0);
  if (reasons.length === 0 && !measured) reasons.push("no iteration was measured");
  return reasons.length === 0
    ? { conclusion: "passed", reason: null }
    : { conclusion: "failed", reason: reasons.join("; ") };
}
