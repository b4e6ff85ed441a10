/** What our own work costs: the switch of TAPs, the rest of our share of the freeze, memory, time. start.ts has the start. */
import { readFileSync } from "node:fs";
import { start } from "../__tests__/e2e/product.ts";
import { smallRun } from "../__tests__/e2e/small-run.ts";
import { makeStandIn } from "../__tests__/fakes/stand-in.ts";
import { temporaryFolder } from "../__tests__/folder.ts";
import { markdownTable, ms } from "./document.ts";
import { spreadOf } from "./errors.ts";
import { freezesOf } from "./freezes.ts";
import { copyOfCli, place, type Report, resultsOf, runBench, say } from "./front.ts";
import { comparePrivileges, measurePrivileges } from "./privileges.ts";
import { measureSwitch } from "./switch-costs.ts";

const WHOLE = { switches: 30, iterations: 20, rounds: 6, perRound: 5 };
const QUICK = { switches: 5, iterations: 5, rounds: 2, perRound: 2 };
const FREEZE_MS = 20;
const LOOK_AT_MEMORY_EVERY_MS = 50;
/** Criteria. */
const LEAST_SWITCH_RATIO = 40;
const MOST_HARNESS_MS = 3;

interface RunCosts {
  readonly n: number;
  readonly harnessMs: number[];
  readonly switchMs: number[];
  readonly withoutSwitchMs: number[];
  /** From one freeze to the next in the same chain. */
  readonly iterationMs: number[];
  /** Peak resident set of the harness's process: VmHWM of /proc/PID/status, see proc(5). */
  readonly peakKiB: number;
}

async function measureRun(cli: string, iterations: number): Promise<RunCosts> {
  using standIn = makeStandIn({ freezeMs: FREEZE_MS });
  using out = temporaryFolder();
  const words = smallRun({
    qemu: standIn.path,
    scenarios: "new-tap",
    iterations,
    out: out.path,
    quiet: true,
  });
  const product = start(words, { cli });
  let peakKiB = 0;
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${product.pid}/status`, "utf8");
      peakKiB = Math.max(peakKiB, Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0));
    } catch {
      // It has ended.
    }
  }, LOOK_AT_MEMORY_EVERY_MS);
  await product.ended;
  clearInterval(look);
  const { scenarios } = await resultsOf(product.ended, out.path);
  const passed = (scenarios[0]?.iterations ?? []).flatMap(({ status, harnessMs, tapSwitchMs }) =>
    status === "passed" && harnessMs !== null && tapSwitchMs !== null ? [{ harnessMs, tapSwitchMs }] : [],
  );
  const freezes = freezesOf(standIn.truth());
  return {
    n: passed.length,
    harnessMs: passed.map(({ harnessMs }) => harnessMs),
    switchMs: passed.map(({ tapSwitchMs }) => tapSwitchMs),
    withoutSwitchMs: passed.map(({ harnessMs, tapSwitchMs }) => harnessMs - tapSwitchMs),
    iterationMs: freezes.slice(1).map(({ startMs }, index) => startMs - (freezes[index]?.startMs ?? startMs)),
    peakKiB,
  };
}

await runBench(async ({ quick }): Promise<Report> => {
  const { switches, iterations, rounds, perRound } = quick ? QUICK : WHOLE;
  using cli = copyOfCli();
  say(`switching TAPs ${switches} times in each way`);
  const switching = await measureSwitch(switches);
  say(`a run of ${iterations} iterations`);
  const running = await measureRun(cli.path, iterations);
  say(`${rounds} runs of ${perRound} iterations with root and without, in turn`);
  const privileges = await measurePrivileges(cli.path, rounds, perRound);
  const sides = comparePrivileges(privileges);

  const median = (values: readonly number[]) => spreadOf(values).median;
  const ratio = (value: number | null, unit: number | null) =>
    value === null || unit === null || unit === 0 ? null : value / unit;
  const oursMs = median(switching.oursMs);
  const switchRatio = ratio(median(switching.sudoMs), oursMs);
  const withoutSwitchMs = median(running.withoutSwitchMs);

  const inRatio = (name: string, values: readonly number[], unit: number | null) => {
    const value = median(values);
    const times = ratio(value, unit);
    return [name, String(values.length), ms(value), times === null ? "–" : `${times.toFixed(1)} ×`];
  };
  const missed: string[] = [...sides.missed];
  if (switchRatio === null || switchRatio < LEAST_SWITCH_RATIO) {
    missed.push(
      `the switch is ${switchRatio?.toFixed(1) ?? "–"} times cheaper than six sudo ip, not ${LEAST_SWITCH_RATIO}`,
    );
  }
  if (withoutSwitchMs === null || withoutSwitchMs >= MOST_HARNESS_MS) {
    missed.push(
      `our share of the freeze without the switch is ${withoutSwitchMs} ms, not below ${MOST_HARNESS_MS}`,
    );
  }
  const head = ["", "n", "median, ms", "ratio"];
  const markdown = [
    place(),
    "",
    markdownTable(head, [
      inRatio("switch: six `sudo ip`", switching.sudoMs, oursMs),
      ...(switching.plainMs.length === 0
        ? []
        : [inRatio("switch: six `ip`, as root without sudo", switching.plainMs, oursMs)]),
      inRatio("switch: one `sudo ip -batch -`", switching.batchMs, oursMs),
      inRatio("switch: ours", switching.oursMs, oursMs),
      ...(switching.rootlessMs.length === 0
        ? []
        : [inRatio("switch: ours, without root", switching.rootlessMs, oursMs)]),
      inRatio("in a run: `harnessMs`", running.harnessMs, null),
      inRatio("in a run: `tapSwitchMs`", running.switchMs, oursMs),
      inRatio("in a run: `harnessMs` without the switch", running.withoutSwitchMs, null),
      inRatio("time per iteration", running.iterationMs, null),
    ]),
    "",
    `Peak memory of the harness in a run of ${iterations} iterations: ${(running.peakKiB / 1024).toFixed(1)} MiB.`,
    "",
    `Whole runs with root and without it, in turn, with a freeze of ${FREEZE_MS} ms:`,
    "",
    sides.markdown,
  ].join("\n");
  return { name: "harness", markdown, figures: { switching, running, switchRatio, privileges }, missed };
});
