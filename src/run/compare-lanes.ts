/** The candidate of a scenario against the baseline, figure by figure. */

import type { Settings } from "../inputs/settings.ts";
import {
  type CompareOptions,
  compare,
  compareMany,
  ONE_LOOK,
  type Sample,
  verdictOf,
} from "../measure/compare.ts";
import { figureOf, resolutionOf } from "../measure/compared-figures.ts";
import { EACH_LOOK } from "../measure/looks.ts";
import { COMPARED_FIGURES } from "../results/names.ts";
import type { Comparison, Iteration, Results, Scenario } from "../results/schema.ts";

interface Compares {
  readonly settings: Pick<Settings, "maxRegressionPercent" | "seed">;
  readonly probe: Pick<Results["probe"], "resolutionMs">;
}

type Iterations = Pick<Scenario, "iterations">;

/**
 * Compares what there is so far. Iterations that failed do not count, and a pair of which one failed does not either. `auto` is null when
 * the number of pairs was set.
 */
export function compareLanes(
  compares: Compares,
  candidate: Iterations & Pick<Scenario, "name">,
  baseline: Iterations,
  auto: NonNullable<Comparison["auto"]> | null,
): Comparison {
  const { maxRegressionPercent } = compares.settings;
  const { a, b, pairs, sampleOf, options } = gather(compares, candidate, baseline);
  const others = COMPARED_FIGURES.flatMap((figure) => {
    const sample = sampleOf((iteration) => figureOf(iteration, figure));
    const resolutionMs = resolutionOf(figure, [...a, ...b], compares.probe.resolutionMs);
    return sample.pairs.length === 0 ? [] : [[figure, { ...sample, resolutionMs }] as const];
  });
  return {
    scenario: candidate.name,
    pairs,
    maxRegressionPercent,
    ...compare(sampleOf(outage), { ...options, certainty: auto === null ? ONE_LOOK : EACH_LOOK }),
    auto,
    // The outage alone decides when pairs are enough, so these are looked at once.
    others: [...compareMany(new Map(others), options)].map(([figure, figures]) => ({
      figure,
      maxRegressionPercent,
      ...figures,
    })),
  };
}

/** What a look at a comparison needs: the other figures and the intervals of the medians take longer. */
export function lookAt(
  compares: Compares,
  candidate: Iterations,
  baseline: Iterations,
): Pick<Comparison, "pairs" | "verdict"> {
  const { pairs, sampleOf, options } = gather(compares, candidate, baseline);
  return { pairs, verdict: verdictOf(sampleOf(outage), { ...options, certainty: EACH_LOOK }) };
}

const outage = ({ outageMs }: Iteration): number | null => outageMs;

interface Gathered {
  /** Of the baseline and of the candidate. */
  readonly a: readonly Iteration[];
  readonly b: readonly Iteration[];
  readonly pairs: number;
  readonly sampleOf: (figure: (iteration: Iteration) => number | null | undefined) => Sample;
  readonly options: CompareOptions;
}

function gather({ settings, probe }: Compares, candidate: Iterations, baseline: Iterations): Gathered {
  const [a, b] = [passed(baseline.iterations), passed(candidate.iterations)];
  const partners = partnersIn(a, b);
  const { maxRegressionPercent, seed } = settings;
  return {
    ...{ a, b, pairs: partners.length },
    sampleOf: (figure) => ({
      a: a.flatMap((one) => figure(one) ?? []),
      b: b.flatMap((one) => figure(one) ?? []),
      pairs: partners.flatMap(([ofA, ofB]) => {
        const [valueA, valueB] = [figure(ofA), figure(ofB)];
        return valueA == null || valueB == null ? [] : [[valueA, valueB] as const];
      }),
    }),
    options: {
      ...{ maxRegressionPercent, seed, certainty: ONE_LOOK, resolutionMs: probe.resolutionMs },
      failed: candidate.iterations.length - b.length + baseline.iterations.length - a.length,
    },
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
