/** Trends in sentences of plain text. */
import { visible } from "../../base/visible-text.ts";
import type { BuildRole } from "../../results/schema.ts";
import { count, inMs, labelOf } from "../figures.ts";
import { shortVersion } from "../merge.ts";
import { FIGURE_NAMES, trendFigure } from "./figures.ts";
import type { HistoryRun, Machine } from "./format.ts";
import type { Trend, TrendChange, TrendSeries } from "./trend.ts";

/** Example: "a processor, 2 cores, kvm, guest micro". Machines that this does not tell apart also get what differs. */
export function machineNames(machines: readonly Machine[]): string[] {
  const short = machines.map(({ cpu, cores, accel, guest }) =>
    [cpu, count(cores, "core"), accel, `guest ${guest}`].join(", "),
  );
  return machines.map((machine, index) => {
    const name = short[index] ?? "";
    const alike = machines.filter((_, other) => short[other] === name).map(restOf);
    const differing = Object.entries(restOf(machine)).filter(([part, value]) =>
      alike.some((one) => one[part] !== value),
    );
    return [name, ...differing.map(([part, value]) => `${part} ${value}`)].join(", ");
  });
}

/** What else is equal in all runs of a machine. */
export const restOf = ({ privilege, probe, inputs }: Machine): Record<string, string> => ({
  privilege,
  probe: `${probe.tool} every ${probe.periodMs} ms`,
  ...inputs,
});

/** The scenario's label in the last run. */
export const scenarioName = ({ scenario, build, points }: TrendSeries): string =>
  labelOf({ name: scenario, build }, points.at(-1)?.run ?? { builds: [] });

export const seriesName = (series: TrendSeries): string =>
  `${scenarioName(series)} ${FIGURE_NAMES[series.figure]}`;

/** Example: "new-tap outage: 24.1 → 30.2 ms since 2026-11-20 (QEMU 10.0.2 → 10.0.3), beyond this machine's spread of ± 1.2 ms". */
export function changeSentence(series: TrendSeries, change: TrendChange): string {
  const { figure, spreadMs } = series;
  const [before, after] = [change.beforeMs, change.afterMs].map((ms) => trendFigure(figure, ms));
  const together = whatChanged(series.build, change);
  return [
    `${seriesName(series)}: ${before} → ${after} ms since ${sinceOf(change)}`,
    together.length === 0 ? "" : ` (${together.join(", ")})`,
    `, beyond this machine's spread of ± ${inMs(spreadMs ?? 0)}`,
  ].join("");
}

/** The day of the first run, with the time when the run before it was on the same day. In UTC. */
export function sinceOf({ first, last }: TrendChange): string {
  const day = first.startedAt.slice(0, 10);
  return last.startedAt.startsWith(day) ? `${day} ${first.startedAt.slice(11, 16)}` : day;
}

/** What is different from the run before: builds that the figure depends on, and the kernel. */
export function whatChanged(build: BuildRole, { last, first }: TrendChange): string[] {
  const roles: readonly BuildRole[] = build === "baseline" ? ["baseline"] : ["candidate", "target"];
  const builds = roles.flatMap((role) => {
    const [before, after] = [versionOf(last, role), versionOf(first, role)];
    if (before === null || after === null || before === after) return [];
    const short = [before, after].map(shortVersion);
    const [from, to] = short[0] === short[1] ? [before, after] : short;
    return [`${role === "candidate" ? "" : `${role} `}QEMU ${from} → ${to}`];
  });
  return [...builds, ...(last.kernel === first.kernel ? [] : [`kernel ${last.kernel} → ${first.kernel}`])];
}

const versionOf = ({ builds }: HistoryRun, wanted: BuildRole) =>
  builds.find(({ role }) => role === wanted)?.version ?? null;

/** The changes of a machine, the latest first. */
export const changesOf = ({ series }: Trend): { series: TrendSeries; change: TrendChange }[] =>
  series
    .flatMap((one) => one.changes.map((change) => ({ series: one, change })))
    .sort((a, b) => Date.parse(b.change.first.startedAt) - Date.parse(a.change.first.startedAt));

/** What is to be said besides the changes, such as "no change beyond this machine's spread in the last 23 runs". */
export function otherwise({ series, runs }: Trend): string[] {
  const enough = series.filter((one) => one.points.length >= one.leastRuns);
  const few = series.filter((one) => one.points.length < one.leastRuns);
  const changed = enough.some(({ changes }) => changes.length > 0);
  const unchanged = enough.some(({ changes }) => changes.length === 0);
  const inRuns = `beyond this machine's spread in the last ${count(runs.length, "run")}`;
  return [
    ...(unchanged ? [changed ? `no other change ${inRuns}` : `no change ${inRuns}`] : []),
    ...(few.length === 0 ? [] : [fewSentence(few, enough.length > 0)]),
  ];
}

/** Examples: "too few runs yet (3 of 10)", "too few runs yet of new-tap outage (3 of 12)". */
function fewSentence(few: readonly TrendSeries[], named: boolean): string {
  const most = few.reduce((largest, { points }) => Math.max(largest, points.length), 0);
  const which = named ? ` of ${few.map(seriesName).join(", ")}` : "";
  return `too few runs yet${which} (${most} of ${few[0]?.leastRuns ?? 0})`;
}

/** Why a machine's history is missing or was not updated; null when neither is so. */
export const problemSentence = ({ file, problem }: Pick<Trend, "file" | "problem">): string | null =>
  problem === null ? null : `${visible(file)}: ${problem}`;
