/** The candidate of a scenario against the baseline, figure by figure. */

import type { Settings } from "../inputs/settings.ts";
import { type CompareOptions, compare, compareMany, ONE_LOOK, type Sample } from "../measure/compare.ts";
import { figureOf, resolutionOf } from "../measure/compared-figures.ts";
import { EACH_LOOK } from "../measure/looks.ts";
import { COMPARED_FIGURES } from "../results/names.ts";
import type { Comparison, Iteration, Results, Scenario } from "../results/schema.ts";

interface Compares {
  readonly settings: Pick<Settings, "maxRegressionPercent" | "seed">;
  readonly probe: Pick<Results["probe"], "resolutionMs">;
}

/**
 * Compares what there is so far. Iterations that failed do not count, and a pair of which one failed does not either. `auto` is null when
 * the number of pairs was set.
 */
export function compareLanes(
  { settings, probe }: Compares,
  candidate: Pick<Scenario, "name" | "iterations">,
  baseline: Pick<Scenario, "iterations">,
  auto: NonNullable<Comparison["auto"]> | null,
): Comparison {
  const [a, b] = [passed(baseline.iterations), passed(candidate.iterations)];
  const partners = partnersIn(a, b);
  const { maxRegressionPercent, seed } = settings;
  const options: Omit<CompareOptions, "resolutionMs"> = {
    ...{ maxRegressionPercent, seed, certainty: ONE_LOOK },
    failed: candidate.iterations.length - b.length + baseline.iterations.length - a.length,
  };
  const sampleOf = (figure: (iteration: Iteration) => number | null | undefined): Sample => ({
    a: a.flatMap((one) => figure(one) ?? []),
    b: b.flatMap((one) => figure(one) ?? []),
    pairs: partners.flatMap(([ofA, ofB]) => {
      const [valueA, valueB] = [figure(ofA), figure(ofB)];
      return valueA == null || valueB == null ? [] : [[valueA, valueB] as const];
    }),
  });
  const others = COMPARED_FIGURES.flatMap((figure) => {
    const sample = sampleOf((iteration) => figureOf(iteration, figure));
    const resolutionMs = resolutionOf(figure, [...a, ...b], probe.resolutionMs);
    return sample.pairs.length === 0 ? [] : [[figure, { ...sample, resolutionMs }] as const];
  });
  return {
    scenario: candidate.name,
    pairs: partners.length,
    maxRegressionPercent,
    ...compare(
      sampleOf(({ outageMs }) => outageMs),
      {
        ...{ ...options, resolutionMs: probe.resolutionMs },
        certainty: auto === null ? ONE_LOOK : EACH_LOOK,
      },
    ),
    auto,
    // The outage alone decides when pairs are enough, so these are looked at once.
    others: [...compareMany(new Map(others), options)].map(([figure, figures]) => ({
      figure,
      maxRegressionPercent,
      ...figures,
    })),
  };
}

const passed = (iterations: readonly Iteration[]): Iteration[] =>
  iterations.filter(({ status }) => status === "passed");

function partnersIn(a: readonly Iteration[], b: readonly Iteration[]): [Iteration, Iteration][] {
  const byPair = new Map(b.map((iteration) => [iteration.pair, iteration]));
  return a.flatMap((one) => {
    const partner = byPair.get(one.pair);
    return one.pair === null || partner === undefined ? [] : [[one, partner] as [Iteration, Iteration]];
  });
}
