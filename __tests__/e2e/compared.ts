import { makeStandIn, type StandInConfig } from "../fakes/stand-in.ts";
import { readResults, runCli, temporaryFolder } from "./product.ts";

/** 3 boots with 3 pairs each. */
export const PAIRS = 9;

/** Runs two builds in one A/B run. Their guests run side by side, each in its namespace. */
export async function compared(baseline: StandInConfig, candidate: StandInConfig, ...more: string[]) {
  using out = temporaryFolder();
  using a = makeStandIn(baseline);
  using b = makeStandIn(candidate);
  const ended = await runCli([
    ...["run", "--accel", "tcg", "--memory", "128M", "--scenarios", "tap-fd", "--seed", "7"],
    ...[
      "--baseline-qemu",
      a.path,
      "--qemu",
      b.path,
      "--iterations",
      String(PAIRS),
      "--out",
      out.path,
      ...more,
    ],
  ]);
  return { ended, results: readResults(out.path) };
}
