/** Proves: all four scenarios pass on strict stand-ins that play builds with queue passing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { scenarioRow } from "../../src/scenarios/table.ts";
import { makeStandIn, type StandIn, type Truth } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { onHostWith, WITH_VHOST_NET } from "../host/as-root.ts";
import { readResults, runCli, UNHURRIED } from "./product.ts";
import { type RunOptions, smallRun } from "./small-run.ts";

// The stand-in is as strict as the builds that it plays: it refuses one wrong word or a wrong order.
// All runs of a describe block run at the same time and must not disturb each other.

const LONG_MS = 600_000;
/** A run on that stand-in, on a host that seems to have vhost-net. */
export const runOn = (standIn: StandIn, options: RunOptions) =>
  runCli(smallRun({ qemu: standIn.path, ...options }), { prefix: onHostWith(WITH_VHOST_NET) });

/**
 * All four scenarios pass on a build that plays the first of each pair, and is named as the second.
 *
 * @param iterations of each scenario.
 */
export function fourScenariosTests(builds: readonly (readonly [string, string])[], iterations: number): void {
  describe.concurrent("all four scenarios pass", () => {
    test.each(builds)("on a build that plays %s", { timeout: LONG_MS }, async (plays, named) => {
      using standIn = makeStandIn({ dialect: plays, freezeMs: 10, pretendVhost: true });
      using out = temporaryFolder();
      const ended = await runOn(standIn, { ...UNHURRIED, scenarios: null, iterations, out: out.path });
      const results = readResults(out.path);
      expect(ended.status, ended.stderr + ended.stdout).toBe(0);
      expect(results.builds).toMatchObject([{ dialect: named }]);
      for (const scenario of results.scenarios) {
        expect(scenario.status).toBe("passed");
        expect(scenario.iterations).toHaveLength(iterations);
        const row = scenarioRow(scenario.name);
        for (const iteration of scenario.iterations) {
          expect(iteration.vhost).toBe(row.vhost);
          // Packets that waited in a handed-over queue are answered late, not lost.
          if (row.handOver.passesFds) expect(iteration).toMatchObject({ lost: 0, tapSwitchMs: 0 });
        }
      }
      expectQueuesTravelled(standIn.truth(), iterations);
      // x-query-virtio-status kills some versions, so no x- command may be sent.
      const sent = globSync("**/*.qmp.log", { cwd: out.path })
        .flatMap((file) => readFileSync(join(out.path, file), "utf8").split("\n"))
        .flatMap((line) => /> .*"execute": ?"([^"]+)"/.exec(line)?.[1] ?? []);
      expect(sent).toContain("migrate");
      expect(sent.filter((command) => command.startsWith("x-"))).toEqual([]);
    });
  });
}

/** In tap-fd each target has the source's queues and never opens the device; in new-tap the reverse. */
function expectQueuesTravelled(truth: Truth[], iterations: number): void {
  const processes = new Map<number, Truth[]>();
  for (const event of truth) processes.set(event.pid, [...(processes.get(event.pid) ?? []), event]);
  const counts = { handedOver: 0, opened: 0 };
  for (const events of processes.values()) {
    const received = events.filter(({ what }) => what === "received-fd");
    const opened = events.filter(({ what, path }) => what === "opened" && path === "/dev/net/tun");
    if (received.length > 0) {
      counts.handedOver += 1;
      expect(received).toHaveLength(4);
      expect(received.every(({ sameFile }) => sameFile === true)).toBe(true);
      expect(opened).toEqual([]);
    } else if (opened.length > 0) {
      counts.opened += 1;
      expect(opened).toHaveLength(4);
    }
  }
  // In two scenarios the source opens its queues and each target receives all. In the other two every QEMU opens its own.
  expect(counts).toEqual({ handedOver: 2 * iterations, opened: 2 + 2 * (iterations + 1) });
}
