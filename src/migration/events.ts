/** Events of a run. The fronts render them; nothing below the fronts prints. */
import type { AssetEvent } from "../guest/asset-store.ts";
import type { BuildRole, Iteration, Results, Scenario, ScenarioName } from "../results/schema.ts";
import type { Step } from "./steps.ts";

export type RunEvent =
  | { readonly kind: "run-started"; readonly notes: readonly string[] }
  | { readonly kind: "warning"; readonly text: string }
  | AssetEvent
  | {
      readonly kind: "scenario-started";
      readonly scenario: ScenarioName;
      readonly build: BuildRole;
      /** The build it takes turns with: the baseline in an A/B, the target in a round trip. */
      readonly against: BuildRole | null;
      readonly iterations: number;
      /** Whether it may end before. */
      readonly atMost: boolean;
    }
  | {
      readonly kind: "step";
      readonly scenario: ScenarioName;
      readonly boot: number;
      readonly iteration: number | null;
      readonly step: Step;
    }
  | {
      readonly kind: "iteration-finished";
      readonly scenario: ScenarioName;
      readonly number: number;
      readonly iteration: Iteration;
    }
  | { readonly kind: "scenario-finished"; readonly scenario: Scenario }
  | { readonly kind: "run-finished"; readonly results: Results };

export type Emit = (event: RunEvent) => void;
