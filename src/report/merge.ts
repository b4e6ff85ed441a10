/** Merges several runs: their labels, their order, and their common conclusion. */

import { visible } from "../base/visible-text.ts";
import type { Accel, Results, Scenario, ScenarioName } from "../results/schema.ts";
import { SCENARIO_NAMES } from "../results/schema.ts";
import { mostlyUnresolved } from "./figures.ts";
import type { Trend } from "./history/trend.ts";
import { shorten } from "./markdown.ts";
import { medianStall } from "./stalls.ts";

export interface LoadedRun {
  /** Path of its results.json, as shown to people. */
  readonly path: string;
  readonly results: Results;
}

/** A file, or an argument that should have led to one, and why there are no results in it. */
export interface BrokenResults {
  readonly path: string;
  readonly problem: string;
}

export interface LabelledRun extends LoadedRun {
  /** One line, unique among the runs. */
  readonly label: string;
}

export interface Merged {
  /** Sorted by label, with versions in numeric order. */
  readonly runs: readonly LabelledRun[];
  readonly broken: readonly BrokenResults[];
  readonly conclusion: "passed" | "failed";
  /** One for each machine; empty without a history. */
  readonly trends: readonly Trend[];
}

/** Passed when there is at least one run, every run passed, and every file could be read. */
export function conclusionOf(
  runs: readonly Pick<LoadedRun, "results">[],
  broken: readonly BrokenResults[],
): Results["conclusion"] {
  const passed = runs.length > 0 && runs.every(({ results }) => results.conclusion === "passed");
  return passed && broken.length === 0 ? "passed" : "failed";
}

/** Gives each run its label, and sorts the runs. */
export function merge(
  loaded: readonly LoadedRun[],
  broken: readonly BrokenResults[],
  trends: readonly Trend[] = [],
): Merged {
  const labels = labelsOf(loaded);
  const runs = loaded.map((run, index) => ({ ...run, label: labels[index] ?? "" }));
  return {
    runs: runs.sort((a, b) => inOrder.compare(a.label, b.label)),
    broken,
    conclusion: conclusionOf(runs, broken),
    trends,
  };
}

const inOrder = new Intl.Collator("en", { numeric: true });

const LONGEST_LABEL = 80;

/**
 * Labels are the versions of QEMU, as short as possible. Runs with the same label also get their folder, then
 * a number.
 */
function labelsOf(runs: readonly LoadedRun[]): string[] {
  const short = runs.map(({ results }) => versionsOf(results, shortVersion));
  const whole = runs.map(({ results }) => versionsOf(results, (version) => version));
  const folders = foldersApart(runs.map(({ path }) => path));
  const taken = new Set<string>();
  return runs.map((_, index) => {
    const [version = "", full = ""] = [short[index], whole[index]];
    let text = `${shorten(version, LONGEST_LABEL / 2)} (${folders[index]})`;
    if (isAlone(version, short)) text = version;
    else if (isAlone(full, whole)) text = full;
    const label = shorten(text, LONGEST_LABEL);
    let name = label;
    for (let number = 2; taken.has(name); number += 1) name = `${label} #${number}`;
    taken.add(name);
    return name;
  });
}

const isAlone = (label: string, all: readonly string[]) => all.filter((one) => one === label).length === 1;

/** Drops what a distribution adds in brackets: most builds differ without it. */
export const shortVersion = (version: string) => version.replace(/ \(.*$/s, "");

/** Examples: "QEMU 10.0.13", "QEMU 11.1.3 against 10.0.13", "QEMU 7.2.22 → 10.0.13". */
function versionsOf({ builds }: Results, text: (version: string) => string): string {
  const texts = new Set(builds.map(({ version }) => text(version)));
  const version = (wanted: string) => {
    const found = builds.find(({ role }) => role === wanted)?.version;
    if (found === undefined) return null;
    // If two builds have the same short version, the full text has to distinguish them.
    return shorten(oneLine(texts.size === builds.length ? text(found) : found), LONGEST_LABEL / 2);
  };
  const target = version("target");
  const baseline = version("baseline");
  return [
    `QEMU ${version("candidate") ?? "unknown"}`,
    ...(target === null ? [] : [`→ ${target}`]),
    ...(baseline === null ? [] : [`against ${baseline}`]),
  ].join(" ");
}

/** The folder of each file, without the part that all folders share. */
function foldersApart(paths: readonly string[]): string[] {
  const folders = paths.map((path) => path.split("/").slice(0, -1));
  const [first = []] = folders;
  const sharedUntil = first.findIndex((name, depth) => folders.some((folder) => folder[depth] !== name));
  const from = sharedUntil === -1 ? Math.max(0, first.length - 1) : sharedUntil;
  return folders.map((folder) => visible(folder.slice(from).join("/") || (folder.at(-1) ?? ".")));
}

const oneLine = (text: string): string => visible(text.trim().replaceAll(/\s+/g, " "));

/** A row of the table of all builds: one build of one run, in one direction. */
export interface BuildRow {
  readonly run: LabelledRun;
  /** What the row is about when its run has several rows: "baseline", "target → candidate"; else empty. */
  readonly part: string;
  readonly accel: Accel;
  readonly cells: ReadonlyMap<ScenarioName, Cell>;
}

export interface Cell {
  readonly status: Scenario["status"];
  /** The median outage; null when nothing was measured. */
  readonly medianMs: number | null;
  /** The median request stall; null without connections. */
  readonly stallMs: number | null;
  /** Whether the outage is an upper bound because it is too close to the noise. */
  readonly upperBound: boolean;
}

export function buildRows({ runs }: Pick<Merged, "runs">): BuildRow[] {
  return runs.flatMap((run) => {
    const { builds, scenarios, accel } = run.results;
    const back = builds.some(({ role }) => role === "target");
    const parts = (["candidate", "baseline", "target"] as const).filter((role) =>
      scenarios.some(({ build }) => build === role),
    );
    return parts.map((role) => ({
      run,
      part: partName(role, parts.length > 1, back),
      accel,
      cells: new Map(
        scenarios.filter(({ build }) => build === role).map((scenario) => [scenario.name, cellOf(scenario)]),
      ),
    }));
  });
}

function partName(role: "candidate" | "baseline" | "target", several: boolean, back: boolean): string {
  if (!several) return "";
  if (!back) return role;
  return role === "target" ? "target → candidate" : "candidate → target";
}

const cellOf = ({ status, stats, iterations }: Scenario): Cell => ({
  status,
  medianMs: stats?.outageMs.median ?? null,
  stallMs: medianStall({ stats }),
  upperBound: mostlyUnresolved(iterations),
});

/** Best and worst median of one scenario on one accelerator: figures of different accelerators cannot be compared. */
export interface Spread {
  readonly accel: Accel;
  readonly scenario: ScenarioName;
  readonly best: Extreme;
  readonly worst: Extreme;
}

export interface Extreme {
  readonly row: BuildRow;
  readonly medianMs: number;
}

/** One for each scenario and accelerator that has figures of at least two builds. */
export function spreads(rows: readonly BuildRow[]): Spread[] {
  return (["kvm", "tcg"] as const).flatMap((accel) =>
    SCENARIO_NAMES.flatMap((scenario) => {
      const known = rows.flatMap((row): Extreme[] => {
        const medianMs = row.accel === accel ? (row.cells.get(scenario)?.medianMs ?? null) : null;
        return medianMs === null ? [] : [{ row, medianMs }];
      });
      if (known.length < 2) return [];
      const best = known.reduce((least, one) => (one.medianMs < least.medianMs ? one : least));
      const worst = known.reduce((most, one) => (one.medianMs > most.medianMs ? one : most));
      return [{ accel, scenario, best, worst }];
    }),
  );
}

/** What the cells of a table of these rows have. Best, worst and spread are of outages alone. */
export const tableTitle = (rows: readonly BuildRow[]): string =>
  rows.some(({ cells }) => [...cells.values()].some(({ stallMs }) => stallMs !== null))
    ? "median outage / request stall"
    : "median outage";

/** The scenarios that at least one row has, in their usual order. */
export const scenariosIn = (rows: readonly BuildRow[]): ScenarioName[] =>
  SCENARIO_NAMES.filter((name) => rows.some(({ cells }) => cells.has(name)));

/** A row's name: "QEMU 10.0.13", "QEMU 11.1.3 against 10.0.13: baseline". */
export const rowName = ({ run, part }: BuildRow): string =>
  part === "" ? run.label : `${run.label}: ${part}`;

/** The largest median of all runs, without the baselines'; null when nothing was measured. */
export function worstOf(rows: readonly BuildRow[]): (Extreme & { readonly scenario: ScenarioName }) | null {
  return rows
    .filter(({ part }) => part !== "baseline")
    .flatMap((row) =>
      [...row.cells].flatMap(([scenario, { medianMs }]) =>
        medianMs === null ? [] : [{ row, scenario, medianMs }],
      ),
    )
    .reduce<(Extreme & { scenario: ScenarioName }) | null>(
      (worst, one) => (worst === null || one.medianMs > worst.medianMs ? one : worst),
      null,
    );
}

/** Examples: "3 runs", "1 of 3 runs failed, 2 files could not be read". */
export function verdictSentence({ runs, broken }: Merged): string {
  const failed = runs.filter(({ results }) => results.conclusion === "failed").length;
  const number = `${runs.length} run${runs.length === 1 ? "" : "s"}`;
  return [
    failed === 0 ? number : `${failed} of ${number} failed`,
    ...(broken.length === 0
      ? []
      : [`${broken.length} file${broken.length === 1 ? "" : "s"} could not be read`]),
  ].join(", ");
}
