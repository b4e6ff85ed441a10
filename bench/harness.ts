/** Measures what our own work costs: the switch of TAPs, the rest of our share of the freeze, start-up, memory, time. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { readResults, start, temporaryFolder } from "../__tests__/e2e/product.ts";
import { makeStandIn } from "../__tests__/fakes/stand-in.ts";
import { markdownTable, ms } from "./document.ts";
import { spreadOf } from "./errors.ts";
import { freezesOf } from "./freezes.ts";
import { copyOfCli, place, type Report, runBench, say } from "./front.ts";
import { measureSwitch } from "./switch-costs.ts";
import { timed } from "./timing.ts";

const WHOLE = { switches: 30, starts: 20, iterations: 20 };
const QUICK = { switches: 5, starts: 5, iterations: 5 };
const FREEZE_MS = 20;
const LOOK_AT_MEMORY_EVERY_MS = 50;
/** Criteria. */
const LEAST_SWITCH_RATIO = 40;
const MOST_HARNESS_MS = 3;

const run = promisify(execFile);

/** Times the start of the command line and of bare node, in turn. */
async function measureStart(cli: string, rounds: number): Promise<{ cliMs: number[]; nodeMs: number[] }> {
  const costs = { cliMs: [] as number[], nodeMs: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    costs.nodeMs.push(await timed(() => run(process.execPath, ["-e", "0"])));
    costs.cliMs.push(await timed(() => run(process.execPath, [cli, "--version"])));
  }
  return costs;
}

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
  const product = start(
    [
      ...[
        "run",
        "--quiet",
        "--accel",
        "tcg",
        "--qemu",
        standIn.path,
        "--memory",
        "128M",
        "--scenarios",
        "new-tap",
      ],
      ...["--iterations", String(iterations), "--out", out.path],
    ],
    { cli },
  );
  let peakKiB = 0;
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${product.pid}/status`, "utf8");
      peakKiB = Math.max(peakKiB, Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0));
    } catch {
      // It has ended.
    }
  }, LOOK_AT_MEMORY_EVERY_MS);
  const ended = await product.ended;
  clearInterval(look);
  if (ended.status === 2) throw new Error(`the product can't run here: ${ended.stderr}`);
  const passed = (readResults(out.path).scenarios[0]?.iterations ?? []).flatMap(
    ({ status, harnessMs, tapSwitchMs }) =>
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
  const { switches, starts, iterations } = quick ? QUICK : WHOLE;
  using cli = copyOfCli();
  say(`switching TAPs ${switches} times in each way`);
  const switching = await measureSwitch(switches);
  say(`starting the command line ${starts} times`);
  const starting = await measureStart(cli.path, starts);
  say(`a run of ${iterations} iterations`);
  const running = await measureRun(cli.path, iterations);

  const median = (values: readonly number[]) => spreadOf(values).median;
  const ratio = (value: number | null, unit: number | null) =>
    value === null || unit === null || unit === 0 ? null : value / unit;
  const oursMs = median(switching.oursMs);
  const switchRatio = ratio(median(switching.sudoMs), oursMs);
  const withoutSwitchMs = median(running.withoutSwitchMs);
  const nodeMs = median(starting.nodeMs);

  const inRatio = (name: string, values: readonly number[], unit: number | null) => {
    const value = median(values);
    const times = ratio(value, unit);
    return [name, String(values.length), ms(value), times === null ? "–" : `${times.toFixed(1)} ×`];
  };
  const missed: string[] = [];
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
      inRatio("in a run: `harnessMs`", running.harnessMs, null),
      inRatio("in a run: `tapSwitchMs`", running.switchMs, oursMs),
      inRatio("in a run: `harnessMs` without the switch", running.withoutSwitchMs, null),
      inRatio("start: `node -e 0`", starting.nodeMs, nodeMs),
      inRatio("start: `node dist/cli.js --version`", starting.cliMs, nodeMs),
      inRatio("time per iteration", running.iterationMs, null),
    ]),
    "",
    `Peak memory of the harness in a run of ${iterations} iterations: ${(running.peakKiB / 1024).toFixed(1)} MiB.`,
  ].join("\n");
  return { name: "harness", markdown, figures: { switching, starting, running, switchRatio }, missed };
});
