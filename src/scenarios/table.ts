/** What this host and these builds can do, scenario by scenario, found out before anything is started. */

import { adviceFor } from "../host/devices.ts";
import { whyNoFdPassing } from "../qemu/dialect.ts";
import type { ScenarioName } from "../results/schema.ts";
import type { QemuBuild } from "../run/builds.ts";

export const passesFds = (scenario: ScenarioName): boolean => scenario.startsWith("tap-fd");
export const usesVhost = (scenario: ScenarioName): boolean => scenario.endsWith("-vhost");

/** Why a scenario can't be run on this host with these builds; null when it can. */
export function whyUnsupported(
  scenario: ScenarioName,
  from: Pick<QemuBuild, "dialect">,
  to: Pick<QemuBuild, "dialect">,
): string | null {
  const reasons = [
    passesFds(scenario) ? whyNoFdPassing(from.dialect, to.dialect) : null,
    usesVhost(scenario) ? adviceFor("vhost-net") : null,
  ].filter((text) => text !== null);
  return reasons.length === 0 ? null : reasons.join("; ");
}
