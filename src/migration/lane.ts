/** One row of a scenario's results while it comes into being: migrations from one build to another. */
import { StepError } from "../base/errors.ts";
import type { QemuBuild } from "../qemu/build.ts";
import type { Evidence, Iteration } from "../results/schema.ts";
import { laneFolderName } from "./evidence.ts";
import type { ScenarioRow } from "./hand-over.ts";

export interface Lane {
  readonly scenario: ScenarioRow;
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

export const openLane = (scenario: ScenarioRow, from: QemuBuild, to: QemuBuild): Lane => ({
  scenario,
  from,
  to,
  folder: laneFolderName(scenario.name, from.role),
  iterations: [],
  bootMs: [],
  bootFault: null,
});
