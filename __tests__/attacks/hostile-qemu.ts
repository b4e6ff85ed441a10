/** Runs the product with a hostile QEMU, which attacks the files and processes around it with the rights of its user. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type Ended, leftovers, readResults, runCli, start } from "../e2e/product.ts";
import { smallRun } from "../e2e/small-run.ts";
import { inTime } from "../e2e/watchdog.ts";
import { makeStandIn, type StandInFault } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import type { Attack } from "./attack.ts";

const KEPT = "what somebody else has written\n";

interface Scene {
  readonly ended: Ended;
  readonly out: string;
  /** `clean` after the run. */
  readonly cleaned: Ended;
  /** What the script wrote into the file $NOTES. */
  readonly notes: string;
}

export interface QemuAttack extends Omit<Attack, "run"> {
  /**
   * For /bin/sh. Variables: BASE (prefix of this VM's files), FOLDER (their folder), OUT, RUNS (records), VICTIM, VICTIM_PID, NOTES,
   * HARNESS.
   */
  readonly script: string;
  /** More faults of this QEMU. */
  readonly faults?: readonly StandInFault[];
  /** How the run must end (default "passed"). "either": it depends on what the attack hits. */
  readonly conclusion?: "passed" | "failed" | "either";
  /** More checks. In any case, files and processes of others must be untouched, and nothing may be left. */
  readonly and?: (scene: Scene) => void;
}

/** The source attacks at `cont`, when all its files exist. */
const AT = { step: "cont", side: "source" } as const;

/** Runs the product with this QEMU. @throws Error when a check fails. */
export async function runQemuAttack(attack: QemuAttack): Promise<void> {
  using out = temporaryFolder();
  using victim = temporaryFolder();
  using home = temporaryFolder();
  const notes = join(home.path, "notes");
  const keep = join(victim.path, "keep");
  writeFileSync(keep, KEPT);
  writeFileSync(notes, "");
  const bystander = spawn("sleep", ["1000"], { stdio: "ignore" });
  const env = {
    ...{ OUT: out.path, VICTIM: victim.path, VICTIM_PID: `${bystander.pid}`, NOTES: notes },
    NODE: process.execPath,
    RUNS: join(home.path, "tap-migration-action", "runs"),
  };
  const script = `HARNESS=$SELF
until [ "$(tr '\\0' '\\n' </proc/$HARNESS/cmdline | head -n 1)" = "$NODE" ]; do HARNESS=$(sed -n "s/^PPid:\\t//p" /proc/$HARNESS/status); done
${attack.script}`;
  using standIn = makeStandIn({
    faults: [{ ...AT, kind: "attack", nth: 1, script, env }, ...(attack.faults ?? [])],
  });
  try {
    await using run = start(smallRun({ qemu: standIn.path, out: out.path, "recovery-timeout-ms": 3000 }), {
      stateHome: home.path,
    });
    const ended = await inTime(run.ended);
    // The attack itself must have worked.
    const [did] = standIn.truth("attacked");
    if (did?.status !== 0 && ended.signal === null)
      throw new Error(`the attack did not work: status ${did?.status}\n${ended.stderr}`);
    const cleaned = await runCli(["clean"], { stateHome: home.path });
    const ids = run.runIds();
    const file = join(out.path, "results.json");
    const results = existsSync(file) && lstatSync(file).isFile() ? readResults(out.path) : null;
    const conclusion = attack.conclusion ?? "passed";
    if (conclusion !== "either") expect(results?.conclusion, ended.stderr).toBe(conclusion);
    expect(ended.status === 0, `status ${ended.status}`).toBe(results?.conclusion === "passed");
    expect(ended.stderr).not.toMatch(/\n\s+at .*\.mjs/);
    expect(readdirSync(victim.path)).toEqual(["keep"]);
    expect(readFileSync(keep, "utf8")).toBe(KEPT);
    expect(bystander.exitCode ?? bystander.signalCode, "the bystander has ended").toBeNull();
    attack.and?.({ ended, cleaned, out: out.path, notes: readFileSync(notes, "utf8") });
    expect(standIn.running()).toEqual([]);
    expect(leftovers(ids), cleaned.stderr).toEqual([]);
  } finally {
    await endBystander(bystander);
  }
}

async function endBystander(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}
