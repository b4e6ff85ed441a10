/** The tables that end a command. */
import Table from "cli-table3";
import { median as medianOf } from "../measure/statistics.ts";
import type { Iteration, Results, Scenario } from "../results/schema.ts";
import type { Diagnosis } from "../run/doctor.ts";
import { coloursFor } from "./colour.ts";

const pc = coloursFor(process.stdout);

const PLAIN = { head: [], border: [], compact: true };

/** One row a scenario; the accelerator is named beside the numbers, since figures of different ones can't be compared. */
export function resultsTable(results: Results): string {
  const { accel } = results;
  const table = new Table({
    style: PLAIN,
    colAligns: [
      "left",
      "left",
      "left",
      "right",
      "right",
      "right",
      "right",
      "right",
      "right",
      "right",
      "right",
    ],
    head: [
      "scenario",
      "result",
      "accel",
      "n",
      "outage ms\nmed/p95/max",
      "noise\nms",
      "lost\nmax",
      "vCPU\npause ms",
      "QEMU\nms",
      "harness\nms",
      "switch\nms",
    ],
  });
  for (const scenario of results.scenarios) table.push(row(scenario, accel));
  const why = results.scenarios.flatMap(({ name, status, reason }) =>
    reason === null ? [] : [`${name} ${status}: ${reason}`],
  );
  const gap = results.control?.longestGapMs;
  const control =
    gap === undefined
      ? []
      : [
          `without migration (${gap.n} stretches of 1 s, ${accel}): longest gap median ${number(gap.median, 1)}, p95 ${number(gap.p95, 1)}, max ${number(gap.max, 1)} ms`,
        ];
  return [table.toString(), ...control, ...why].join("\n");
}

function row(scenario: Scenario, accel: string): string[] {
  const { iterations, stats } = scenario;
  const median = (pick: (iteration: Iteration) => number | null, digits = 1) => {
    const values = iterations.map(pick).filter((value) => value !== null);
    return number(medianOf(values), digits);
  };
  const outage = stats?.outageMs;
  const lost = iterations.map(({ lost }) => lost).filter((value) => value !== null);
  return [
    scenario.name,
    coloured(scenario.status),
    accel,
    String(outage?.n ?? 0),
    outage?.n ? [outage.median, outage.p95, outage.max].map((value) => number(value, 1)).join(" / ") : "–",
    median(({ noiseMs }) => noiseMs),
    lost.length === 0 ? "–" : String(Math.max(...lost)),
    median(({ vcpuPauseMs }) => vcpuPauseMs),
    median(({ qemuDowntimeMs }) => qemuDowntimeMs, 0),
    median(({ harnessMs }) => harnessMs, 2),
    median(({ tapSwitchMs }) => tapSwitchMs, 2),
  ];
}

const number = (value: number | null, digits: number) => (value === null ? "–" : value.toFixed(digits));

function coloured(status: Scenario["status"]): string {
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

/** What the doctor found: a line for each check, then one for each scenario. */
export function diagnosisTable(diagnosis: Diagnosis): string {
  const colour = { ok: pc.green, limited: pc.yellow, missing: pc.red };
  const checks = new Table({
    style: PLAIN,
    head: ["check", "", "found, or what to do"],
    wordWrap: true,
    colWidths: [16, 9, 90],
  });
  for (const { name, status, detail } of diagnosis.checks)
    checks.push([name, colour[status](status), detail]);
  const scenarios = new Table({
    style: PLAIN,
    head: ["scenario", "runs", "why not"],
    wordWrap: true,
    colWidths: [16, 9, 90],
  });
  for (const { name, runs, reason } of diagnosis.scenarios) {
    scenarios.push([name, runs ? pc.green("yes") : pc.yellow("no"), reason ?? ""]);
  }
  const qemu = diagnosis.qemu === null ? [] : [describeQemu(diagnosis.qemu)];
  return [checks.toString(), ...qemu, scenarios.toString()].join("\n");
}
