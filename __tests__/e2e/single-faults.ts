import { afterAll, describe, expect, test } from "vitest";
import type { ScenarioName } from "../../src/results/schema.ts";
import { scenarioRow } from "../../src/scenarios/table.ts";
import { makeStandIn, type StandInConfig, type StandInFault } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { onHostWith, WITH_VHOST_NET } from "../host/as-root.ts";
import { leftovers, readResults, runCli } from "./product.ts";
import { smallRun } from "./small-run.ts";

// One thing goes wrong, once, in the first scenario. The scenario fails with a reason that names side and step and quotes QEMU.
// The second scenario passes. Nothing is left behind.

const LONG_MS = 600_000;

interface Expected {
  readonly reason: RegExp;
  /** Expected where the reason says where the guest answers. */
  readonly guest?: string;
  readonly config?: StandInConfig;
  readonly first?: ScenarioName;
  /** The fault shows only by a deadline, so it takes long. */
  readonly waits?: true;
}

const ON_SOURCE = "The guest answers on the source";
const GONE = "No QEMU runs any more: the guest is gone.";

export const SINGLE_FAULTS: readonly [string, StandInFault, Expected][] = [
  [
    "the source dies at its start",
    { step: "start", side: "source", kind: "die", status: 3, message: "oh no" },
    {
      reason:
        /did not come up: launch source: source: QEMU ended before it listened on its QMP socket \(it ended with status 3; stderr: .*oh no/,
    },
  ],
  [
    "the source is killed at netdev_add",
    { step: "netdev_add", side: "source", kind: "die", signal: "SIGSEGV" },
    {
      reason:
        /launch source: source: .* \(it ended by signal SIGSEGV.*while netdev_add was waiting for its answer/,
    },
  ],
  [
    "the source hangs at device_add",
    { step: "device_add", side: "source", kind: "hang" },
    { waits: true, reason: /launch source: source: no answer to device_add within \d+/ },
  ],
  [
    "QEMU refuses an argument",
    { step: "netdev_add", side: "source", kind: "refuse", message: "Parameter 'vnet_hdr' is unexpected" },
    { reason: /launch source: source: QEMU refused netdev_add: Parameter 'vnet_hdr' is unexpected/ },
  ],
  [
    "QMP talks rubbish",
    { step: "cont", side: "source", kind: "rubbish" },
    { reason: /boot guest: source: QEMU wrote on its QMP socket what is not QMP/ },
  ],
  [
    "QMP stops in the middle of a line",
    { step: "cont", side: "source", kind: "half-line" },
    { waits: true, reason: /boot guest: source: no answer to cont within \d+/ },
  ],
  [
    "QMP closes",
    { step: "cont", side: "source", kind: "close-qmp" },
    { reason: /boot guest: source: QEMU closed its QMP socket \(it still runs/ },
  ],
  [
    "QMP floods",
    { step: "cont", side: "source", kind: "flood", where: "qmp" },
    { reason: /source: QEMU sent more than 10000 events/ },
  ],
  [
    "the guest panics",
    { step: "boot", side: "source", kind: "panic" },
    { reason: /boot guest: source: the guest panicked before login prompt: Kernel panic - not syncing/ },
  ],
  [
    "the guest shows no prompt",
    { step: "boot", side: "source", kind: "no-prompt" },
    {
      waits: true,
      reason: /boot guest: source: no login prompt within \d+ s\. [\s\S]*the console's last lines:/,
    },
  ],
  [
    "the login leads nowhere",
    { step: "login", side: "source", kind: "no-prompt" },
    {
      waits: true,
      reason: /boot guest: source: no shell prompt after the login within \d+ s[\s\S]*login: root/,
    },
  ],
  [
    "the target dies at its start",
    { step: "start", side: "target", kind: "die", message: "cannot start" },
    { reason: /launch target: target: QEMU ended before it listened.*cannot start/, guest: ON_SOURCE },
  ],
  [
    "the target refuses its NIC",
    { step: "device_add", side: "target", kind: "refuse", message: "no such bus" },
    { reason: /launch target: target: QEMU refused device_add: no such bus/, guest: ON_SOURCE },
  ],
  [
    "migrate is refused",
    { step: "migrate", side: "source", kind: "refuse", message: "Migration is disabled" },
    {
      reason: /migrate: the migration failed\. source: QEMU refused migrate: Migration is disabled/,
      guest: ON_SOURCE,
    },
  ],
  [
    "the source fails",
    { step: "stop", side: "source", kind: "fail", message: "Unable to write to socket: Broken pipe" },
    {
      reason: /migrate: the migration failed\. source: failed, "Unable to write to socket: Broken pipe"/,
      guest: ON_SOURCE,
    },
  ],
  [
    "the source says completed, the target fails",
    { step: "loaded", side: "target", kind: "fail", message: "virtio-net: saved image requires vnet_hdr=on" },
    {
      reason:
        /migrate: the migration failed\. source: completed\. target: failed.*saved image requires vnet_hdr=on/,
      guest: ON_SOURCE,
      // With handed-over queues the source waits for the target; here it must not.
      first: "new-tap",
    },
  ],
  [
    "the target dies while it loads",
    { step: "load", side: "target", kind: "die", signal: "SIGABRT", message: "Assertion `nc' failed." },
    {
      reason:
        /migrate: the migration failed\..*target: QEMU closed its QMP socket.*\(it ended by signal SIGABRT; stderr: .*Assertion `nc' failed/,
      guest: ON_SOURCE,
    },
  ],
  [
    "the source dies in the freeze",
    { step: "device", side: "source", kind: "die", signal: "SIGKILL" },
    { reason: /migrate: the migration failed\. source: .*\(it ended by signal SIGKILL/, guest: GONE },
  ],
  [
    "the target hangs while it loads",
    { step: "load", side: "target", kind: "hang" },
    {
      waits: true,
      reason:
        /migrate: the migration failed\..*target: (no end of the migration within \d+ s|has not said how the migration ended)/,
    },
  ],
  [
    "the target refuses to go on",
    { step: "cont", side: "target", kind: "refuse", message: "Resetting the Virtual Machine is required" },
    { reason: /migrate: target: QEMU refused cont: Resetting the Virtual Machine is required/ },
  ],
  [
    "the target dies right after it went on",
    { step: "after-resume", side: "target", kind: "die", signal: "SIGSEGV" },
    { reason: /(did not answer again|SIGSEGV|no answer to a ping)/ },
  ],
  [
    "the guest never answers again",
    { step: "after-resume", side: "target", kind: "deaf" },
    { waits: true, reason: /the guest did not answer again: no reply since/ },
  ],
  [
    "the stopped source goes on reading the queues",
    { step: "stop", side: "source", kind: "steal" },
    {
      reason:
        /(requests to 192.168.100.2 were lost while the stopped source was still alive, and 0 of \d+ after it had gone|no answer to a ping .* while the stopped source was still alive)/,
    },
  ],
  [
    "vhost falls back to user space on the source",
    { step: "cont", side: "source", kind: "vhost-falls-back" },
    {
      reason: /source: vhost is not active, though vhost=on was given/,
      config: { pretendVhost: true },
      first: "tap-fd-vhost",
    },
  ],
  [
    "vhost is there but carries nothing on the target",
    { step: "cont", side: "target", kind: "vhost-idles" },
    {
      reason:
        /target: vhost is not active.*the vhost threads of this QEMU did not run while pings were answered/,
      config: { pretendVhost: true },
      first: "tap-fd-vhost",
      guest: "The guest answers on the target",
    },
  ],
  [
    "vhost falls back to user space on the target",
    { step: "cont", side: "target", kind: "vhost-falls-back" },
    {
      reason: /target: vhost is not active.*falling back on userspace virtio/,
      config: { pretendVhost: true },
      first: "new-tap-vhost",
      guest: "The guest answers on the target",
    },
  ],
];

/** Tests of one fault each, in the first scenario. */
export function singleFaultTests(faults: typeof SINGLE_FAULTS): void {
  afterAll(() => expect(leftovers()).toEqual([]));

  describe.concurrent("one fault, in the first scenario", () => {
    test.each(faults)(
      "%s",
      { timeout: LONG_MS },
      async (_, fault, { reason, guest, config, first = "tap-fd" }) => {
        using standIn = makeStandIn({ dialect: "permit", ...config, faults: [{ nth: 1, ...fault }] });
        using out = temporaryFolder();
        const second = scenarioRow(first).handOver.passesFds ? "new-tap" : "tap-fd";
        const scenarios = `${first},${second}`;
        const ended = await runCli(smallRun({ qemu: standIn.path, scenarios, out: out.path }), {
          prefix: onHostWith(WITH_VHOST_NET),
        });
        const results = readResults(out.path);
        const [failed, other] = results.scenarios;
        expect(ended.status, ended.stderr).toBe(1);
        expect(results.reason).toBe(`failed: ${first}`);
        expect(failed).toMatchObject({ name: first, status: "failed" });
        expect(failed?.reason).toMatch(reason);
        if (guest !== undefined) expect(failed?.reason).toContain(guest);
        expect(other).toMatchObject({ name: second, status: "passed" });
        expect(standIn.truth("fault").length).toBeGreaterThan(0);
      },
    );
  });
}
