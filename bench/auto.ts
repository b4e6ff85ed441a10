/** `iterations: auto` in simulation: how often it is wrong, and how many pairs it takes. */
import { EACH_LOOK, LOOKS, MOST_PAIRS } from "../src/measure/looks.ts";
import { createRandom } from "../src/measure/random.ts";
import { median, percentile } from "../src/measure/statistics.ts";
import { markdownTable } from "./document.ts";
import { drawnPairs, NO_EFFECTS, type Pool, spreadOf, take } from "./pools.ts";
import { MAX_REGRESSION_PERCENT, PAIRS, share, signedRanks, type Verdict, verdictWith } from "./rules.ts";

const ADDED = 0.25;
/** Pools that scatter more are left out of the criteria: a quarter takes more than the usual number of pairs there. */
export const STEADY = 1 / 3;
const MOST_FALSE = 0.01;

interface Row {
  readonly pool: Pool;
  readonly falseFixed: number;
  readonly falseAuto: number;
  readonly pairsSame: number;
  readonly foundFixed: number;
  readonly foundAuto: number;
  readonly pairsSlower: number;
  readonly pairsSlower90: number;
}

export function simulateAuto(pools: readonly Pool[], runs: number): { markdown: string; missed: string[] } {
  const rows = pools.map((pool) => rowOf(pool, runs));
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  const head = [
    "iterations of",
    "false, 30 pairs",
    "false, auto",
    "pairs when the same",
    "quarter found, 30 pairs",
    "quarter found, auto",
    "pairs, median",
    "pairs, 90 %",
  ];
  return {
    markdown: markdownTable(
      head,
      rows.map((row) => [
        row.pool.name,
        ...[percent(row.falseFixed), percent(row.falseAuto), String(row.pairsSame)],
        ...[percent(row.foundFixed), percent(row.foundAuto), String(row.pairsSlower)],
        String(row.pairsSlower90),
      ]),
    ),
    missed: rows
      .filter(({ pool }) => spreadOf(pool) <= STEADY)
      .flatMap(({ pool, falseAuto, pairsSlower }) => [
        ...(falseAuto > MOST_FALSE ? [`${pool.name}: ${percent(falseAuto)} false verdicts with auto`] : []),
        ...(pairsSlower > PAIRS / 2 ? [`${pool.name}: auto takes ${pairsSlower} pairs for a quarter`] : []),
      ]),
  };
}

function rowOf(pool: Pool, runs: number): Row {
  const same = simulated(pool, 0, runs);
  const slower = simulated(pool, ADDED, runs);
  const of = (verdicts: readonly Verdict[], ...wanted: Verdict[]) => share(verdicts, wanted);
  return {
    pool,
    falseFixed: of(same.fixed, "slower", "faster"),
    falseAuto: of(same.auto, "slower", "faster"),
    pairsSame: median(same.pairs) ?? 0,
    foundFixed: of(slower.fixed, "slower"),
    foundAuto: of(slower.auto, "slower"),
    pairsSlower: median(slower.pairs) ?? 0,
    pairsSlower90: Math.round(percentile(slower.pairs, 0.9) ?? 0),
  };
}

/** Runs with a set number of pairs, and the same ones with auto. */
function simulated(
  pool: Pool,
  added: number,
  runs: number,
): { fixed: Verdict[]; auto: Verdict[]; pairs: number[] } {
  const random = createRandom(1);
  const all = { fixed: [] as Verdict[], auto: [] as Verdict[], pairs: [] as number[] };
  const options = { periodMs: pool.periodMs, maxRegressionPercent: MAX_REGRESSION_PERCENT, seed: 1 };
  for (let run = 0; run < runs; run += 1) {
    const drawn = take(MOST_PAIRS, drawnPairs(pool, added, NO_EFFECTS, random));
    all.fixed.push(signedRanks.verdict(drawn.slice(0, PAIRS), options));
    const at = (pairs: number) => verdictWith(EACH_LOOK, drawn.slice(0, pairs), options);
    const ended = LOOKS.find((pairs) => at(pairs) !== "inconclusive") ?? MOST_PAIRS;
    all.auto.push(at(ended));
    all.pairs.push(ended);
  }
  return all;
}
