/**
 * Measures how often the A/B rule is wrong, on samples drawn from measured iterations. With both sides drawn from one build,
 * "slower" and "faster" are false verdicts. With a quarter added to one side, any verdict but "slower" is a miss.
 */
import { readFileSync } from "node:fs";
import { runCli } from "../__tests__/e2e/product.ts";
import { smallRun } from "../__tests__/e2e/small-run.ts";
import { makeStandIn } from "../__tests__/fakes/stand-in.ts";
import { temporaryFolder } from "../__tests__/folder.ts";
import { compare } from "../src/measure/compare.ts";
import { createRandom, type Random } from "../src/measure/random.ts";
import { median, outagesOf, percentile } from "../src/measure/statistics.ts";
import { type Comparison, Results } from "../src/results/schema.ts";
import { markdownTable, ms } from "./document.ts";
import { copyOfCli, place, type Report, resultsOf, runBench, say } from "./front.ts";

const RECORDED = ["ab-10.0-11.1", "alone-7.2", "kvm-10.0"].map(
  (name) => `__tests__/data/results/${name}.json`,
);
const DRAWS = 1_000;
const PAIRS = 30;
const MAX_REGRESSION_PERCENT = 20;
const ADDED_PERCENT = 25;
const LEAST_ADDED_PERIODS = 3;
const STAND_IN_FREEZE_MS = 20;
const STAND_IN_ITERATIONS = 40;

const MOST_FALSE = 0.02;
const LEAST_FOUND = 0.9;
/**
 * The limits above hold for pools whose interquartile range is at most this share of their median. In more scattered pools, 30
 * iterations cannot tell a quarter from chance by any rule that asks for a difference of a fifth: the median itself is not known
 * better than that.
 */
const STEADY = 1 / 6;

/** The outages of one build in one recording. */
interface Pool {
  readonly name: string;
  readonly outagesMs: readonly number[];
  readonly periodMs: number;
}

interface Rates {
  readonly pool: Pool;
  readonly falseAlarms: number;
  readonly found: number;
  readonly missed: number;
}

await runBench(async ({ quick }) => {
  const pools = [...RECORDED.flatMap(recordedPools), await standInPool(quick ? 12 : STAND_IN_ITERATIONS)];
  const draws = quick ? DRAWS / 10 : DRAWS;
  const rates = pools.map((pool) => {
    say(`${pool.name}: ${draws} draws`);
    return ratesOf(pool, draws);
  });
  return report(rates, draws);
});

function recordedPools(path: string): Pool[] {
  const { accel, builds, scenarios, probe } = Results.parse(JSON.parse(readFileSync(path, "utf8")));
  return scenarios.flatMap(({ name, build, iterations }) => {
    const outagesMs = outagesOf(iterations);
    if (outagesMs.length < PAIRS) return [];
    const version = builds.find(({ role }) => role === build)?.version.split(" ")[0] ?? "";
    return [
      {
        name: `${name}, QEMU ${version}, ${accel}`,
        outagesMs,
        periodMs: probe.resolutionMs,
      },
    ];
  });
}

async function standInPool(iterations: number): Promise<Pool> {
  say(`stand-in: ${iterations} iterations`);
  using cli = copyOfCli();
  using out = temporaryFolder();
  using standIn = makeStandIn({ freezeMs: STAND_IN_FREEZE_MS });
  const words = smallRun({ qemu: standIn.path, iterations, out: out.path, quiet: true });
  const { scenarios, probe } = await resultsOf(runCli(words, { cli: cli.path }), out.path);
  return {
    name: `tap-fd, stand-in of ${STAND_IN_FREEZE_MS} ms`,
    outagesMs: outagesOf(scenarios[0]?.iterations ?? []),
    periodMs: probe.resolutionMs,
  };
}

function ratesOf(pool: Pool, draws: number): Rates {
  const random = createRandom(1);
  const { outagesMs, periodMs } = pool;
  const addedMs = Math.max(((median(outagesMs) ?? 0) * ADDED_PERCENT) / 100, LEAST_ADDED_PERIODS * periodMs);
  const verdicts = (shiftMs: number): Comparison["verdict"][] =>
    Array.from({ length: draws }, (_, seed) => {
      const a = drawn(outagesMs, random);
      const b = drawn(outagesMs, random).map((outageMs) => outageMs + shiftMs);
      const options = { periodMs, maxRegressionPercent: MAX_REGRESSION_PERCENT, failed: 0, seed };
      return compare(a, b, options).verdict;
    });
  const same = verdicts(0);
  const slower = verdicts(addedMs);
  const share = (all: readonly string[], ...wanted: string[]) =>
    all.filter((verdict) => wanted.includes(verdict)).length / draws;
  return {
    pool,
    falseAlarms: share(same, "slower", "faster"),
    found: share(slower, "slower"),
    missed: share(slower, "same"),
  };
}

function drawn(values: readonly number[], random: Random): number[] {
  return Array.from({ length: PAIRS }, () => values[Math.floor(random() * values.length)] ?? Number.NaN);
}

/** The interquartile range of the outages, as a share of their median. */
function spreadOf({ outagesMs }: Pool): number {
  const at = (share: number) => percentile(outagesMs, share) ?? 0;
  return (at(0.75) - at(0.25)) / at(0.5);
}

function report(rates: readonly Rates[], draws: number): Report {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const rows = rates.map(({ pool, falseAlarms, found, missed }) => {
    return [
      pool.name,
      String(pool.outagesMs.length),
      ms(median(pool.outagesMs), 1),
      percent(spreadOf(pool)),
      percent(falseAlarms),
      percent(found),
      percent(missed),
    ];
  });
  const missed = rates.flatMap(({ pool, falseAlarms, found }) => [
    ...(falseAlarms > MOST_FALSE ? [`${pool.name}: ${percent(falseAlarms)} false verdicts`] : []),
    ...(spreadOf(pool) <= STEADY && found < LEAST_FOUND
      ? [`${pool.name}: only ${percent(found)} of the slower builds were found`]
      : []),
  ]);
  const head = [
    "iterations of",
    "n",
    "median ms",
    "middle half / median",
    "false slower or faster",
    `slower found (+${ADDED_PERCENT} %)`,
    "found the same",
  ];
  const markdown = [
    `${place()} ${draws} draws of ${PAIRS} pairs each, \`max-regression-percent\` ${MAX_REGRESSION_PERCENT}.`,
    "",
    markdownTable(head, rows),
  ].join("\n");
  return { name: "compare", markdown, figures: { rates }, missed };
}
