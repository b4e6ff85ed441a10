/** The short messages that a reviewer sees beside the check: what failed, what could not be run, what was measured. */
import type { Results, Scenario } from "../results/schema.ts";

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/** One for each scenario. Texts from outside are in it as they came: whoever prints it has to escape them. */
export function annotationsOf(results: Results): Annotation[] {
  return results.scenarios.map((scenario) => ({
    level: LEVELS[scenario.status],
    title: `${nameOf(scenario)} ${scenario.status}`,
    message: [scenario.reason, figures(scenario, results)].filter(Boolean).join("\n"),
  }));
}

const LEVELS = { passed: "notice", failed: "error", unsupported: "notice", skipped: "warning" } as const;

const nameOf = ({ name, build }: Scenario) => (build === "baseline" ? `${name} (baseline)` : name);

/** The accelerator is named beside the figures: those of different ones can't be compared. */
function figures({ stats, iterations }: Scenario, { accel }: Results): string {
  const outage = stats?.outageMs;
  if (outage === undefined || outage.median === null) return "";
  const lost = iterations.flatMap((iteration) => iteration.lost ?? []);
  const parts = [
    `outage median ${outage.median.toFixed(1)} ms`,
    `p95 ${outage.p95?.toFixed(1)} ms`,
    `max ${outage.max?.toFixed(1)} ms`,
    ...(lost.length > 0 ? [`at most ${Math.max(...lost)} requests lost`] : []),
  ];
  return `${parts.join(", ")} (${outage.n} ${outage.n === 1 ? "iteration" : "iterations"}, ${accel})`;
}
