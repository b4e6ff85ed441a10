/** Several runs as one: which is called what, and what all of them come to. */

import { visible } from "../base/visible-text.ts";
import type { Accel, Results, Scenario, ScenarioName } from "../results/schema.ts";
import { SCENARIO_NAMES } from "../results/schema.ts";
import { mostlyUnresolved } from "./figures.ts";
import { shorten } from "./markdown.ts";

export interface LoadedRun {
  /** Of results.json, as people know it. */
  readonly path: string;
  readonly results: Results;
}

/** A file, or a word that should have led to one, and why there are no results in it. */
export interface BrokenResults {
  readonly path: string;
  readonly problem: string;
}

export interface LabelledRun extends LoadedRun {
  /** One line that no other run has. */
  readonly label: string;
}

export interface Merged {
  /** By label, versions in their order. */
  readonly runs: readonly LabelledRun[];
  readonly broken: readonly BrokenResults[];
  readonly conclusion: "passed" | "failed";
}

/** Passed when every run did, and every file could be read, and there is one. */
export function conclusionOf(
  runs: readonly Pick<LoadedRun, "results">[],
  broken: readonly BrokenResults[],
): Results["conclusion"] {
  const passed = runs.length > 0 && runs.every(({ results }) => results.conclusion === "passed");
  return passed && broken.length === 0 ? "passed" : "failed";
}

/** Gives each run its label, and puts them in order. */
export function merge(loaded: readonly LoadedRun[], broken: readonly BrokenResults[]): Merged {
  const labels = labelsOf(loaded);
  const runs = loaded.map((run, index) => ({ ...run, label: labels[index] ?? "" }));
  return {
    runs: runs.sort((a, b) => inOrder.compare(a.label, b.label)),
    broken,
    conclusion: conclusionOf(runs, broken),
  };
}

const inOrder = new Intl.Collator("en", { numeric: true });

const LONGEST_LABEL = 80;

/** By the versions of QEMU, as short as they can be; where several runs have the same, the folder besides; at last, a number. */
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

/** What a distribution adds in brackets is not needed to tell most builds apart. */
const shortVersion = (version: string) => version.replace(/ \(.*$/s, "");

/** As in "QEMU 10.0.13", "QEMU 11.1.3 against 10.0.13", "QEMU 7.2.22 → 10.0.13". */
function versionsOf({ builds }: Results, text: (version: string) => string): string {
  const texts = new Set(builds.map(({ version }) => text(version)));
  const version = (wanted: string) => {
    const found = builds.find(({ role }) => role === wanted)?.version;
    if (found === undefined) return null;
    // Two of one name would be told apart by nothing.
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

/** Of each file the folder it is in, without what all have in common. */
function foldersApart(paths: readonly string[]): string[] {
  const folders = paths.map((path) => path.split("/").slice(0, -1));
  const [first = []] = folders;
  const sharedUntil = first.findIndex((name, depth) => folders.some((folder) => folder[depth] !== name));
  const from = sharedUntil === -1 ? Math.max(0, first.length - 1) : sharedUntil;
  return folders.map((folder) => visible(folder.slice(from).join("/") || (folder.at(-1) ?? ".")));
}

const oneLine = (text: string): string => visible(text.trim().replaceAll(/\s+/g, " "));

/** One build of one run, in one direction: a row of the table of all builds. */
export interface BuildRow {
  readonly run: LabelledRun;
  /** What the row is about where a run has several: "baseline", "target → candidate"; empty otherwise. */
  readonly part: string;
  readonly accel: Accel;
  readonly cells: ReadonlyMap<ScenarioName, Cell>;
}

export interface Cell {
  readonly status: Scenario["status"];
  /** The median outage; null when nothing was measured. */
  readonly medianMs: number | null;
  /** Too close to the noise: the figure is an upper bound. */
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
  upperBound: mostlyUnresolved(iterations),
});

/** Of the medians of one scenario, on one accelerator: figures of different ones can't be compared. */
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

/** For each scenario and accelerator with figures of two builds at least. */
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

/** The scenarios that any row has, in their usual order. */
export const scenariosIn = (rows: readonly BuildRow[]): ScenarioName[] =>
  SCENARIO_NAMES.filter((name) => rows.some(({ cells }) => cells.has(name)));

/** What a row is called: "QEMU 10.0.13", "QEMU 11.1.3 against 10.0.13: baseline". */
export const rowName = ({ run, part }: BuildRow): string =>
  part === "" ? run.label : `${run.label}: ${part}`;

/** The largest median of what is under test, over all runs; null when nothing was measured. */
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

/** As in "3 runs", "1 of 3 runs failed, 2 files could not be read". */
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
