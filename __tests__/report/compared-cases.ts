/** Comparisons of two builds, made up; the figures of each are those that a run computes. */

import type { Build, Comparison, Iteration, Results, Scenario } from "../../src/results/schema.ts";
import { compareLanes } from "../../src/run/compare-lanes.ts";
import { results } from "./made-up.ts";
import { iterations, scenarioOf } from "./measured.ts";

/** As partners of others with the same place. */
export const inPairs = (of: readonly Iteration[]): Iteration[] =>
  of.map((one, at) => ({ ...one, pair: at + 1 }));

/** What a run says of them, with the default threshold. */
export const comparedAs = (
  candidate: Pick<Scenario, "name" | "iterations">,
  baseline: Pick<Scenario, "iterations">,
  auto: NonNullable<Comparison["auto"]> | null = null,
): Comparison =>
  compareLanes(
    { settings: { maxRegressionPercent: 20, seed: 1 }, probe: { resolutionMs: 1 } },
    candidate,
    baseline,
    auto,
  );

const BUILD: Build = {
  role: "candidate",
  path: "/opt/qemu/bin/qemu-system-x86_64",
  version: "11.1.50 (v11.1.0-77-gfedcba)",
  dialect: "permit",
  traced: true,
};

/** The outage has not changed, but the target takes longer to load. Pairs were added until that was sure. */
export const slowerPart = (): Results => {
  const baseline: Build = { ...BUILD, role: "baseline", version: "11.1.0", path: "/opt/qemu-base/qemu" };
  const a = inPairs(iterations(15, 21.3, { from: "baseline", to: "baseline" }));
  const b = inPairs(iterations(15, 21.3)).map((one): Iteration => {
    if (one.freeze === null || one.outageParts === null) return one;
    const moreMs = 2.5;
    return {
      ...one,
      vcpuPauseMs: (one.vcpuPauseMs ?? 0) + moreMs,
      freeze: { ...one.freeze, loadMs: (one.freeze.loadMs ?? 0) + moreMs },
      outageParts: {
        ...one.outageParts,
        freezeMs: one.outageParts.freezeMs + moreMs,
        afterResumeMs: one.outageParts.afterResumeMs - moreMs,
      },
    };
  });
  const candidate = scenarioOf(b, { name: "new-tap" });
  return results({
    inputs: { qemu: BUILD.path, "baseline-qemu": baseline.path, iterations: "auto" },
    builds: [BUILD, baseline],
    scenarios: [candidate, scenarioOf(a, { name: "new-tap", build: "baseline" })],
    comparison: [comparedAs(candidate, { iterations: a }, { looks: 2, pPerLook: 0.002, ended: "decided" })],
  });
};
