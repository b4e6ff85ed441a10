/** Results of a run each night on one machine, made up. */
import { createRandom } from "../../../src/measure/random.ts";
import type { HistoryRun, Machine } from "../../../src/report/history/format.ts";
import { fingerprintOf, historyRunOf, machineOf } from "../../../src/report/history/machine.ts";
import { type Trend, trendOf } from "../../../src/report/history/trend.ts";
import type { Results } from "../../../src/results/schema.ts";
import { results } from "../made-up.ts";
import { iterations, scenarioOf } from "../measured.ts";

const DAY_MS = 86_400_000;

/** A figure for each night: so many of each level, each with noise of about 1 ms. */
export function noisy(levels: readonly (readonly [nights: number, ms: number])[], seed = 1): number[] {
  const random = createRandom(seed);
  return levels.flatMap(([nights, ms]) => Array.from({ length: nights }, () => ms + (random() - 0.5) * 4));
}

/** A run for each of these outages, the first one on the first of January. */
export const nights = (
  outages: readonly number[],
  given: (night: number) => Partial<Results> = () => ({}),
): Results[] =>
  outages.map((outageMs, night) =>
    results({
      startedAt: new Date(Date.UTC(2026, 0, 1, 3, 17) + night * DAY_MS).toISOString(),
      seed: night,
      scenarios: [scenarioOf(iterations(10, outageMs))],
      ...given(night),
    }),
  );

export const candidate = (version: string): Pick<Results, "builds"> => ({
  builds: [{ role: "candidate", path: "/q", version, dialect: null, traced: false }],
});

/** Twenty-three nights: from the thirteenth on with another QEMU and kernel, and 6 ms more. */
export const slower = (): Results[] =>
  nights(
    noisy([
      [12, 24],
      [11, 30],
    ]),
    (night) => ({
      ...candidate(night < 12 ? "10.0.2" : "10.0.3"),
      host: { kernel: night < 12 ? "6.1.0-1" : "6.1.0-2", cpu: "a processor", cores: 2 },
    }),
  );

/** As if these runs were in the history, the last `own` of them of this report. */
export function trendOfRuns(all: readonly Results[], own = 1, given: Partial<Trend> = {}): Trend {
  const runs = all.map(historyRunOf).filter((run): run is HistoryRun => run !== null);
  const [first] = all;
  if (first === undefined) throw new Error("no runs");
  const machine: Machine = machineOf(first, (inputs) => inputs);
  const fingerprint = fingerprintOf(machine);
  return {
    ...trendOf(
      {
        ...{ machine, fingerprint, runs },
        file: `/srv/history/${fingerprint}.json`,
        added: own,
        problem: null,
      },
      runs.slice(-own),
    ),
    ...given,
  };
}
