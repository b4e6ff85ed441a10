/**
 * The long tests: the whole fault table, all attacks, random ends, hundreds of iterations in one run, many runs at once. CI runs a
 * part of them.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type CaseResult, runCase } from "../__tests__/e2e/fault-case.ts";
import { allCases, type FaultCase, nameOf, someCases } from "../__tests__/e2e/fault-table.ts";
import { endAll, leftovers, readResults, type Started, start } from "../__tests__/e2e/product.ts";
import { smallRun } from "../__tests__/e2e/small-run.ts";
import { makeStandIn } from "../__tests__/fakes/stand-in.ts";
import { temporaryFolder } from "../__tests__/folder.ts";
import { createRandom } from "../src/measure/random.ts";
import { median } from "../src/measure/statistics.ts";
import { markdownTable } from "./document.ts";
import { copyOfCli, type Options, place, type Report, runBench, say } from "./front.ts";
import {
  drawEnds,
  nameOfEnd,
  type RandomEnd,
  type RandomEndResult,
  runRandomEnd,
  VICTIMS,
} from "./random-ends.ts";

const DOCUMENT = "docs/reliability.md";
const WHOLE = { standIn: 500, real: 50, early: 50, window: 20, runs: 8, kills: 100, stops: 30 };
const QUICK = { standIn: 60, real: 3, early: 20, window: 10, runs: 3, kills: 12, stops: 5 };
/** Seed of the random ends. */
const SEED = 14;
/** More than there are cores, because they mostly wait. */
const CASES_AT_ONCE = 8;
/** Criteria. A runner sends a cancelled job TERM 7.5 s after INT. */
const MOST_SECONDS_TO_CANCEL = 5;
const MOST_GROWTH = 1.2;

interface Part {
  readonly markdown: string;
  readonly figures: object;
  readonly missed: readonly string[];
}

interface Done {
  readonly given: FaultCase;
  readonly result: CaseResult;
}

async function faultTable(quick: boolean): Promise<Part> {
  const cases = quick ? someCases().slice(0, 12) : allCases();
  const done: Done[] = [];
  await forAll(cases, async (given) => {
    const result = await runCase(given);
    done.push({ given, result });
    for (const problem of result.problems) say(`${nameOf(given)}: ${problem}`);
    say(`fault table: ${done.length} of ${cases.length}`);
  });
  const classes = new Map<string, Done[]>();
  for (const one of done) {
    const { what } = one.given;
    const name = what.kind === "signal" ? what.signal : `QEMU ${what.fault.name}`;
    classes.set(name, [...(classes.get(name) ?? []), one]);
  }
  const rows = [...classes].map(([name, of]) => {
    const seconds = of.flatMap(({ result }) => result.secondsAfterFault ?? []);
    return [
      name,
      String(of.length),
      String(of.filter(({ result }) => result.problems.length === 0).length),
      String(of.filter(({ result }) => result.outcome === "passed").length),
      (median(seconds) ?? Number.NaN).toFixed(1),
      Math.max(...seconds).toFixed(1),
    ];
  });
  const slow = done.filter(
    ({ given: { what }, result }) =>
      what.kind === "signal" && (result.secondsAfterFault ?? 0) > MOST_SECONDS_TO_CANCEL,
  );
  return {
    markdown: markdownTable(
      ["fault", "cases", "all held", "run passed", "s from fault to end, median", "longest"],
      rows,
    ),
    figures: { cases: done.map(({ given, result }) => ({ name: nameOf(given), ...result })) },
    missed: [
      ...done.flatMap(({ given, result }) =>
        result.problems.map((problem) => `${nameOf(given)}: ${problem}`),
      ),
      ...slow.map(
        ({ given, result }) => `${nameOf(given)}: it took ${result.secondsAfterFault?.toFixed(1)} s to end`,
      ),
    ].map((text) => text.split("\n")[0] ?? ""),
  };
}

/** Does the work for each, `CASES_AT_ONCE` at a time. */
async function forAll<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const worker = async () => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: CASES_AT_ONCE }, worker));
}

async function randomEnds(how: RandomEnd["how"], count: number): Promise<Part> {
  const done: { end: RandomEnd; result: RandomEndResult }[] = [];
  await forAll(drawEnds(how, count, createRandom(SEED)), async (end) => {
    const result = await runRandomEnd(end);
    done.push({ end, result });
    say(`${done.length} of ${count}: ${nameOfEnd(end)}: ${[result.outcome, ...result.problems].join("; ")}`);
  });
  const rows = VICTIMS.flatMap((victim) => {
    const of = done.filter(({ end }) => end.victim === victim);
    const outcomes = (word: string) => of.filter(({ result }) => result.outcome === word).length;
    const held = of.filter(({ result }) => result.problems.length === 0).length;
    return of.length === 0
      ? []
      : [
          [
            `${how} of the ${victim}`,
            `${of.length}`,
            `${held}`,
            `${outcomes("passed")}`,
            `${outcomes("failed")}`,
          ],
        ];
  });
  return {
    markdown: markdownTable(["at random", "cases", "all held", "run passed", "run failed"], rows),
    figures: { how, seed: SEED, cases: done.map(({ end, result }) => ({ ...end, ...result })) },
    missed: done.flatMap(({ end, result }) =>
      result.problems.map((problem) => `${nameOfEnd(end)}: ${problem}`.split("\n")[0] ?? ""),
    ),
  };
}

/** What vitest's reporter `json` writes. */
const testReport = z.object({
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(
        z.object({ title: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

/** Runs all of __tests__/attacks with vitest. */
async function attacks(quick: boolean): Promise<Part> {
  using folder = temporaryFolder();
  const outputFile = join(folder.path, "attacks.json");
  const args = ["run", "__tests__/attacks", "--reporter=json", `--outputFile=${outputFile}`];
  const vitest = spawn("node_modules/.bin/vitest", args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TESTS: quick ? "quick" : "all" },
  });
  await once(vitest, "close");
  const { testResults } = testReport.parse(JSON.parse(readFileSync(outputFile, "utf8")));
  // Titles of attacks are "KIND: …". The other tests are about the table itself.
  const tried = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title }) => title.includes(": "));
  const kinds = new Map<string, typeof tried>();
  for (const one of tried) {
    const kind = one.title.split(": ")[0] ?? "";
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  const held = (of: typeof tried) => of.filter(({ status }) => status === "passed").length;
  const rows = [...kinds].map(([kind, of]) => [kind, `${of.length}`, `${held(of)}`]);
  return {
    markdown: markdownTable(
      ["attacks", "tried", "all held"],
      [...rows, ["total", `${tried.length}`, `${held(tried)}`]],
    ),
    figures: { tried: tried.length, held: held(tried) },
    missed: [
      ...tried
        .filter(({ status }) => status !== "passed")
        .map(
          ({ title, status, failureMessages: [why = ""] }) => `${status}: ${title}: ${why.split("\n")[0]}`,
        ),
      ...testResults
        .filter(({ assertionResults }) => assertionResults.length === 0)
        .map(({ message }) => message),
    ],
  };
}

interface Sample {
  readonly atMs: number;
  readonly iterations: number;
  readonly residentKiB: number;
}

function residentKiB(pid: number): number | null {
  try {
    return Number(
      /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN,
    );
  } catch {
    return null;
  }
}

/** Samples a run's memory after each iteration that it reports. */
async function watchRun(run: Started, iterations: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  let over = false;
  void run.ended.finally(() => {
    over = true;
  });
  for (let done = 1; done <= iterations && !over; done += 1) {
    await run.saying(new RegExp(`^ +${done} of ${iterations} (passed|failed)`, "m"));
    const resident = residentKiB(run.pid);
    if (resident !== null) samples.push({ atMs: performance.now(), iterations: done, residentKiB: resident });
  }
  return samples;
}

async function longRun(
  what: string,
  qemu: string,
  iterations: number,
  { early, window }: { early: number; window: number },
): Promise<Part> {
  using cli = copyOfCli();
  using out = temporaryFolder();
  const words = smallRun({ qemu, scenarios: "new-tap", iterations, out: out.path });
  await using run = start(words, { cli: cli.path });
  const samples = await watchRun(run, iterations);
  const ended = await run.ended;
  const around = (last: number) =>
    samples.filter((one) => one.iterations > last - window && one.iterations <= last);
  const memory = (last: number) => median(around(last).map((one) => one.residentKiB)) ?? Number.NaN;
  const pace = (last: number) => {
    const of = around(last);
    return ((of.at(-1)?.atMs ?? Number.NaN) - (of[0]?.atMs ?? Number.NaN)) / (of.length - 1);
  };
  const last = Math.min(early, iterations);
  const growth = memory(iterations) / memory(last);
  const slowdown = pace(iterations) / pace(last);
  const passed = readResults(out.path).scenarios[0]?.iterations.filter(
    ({ status }) => status === "passed",
  ).length;
  const left = leftovers(run.runIds());
  return {
    markdown: markdownTable(
      [
        "run",
        "passed",
        `MiB at ${last}`,
        `MiB at ${iterations}`,
        "ratio",
        `ms per iteration at ${last}`,
        `at ${iterations}`,
        "ratio",
      ],
      [
        [
          what,
          `${passed} of ${iterations}`,
          (memory(last) / 1024).toFixed(0),
          (memory(iterations) / 1024).toFixed(0),
          growth.toFixed(2),
          pace(last).toFixed(0),
          pace(iterations).toFixed(0),
          slowdown.toFixed(2),
        ],
      ],
    ),
    figures: { what, passed, iterations, growth, slowdown, samples: samples.length },
    missed: [
      ...(passed === iterations && ended.status === 0 ? [] : [`${what}: ${passed} of ${iterations} passed`]),
      ...(growth <= MOST_GROWTH || last === iterations
        ? []
        : [`${what}: memory grew by ${growth.toFixed(2)}`]),
      ...(slowdown <= MOST_GROWTH || last === iterations
        ? []
        : [`${what}: iterations became slower by ${slowdown.toFixed(2)}`]),
      ...left.map((one) => `${what}: left ${one}`),
    ],
  };
}

async function sideBySide(count: number): Promise<Part> {
  using cli = copyOfCli();
  using out = temporaryFolder();
  const begin = performance.now();
  const runs = Array.from({ length: count }, (_, index) =>
    start(smallRun({ scenarios: "new-tap", iterations: 2, out: out.at(`${index}`) }), { cli: cli.path }),
  );
  const ended = await Promise.all(runs.map((run) => run.ended));
  const passed = ended.filter(({ status }) => status === 0).length;
  const seconds = (performance.now() - begin) / 1000;
  // The last process of a run may end a moment after it.
  await sleep(100);
  const left = leftovers(runs.flatMap((run) => run.runIds()));
  return {
    markdown: `${passed} of ${count} runs of real QEMUs (two iterations each, started together on one host) passed in ${seconds.toFixed(0)} s; they left nothing behind.`,
    figures: { runs: count, passed, seconds },
    missed: [
      ...ended
        .filter(({ status }) => status !== 0)
        .map(({ stderr }) => `of ${count} at once: ${stderr.trim().split("\n").at(-1)}`),
      ...left.map((one) => `of ${count} at once: left ${one}`),
    ],
  };
}

type Size = typeof WHOLE;

const PARTS: Readonly<Record<string, (size: Size, quick: boolean) => Promise<readonly Part[]>>> = {
  async runs(size) {
    using standIn = makeStandIn();
    return [
      await longRun("the stand-in", standIn.path, size.standIn, size),
      await longRun("a real QEMU (TCG)", "qemu-system-x86_64", size.real, {
        early: Math.ceil(size.real / 2),
        window: Math.ceil(size.real / 3),
      }),
      await sideBySide(size.runs),
    ];
  },
  faults: async (_, quick) => [await faultTable(quick)],
  attacks: async (_, quick) => [await attacks(quick)],
  ends: async (size) => [await randomEnds("KILL", size.kills), await randomEnds("STOP", size.stops)],
};

async function soak({ quick, parts }: Options): Promise<Report[]> {
  const size = quick ? QUICK : WHOLE;
  const reports: Report[] = [];
  try {
    for (const name of parts) {
      const done = (await PARTS[name]?.(size, quick)) ?? [];
      reports.push({
        name: `soak ${name}`,
        markdown: [place(), ...done.map(({ markdown }) => markdown)].join("\n\n"),
        figures: { [name]: done.map(({ figures }) => figures) },
        missed: done.flatMap(({ missed }) => missed),
      });
    }
  } finally {
    await endAll();
  }
  return reports;
}

await runBench(soak, { document: DOCUMENT, parts: Object.keys(PARTS) });
