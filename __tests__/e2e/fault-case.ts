/** Runs one case of the fault table with the stand-in, and reports what went wrong. */
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../../src/base/errors.ts";
import { STEPS, type Step } from "../../src/migration/steps.ts";
import { makeStandIn, type StandIn, type Truth } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import type { FaultCase, Victim } from "./fault-table.ts";
import { type Ended, leftovers, readResults, runCli, type Started, start } from "./product.ts";
import { smallRun } from "./small-run.ts";
import { inTime } from "./watchdog.ts";

export interface CaseResult {
  /** The product's reason, or how it ended. */
  readonly outcome: string;
  readonly seconds: number;
  /** From the fault until the run ended; null when it did not end. */
  readonly secondsAfterFault: number | null;
  /** Each broken promise. */
  readonly problems: string[];
}

/** A watchdog: nothing takes longer, even on a slow host, so a longer run is stuck. */
const STUCK_MS = 400_000;

/** The step without output: the product prints nothing in the freeze. So the stand-in lingers in it and logs that. */
const SILENT: { readonly step: Step; readonly command: string } = { step: "migrate", command: "migrate" };
const LINGER_MS = 500;

/** The fault hits the first iteration. The second shows that the run goes on, with what the first one left. */
const ITERATIONS = 2;

/** @param stateHome the state folder of the run, which `clean` uses after a KILL. Default: a new one for each case. */
export async function runCase(given: FaultCase, stateHome?: string): Promise<CaseResult> {
  const begin = performance.now();
  const { step, scenario, what } = given;
  const lingers = step === SILENT.step;
  using standIn = makeStandIn({
    dialect: "permit",
    faults: lingers ? [{ step: SILENT.command, side: "source", kind: "delay", ms: LINGER_MS, nth: 1 }] : [],
  });
  using out = temporaryFolder();
  using state = temporaryFolder();
  const words = smallRun({
    ...{ qemu: standIn.path, scenarios: scenario, iterations: ITERATIONS, "recovery-timeout-ms": 2000 },
    ...{ out: out.path, verbose: true },
  });
  const home = stateHome ?? state.path;
  await using run = start(words, { stateHome: home });
  const problems: string[] = [];
  let outcome = "";
  let happened = true;
  let secondsAfterFault: number | null = null;
  try {
    await reached(run, step, standIn);
    const faultAt = performance.now();
    if (what.kind === "signal") run.kill(what.signal);
    else {
      const { pid } = await victimAt(step, what.victim, standIn, run);
      happened = await standIn.now(pid, what.fault.fault);
    }
    const ended = await inTime(run.ended, STUCK_MS);
    secondsAfterFault = (performance.now() - faultAt) / 1000;
    if (what.kind === "signal" && what.signal === "SIGKILL") {
      outcome = await afterKill(run, home, standIn, problems);
    } else outcome = judge(given, happened, ended, out.path, problems);
    problems.push(...leftovers(run.runIds()).map((left) => `left: ${left}`));
    problems.push(...standIn.running().map(({ side, pid }) => `left: the ${side}, process ${pid}`));
  } catch (error) {
    problems.push(messageOf(error));
  }
  return { outcome, seconds: (performance.now() - begin) / 1000, secondsAfterFault, problems };
}

/** Resolves when the run reaches the step for the first time. */
async function reached(run: Started, step: Step, standIn: StandIn): Promise<void> {
  if (step !== SILENT.step)
    return await inTime(run.saying(new RegExp(`^ +(boot|iteration) 1\\b.*: ${step}$`, "m")), STUCK_MS);
  await run.saying(/: launch target$/m);
  await until(() => standIn.truth("fault").length > 0, run);
}

/** The victim among the running QEMUs. If the step launches a QEMU, waits for that one. */
async function victimAt(step: Step, victim: Victim, standIn: StandIn, run: Started): Promise<Truth> {
  const launched = /^launch (\w+)$/.exec(step)?.[1];
  const candidates = () => standIn.running().filter(({ side }) => side !== "probe");
  const found = (): Truth | undefined => {
    const all = candidates();
    if (launched !== undefined && !all.some(({ side }) => side === launched)) return undefined;
    return victim === "oldest" ? all[0] : all.at(-1);
  };
  await until(() => found() !== undefined, run);
  const chosen = found();
  if (chosen === undefined) throw new Error("the QEMU ended before the fault");
  return chosen;
}

async function until(holds: () => boolean, run: Started): Promise<void> {
  let ended = false;
  void run.ended.then(() => {
    ended = true;
  });
  while (!holds()) {
    if (ended) throw new Error(`the run ended before the fault:\n${(await run.ended).stderr}`);
    await sleep(3);
  }
}

/** Checks the results of a run that was not killed. @return the outcome. */
function judge(
  { step, scenario, what }: FaultCase,
  happened: boolean,
  ended: Ended,
  out: string,
  problems: string[],
): string {
  const results = readResults(out);
  const [only] = results.scenarios;
  const reason = only?.reason ?? "";
  const expect = (holds: boolean, otherwise: string) => {
    if (!holds)
      problems.push(`${otherwise}: ${results.conclusion}, ${only?.status}, ${reason}\n${ended.stderr}`);
  };
  expect(
    ended.status === (results.conclusion === "passed" ? 0 : 1),
    `ended with ${ended.status ?? ended.signal}`,
  );
  expect(only?.name === scenario && results.scenarios.length === 1, "another scenario");
  if (what.kind === "signal") {
    expect(results.reason === `cancelled (${what.signal})`, "the reason does not say that it was cancelled");
    expect(only?.status === "skipped", "it was not skipped");
    return results.reason ?? "";
  }
  const iterations = only?.iterations ?? [];
  if (only?.status === "passed") {
    // A QEMU that was about to quit may end before the fault begins. And one that has been told to quit closes QMP in any case.
    const quits = step === "quit source" && what.victim === "oldest" && what.fault.fault.kind === "close-qmp";
    expect(what.fault.harmless || quits || !happened, "the fault was not noticed");
    expect(iterations.length === ITERATIONS, "iterations are missing");
    return "passed";
  }
  expect(/\b(source|target)\b/.test(reason), "the reason names no side");
  const named = STEPS.findIndex((one) => reason.includes(`${one}: `));
  expect(
    named >= STEPS.indexOf(step) || iterations[0]?.status === "passed",
    "the reason names no step, or an earlier one",
  );
  return reason;
}

/** Checks that `clean` removes what a KILL left. @return the outcome. */
async function afterKill(
  run: Started,
  stateHome: string,
  standIn: StandIn,
  problems: string[],
): Promise<string> {
  const left = leftovers(run.runIds()).length;
  // Another run may clean up at the same time, so clean's output may lack things.
  const clean = await runCli(["clean"], { stateHome });
  if (clean.status !== 0) problems.push(`clean ended with ${clean.status}: ${clean.stderr}${clean.stdout}`);
  if (left === 0) problems.push("there was nothing to clean up");
  await until(() => standIn.running().length === 0, { ...run, ended: new Promise(() => undefined) });
  return `killed; clean removed the ${left} things left`;
}
