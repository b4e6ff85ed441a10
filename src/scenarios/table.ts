/** All scenarios, a row each. A new one is a row here and its name in results/; a new way of handing over is one more file in this folder. */
import { adviceFor } from "../host/devices.ts";
import type { ScenarioRow } from "../migration/hand-over.ts";
import type { QemuBuild } from "../qemu/build.ts";
import type { ScenarioName } from "../results/schema.ts";
import { newTap } from "./new-tap.ts";
import { tapFd } from "./tap-fd.ts";

const ROWS: Readonly<Record<ScenarioName, Omit<ScenarioRow, "name">>> = {
  "tap-fd": {
    handOver: tapFd,
    vhost: false,
    taps: ["tap0"],
    needs: [],
    sentence: "QEMU passes the open fds of the TAP's queues to the target",
  },
  "tap-fd-vhost": {
    handOver: tapFd,
    vhost: true,
    taps: ["tap0"],
    needs: ["vhost-net"],
    sentence: "the same with vhost-net",
  },
  "new-tap": {
    handOver: newTap,
    vhost: false,
    taps: ["tap0", "tap1"],
    needs: [],
    sentence: "the target opens a second TAP, and the host's address moves to it",
  },
  "new-tap-vhost": {
    handOver: newTap,
    vhost: true,
    taps: ["tap0", "tap1"],
    needs: ["vhost-net"],
    sentence: "the same with vhost-net",
  },
};

/** The row of a scenario. */
export const scenarioRow = (name: ScenarioName): ScenarioRow => ({ name, ...ROWS[name] });

/** In the order of results and reports. */
export const SCENARIOS: readonly ScenarioRow[] = (Object.keys(ROWS) as ScenarioName[]).map(scenarioRow);

/** What the lack of something means, in words for people, when these scenarios need it. */
export function onlyOthersRun(needs: (row: ScenarioRow) => boolean): string {
  const names = SCENARIOS.filter(needs).map(({ name }) => name);
  return `${names.join(" and ")} are unsupported; the others run`;
}

/** Why this host cannot run a scenario with any build; null when that depends on the build. */
export function whyUnfit({ needs }: ScenarioRow): string | null {
  const reasons = needs.map((device) => adviceFor(device)).filter((text) => text !== null);
  return reasons.length === 0 ? null : reasons.join("; ");
}

/** Why this host cannot run a scenario with these builds; null when it can. */
export function whyUnsupported(
  row: ScenarioRow,
  source: Pick<QemuBuild, "dialect">,
  target: Pick<QemuBuild, "dialect">,
): string | null {
  const reasons = [row.handOver.whyUnsupported(source.dialect, target.dialect), whyUnfit(row)].filter(
    (text) => text !== null,
  );
  return reasons.length === 0 ? null : reasons.join("; ");
}
