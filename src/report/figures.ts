/** Formats figures for people, and chooses the iteration that represents a scenario. */
import { median as medianOf } from "simple-statistics";
import type { BuildRole, Iteration, Results, Scenario } from "../results/schema.ts";

/** Milliseconds without the unit: one decimal, or two below 1 ms. A dash when there is no figure. */
export const msFigure = (ms: number | null | undefined): string =>
  // A µs below 0 is not "-0.00".
  ms == null ? "–" : ms.toFixed(Math.abs(ms) < 1 ? 2 : 1).replace(/^-(0\.0+)$/, "$1");

/** The same with the unit. */
export const inMs = (ms: number): string => `${msFigure(ms)} ms`;

/** A difference, with its sign and unit. */
export const signedMs = (ms: number): string => `${ms < 0 ? "−" : "+"}${inMs(Math.abs(ms))}`;

/** Whole milliseconds from here on: requests are a millisecond apart, so a stall is known no better. */
const WHOLE_FROM_MS = 10;

/** A stall in milliseconds, without the unit. A dash when there is no figure. */
export const stallFigure = (ms: number | null | undefined): string =>
  ms != null && Math.abs(ms) >= WHOLE_FROM_MS ? ms.toFixed(0) : msFigure(ms);

/** The same with the unit. */
export const stallMs = (ms: number): string => `${stallFigure(ms)} ms`;

/** A difference of stalls, with its sign and unit. */
export const signedStall = (ms: number): string => `${ms < 0 ? "−" : "+"}${stallMs(Math.abs(ms))}`;

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** How many iterations a scenario is to have: "30 pairs", "up to 100 pairs". */
export const wantedCount = (
  { iterations, atMost }: { readonly iterations: number; readonly atMost: boolean },
  noun: string,
): string => `${atMost ? "up to " : ""}${count(iterations, noun)}`;

/** How many iterations gave a scenario's outage figures: "10 iterations", "9 of 10 iterations". */
export function measuredText({ stats, iterations }: Scenario): string {
  const n = stats?.outageMs.n ?? 0;
  const all = count(iterations.length, "iteration");
  return n === iterations.length ? all : `${n} of ${all}`;
}

/** The median of a figure over iterations; null when no iteration has it. */
export function medianFigure(
  iterations: readonly Iteration[],
  pick: (iteration: Iteration) => number | null | undefined,
): number | null {
  const values = iterations.flatMap((iteration) => pick(iteration) ?? []);
  return values.length === 0 ? null : medianOf(values);
}

/** The most requests that one iteration lost; null when no iteration has that figure. */
export function mostLost(iterations: readonly Iteration[]): number | null {
  const lost = iterations.flatMap((iteration) => iteration.lost ?? []);
  return lost.length === 0 ? null : lost.reduce((most, one) => Math.max(most, one));
}

/** Whether most iterations have an outage too close to the noise; their figures are upper bounds. */
export function mostlyUnresolved(iterations: readonly Iteration[]): boolean {
  const judged = iterations.filter(({ resolved }) => resolved !== null);
  return judged.filter(({ resolved }) => resolved === false).length * 2 > judged.length;
}

/** A scenario's name, with its build when a run has several: "tap-fd (baseline)", "tap-fd, target → candidate". */
export function labelOf(
  { name, build }: Pick<Scenario, "name" | "build">,
  { builds }: { readonly builds: readonly { readonly role: BuildRole }[] },
): string {
  if (build === "baseline") return `${name} (baseline)`;
  if (!builds.some(({ role }) => role === "target")) return name;
  const [from, to]: BuildRole[] = build === "candidate" ? ["candidate", "target"] : ["target", "candidate"];
  return `${name}, ${from} → ${to}`;
}

/**
 * The scenario with the largest median outage. A scenario of the baseline counts only when no other was
 * measured. Null when nothing was measured.
 */
export function worstScenario({ scenarios }: Results): Scenario | null {
  const measured = scenarios.filter(({ stats }) => stats !== null && stats.outageMs.median !== null);
  const own = measured.filter(({ build }) => build !== "baseline");
  const median = ({ stats }: Scenario) => stats?.outageMs.median ?? 0;
  return (own.length > 0 ? own : measured).reduce<Scenario | null>(
    (worst, one) => (worst === null || median(one) > median(worst) ? one : worst),
    null,
  );
}

/** The iteration that represents a scenario: the passed one nearest the median outage, the earlier one of a tie. */
export function medianIteration({ iterations, stats }: Scenario): Iteration | null {
  const median = stats?.outageMs.median ?? null;
  if (median === null) return null;
  const distance = ({ outageMs }: Iteration) => Math.abs((outageMs ?? Number.POSITIVE_INFINITY) - median);
  return iterations
    .filter(({ status, outageMs }) => status === "passed" && outageMs !== null)
    .reduce<Iteration | null>(
      (nearest, one) => (nearest === null || distance(one) < distance(nearest) ? one : nearest),
      null,
    );
}

/** An iteration's number in its scenario, counted from 1. */
export const numberOf = (iteration: Iteration, { iterations }: Scenario): number =>
  iterations.indexOf(iteration) + 1;
