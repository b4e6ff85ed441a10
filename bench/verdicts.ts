/**
 * Whole comparisons of a build with itself, and with one that is slower by a known amount: how often is the verdict wrong? Each boots its
 * own guests. What they measured stays in __tests__/data/comparisons.jsonl, and all rules are tried on it.
 */
import { execFileSync } from "node:child_process";
import { median } from "../src/measure/statistics.ts";
import { type ComparisonRun, compareQemu, compareStandIns } from "./comparison-runs.ts";
import { markdownTable, ms } from "./document.ts";
import { copyOfCli, place, type Report, runBench, say } from "./front.ts";
import { keepRecordings, type Recording, readRecordings } from "./recordings.ts";
import {
  LEAST_FOUND,
  MAX_REGRESSION_PERCENT,
  PAIRS,
  RULES,
  type Rule,
  share,
  signedRanks,
  THRESHOLD_OF_TENTH_PERCENT,
  type Verdict,
} from "./rules.ts";

/** Three boots of three: fewer than eight are never called slower. */
const QUICK_PAIRS = 9;
const MOST_FALSE = 1 / 40;

interface Part {
  readonly kind: Recording["kind"];
  readonly addedPercent: number;
}

/** What is compared, by name. */
const PARTS = {
  same: { kind: "stand-in", addedPercent: 0 },
  quarter: { kind: "stand-in", addedPercent: 25 },
  fifth: { kind: "stand-in", addedPercent: 20 },
  tenth: { kind: "stand-in", addedPercent: 10 },
  "qemu-same": { kind: "qemu", addedPercent: 0 },
  "qemu-quarter": { kind: "qemu", addedPercent: 25 },
} as const satisfies Record<string, Part>;
type PartName = keyof typeof PARTS;

const installedQemu = (): string =>
  execFileSync("sh", ["-c", "command -v qemu-system-x86_64"], { encoding: "utf8" }).trim();

/** A share of the outage, as it was found in comparisons with itself: a freeze is shorter than the outage that it makes. */
function addedMs({ kind, addedPercent }: Part): number {
  if (addedPercent === 0) return 0;
  const outagesMs = readRecordings()
    .filter((one) => one.kind === kind && one.addedPercent === 0)
    .flatMap(({ pairs }) => pairs.flatMap(({ a, b }) => [a, b]));
  const medianMs = median(outagesMs);
  if (medianMs === null)
    throw new Error(
      "how long the outages are is not known yet: run the part of comparisons with itself before",
    );
  return (medianMs * addedPercent) / 100;
}

/** Does `task` for 1 to `count`, `beside` of them at a time. */
async function several<T>(count: number, beside: number, task: (number: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  let next = 1;
  const worker = async () => {
    while (next <= count) {
      const number = next;
      next += 1;
      done[number - 1] = await task(number);
    }
  };
  await Promise.all(Array.from({ length: beside }, worker));
  return done;
}

interface Row {
  readonly part: Part;
  readonly thresholdPercent: number;
  readonly recordings: readonly Recording[];
  /** What is counted. */
  readonly wanted: readonly Verdict[];
}

function report(all: readonly Recording[]): Report {
  const rows = Object.values(PARTS).flatMap((part): Row[] => {
    const recordings = all.filter(
      ({ kind, addedPercent }) => kind === part.kind && addedPercent === part.addedPercent,
    );
    const wanted: Verdict[] = part.addedPercent === 0 ? ["slower", "faster"] : ["slower"];
    const thresholds =
      part.addedPercent === 10
        ? [MAX_REGRESSION_PERCENT, THRESHOLD_OF_TENTH_PERCENT]
        : [MAX_REGRESSION_PERCENT];
    return recordings.length === 0
      ? []
      : thresholds.map((thresholdPercent) => ({ part, thresholdPercent, recordings, wanted }));
  });
  const head = [
    "comparisons",
    "n",
    "pairs",
    "median of A, ms",
    "threshold, %",
    "counted",
    ...RULES.map(({ name }) => name),
  ];
  const same = rows.filter(({ part }) => part.addedPercent === 0);
  const falseOnes = same.reduce((sum, row) => sum + countOf(row, signedRanks), 0);
  const comparisons = same.reduce((sum, { recordings }) => sum + recordings.length, 0);
  return {
    name: "verdicts",
    markdown: [
      place(),
      "",
      markdownTable(head, rows.map(cellsOf)),
      "",
      `False verdicts of the product on a build and itself: ${falseOnes} of ${comparisons} (95 % interval ${binomialText(falseOnes, comparisons)}).`,
    ].join("\n"),
    figures: { rows },
    missed: [
      ...(falseOnes > Math.ceil(comparisons * MOST_FALSE)
        ? [`${falseOnes} false verdicts in ${comparisons} comparisons of a build with itself`]
        : []),
      ...rows
        .filter(({ part }) => part.kind === "stand-in" && part.addedPercent === 25)
        .filter((row) => countOf(row, signedRanks) < LEAST_FOUND * row.recordings.length)
        .map(
          (row) =>
            `only ${countOf(row, signedRanks)} of ${row.recordings.length} slower stand-ins were found`,
        ),
    ],
  };
}

const KINDS = { "stand-in": "stand-in of 20 ms, tap-fd", qemu: "installed QEMU, new-tap, TCG" } as const;

function cellsOf(row: Row): string[] {
  const { part, recordings, thresholdPercent, wanted } = row;
  const outagesMs = recordings.flatMap(({ pairs }) => pairs.map(({ a }) => a));
  const against = part.addedPercent === 0 ? "itself" : `one slower by ${part.addedPercent} %`;
  return [
    `${KINDS[part.kind]}, with ${against}`,
    String(recordings.length),
    String(median(recordings.map(({ pairs }) => pairs.length))),
    ms(median(outagesMs), 1),
    String(thresholdPercent),
    wanted.join(" or "),
    ...RULES.map((rule) => {
      const count = countOf(row, rule);
      return `${count} (${binomialText(count, recordings.length)})`;
    }),
  ];
}

const countOf = ({ recordings, thresholdPercent, wanted }: Row, rule: Rule): number =>
  Math.round(
    recordings.length *
      share(
        recordings.map(({ pairs, periodMs, seed }) =>
          rule.verdict(pairs, { periodMs, maxRegressionPercent: thresholdPercent, seed }),
        ),
        wanted,
      ),
  );

const Z_OF_INTERVAL = 1.96;

/** Wilson's 95 % interval of a share. */
function binomialText(count: number, n: number): string {
  const z2 = Z_OF_INTERVAL ** 2;
  const middle = (count + z2 / 2) / (n + z2);
  const half = (Z_OF_INTERVAL / (n + z2)) * Math.sqrt((count * (n - count)) / n + z2 / 4);
  const percent = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 100);
  return `${percent(middle - half)} to ${percent(middle + half)} %`;
}

await runBench(
  async ({ quick, numbers, parts }): Promise<Report> => {
    if (parts.includes("recorded")) return report(readRecordings());
    using cli = copyOfCli();
    const all: Recording[] = [];
    for (const name of parts as PartName[]) {
      const part = PARTS[name];
      const count = quick ? 2 : (numbers[part.kind === "qemu" ? "qemu-comparisons" : "comparisons"] ?? 0);
      const moreMs = addedMs(part);
      const found = await several(count, numbers.beside ?? 1, async (number) => {
        const run: ComparisonRun = {
          ...{ cli: cli.path, pairs: quick ? QUICK_PAIRS : PAIRS, seed: number },
          ...{ addedPercent: part.addedPercent, addedMs: moreMs },
        };
        const recording =
          part.kind === "qemu" ? await compareQemu(run, installedQemu()) : await compareStandIns(run);
        say(`${name}: ${number} of ${count}${recording === null ? ", not measured" : ""}`);
        return recording;
      });
      const measured = found.filter((one) => one !== null);
      if (quick) all.push(...measured);
      else keepRecordings(measured);
    }
    return report(quick ? all : readRecordings());
  },
  {
    parts: [...Object.keys(PARTS), "recorded"],
    usual: Object.keys(PARTS),
    numbers: { comparisons: 20, "qemu-comparisons": 6, beside: 1 },
  },
);
