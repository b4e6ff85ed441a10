/** Runs of the product with a stand-in for QEMU that freezes the guest for a known time. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Started, start } from "../__tests__/e2e/product.ts";
import { type RunOptions, smallRun } from "../__tests__/e2e/small-run.ts";
import { makeStandIn, type StandIn } from "../__tests__/fakes/stand-in.ts";
import { temporaryFolder } from "../__tests__/folder.ts";
import { guestAddress } from "../src/host/network.ts";
import { type ProbeLog, readFping } from "../src/measure/probe-log.ts";
import type { Iteration } from "../src/results/schema.ts";
import type { Kind } from "./errors.ts";
import { type Freeze, freezesOf, freezeWithin } from "./freezes.ts";
import { resultsOf, say } from "./front.ts";

const SCENARIOS = { queued: "tap-fd", dropped: "new-tap" } as const;
export const KINDS: readonly Kind[] = ["queued", "dropped"];

export interface AskedFreeze {
  readonly askedMs: number;
  readonly kind: Kind;
}

/** Iterations, the true freezes, and the probe's log of each iteration, in order. */
export interface KnownRun {
  readonly iterations: readonly Iteration[];
  readonly freezes: readonly Freeze[];
  readonly logs: readonly string[];
}

/**
 * Runs the product once with a stand-in that freezes the guest for `freeze.askedMs`. `beside` starts what runs at the same time.
 *
 * @throws Error when the product can't run here (status 2).
 */
export async function runWithFreeze(
  cli: string,
  { askedMs, kind }: AskedFreeze,
  options: RunOptions,
  beside: (standIn: StandIn, product: Started) => AsyncDisposable | null = () => null,
): Promise<KnownRun> {
  using standIn = makeStandIn({ freezeMs: askedMs, freezeKind: kind });
  using out = temporaryFolder();
  const scenario = SCENARIOS[kind];
  const words = smallRun({
    ...{ qemu: standIn.path, scenarios: scenario, out: out.path, quiet: true },
    ...options,
  });
  const run = start(words, { cli });
  const work = beside(standIn, run);
  await run.ended;
  await work?.[Symbol.asyncDispose]();
  const done = (await resultsOf(run.ended, out.path)).scenarios[0]?.iterations ?? [];
  const logOf = (number: number) => {
    const folder = `iteration-${String(number).padStart(3, "0")}`;
    return readFileSync(join(out.path, scenario, folder, "probe.log"), "utf8");
  };
  return {
    iterations: done,
    freezes: freezesOf(standIn.truth()),
    logs: done.map((_, index) => logOf(index + 1)),
  };
}

export interface Frozen {
  readonly iteration: Iteration;
  readonly outageMs: number;
  readonly freeze: Freeze;
  readonly log: ProbeLog;
}

/** Pairs each iteration of a run with its true freeze. Failed iterations are left out, and reported on stderr. */
export function frozenIn({ iterations, freezes, logs }: KnownRun): Frozen[] {
  return iterations.flatMap((iteration, index) => {
    const { status, outageMs } = iteration;
    if (status !== "passed" || outageMs === null) {
      say(`  an iteration failed: ${iteration.reason}`);
      return [];
    }
    const log = readFping(logs[index] ?? "", { addresses: [guestAddress(0)] });
    const freeze = freezeWithin(freezes, log);
    if (freeze === null) {
      say("  an iteration does not have exactly one freeze in the ground truth");
      return [];
    }
    return [{ iteration, outageMs, freeze, log }];
  });
}
