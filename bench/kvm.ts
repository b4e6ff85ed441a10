/**
 * Writes figures from KVM into docs/kvm.md, from a run of script/test-kvm or of script/kvm/harness.mjs. Both are measured on another
 * host, where this file cannot be compiled.
 *
 *   kvm scenarios FOLDER     what script/test-kvm left in TEST_KVM_OUT
 *   kvm harness FILE         what harness.mjs wrote; status 1 when a criterion is not met
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { median, percentile } from "../src/measure/statistics.ts";
import { type Iteration, Results } from "../src/results/schema.ts";
import { markdownTable, ms, replaceBetween } from "./document.ts";

const DOCUMENT = "docs/kvm.md";
/** Criterion: the outage with our switch is at most this share of the outage with six processes instead. */
const MOST_OF_SIX = 0.5;

const Figures = z.object({
  outageMs: z.number(),
  vcpuPauseMs: z.number(),
  harnessMs: z.number(),
  tapSwitchMs: z.number(),
  heardMs: z.number().nullable(),
  stopMs: z.number().nullable(),
});
const Harness = z.object({
  host: z.object({ cpu: z.string(), cores: z.number(), kernel: z.string() }),
  ours: z.array(Figures).min(1),
  six: z.array(Figures).min(1),
});
type Harness = z.infer<typeof Harness>;

const present = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

const place = ({ cpu, cores, kernel }: Results["host"], day: string, besides: string): string =>
  `Written by the script on ${day}: ${cores} cores (${cpu}), Linux ${kernel}${besides}.`;

function scenariosText({ host, startedAt, builds, scenarios, probe }: Results): string {
  const rows = scenarios
    .filter(({ iterations }) => iterations.length > 0)
    .map(({ name, iterations }) => {
      const passed = iterations.filter(({ status }) => status === "passed");
      const of = (pick: (iteration: Iteration) => number | null, share = 0.5, digits = 1) =>
        ms(percentile(present(passed.map(pick)), share), digits);
      return [
        `\`${name}\``,
        `${passed.length} of ${iterations.length}`,
        `${of((one) => one.outageMs)} / ${of((one) => one.outageMs, 1)}`,
        of((one) => one.vcpuPauseMs),
        of((one) => one.qemuDowntimeMs, 0.5, 0),
        of((one) => one.harnessMs),
        of((one) => one.tapSwitchMs),
        of((one) => one.resumeToReplyMs),
        `${of((one) => one.lost, 0.5, 0)} / ${of((one) => one.lost, 1, 0)}`,
        of((one) => one.noiseMs),
      ];
    });
  const head = [
    ...[
      "scenario",
      "passed",
      "outage, median / max",
      "vCPU pause",
      "QEMU's downtime",
      "harness",
      "switch (part of harness)",
    ],
    ...["RESUME to reply", "lost, median / max", "noise"],
  ];
  const build = builds
    .map(({ version, dialect }) => `QEMU ${version}, dialect ${dialect ?? "none"}`)
    .join("; ");
  return [
    place(host, startedAt.slice(0, 10), `; ${build}; one request every ${probe.periodMs} ms`),
    "",
    markdownTable(head, rows),
    ...scenarios
      .filter(({ status }) => status === "unsupported")
      .map(({ name, reason }) => `\n\`${name}\`: ${reason}.`),
  ].join("\n");
}

function comparedText({ scenarios, comparison }: Results): string {
  const [verdict] = comparison;
  if (verdict === undefined) return "";
  const n = scenarios.map(({ iterations }) => iterations.length).join(" and ");
  return `\nThe same build against itself (\`${verdict.scenario}\`, ${n} iterations): medians ${ms(verdict.medianA, 1)} and ${ms(verdict.medianB, 1)} ms, verdict \`${verdict.verdict}\`.`;
}

function harnessText({ host, ours, six }: Harness): { text: string; missed: string[] } {
  const of = (all: Harness["ours"], pick: (one: Harness["ours"][number]) => number | null) =>
    median(present(all.map(pick)));
  const row = (name: string, pick: (one: Harness["ours"][number]) => number | null) => {
    const [a, b] = [of(ours, pick), of(six, pick)];
    return [name, ms(a, 1), ms(b, 1), a === null || b === null || b === 0 ? "–" : (a / b).toFixed(2)];
  };
  const heardToStop = ({ heardMs, stopMs }: Harness["ours"][number]) =>
    heardMs === null || stopMs === null ? null : stopMs - heardMs;
  const rows = [
    row("outage", (one) => one.outageMs),
    row("vCPU pause", (one) => one.vcpuPauseMs),
    row("harness", (one) => one.harnessMs),
    row("switch (part of harness)", (one) => one.tapSwitchMs),
    row("harness without the switch", (one) => one.harnessMs - one.tapSwitchMs),
    row("`migrate` written to QEMU's first event", (one) => one.heardMs),
    row("from that event to STOP", heardToStop),
  ];
  const share =
    (of(ours, (one) => one.outageMs) ?? Number.NaN) / (of(six, (one) => one.outageMs) ?? Number.NaN);
  const missed =
    share <= MOST_OF_SIX
      ? []
      : [
          `the outage with our switch is ${share.toFixed(2)} of that with six processes, not at most ${MOST_OF_SIX}`,
        ];
  const head = ["median, ms", `ours (${ours.length})`, `six \`sudo ip\` (${six.length})`, "ours / six"];
  const day = new Date().toISOString().slice(0, 10);
  const verdict = missed.length === 0 ? "All criteria are met." : `Not met: ${missed.join("; ")}.`;
  return { text: [place(host, day, ""), "", markdownTable(head, rows), "", verdict].join("\n"), missed };
}

const [what, path = ""] = process.argv.slice(2);
const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const write = (name: string, text: string) => {
  process.stdout.write(`${text}\n`);
  writeFileSync(DOCUMENT, replaceBetween(readFileSync(DOCUMENT, "utf8"), name, text));
};
switch (what) {
  case "scenarios": {
    const compared = join(path, "compared/results.json");
    write(
      "scenarios",
      [
        scenariosText(Results.parse(read(join(path, "scenarios/results.json")))),
        ...(existsSync(compared) ? [comparedText(Results.parse(read(compared)))] : []),
      ].join("\n"),
    );
    break;
  }
  case "harness": {
    const { text, missed } = harnessText(Harness.parse(read(path)));
    write("harness", text);
    process.exitCode = missed.length === 0 ? 0 : 1;
    break;
  }
  default:
    process.stderr.write("kvm scenarios FOLDER | kvm harness FILE\n");
    process.exitCode = 2;
}
