/** `--control`: boots and probes a guest without migrating it, to measure the noise of the host. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createNetwork } from "../host/network.ts";
import { startProbe } from "../host/probe.ts";
import { makeRamFile, RAM_FOLDER } from "../host/ram.ts";
import { NAME_PREFIX } from "../host/undo.ts";
import { longestGaps } from "../measure/control.ts";
import { readProbe } from "../measure/probe-log.ts";
import { summarise } from "../measure/statistics.ts";
import { bootGuest } from "../migration/chain.ts";
import type { RunContext } from "../migration/context.ts";
import { saveProbeLog } from "../migration/evidence.ts";
import { openLane } from "../migration/lane.ts";
import type { QemuBuild } from "../qemu/build.ts";
import { startWallClock } from "../qemu/clock.ts";
import type { Results } from "../results/schema.ts";
import { scenarioRow } from "../scenarios/table.ts";

/** Name in the output folder. */
export const CONTROL_FOLDER = "control";

/** Every host and build can run it. Nothing is migrated: it only says how the guest boots. */
const PLAIN = scenarioRow("new-tap");

const STRETCH_MS = 1_000;
const SETTLE_MS = 500;

/** Measures `count` stretches of a second each. @throws StepError when the guest does not come up. */
export async function measureControl(
  run: RunContext,
  build: QemuBuild,
  count: number,
): Promise<Results["control"]> {
  const { settings, privilege, register, signal, probe, output } = run;
  const ramPath = join(RAM_FOLDER, `${NAME_PREFIX}${register.runId}-control`);
  const ram = register.hold({ kind: "file", path: ramPath });
  await using network = await createNetwork(register, privilege, {
    name: "control",
    taps: PLAIN.taps,
    multiQueue: settings.queues > 1,
    nics: settings.nics,
    signal,
  });
  await network.reset();
  makeRamFile(ramPath, settings.memoryBytes);
  try {
    const { vm } = await bootGuest(
      { ...run, scenario: PLAIN, boot: 1, network, ramPath, step: () => undefined },
      openLane(PLAIN, build, build),
    );
    await using _running = vm;
    await using stream = await startProbe(network, privilege, { ...probe, folder: run.folder });
    await stream.answered(settings.recoveryTimeoutMs, signal);
    await sleep(SETTLE_MS, undefined, { signal });
    const startMs = startWallClock().now();
    await sleep(count * STRETCH_MS, undefined, { signal });
    const log = readProbe(probe.tool, await stream.finish(), network.guestAddresses);
    saveProbeLog(output, CONTROL_FOLDER, stream);
    return {
      stretchMs: STRETCH_MS,
      longestGapMs: summarise(longestGaps(log, startMs, STRETCH_MS, count), settings.seed),
    };
  } finally {
    rmSync(ramPath, { force: true });
    await ram.undo();
  }
}
