/** One row of a scenario's results while it comes into being: migrations from one build to another. */
import { StepError } from "../base/errors.ts";
import type { Evidence, Iteration, ScenarioName } from "../results/schema.ts";
import type { QemuBuild } from "../run/builds.ts";
import { laneFolderName } from "./evidence.ts";

export interface Lane {
  readonly scenario: ScenarioName;
  readonly from: QemuBuild;
  readonly to: QemuBuild;
  /** Below the output folder. */
  readonly folder: string;
  readonly iterations: Iteration[];
  readonly bootMs: number[];
  /** Why its guest did not come up. */
  bootFault: BootError | null;
}

/** A guest that did not come up, with what was said last. */
export class BootError extends StepError {
  readonly evidence: readonly Evidence[];

  constructor(message: string, evidence: readonly Evidence[]) {
    super(message);
    this.evidence = evidence;
  }
}

export const openLane = (scenario: ScenarioName, from: QemuBuild, to: QemuBuild): Lane => ({
  scenario,
  from,
  to,
  folder: laneFolderName(scenario, from.role),
  iterations: [],
  bootMs: [],
  bootFault: null,
});
