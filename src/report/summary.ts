/** The page of a run for people who look at a job: a verdict, a row for each scenario, and why those that did not pass did not. */
import { median as medianOf } from "simple-statistics";
import type { Iteration, Results, Scenario } from "../results/schema.ts";
import { markdown } from "./markdown.ts";

const LONGEST_REASON = 2_000;

const COLUMNS = [
  "scenario",
  "result",
  "n",
  "outage ms, median",
  "p95",
  "max",
  "noise ms",
  "lost, most",
  "vCPU pause ms",
  "QEMU's figure ms",
  "harness ms",
] as const;

/** GitHub-flavoured Markdown; all that is not ours in it is escaped. */
export function summaryOf(results: Results): string {
  const { conclusion, reason, accel, guest, builds, scenarios } = results;
  const verdict = `**${conclusion === "passed" ? "✅ passed" : "❌ failed"}**${reason === null ? "" : `: ${text(reason)}`}`;
  const facts = [
    ...builds.map(({ role, version }) => `${role} QEMU ${version}`),
    `accelerator ${accel}`,
    `guest ${guest}`,
  ];
  const why = scenarios.flatMap(({ name, status, reason }) =>
    reason === null ? [] : [`- ${name} ${status}: ${text(reason)}`],
  );
  return [
    "## Downtime of live migration",
    verdict,
    facts.map(text).join(" · "),
    [
      `| ${COLUMNS.join(" | ")} |`,
      `| --- | --- |${" ---: |".repeat(COLUMNS.length - 2)}`,
      ...scenarios.map((scenario) => `| ${row(scenario).join(" | ")} |`),
    ].join("\n"),
    ...(why.length > 0 ? [why.join("\n")] : []),
    ...(accel === "tcg" ? ["Figures under TCG show whether migration works, not how long it takes."] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

const text = (outside: string) =>
  markdown(outside.length <= LONGEST_REASON ? outside : `${outside.slice(0, LONGEST_REASON)}…`);

const MARKS = { passed: "✅", failed: "❌", unsupported: "➖", skipped: "⏭️" } as const;

function row({ name, build, status, iterations, stats }: Scenario): string[] {
  const outage = stats?.outageMs;
  const median = (pick: (iteration: Iteration) => number | null) => {
    const values = iterations.flatMap((iteration) => pick(iteration) ?? []);
    return figure(values.length === 0 ? null : medianOf(values));
  };
  const lost = iterations.flatMap((iteration) => iteration.lost ?? []);
  return [
    build === "baseline" ? `${name} (baseline)` : name,
    `${MARKS[status]} ${status}`,
    String(outage?.n ?? 0),
    ...[outage?.median, outage?.p95, outage?.max].map(figure),
    median(({ noiseMs }) => noiseMs),
    lost.length === 0 ? "–" : String(Math.max(...lost)),
    median(({ vcpuPauseMs }) => vcpuPauseMs),
    median(({ qemuDowntimeMs }) => qemuDowntimeMs),
    median(({ harnessMs }) => harnessMs),
  ];
}

const figure = (value: number | null | undefined) => (value == null ? "–" : value.toFixed(1));
