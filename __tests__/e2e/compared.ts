import { makeStandIn, type StandInConfig } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { readResults, runCli } from "./product.ts";
import { type RunOptions, smallRun } from "./small-run.ts";

/** 3 boots with 3 pairs each. */
export const PAIRS = 9;

/** Two builds in one run: their guests live side by side, each in its namespace. */
export async function compared(baseline: StandInConfig, candidate: StandInConfig, more: RunOptions = {}) {
  using out = temporaryFolder();
  using a = makeStandIn(baseline);
  using b = makeStandIn(candidate);
  const builds = { "baseline-qemu": a.path, qemu: b.path };
  const ended = await runCli(smallRun({ ...builds, iterations: PAIRS, seed: 7, out: out.path, ...more }));
  return { ended, results: readResults(out.path) };
}
