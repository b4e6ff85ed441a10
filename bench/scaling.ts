/**
 * How the pause of a migration grows with queue pairs, NICs and memory: real guests, `new-tap`, in turn, so that a bad minute of the host
 * does not hit one size alone. `--qemu` must name a build with traces (8.2 or later).
 */
import { start } from "../__tests__/e2e/product.ts";
import { smallRun } from "../__tests__/e2e/small-run.ts";
import { temporaryFolder } from "../__tests__/folder.ts";
import { median } from "../src/measure/statistics.ts";
import type { Iteration } from "../src/results/schema.ts";
import { markdownTable, ms } from "./document.ts";
import { copyOfCli, place, type Report, resultsOf, runBench, say } from "./front.ts";
import { lineSentence, lineThrough } from "./lines.ts";

const WHOLE = { rounds: 2, iterations: 4 };
const QUICK = { rounds: 1, iterations: 1 };

const USUAL = { queues: 4, nics: 1, memory: 1024 } as const;
type Input = keyof typeof USUAL;

interface Axis {
  readonly input: Input;
  readonly head: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** From the input's value to units of the line. */
  readonly perUnit: number;
}

const AXES: readonly Axis[] = [
  { input: "queues", head: "queue pairs", unit: "queue pair", values: [1, 4, 16, 64, 256], perUnit: 1 },
  { input: "nics", head: "NICs", unit: "NIC", values: [1, 2, 4, 8], perUnit: 1 },
  { input: "memory", head: "memory, MiB", unit: "GiB", values: [256, 1024, 4096], perUnit: 1024 },
];

type Size = Readonly<Record<Input, number>>;
const nameOf = ({ queues, nics, memory }: Size) => `${queues}/${nics}/${memory}`;
const sizeAt = (axis: Axis, value: number): Size => ({ ...USUAL, [axis.input]: value });

/** Each size once: the usual one is part of all tables. */
const SIZES: readonly Size[] = [
  ...new Map(
    AXES.flatMap((axis) => axis.values.map((value) => sizeAt(axis, value))).map((size) => [
      nameOf(size),
      size,
    ]),
  ).values(),
];

interface Measured {
  readonly passed: Iteration[];
  failed: number;
  /** In words; null: no failure. */
  reason: string | null;
}

/** The time that all virtio-net devices of the target took to load; null without traces. */
function loadMs({ devices }: Iteration): number | null {
  const own = (devices ?? []).filter(({ name }) => name.endsWith("/virtio-net"));
  return own.length === 0 ? null : own.reduce((sum, { loadUs }) => sum + (loadUs ?? 0), 0) / 1000;
}

const present = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

function tableOf(axis: Axis, measured: ReadonlyMap<string, Measured>): string {
  const iterations = (value: number) => measured.get(nameOf(sizeAt(axis, value)))?.passed ?? [];
  const figures = (value: number, pick: (iteration: Iteration) => number | null) =>
    present(iterations(value).map(pick));
  const rows = axis.values.map((value) => [
    String(value),
    String(iterations(value).length),
    ms(median(figures(value, ({ vcpuPauseMs }) => vcpuPauseMs)), 1),
    ms(median(figures(value, loadMs)), 1),
    ms(median(figures(value, ({ tapSwitchMs }) => tapSwitchMs)), 1),
  ]);
  const line = (what: string, pick: (iteration: Iteration) => number | null) =>
    lineSentence(
      what,
      axis.unit,
      lineThrough(axis.values.map((value) => ({ at: value / axis.perUnit, ms: figures(value, pick) }))),
    );
  return [
    markdownTable([axis.head, "n", "vCPU pause, ms", "virtio-net's load, ms", "switch of TAPs, ms"], rows),
    "",
    `${line("the pause", ({ vcpuPauseMs }) => vcpuPauseMs)} ${line("virtio-net's load", loadMs)}`,
  ].join("\n");
}

await runBench(
  async ({ quick, settings }): Promise<Report> => {
    const { rounds, iterations } = quick ? QUICK : WHOLE;
    using cli = copyOfCli();
    const measured = new Map(
      SIZES.map((size): [string, Measured] => [nameOf(size), { passed: [], failed: 0, reason: null }]),
    );
    let version = "";
    for (let round = 0; round < rounds; round += 1) {
      for (const size of round % 2 === 0 ? SIZES : SIZES.toReversed()) {
        say(
          `round ${round + 1} of ${rounds}: ${size.queues} queue pairs, ${size.nics} NICs, ${size.memory} MiB`,
        );
        using out = temporaryFolder();
        const words = smallRun({
          ...settings,
          ...size,
          ...{ memory: `${size.memory}M`, scenarios: "new-tap", iterations, connections: 0 },
          ...{ out: out.path, quiet: true },
        });
        const { scenarios, builds } = await resultsOf(start(words, { cli: cli.path }).ended, out.path);
        version = builds[0]?.version ?? "";
        const into = measured.get(nameOf(size));
        for (const iteration of scenarios[0]?.iterations ?? []) {
          if (iteration.status === "passed") into?.passed.push(iteration);
        }
        if (into === undefined || scenarios[0]?.status === "passed") continue;
        into.failed += 1;
        into.reason ??= scenarios[0]?.reason ?? null;
      }
    }
    const missed = [...measured].flatMap(([name, { failed, reason }]) =>
      failed === 0 ? [] : [`${failed} of ${rounds} runs of ${name} (queue pairs/NICs/MiB) failed: ${reason}`],
    );
    const markdown = [
      `${place().slice(0, -1)}; QEMU ${version}, accelerator ${settings.accel}; medians of n migrations.`,
      ...AXES.flatMap((axis) => ["", tableOf(axis, measured)]),
    ].join("\n");
    return { name: "scaling", markdown, figures: Object.fromEntries(measured), missed };
  },
  { document: "docs/scaling.md", settings: { qemu: "debian:trixie", accel: "tcg" } },
);
