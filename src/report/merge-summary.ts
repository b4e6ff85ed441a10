/** The page of several runs: the verdict, a table of builds and scenarios, unreadable files, and each run, folded. */

import { visible } from "../base/visible-text.ts";
import type { Evidence, Results, ScenarioName } from "../results/schema.ts";
import { DEFAULT_TITLE } from "./defaults.ts";
import { detailBlocks } from "./details.ts";
import { failureBlocks } from "./failures.ts";
import { count, inMs, msFigure, stallFigure } from "./figures.ts";
import { type Block, fitPage } from "./fit.ts";
import type { Trend } from "./history/trend.ts";
import { changeSentence, changesOf, machineNames, otherwise, problemSentence } from "./history/words.ts";
import { folded, markdown, shortMarkdown, table } from "./markdown.ts";
import {
  type BuildRow,
  buildRows,
  type Cell,
  type Extreme,
  type LabelledRun,
  type Merged,
  rowName,
  scenariosIn,
  spreads,
  tableTitle,
  verdictSentence,
  worstOf,
} from "./merge.ts";
import { scenarioTable } from "./scenario-table.ts";
import { runFaults, TCG_SENTENCE } from "./sentences.ts";
import { headlineSentence } from "./stalls.ts";
import { facts, remarks } from "./summary.ts";

/** GitHub shows at most 1 MiB per step. This is less, because other text of the same step needs room too. */
export const MOST_SUMMARY_BYTES = 1_000_000;
const LONGEST_FAULT = 400;
const LONGEST_PATH = 300;
const MOST_FAULTS_OF_A_RUN = 5;

/** How many builds the table has at most, tried in turn until the page fits. */
const MOST_ROWS = [500, 100, 30, 10];

/** Parts with a higher rank are dropped first when the page is too long; a run's own blocks rank above all of these. */
const RANK = { fault: 1, broken: 2, trend: 3, table: 10, behind: 20 } as const;

/** GitHub-flavoured Markdown of at most `mostBytes` bytes of UTF-8. Text from outside is escaped. */
export function mergedSummaryOf(
  merged: Merged,
  title: string = DEFAULT_TITLE,
  mostBytes: number = MOST_SUMMARY_BYTES,
): string {
  const rows = buildRows(merged);
  let page = "";
  for (const mostRows of MOST_ROWS) {
    page = fitPage(
      [...headBlocks(merged, title, rows, mostRows), ...merged.runs.flatMap(runBlocks)],
      mostBytes,
    );
    if (Buffer.byteLength(page) <= mostBytes) break;
  }
  return page;
}

const open = (text: string, rank = 0, kind = ""): Block => ({ text, rank, kind, section: null });

function headBlocks(merged: Merged, title: string, rows: readonly BuildRow[], mostRows: number): Block[] {
  const { runs, broken } = merged;
  return [
    open(`## ${shortMarkdown(title, LONGEST_PATH)}`),
    open(verdictLine(merged, rows)),
    ...broken.map(({ path, problem }) =>
      open(
        `- ❌ ${shortMarkdown(visible(path), LONGEST_PATH)}: ${shortMarkdown(problem, LONGEST_FAULT)}`,
        RANK.broken,
        "files that could not be read",
      ),
    ),
    ...runs.flatMap(faultLines).map((line) => open(line, RANK.fault, "reasons of failures")),
    ...(rows.length === 0 ? [] : [open(buildsTable(rows, mostRows))]),
    ...hints(merged, rows).map((text) => open(text)),
    ...trendBlocks(merged.trends),
  ];
}

/** Example: "❌ failed: 1 of 3 runs failed · worst median outage 35.1 ms (new-tap, QEMU 10.0.13, kvm)". */
function verdictLine(merged: Merged, rows: readonly BuildRow[]): string {
  const worst = worstOf(rows);
  const mark = merged.conclusion === "passed" ? "✅ passed" : "❌ failed";
  const why =
    merged.runs.length + merged.broken.length === 0 ? "no results were found" : verdictSentence(merged);
  const ending =
    worst === null
      ? ""
      : ` · worst median outage ${inMs(worst.medianMs)} (${worst.scenario}, ${markdown(rowName(worst.row))}, ${worst.row.accel})`;
  return `**${mark}**: ${why}${ending}`;
}

function faultLines({ label, results }: LabelledRun): string[] {
  const { general, scenarios } = runFaults(results);
  const faults = [...general, ...scenarios];
  const more = faults.length - MOST_FAULTS_OF_A_RUN;
  return [
    ...faults.slice(0, MOST_FAULTS_OF_A_RUN),
    ...(more > 0 ? [`and ${count(more, "more fault")}`] : []),
  ].map((fault) => `- ${markdown(label)}: ${shortMarkdown(fault, LONGEST_FAULT)}`);
}

const NBSP = "&nbsp;";
const MARKS = { passed: "✅", failed: "❌", unsupported: "➖", skipped: "⏭️" } as const;

/** One row per build and direction, one column per scenario, and below them best, worst and spread of the medians. */
function buildsTable(rows: readonly BuildRow[], mostRows: number): string {
  const scenarios = scenariosIn(rows);
  const several = new Set(rows.map(({ accel }) => accel)).size > 1;
  const shown = rows.slice(0, mostRows);
  const body = shown.map((row) => [
    markdown(row.run.label) + (row.part === "" ? "" : `<br>${row.part}`),
    ...(several ? [row.accel] : []),
    ...scenarios.map((name) => cellText(row.cells.get(name))),
  ]);
  const text = table(
    [`${tableTitle(rows)} in ms`, ...(several ? ["accelerator"] : []), ...scenarios],
    [...body, ...spreadRows(rows, scenarios, several)],
    several ? 2 : 1,
  );
  const hidden = rows.length - shown.length;
  return hidden > 0 ? `${text}\n\n*${count(hidden, "more build")} in report.html.*` : text;
}

function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  const { status, medianMs, upperBound, stallMs } = cell;
  if (medianMs === null) return `${MARKS[status]}${NBSP}${status}`;
  const stall = stallMs === null ? "" : `${NBSP}/${NBSP}${stallFigure(stallMs)}`;
  return `${MARKS[status]}${NBSP}${upperBound ? `≤${NBSP}` : ""}${msFigure(medianMs)}${stall}`;
}

function spreadRows(
  rows: readonly BuildRow[],
  scenarios: readonly ScenarioName[],
  several: boolean,
): string[][] {
  const all = spreads(rows);
  return [...new Set(all.map(({ accel }) => accel))].flatMap((accel) => {
    const line = (name: string, text: (of: (typeof all)[number]) => string) => [
      `**${name}**`,
      ...(several ? [accel] : []),
      ...scenarios.map((scenario) => {
        const own = all.find((one) => one.accel === accel && one.scenario === scenario);
        return own === undefined ? "" : text(own);
      }),
    ];
    const extreme = ({ row, medianMs }: Extreme) => `${msFigure(medianMs)}<br>${markdown(rowName(row))}`;
    return [
      line("best", ({ best }) => extreme(best)),
      line("worst", ({ worst }) => extreme(worst)),
      line("spread", ({ best, worst }) => msFigure(worst.medianMs - best.medianMs)),
    ];
  });
}

/** What a reader must know to read the table. */
function hints({ runs }: Merged, rows: readonly BuildRow[]): string[] {
  const accels = new Set(runs.map(({ results }) => results.accel));
  const hosts = new Set(runs.map(({ results: { host } }) => `${host.cpu}\n${host.cores}\n${host.kernel}`));
  const [only] = accels;
  const upperBound = rows.some(({ cells }) => [...cells.values()].some((cell) => cell.upperBound));
  const lines = [
    ...(accels.size === 1 && only !== undefined ? [`Accelerator: ${only}.`] : []),
    ...(accels.size > 1 ? ["Figures of different accelerators can't be compared."] : []),
    ...(hosts.size > 1
      ? [
          `These runs come from ${hosts.size} different hosts. To find the faster of two builds, run both on one host (input baseline-qemu).`,
        ]
      : []),
    ...(tableTitle(rows) === tableTitle([])
      ? []
      : ["Behind the slash: the median request stall. Best, worst and spread are of the outages."]),
    ...(upperBound
      ? [
          "≤: in most iterations the outage is less than twice the machine's noise, so the figure is an upper bound.",
        ]
      : []),
    ...(accels.has("tcg") ? [TCG_SENTENCE] : []),
  ];
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")];
}

/** For each machine: its changes, or that there are none. */
function trendBlocks(trends: readonly Trend[]): Block[] {
  const names = machineNames(trends.map(({ machine }) => machine));
  return trends.map((trend, index) => {
    const problem = problemSentence(trend);
    const lines = [
      ...(problem === null ? [] : [`⚠️ ${shortMarkdown(problem, LONGEST_FAULT)}`]),
      ...changesOf(trend).map(
        ({ series, change }) =>
          `${change.isNew ? "**new**: " : ""}${shortMarkdown(changeSentence(series, change), LONGEST_FAULT)}`,
      ),
      ...otherwise(trend).map((sentence) => shortMarkdown(sentence, LONGEST_FAULT)),
    ];
    const title = `**Trend** on ${shortMarkdown(names[index] ?? "", LONGEST_FAULT)} (${count(trend.runs.length, "run")})`;
    return open([`${title}:`, "", ...lines.map((line) => `- ${line}`)].join("\n"), RANK.trend, "trends");
  });
}

/** One run, folded. Blocks of the same section and rank stay together. */
function runBlocks(run: LabelledRun): Block[] {
  const { label, path } = run;
  const results = brief(run.results);
  const headline = headlineSentence(results);
  const mark = results.conclusion === "passed" ? "✅" : "❌";
  const section = `${mark} ${markdown(label)}`;
  const place = (text: string, rank: number, kind: string): Block => ({ text, rank, kind, section });
  const groups: { title: string; rank: number; kind: string; texts: string[] }[] = [];
  for (const block of [...failureBlocks(results), ...detailBlocks(results, null)]) {
    const last = groups.at(-1);
    if (last !== undefined && last.title === block.section && last.rank === block.rank)
      last.texts.push(block.text);
    else groups.push({ title: block.section ?? "", rank: block.rank, kind: block.kind, texts: [block.text] });
  }
  return [
    place(
      [
        `Results: ${shortMarkdown(visible(path), LONGEST_PATH)}`,
        facts(results),
        ...(headline === null ? [] : [shortMarkdown(headline, LONGEST_FAULT)]),
        scenarioTable(results),
        ...remarks(results),
      ].join("\n\n"),
      RANK.table,
      "tables of runs",
    ),
    ...groups.map(({ title, rank, kind, texts }) =>
      place(folded(title, texts.join("\n\n")), RANK.behind + rank, kind),
    ),
  ];
}

/** The most characters of a last output; the folder of the run has the rest. */
const LONGEST_TAIL = 10_000;

/** Keeps the last output of only the first failure of each scenario: a page of many runs has no room for more. */
function brief(results: Results): Results {
  const cut = (evidence: readonly Evidence[]) =>
    evidence.map((one) => ({ ...one, tail: one.tail.slice(-LONGEST_TAIL) }));
  return {
    ...results,
    scenarios: results.scenarios.map((scenario) => {
      const first = scenario.iterations.find(({ status }) => status === "failed");
      return {
        ...scenario,
        evidence: cut(scenario.evidence),
        iterations: scenario.iterations.map((one) => ({
          ...one,
          evidence: one === first ? cut(one.evidence) : [],
        })),
      };
    }),
  };
}
