/**
 * How often rules for an A/B are wrong, on comparisons drawn from measured iterations. With both sides drawn from one build, "slower" and
 * "faster" are false verdicts. With a quarter added to one side, any verdict but "slower" is a miss.
 */
import { createRandom } from "../src/measure/random.ts";
import { median } from "../src/measure/statistics.ts";
import { STEADY, simulateAuto } from "./auto.ts";
import { markdownTable, ms } from "./document.ts";
import { place, type Report, runBench, say } from "./front.ts";
import {
  drawnPairs,
  EFFECTS,
  type Effects,
  NO_EFFECTS,
  type Pool,
  readPools,
  spreadOf,
  take,
} from "./pools.ts";
import {
  LEAST_FOUND,
  MAX_REGRESSION_PERCENT,
  PAIRS,
  RULES,
  type Rule,
  share,
  signedRanks,
  THRESHOLD_OF_TENTH_PERCENT,
} from "./rules.ts";

const DRAWS = 400;
const RUNS = 2_000;
const [QUARTER, TENTH] = [0.25, 0.1];
const NUMBERS_OF_PAIRS = [30, 60, 100, 150, 200, 300, 500, 1_000];
const MOST_FALSE = 0.01;

const percent = (part: number): string => (part * 100).toFixed(1);

interface Rates {
  readonly rule: Rule;
  readonly falseVerdicts: number;
  readonly quarter: number;
  readonly tenth: number;
}

await runBench(async ({ quick }) => {
  const pools = readPools();
  const draws = quick ? DRAWS / 10 : DRAWS;
  const rules = pools.flatMap((pool) =>
    EFFECTS.map((effects) => {
      say(`${pool.name}, ${effects.name}: ${draws} draws`);
      return { pool, effects, rates: RULES.map((rule) => ratesOf(rule, pool, effects, draws)) };
    }),
  );
  say(`auto: ${RUNS} runs`);
  const auto = simulateAuto(pools, quick ? RUNS / 10 : RUNS);
  return [
    rulesReport(rules, draws),
    {
      name: "auto",
      markdown: [`${place()} ${quick ? RUNS / 10 : RUNS} runs each.`, "", auto.markdown].join("\n"),
      figures: {},
      missed: auto.missed,
    },
    tenthReport(pools, draws),
  ];
});

function ratesOf(rule: Rule, pool: Pool, effects: Effects, draws: number): Rates {
  const random = createRandom(1);
  const verdicts = (added: number) =>
    Array.from({ length: draws }, (_, seed) =>
      rule.verdict(take(PAIRS, drawnPairs(pool, added, effects, random)), {
        ...{ periodMs: pool.periodMs, maxRegressionPercent: MAX_REGRESSION_PERCENT, seed },
      }),
    );
  return {
    rule,
    falseVerdicts: share(verdicts(0), ["slower", "faster"]),
    quarter: share(verdicts(QUARTER), ["slower"]),
    tenth: share(verdicts(TENTH), ["slower"]),
  };
}

function rulesReport(
  all: readonly { pool: Pool; effects: Effects; rates: readonly Rates[] }[],
  draws: number,
): Report {
  const head = [
    "iterations of",
    "n",
    "median ms",
    "middle half / median",
    "effects",
    ...RULES.map(({ name }) => name),
  ];
  const rows = all.map(({ pool, effects, rates }) => [
    ...[pool.name, String(pool.outagesMs.length), ms(median(pool.outagesMs), 1)],
    ...[`${percent(spreadOf(pool))} %`, effects.name],
    ...rates.map(({ falseVerdicts, quarter, tenth }) =>
      [falseVerdicts, quarter, tenth].map(percent).join(" / "),
    ),
  ]);
  const missed = all
    .filter(({ pool, effects }) => spreadOf(pool) <= STEADY && effects.boot === 0)
    .flatMap(({ pool, effects, rates }) =>
      rates
        .filter(({ rule }) => rule === signedRanks)
        .flatMap(({ falseVerdicts, quarter }) => [
          ...(falseVerdicts > MOST_FALSE
            ? [`${pool.name} (${effects.name}): ${percent(falseVerdicts)} % false verdicts`]
            : []),
          ...(quarter < LEAST_FOUND
            ? [`${pool.name} (${effects.name}): only ${percent(quarter)} % of the slower builds were found`]
            : []),
        ]),
    );
  return {
    name: "compare",
    markdown: [
      `${place()} ${draws} draws of ${PAIRS} pairs each, \`max-regression-percent\` ${MAX_REGRESSION_PERCENT}. In each cell: false verdicts / slower by a quarter found / slower by a tenth called slower, in %.`,
      "",
      markdownTable(head, rows),
    ].join("\n"),
    figures: { rules: all },
    missed,
  };
}

/** How many pairs a tenth takes. */
function tenthReport(pools: readonly Pool[], draws: number): Report {
  const rows = pools.map((pool) => {
    const random = createRandom(1);
    const found = (pairs: number) =>
      share(
        Array.from({ length: draws }, (_, seed) =>
          signedRanks.verdict(take(pairs, drawnPairs(pool, TENTH, NO_EFFECTS, random)), {
            ...{ periodMs: pool.periodMs, maxRegressionPercent: THRESHOLD_OF_TENTH_PERCENT, seed },
          }),
        ),
        ["slower"],
      );
    const enough = NUMBERS_OF_PAIRS.find((pairs) => found(pairs) >= LEAST_FOUND);
    return [
      pool.name,
      `${percent(spreadOf(pool))} %`,
      `${percent(found(PAIRS))} %`,
      enough === undefined ? `more than ${Math.max(...NUMBERS_OF_PAIRS)}` : String(enough),
    ];
  });
  const head = ["iterations of", "middle half / median", "tenth found, 30 pairs", "pairs for 90 %"];
  return {
    name: "tenth",
    markdown: [
      `${place()} \`max-regression-percent\` ${THRESHOLD_OF_TENTH_PERCENT}.`,
      "",
      markdownTable(head, rows),
    ].join("\n"),
    figures: {},
    missed: [],
  };
}
