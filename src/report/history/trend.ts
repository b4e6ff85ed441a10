/** The course of a machine's figures over its last runs. */
import { courseOf, type Level, leastRuns } from "../../measure/change-point.ts";
import { ROLE_NAMES, SCENARIO_NAMES } from "../../results/names.ts";
import type { BuildRole, ScenarioName } from "../../results/schema.ts";
import { TREND_FIGURES, type TrendFigure } from "./figures.ts";
import type { Kept } from "./folder.ts";
import type { HistoryRun, ScenarioFigures } from "./format.ts";

/** The figure of one run. */
export interface TrendPoint {
  readonly run: HistoryRun;
  readonly n: number;
  readonly medianMs: number;
  /** Only outages have one, from six iterations on. */
  readonly ci95: readonly [number, number] | null;
}

/** From one level to the next. */
export interface TrendChange {
  readonly beforeMs: number;
  readonly afterMs: number;
  /** The last run before it, and the first after it. */
  readonly last: HistoryRun;
  readonly first: HistoryRun;
  /** Without the runs of this report it is not named. */
  readonly isNew: boolean;
}

/** One figure of one scenario and build. */
export interface TrendSeries {
  readonly scenario: ScenarioName;
  readonly build: BuildRole;
  readonly figure: TrendFigure;
  /** In the order of the runs. */
  readonly points: readonly TrendPoint[];
  readonly levels: readonly Level[];
  /** Within levels, like a standard deviation; null with fewer than two points. */
  readonly spreadMs: number | null;
  /** With fewer points, no change can be named. */
  readonly leastRuns: number;
  /** The latest first. */
  readonly changes: readonly TrendChange[];
}

export interface Trend extends Kept {
  readonly series: readonly TrendSeries[];
}

/** Random orders are the same each time, so that the same runs give the same report. */
const SEED = 1;

/** @param own the runs of this report */
export function trendOf(kept: Kept, own: readonly HistoryRun[]): Trend {
  const ownStarts = new Set(own.map(({ startedAt }) => startedAt));
  const all = SCENARIO_NAMES.flatMap((scenario) =>
    ROLE_NAMES.flatMap((build) =>
      TREND_FIGURES.flatMap((figure) => {
        const points = kept.runs.flatMap((run) => pointOf(run, scenario, build, figure) ?? []);
        return points.length === 0 ? [] : [{ scenario, build, figure, points }];
      }),
    ),
  );
  const options = { series: all.length, resolution: kept.machine.probe.resolutionMs, seed: SEED };
  const course = (points: readonly TrendPoint[]) =>
    courseOf(
      points.map(({ medianMs }) => medianMs),
      options,
    );
  return {
    ...kept,
    series: all.map((one) => {
      const { levels, spread } = course(one.points);
      const earlier = one.points.filter(({ run }) => !ownStarts.has(run.startedAt));
      const known =
        levels.length < 2
          ? []
          : course(earlier)
              .levels.slice(1)
              .map(({ from }) => from);
      return {
        ...one,
        ...{ levels, spreadMs: spread, leastRuns: leastRuns(all.length) },
        changes: levels
          .slice(1)
          .flatMap((level, index) => changeTo(level, levels[index], one.points, earlier, known) ?? [])
          .reverse(),
      };
    }),
  };
}

function pointOf(
  run: HistoryRun,
  scenario: ScenarioName,
  build: BuildRole,
  figure: TrendFigure,
): TrendPoint | null {
  const own = run.scenarios.find((one) => one.name === scenario && one.build === build);
  const medianMs = own === undefined ? null : medianOf(own, figure);
  if (own === undefined || medianMs === null) return null;
  return { run, n: own.n, medianMs, ci95: figure === "outageMs" ? own.outageMs.ci95 : null };
}

const medianOf = (own: ScenarioFigures, figure: TrendFigure): number | null =>
  figure === "outageMs" ? own.outageMs.median : own[figure];

/** The place of a change moves by a few runs as more runs show it better. */
const SAME_WITHIN = 3;

function changeTo(
  after: Level,
  before: Level | undefined,
  points: readonly TrendPoint[],
  earlier: readonly TrendPoint[],
  known: readonly number[],
): TrendChange | null {
  const [last, first] = [points[after.from - 1]?.run, points[after.from]?.run];
  if (before === undefined || last === undefined || first === undefined) return null;
  const index = earlier.findIndex(({ run }) => run.startedAt >= first.startedAt);
  const at = index === -1 ? earlier.length : index;
  return {
    ...{ beforeMs: before.median, afterMs: after.median, last, first },
    isNew: !known.some((from) => Math.abs(from - at) <= SAME_WITHIN),
  };
}
