/** The soak's random ends: it kills or stops processes of a run at random moments. */
import { setTimeout as sleep } from "node:timers/promises";
import { leftovers, readResults, runCli, type Started, start } from "../__tests__/e2e/product.ts";
import { smallRun } from "../__tests__/e2e/small-run.ts";
import { inTime } from "../__tests__/e2e/watchdog.ts";
import { makeStandIn, type StandIn } from "../__tests__/fakes/stand-in.ts";
import { temporaryFolder } from "../__tests__/folder.ts";
import { isRoot, signalAsRoot, wordsOf } from "../__tests__/host/as-root.ts";
import { messageOf } from "../src/base/errors.ts";
import { descendants, identify } from "../src/host/proc.ts";
import type { Random } from "../src/measure/random.ts";

export const VICTIMS = ["harness", "probe", "co-process", "sudo", "source", "target"] as const;
export type Victim = (typeof VICTIMS)[number];

export interface RandomEnd {
  readonly victim: Victim;
  readonly how: "KILL" | "STOP";
  readonly scenario: "tap-fd" | "new-tap";
  /** From the start of the run. After it we wait until the victim exists. */
  readonly delayMs: number;
  /** From when the victim exists. */
  readonly thenMs: number;
}

export interface RandomEndResult {
  readonly outcome: string;
  readonly problems: readonly string[];
}

const ITERATIONS = 2;
/** About as long as such a run takes. */
const MOST_DELAY_MS = 4_000;
/** Shorter than the life of a probe or a target. */
const MOST_THEN_MS = 500;
/** A run that lasts longer is stuck: all its deadlines are over. */
const STUCK_MS = 300_000;
/** How long a stopped harness stands still. What waits for it gives up later than that. */
const STOPPED_MS = 1_500;

/** `count` random ends, with the victims in turn. As root, a run has no sudo. */
export function drawEnds(how: RandomEnd["how"], count: number, random: Random): RandomEnd[] {
  const victims = VICTIMS.filter((victim) => victim !== "sudo" || !isRoot);
  return Array.from({ length: count }, (_, index) => ({
    how,
    victim: victims[index % victims.length] ?? "harness",
    scenario: random() < 0.5 ? "tap-fd" : "new-tap",
    delayMs: Math.floor(random() * MOST_DELAY_MS),
    thenMs: Math.floor(random() * MOST_THEN_MS),
  }));
}

export const nameOfEnd = ({ how, victim, scenario, delayMs, thenMs }: RandomEnd): string =>
  `${how} of the ${victim}, ${scenario}, ${delayMs} + ${thenMs} ms after it began`;

/** Runs the product with two iterations and ends the victim. Each broken promise is in `problems`. */
export async function runRandomEnd(end: RandomEnd): Promise<RandomEndResult> {
  using standIn = makeStandIn();
  using out = temporaryFolder();
  using state = temporaryFolder();
  const words = smallRun({
    ...{ qemu: standIn.path, scenarios: end.scenario, iterations: ITERATIONS, out: out.path },
    "recovery-timeout-ms": 2000,
  });
  await using run = start(words, { stateHome: state.path });
  const problems: string[] = [];
  let outcome = "";
  try {
    let over = false;
    void run.ended.then(() => {
      over = true;
    });
    await Promise.race([run.ended, sleep(end.delayMs, undefined, { ref: false })]);
    let pid: number | null = null;
    while (!over && pid === null) {
      pid = victimOf(end.victim, run, standIn);
      await sleep(5);
    }
    await sleep(end.thenMs);
    const hit = pid !== null && identify(pid) !== null && !over;
    if (hit) signalAsRoot(pid ?? 0, `SIG${end.how}`);
    if (hit && end.how === "STOP" && end.victim === "harness") {
      await sleep(STOPPED_MS);
      signalAsRoot(pid ?? 0, "SIGCONT");
    }
    const ended = await inTime(run.ended, STUCK_MS);
    const killed = hit && end.victim === "harness" && end.how === "KILL";
    if (killed) {
      outcome = "killed";
      if (ended.signal !== "SIGKILL") problems.push(`it ended with ${ended.status ?? ended.signal}`);
      const clean = await runCli(["clean"], { stateHome: state.path });
      if (clean.status !== 0) problems.push(`clean ended with ${clean.status}: ${clean.stderr}`);
    } else if (hit && ended.status === 2) {
      // A host's program that is killed during its trial counts as broken: the run starts nothing.
      outcome = "refused";
      if (!ended.stderr.includes("tap-migration: ")) problems.push(`it does not say why: ${ended.stderr}`);
    } else {
      const { conclusion, scenarios, reason } = readResults(out.path);
      outcome = hit ? conclusion : `${conclusion}, nothing was hit`;
      if ((ended.status === 0) !== (conclusion === "passed"))
        problems.push(`it is ${conclusion}, but ended with ${ended.status ?? ended.signal}`);
      if (conclusion === "passed" && scenarios[0]?.iterations.length !== ITERATIONS)
        problems.push("it passed, but iterations are missing");
      if (conclusion === "failed" && (reason ?? "") === "") problems.push("it failed without a reason");
      if (conclusion === "failed" && !hit) problems.push(`it failed, but nothing was hit: ${reason}`);
      if (/\n\s+at .*\.mjs/.test(ended.stderr)) problems.push("it ended in a stack trace");
    }
    problems.push(...leftovers(run.runIds()).map((left) => `left: ${left}`));
    problems.push(...standIn.running().map(({ side, pid: other }) => `left: the ${side}, process ${other}`));
  } catch (error) {
    problems.push(messageOf(error));
  }
  return { outcome, problems };
}

/** The pid of the victim now, or null. */
function victimOf(victim: Victim, run: Started, standIn: StandIn): number | null {
  switch (victim) {
    case "harness":
      return run.pid;
    case "source":
    case "target":
      return standIn.running().findLast(({ side }) => side === victim)?.pid ?? null;
    case "probe":
      return started(run, "fping", "-l");
    case "co-process":
      return started(run, "ip", "-batch");
    case "sudo":
      return started(run, "sudo", "-batch");
  }
}

/** A descendant with this name and this argument that works for the guest, not for a trial before the run. */
function started(run: Started, name: string, word: string): number | null {
  for (const one of descendants(run.pid)) {
    const words = wordsOf(one.pid);
    if (one.name === name && words.includes(word) && !words.some((other) => other.endsWith("-trial")))
      return one.pid;
  }
  return null;
}
