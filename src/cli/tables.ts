/** The tables at the end of a command. */
import Table from "cli-table3";
import { visible, visibleLines } from "../base/visible-text.ts";
import type { Diagnosis } from "../doctor/doctor.ts";
import { median as medianOf } from "../measure/statistics.ts";
import { otherSentences } from "../report/compared.ts";
import { labelOf, stallFigure } from "../report/figures.ts";
import { earlySentence, lossSentence, sentencesOf, unseenSentence } from "../report/findings.ts";
import { comparisonSentence, controlSentence, limitSentence } from "../report/sentences.ts";
import { haveStalls, headlineSentence, medianStall, stallSentence } from "../report/stalls.ts";
import type { Iteration, Results, Scenario } from "../results/schema.ts";
import { coloursFor } from "./colour.ts";
import { type Column, fitTable, PLAIN } from "./layout.ts";

const pc = coloursFor(process.stdout);

/**
 * One row per scenario, and remarks below. The table names the accelerator, because figures of different
 * accelerators cannot be compared.
 *
 * @param width of the terminal; null without one
 */
export function resultsTable(results: Results, width: number | null): string {
  const { scenarios, comparison } = results;
  const control = controlSentence(results);
  const headline = headlineSentence(results);
  const why = scenarios.flatMap((scenario) =>
    scenario.reason === null
      ? []
      : [visibleLines(`${labelOf(scenario, results)} ${scenario.status}: ${scenario.reason}`)],
  );
  const unresolved = scenarios.flatMap((scenario) =>
    scenario.limits
      .filter(({ verdict }) => verdict === "unresolved")
      .map((limit) => `${pc.yellow("warning:")} ${labelOf(scenario, results)}: ${limitSentence(limit)}`),
  );
  const sentences = (of: Parameters<typeof sentencesOf>[1], begin = "") =>
    sentencesOf(results, of).map(({ label, sentence }) => `${begin}${label}: ${sentence}`);
  const warning = `${pc.yellow("warning:")} `;
  return [
    fitTable(columnsOf(results), width),
    ...sentences(lossSentence, warning),
    ...sentences(unseenSentence, warning),
    ...sentences(earlySentence),
    ...unresolved,
    ...sentences(stallSentence),
    ...comparison.flatMap((one) => [comparisonSentence(one), ...otherSentences(one)]),
    ...(control === null ? [] : [control]),
    ...why,
    ...(headline === null ? [] : [pc.bold(headline)]),
  ].join("\n");
}

function columnsOf(results: Results): Column[] {
  const { scenarios, accel } = results;
  const column = (head: string, cell: (scenario: Scenario) => string, rank?: number): Column => ({
    head,
    align: "right",
    cells: scenarios.map(cell),
    ...(rank !== undefined && { rank }),
  });
  const medians = (pick: (iteration: Iteration) => number | null, digits: number) => (scenario: Scenario) =>
    number(medianOf(scenario.iterations.flatMap((iteration) => pick(iteration) ?? [])), digits);
  return [
    { ...column("scenario", (scenario) => labelOf(scenario, results)), align: "left" },
    { ...column("result", ({ status }) => coloured(status)), align: "left" },
    { ...column("accel", () => accel, 8), align: "left" },
    column("n", ({ stats }) => String(stats?.outageMs.n ?? 0), 7),
    column("outage ms\nmed/p95/max", outageText),
    ...(haveStalls(scenarios)
      ? [column("request\nstall ms", (scenario) => stallFigure(medianStall(scenario)), 9)]
      : []),
    column(
      "noise\nms",
      medians(({ noiseMs }) => noiseMs, 1),
      6,
    ),
    column("lost\nmax", mostLost, 5),
    column(
      "vCPU\npause ms",
      medians(({ vcpuPauseMs }) => vcpuPauseMs, 1),
      4,
    ),
    column(
      "QEMU\nms",
      medians(({ qemuDowntimeMs }) => qemuDowntimeMs, 0),
      3,
    ),
    column(
      "harness\nms",
      medians(({ harnessMs }) => harnessMs, 2),
      2,
    ),
    column(
      "switch\nms",
      medians(({ tapSwitchMs }) => tapSwitchMs, 2),
      1,
    ),
  ];
}

const outageText = ({ stats }: Scenario): string => {
  const outage = stats?.outageMs;
  if (outage === undefined || outage.n === 0) return "–";
  return [outage.median, outage.p95, outage.max].map((value) => number(value, 1)).join(" / ");
};

const mostLost = ({ iterations }: Scenario): string => {
  const lost = iterations.flatMap((iteration) => iteration.lost ?? []);
  return lost.length === 0 ? "–" : String(Math.max(...lost));
};

const number = (value: number | null, digits: number) => (value === null ? "–" : value.toFixed(digits));

export function coloured(status: Scenario["status"]): string {
  if (status === "passed") return pc.green(status);
  return status === "failed" ? pc.red(status) : pc.yellow(status);
}

function describeQemu(qemu: NonNullable<Diagnosis["qemu"]>): string {
  const dialect =
    qemu.dialect === null
      ? "no local migration of TAP backends"
      : `local migration of TAP backends in the dialect ${qemu.dialect} (${qemu.revisions}), by ${qemu.switches.join(", ")}`;
  const traces = qemu.downtimeTraces ? "time per device from its traces" : "no traces of the time per device";
  return `QEMU ${qemu.version}: ${dialect}; ${traces}`;
}

/** The doctor's findings: one line per check, then one per scenario. */
export function diagnosisTable(diagnosis: Diagnosis, width: number | null): string {
  const colour = { ok: pc.green, limited: pc.yellow, missing: pc.red };
  const checks = diagnosis.checks.map(({ name, status, detail }) => [
    name,
    colour[status](status),
    visibleLines(detail),
  ]);
  const scenarios = diagnosis.scenarios.map(({ name, runs, reason }) => [
    name,
    runs ? pc.green("yes") : pc.yellow("no"),
    visibleLines(reason ?? ""),
  ]);
  const qemu = diagnosis.qemu === null ? [] : [visible(describeQemu(diagnosis.qemu))];
  return [
    toldTable(["check", "", "found, or what to do"], checks, width),
    ...qemu,
    toldTable(["scenario", "runs", "why not"], scenarios, width),
  ].join("\n");
}

const TOLD_WIDTHS = [16, 9, 90];
/** The width including borders. */
const TOLD_WIDTH = TOLD_WIDTHS.reduce((sum, one) => sum + one + 1, 1);

/** Three columns, the last one with whole sentences. On a narrow terminal, one line per row instead. */
function toldTable(head: string[], rows: readonly string[][], width: number | null): string {
  if (width !== null && width < TOLD_WIDTH) {
    return rows
      .map(([name = "", word = "", text = ""]) => `${name}: ${word}${text === "" ? "" : `: ${text}`}`)
      .join("\n");
  }
  const table = new Table({ style: PLAIN, head, wordWrap: true, colWidths: TOLD_WIDTHS });
  table.push(...rows);
  return table.toString();
}
