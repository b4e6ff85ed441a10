/** The table of a run's scenarios in Markdown, and what its columns and signs mean. */
import type { Comparison, Limit, Results, Scenario } from "../results/schema.ts";
import { outageChange, slowerTexts } from "./compared.ts";
import { labelOf, medianFigure, mostLost, mostlyUnresolved, msFigure, stallFigure } from "./figures.ts";
import { earlySentence } from "./findings.ts";
import { table } from "./markdown.ts";
import { haveStalls, medianStall } from "./stalls.ts";

/** Keeps a sign and its word on one line. */
const NBSP = "&nbsp;";

const MARKS = { passed: "✅", failed: "❌", unsupported: "➖", skipped: "⏭️" } as const;

export const legend = ({ scenarios }: Results): string =>
  [
    "Times are in ms. Noise, vCPU pause (STOP to RESUME), QEMU's figure (the pause as QEMU reports it) and harness (our share of the pause) are medians.",
    ...(scenarios.some((scenario) => earlySentence(scenario) !== null)
      ? ["Before STOP is the median of the part of the outage before the freeze."]
      : []),
    ...(haveStalls(scenarios)
      ? ["Request stall is the median of the longest time that a TCP request waited in a migration."]
      : []),
    ...(scenarios.some(({ limits }) => limits.length > 0)
      ? [
          `Limits: ${LIMIT_MARKS.met} met, ${LIMIT_MARKS.exceeded} exceeded, ${LIMIT_MARKS.unresolved} can't be judged here.`,
        ]
      : []),
  ].join(" ");

interface Column {
  readonly head: string;
  readonly cell: (scenario: Scenario) => string;
}

export function scenarioTable(results: Results): string {
  const { scenarios } = results;
  const outage = (pick: "median" | "p95" | "max") => (scenario: Scenario) => {
    const text = msFigure(scenario.stats?.outageMs[pick]);
    return text !== "–" && mostlyUnresolved(scenario.iterations) ? `≤${NBSP}${text}` : text;
  };
  const columns: Column[] = [
    {
      head: "scenario",
      cell: (scenario) => {
        const label = unbroken(labelOf(scenario, results)).replace(new RegExp(`,?${NBSP}`), "<br>");
        return isFine(scenario, results) ? label : `**${label}**`;
      },
    },
    { head: "result", cell: ({ status }) => `${MARKS[status]}${NBSP}${status}` },
    ...(results.comparison.length > 0
      ? [{ head: "against<br>baseline", cell: (scenario: Scenario) => comparisonCell(scenario, results) }]
      : []),
    ...(scenarios.some(({ limits }) => limits.length > 0) ? [{ head: "limits", cell: limitsCell }] : []),
  ];
  const left = columns.length;
  const median = (pick: Parameters<typeof medianFigure>[1]) => (scenario: Scenario) =>
    msFigure(medianFigure(scenario.iterations, pick));
  columns.push(
    { head: "n", cell: numberCell },
    { head: "outage<br>median", cell: outage("median") },
    { head: "p95", cell: outage("p95") },
    { head: "max", cell: outage("max") },
    ...(scenarios.some((scenario) => earlySentence(scenario) !== null)
      ? [{ head: "before<br>STOP", cell: median(({ outageParts }) => outageParts?.beforeStopMs) }]
      : []),
    ...(haveStalls(scenarios)
      ? [{ head: "request<br>stall", cell: (scenario: Scenario) => stallFigure(medianStall(scenario)) }]
      : []),
    { head: "noise", cell: median(({ noiseMs }) => noiseMs) },
    { head: "most<br>lost", cell: ({ iterations }) => String(mostLost(iterations) ?? "–") },
    { head: "vCPU<br>pause", cell: median(({ vcpuPauseMs }) => vcpuPauseMs) },
    { head: "QEMU's<br>figure", cell: median(({ qemuDowntimeMs }) => qemuDowntimeMs) },
    { head: "harness", cell: median(({ harnessMs }) => harnessMs) },
  );
  return table(
    columns.map(({ head }) => head),
    scenarios.map((scenario) => columns.map(({ cell }) => cell(scenario))),
    left,
  );
}

/** Whether the row needs no emphasis. */
const isFine = ({ name, build, status }: Scenario, { comparison }: Results): boolean =>
  status !== "failed" &&
  !(build === "candidate" && comparison.some((one) => one.scenario === name && one.verdict === "slower"));

/** How many iterations the figures come from: "9 of 10", or "10" when all count. */
function numberCell({ stats, iterations }: Scenario): string {
  const n = stats?.outageMs.n ?? 0;
  return n === iterations.length ? String(n) : `${n}${NBSP}of${NBSP}${iterations.length}`;
}

const VERDICT_MARKS: Readonly<Record<Comparison["verdict"], string>> = {
  slower: "❌",
  faster: "✅",
  same: "✅",
  inconclusive: "⚠️",
};

function comparisonCell({ name, build }: Scenario, { comparison }: Results): string {
  const own = comparison.find(({ scenario }) => scenario === name);
  if (build !== "candidate" || own === undefined) return "";
  const { verdict } = own;
  const change = outageChange(own);
  // The table is in ms.
  const text = change === null ? "" : `<br>${unbroken(change.replace(" ms (", " ("))}`;
  const others = slowerTexts(own).map((one) => `<br>⚠️${NBSP}${unbroken(one)}`);
  return `${VERDICT_MARKS[verdict]}${NBSP}${verdict}${text}${others.join("")}`;
}

const LIMIT_MARKS = { met: "✅", exceeded: "❌", unresolved: "⚠️" } as const;

const LIMITED = {
  "max-outage-ms": "",
  "max-request-stall-ms": " stall",
  "max-lost": " lost",
} as const satisfies Record<Limit["limit"], string>;

const limitsCell = ({ limits }: Scenario): string =>
  limits
    .map(({ limit, statistic, bound, verdict }) => {
      return unbroken(`${LIMIT_MARKS[verdict]} ${statistic}${LIMITED[limit]} ≤ ${bound}`);
    })
    .join("<br>");

const unbroken = (text: string) => text.replaceAll(" ", NBSP);
