/** The machine of a run, and what its history keeps of the run. */
import { createHash } from "node:crypto";
import { roundMs } from "../../measure/rounding.ts";
import { median } from "../../measure/statistics.ts";
import type { Results, Scenario } from "../../results/schema.ts";
import { medianStall } from "../stalls.ts";
import { type HistoryRun, LONGEST_TEXT, type Machine, type ScenarioFigures } from "./format.ts";

/** The inputs that change what a migration has to do, from all that were given. */
export type WorkOf = (given: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;

const cut = (text: string): string => text.slice(0, LONGEST_TEXT);

/** Kernel and QEMU are not among it: a trend is to show what changes with them. */
export function machineOf(results: Results, workOf: WorkOf): Machine {
  const { host, accel, privilege = "root", guest, probe, inputs } = results;
  return {
    ...{ cpu: cut(host.cpu), cores: host.cores, accel, privilege, guest: cut(guest), probe },
    inputs: Object.fromEntries(
      Object.entries(workOf(inputs)).map(([name, value]) => [name, cut(value)] as const),
    ),
  };
}

/** The hash that names the machine's file. Equal machines have equal hashes whatever the order of their inputs. */
export function fingerprintOf({ cpu, cores, accel, privilege, guest, probe, inputs }: Machine): string {
  const { tool, periodMs, resolutionMs } = probe;
  const parts = [
    ...[cpu, cores, accel, privilege, guest, tool, periodMs, resolutionMs],
    ...Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/**
 * The figures of a run; null when it measured nothing. A run that failed by a limit, or was slower, is a measurement like any other; so are
 * the iterations that a failed or cancelled run completed.
 */
export function historyRunOf(results: Results): HistoryRun | null {
  const { startedAt, seed, durationMs, conclusion, host, builds } = results;
  const scenarios = results.scenarios.flatMap((scenario) => figuresOf(scenario) ?? []);
  if (scenarios.length === 0) return null;
  return {
    ...{ startedAt, seed, durationMs, conclusion, kernel: cut(host.kernel) },
    builds: builds.map(({ role, version }) => ({ role, version: cut(version) })),
    scenarios,
  };
}

function figuresOf(scenario: Scenario): ScenarioFigures | null {
  const { name, build, stats, iterations } = scenario;
  if (stats === null || stats.outageMs.median === null || stats.outageMs.n === 0) return null;
  const { n, median: middle, ci95 } = stats.outageMs;
  const pauses = iterations.flatMap(({ status, vcpuPauseMs }) =>
    status === "passed" && vcpuPauseMs !== null ? [vcpuPauseMs] : [],
  );
  return {
    ...{ name, build, n, outageMs: { median: middle, ci95 } },
    requestStallMs: medianStall(scenario),
    vcpuPauseMs: roundMs(median(pauses)),
  };
}
