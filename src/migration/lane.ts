/** A lane: the migrations of one scenario from one build to another. It becomes one row of the results. */
import { StepError } from "../base/errors.ts";
import type { QemuBuild } from "../qemu/build.ts";
import type { Evidence, Iteration } from "../results/schema.ts";
import { laneFolderName } from "./evidence.ts";
import type { ScenarioRow } from "./hand-over.ts";

export interface Lane {
  readonly scenario: ScenarioRow;
  readonly from: QemuBuild;
  readonly to: QemuBuild;
  /** Path below the output folder. */
  readonly folder: string;
  readonly iterations: Iteration[];
  readonly bootMs: number[];
  /** Why the guest did not come up, or null. */
  bootFault: BootError | null;
}

/** A guest that did not come up, with the last words of its QEMU. */
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
