/** Whole comparisons of two builds whose true difference is known: each boots its own guests. What they measured is kept as recordings. */
import { chmodSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { start } from "../__tests__/e2e/product.ts";
import { REAL_GUEST, type RunOptions, smallRun } from "../__tests__/e2e/small-run.ts";
import { makeStandIn } from "../__tests__/fakes/stand-in.ts";
import { temporaryFolder } from "../__tests__/folder.ts";
import type { Results } from "../src/results/schema.ts";
import { resultsOf } from "./front.ts";
import type { Recording } from "./recordings.ts";

const STAND_IN_FREEZE_MS = 20;
const HOLDING_QEMU = resolve("bench/holding-qemu");

export interface ComparisonRun {
  readonly cli: string;
  readonly pairs: number;
  readonly seed: number;
  /** By how much the candidate's outage is longer. */
  readonly addedPercent: number;
  /** The same in ms: its freeze is longer by that. */
  readonly addedMs: number;
}

/** Two stand-ins in `tap-fd`: the baseline freezes for 20 ms, the candidate longer. */
export async function compareStandIns(run: ComparisonRun): Promise<Recording | null> {
  using baseline = makeStandIn({ freezeMs: STAND_IN_FREEZE_MS });
  using candidate = makeStandIn({ freezeMs: STAND_IN_FREEZE_MS + run.addedMs });
  return await recorded(run, "stand-in", {
    ...{ "baseline-qemu": baseline.path, qemu: candidate.path },
    scenarios: "tap-fd",
  });
}

/** The installed QEMU in `new-tap` against itself. The candidate's `cont` is held back by what is added. */
export async function compareQemu(run: ComparisonRun, qemu: string): Promise<Recording | null> {
  using folder = temporaryFolder();
  const holding = (name: string, ms: number) => {
    const path = join(folder.path, name);
    writeFileSync(path, `#!/bin/sh\nHELD_QEMU='${qemu}' HELD_MS=${ms} exec '${HOLDING_QEMU}' "$@"\n`);
    chmodSync(path, 0o755);
    return path;
  };
  // Both go through the wrapper, so that it adds the same to both but for the time held.
  const builds = {
    "baseline-qemu": holding("baseline", 0),
    qemu: holding("qemu-system-x86_64", run.addedMs),
  };
  return await recorded(run, "qemu", { ...REAL_GUEST, ...builds });
}

async function recorded(
  { cli, pairs, seed, addedPercent }: ComparisonRun,
  kind: Recording["kind"],
  options: RunOptions,
): Promise<Recording | null> {
  using out = temporaryFolder();
  const words = smallRun({ ...options, iterations: pairs, seed, out: out.path, quiet: true });
  return recordingOf(await resultsOf(start(words, { cli }).ended, out.path), kind, addedPercent);
}

/** The pairs in which both iterations passed. Null when the run measured fewer than it was asked for. */
function recordingOf(
  { scenarios, probe, seed, comparison }: Results,
  kind: Recording["kind"],
  addedPercent: number,
): Recording | null {
  const of = (role: string) => scenarios.find(({ build }) => build === role)?.iterations ?? [];
  const candidates = new Map(of("candidate").map((iteration) => [iteration.pair, iteration]));
  const pairs = of("baseline").flatMap((a) => {
    const b = candidates.get(a.pair);
    if (a.status !== "passed" || b?.status !== "passed") return [];
    if (a.outageMs === null || b.outageMs === null) return [];
    return [{ boot: a.boot, a: a.outageMs, b: b.outageMs }];
  });
  if (pairs.length === 0 || comparison.length === 0) return null;
  return { kind, addedPercent, seed, periodMs: probe.resolutionMs, pairs };
}
