/** How often the history names changes where there are none, and how soon it names one: the rule, applied to made-up series. */
import { DRIFTING, INDEPENDENT, seriesOf, shifted } from "../__tests__/measure/made-up-series.ts";
import { courseOf, type SearchOptions } from "../src/measure/change-point.ts";
import { markdownTable } from "./document.ts";
import { place, type Report, runBench, say } from "./front.ts";

const SERIES = 1_000;
const LENGTHS = [12, 20, 50, 100];
const HISTORY = 100;
const MOST_FALSE = 0.01;

const SHIFTED = 200;
const RUNS_BEFORE = 30;
const SHIFTS = [1, 2, 3, 4, 5, 6, 8];
const RUNS_AFTER = [5, 6, 8, 10, 15, 20, 30];
/** A change that is found at most this many runs beside its place is found. */
const BESIDE = 1;

/** As many series as two scenarios with three figures have, for a build and its baseline. */
const MACHINE: SearchOptions = { series: 12, resolution: 0.1, seed: 1 };
/** The bound is for all series of a machine together: a machine with one series has all of it. */
const ONE: SearchOptions = { ...MACHINE, series: 1 };

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const seeds = (number: number) => Array.from({ length: number }, (_, seed) => seed);
const starts = (values: readonly number[], options: SearchOptions) =>
  courseOf(values, options)
    .levels.slice(1)
    .map(({ from }) => from);
const share = (number: number, holds: (seed: number) => boolean) =>
  seeds(number).filter(holds).length / number;

type Kind = Parameters<typeof seriesOf>[0];

/** The share of series in which a change is named, by their length; last, the share of histories in which some report names one. */
function falseShares(name: string, kind: Kind, number: number): number[] {
  say(`${name}: ${number} series`);
  return [
    ...LENGTHS.map((runs) => share(number, (seed) => starts(seriesOf(kind, runs, seed), ONE).length > 0)),
    share(number / 5, (seed) => {
      const values = seriesOf(kind, HISTORY, seed);
      return values.some((_, run) => starts(values.slice(0, run + 1), ONE).length > 0);
    }),
  ];
}

/** The share of shifts that are found at their place, with nothing besides. */
const foundShares = (shift: number, number: number) =>
  RUNS_AFTER.map((after) =>
    share(number, (seed) => {
      const [first, ...more] = starts(shifted(RUNS_BEFORE + after, shift, RUNS_BEFORE, seed), MACHINE);
      return first !== undefined && Math.abs(first - RUNS_BEFORE) <= BESIDE && more.length === 0;
    }),
  );

await runBench(async ({ quick }): Promise<Report[]> => {
  const number = quick ? SERIES / 10 : SERIES;
  const rows = (kinds: Readonly<Record<string, Kind>>, of: number) =>
    Object.entries(kinds).map(([name, kind]) => ({ name, shares: falseShares(name, kind, of) }));
  const independent = rows(INDEPENDENT, number);
  const drifting = rows(DRIFTING, number / 5);
  const found = SHIFTS.map((shift) => {
    say(`a shift of ${shift} spreads`);
    return { shift, shares: foundShares(shift, quick ? SHIFTED / 10 : SHIFTED) };
  });
  const falseTable = markdownTable(
    ["figures", ...LENGTHS.map((runs) => `${runs} runs`), `any of ${HISTORY} reports`],
    [...independent, ...drifting].map(({ name, shares }) => [name, ...shares.map(percent)]),
  );
  const foundTable = markdownTable(
    ["shift in spreads", ...RUNS_AFTER.map((runs) => `after ${runs} runs`)],
    found.map(({ shift, shares }) => [String(shift), ...shares.map(percent)]),
  );
  return [
    {
      name: "change-points",
      markdown: `${place()}\n\n${falseTable}\n\n${foundTable}`,
      figures: { independent, drifting, found },
      missed: independent.flatMap(({ name, shares }) =>
        shares
          .slice(0, LENGTHS.length)
          .flatMap((one, index) =>
            one > MOST_FALSE ? [`${name}, ${LENGTHS[index]} runs: ${percent(one)} false changes`] : [],
          ),
      ),
    },
  ];
});
