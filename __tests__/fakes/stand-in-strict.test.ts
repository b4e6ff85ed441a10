/** Proves: the stand-in refuses each wrong argument and each wrong order, in every dialect. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isRoot } from "../host/as-root.ts";
import { HANDED_OVER } from "./dialect-steps.ts";
import { NIC, OPENS, type Step, TAP } from "./lab.ts";
import { useLab } from "./use-lab.ts";

interface Refusal {
  readonly dialect: string;
  readonly what: string;
  /** A target unless "source". */
  readonly on?: "source";
  readonly steps: readonly Step[];
  /** The last step, and only that one, is refused with these words. */
  readonly words: string | RegExp;
}

const LOCAL: Step = ["migrate-set-parameters", { local: true }];
const tap = (more: object): Step => ["netdev_add", { ...TAP, ...more }];
const PERMIT = { "x-permit-local-migration": true };
const SUPPORTED = { "x-local-migration-supported": true };
const V17 = { "local-migration-supported": true, "incoming-fds": true };
const FDS = { "incoming-fds": true };
const permitted =
  "Local incoming migration of TAP device (-incoming, migration parameter @local is set, " +
  "TAP parameter @x-permit-local-migration is set)";
const incompatible = `${permitted} is incompatible with fd=, fds=, helper=, br=, ifname=, sndbuf=, vnet_hdr=`;

const REFUSALS: readonly Refusal[] = [
  ...[{ ifname: "tap0" }, { vnet_hdr: true }, { sndbuf: 0 }, { br: "br0" }, { helper: "/h" }].map(
    (extra) => ({
      dialect: "permit",
      what: `a target with ${Object.keys(extra)[0]}`,
      steps: [LOCAL, tap({ ...PERMIT, ...extra })],
      words: incompatible,
    }),
  ),
  {
    dialect: "permit",
    what: "a target without script and downscript",
    steps: [LOCAL, ["netdev_add", { type: "tap", id: "net0", queues: 4, ...PERMIT }]],
    words: `${permitted} requires script= and downscript= to be empty`,
  },
  {
    dialect: "permit",
    what: "the parameter after the TAP",
    steps: [tap({ ...PERMIT, ifname: "tap1" }), LOCAL],
    words: "Migration parameter @local must be set before TAP backends are added",
  },
  {
    dialect: "permit",
    what: "the parameter after the TAP, at the source",
    on: "source",
    steps: [["netdev_add", { ...OPENS, ...PERMIT }], LOCAL],
    words: "Migration parameter @local must be set before TAP backends are added",
  },
  ...[SUPPORTED, FDS].map((args) => ({
    dialect: "permit",
    what: `${Object.keys(args)[0]} of another dialect`,
    steps: [LOCAL, tap(args)],
    words: `Parameter '${Object.keys(args)[0]}' is unexpected`,
  })),
  {
    dialect: "permit",
    what: "a device property of another dialect",
    steps: [LOCAL, tap(PERMIT), ["device_add", { ...NIC, "local-migration": true }]],
    words: "Property 'virtio-net-pci.local-migration' not found",
  },
  ...[{ ifname: "tap0" }, { vnet_hdr: true }].flatMap((extra) => [
    {
      dialect: "supported",
      what: `a target with ${Object.keys(extra)[0]}`,
      steps: [LOCAL, tap({ ...SUPPORTED, ...extra })],
      words: /is incompatible with .*ifname=.*vnet_hdr=/,
    },
    {
      dialect: "supported-v17",
      what: `a target with ${Object.keys(extra)[0]}`,
      steps: [LOCAL, tap({ ...V17, ...extra })],
      words: /is incompatible with .*ifname=.*vnet_hdr=/,
    },
    {
      dialect: "incoming-fds",
      what: `a target with ${Object.keys(extra)[0]}`,
      steps: [tap({ ...FDS, ...extra })],
      words: /is incompatible with .*ifname=.*vnet_hdr=/,
    },
  ]),
  {
    dialect: "supported",
    what: "the parameter after the TAP",
    steps: [tap({ ...SUPPORTED, ifname: "tap1" }), LOCAL],
    words: "Migration parameter @local must be set before TAP backends are added",
  },
  {
    dialect: "supported",
    what: "permit's name",
    steps: [LOCAL, tap(PERMIT)],
    words: "Parameter 'x-permit-local-migration' is unexpected",
  },
  {
    dialect: "supported-v17",
    what: "the later name",
    steps: [LOCAL, tap(SUPPORTED)],
    words: "Parameter 'x-local-migration-supported' is unexpected",
  },
  {
    dialect: "supported-v17",
    what: "fds before the parameter",
    steps: [tap(V17)],
    words: /needs migration parameter @local to be set before/,
  },
  {
    dialect: "supported-v17",
    what: "fds without the permission",
    steps: [LOCAL, tap(FDS)],
    words: /needs local-migration-supported=on/,
  },
  {
    dialect: "supported-v17",
    what: "fds at the source",
    on: "source",
    steps: [LOCAL, tap(V17)],
    words: /is only possible with -incoming/,
  },
  {
    dialect: "incoming-fds",
    what: "fds at the source",
    on: "source",
    steps: [tap(FDS)],
    words: /is only possible with -incoming/,
  },
  {
    dialect: "incoming-fds",
    what: "the parameter before the device",
    steps: [tap(FDS), LOCAL],
    words: "Migration parameter @local must be set after the devices with local-migration are added",
  },
  {
    dialect: "incoming-fds",
    what: "the parameter without the property",
    steps: [tap(FDS), ["device_add", NIC], LOCAL],
    words: "Migration parameter @local needs a device with local-migration=on",
  },
  {
    dialect: "incoming-fds-early",
    what: "a target without ifname",
    steps: [tap(FDS)],
    words: /requires ifname=/,
  },
  {
    dialect: "none",
    what: "the parameter, even false",
    steps: [["migrate-set-parameters", { local: false }]],
    words: "Parameter 'local' is unexpected",
  },
  {
    dialect: "fds",
    what: "a switch that it has only by name",
    steps: [["migrate-set-parameters", { fds: true }]],
    words: "the stand-in knows fds by name only",
  },
];

describe("a strict stand-in refuses", () => {
  const { lab, standIn, use } = useLab();

  for (const { dialect, what, on, steps, words } of REFUSALS) {
    it(`${dialect}: ${what}`, async () => {
      use({ dialect });
      const { qmp } = await lab.start(standIn, "vm", { incoming: on !== "source" });
      const refusals: (string | null)[] = [];
      for (const [command, args] of steps) refusals.push(await qmp.refusal(command, args));
      expect(refusals.slice(0, -1)).toEqual(steps.slice(1).map(() => null));
      if (typeof words === "string") expect(refusals.at(-1)).toBe(words);
      else expect(refusals.at(-1)).toMatch(words);
    });
  }

  it("a device that is told what QEMU would not take", async () => {
    use({ dialect: "none" });
    const { qmp } = await lab.start(standIn, "vm");
    const device = (args: object) => qmp.refusal("device_add", { ...NIC, ...args });
    expect(await device({})).toBe("Property 'virtio-net-device.netdev' can't find value 'net0'");
    // Only root can create an interface; for root the name itself is invalid.
    expect(await qmp.refusal("netdev_add", { ...OPENS, ifname: "no/such" })).toBe(
      `could not configure /dev/net/tun (no/such): ${isRoot ? "Invalid argument" : "Operation not permitted"}`,
    );
    await qmp.ask("netdev_add", OPENS);
    expect(await qmp.refusal("netdev_add", OPENS)).toBe("Duplicate ID 'net0'");
    expect(await device({ driver: "e1001" })).toBe("'e1001' is not a valid device model name");
    expect(await device({ bus: "pci.9" })).toBe("Bus 'pci.9' not found");
    expect(await device({ bus: "pcie.0" })).toBe("Bus 'pcie.0' does not support hotplugging");
    expect(await device({ mq: "on" })).toBe("Invalid parameter type for 'mq', expected: boolean");
    expect(await device({ foo: 1 })).toBe("Property 'virtio-net-pci.foo' not found");
    expect(await device({ mac: "zz" })).toBe("Property 'virtio-net-device.mac' doesn't take value 'zz'");
    expect(await device({})).toBe(null);
    expect(await device({})).toBe("Duplicate device ID 'nic0'");
  });

  it("but accepts the right arguments in the right order, in every dialect, on both sides", async () => {
    for (const [dialect, { source, target }] of Object.entries(HANDED_OVER)) {
      use({ dialect });
      const from = await lab.start(standIn, "source");
      const to = await lab.start(standIn, "target", { incoming: true });
      for (const [command, args] of source) expect(await from.qmp.refusal(command, args)).toBe(null);
      for (const [command, args] of target) expect(await to.qmp.refusal(command, args)).toBe(null);
      for (const vm of [from, to]) {
        await vm.qmp.ask("quit");
        await vm.ended;
      }
    }
  });

  it("a question that 11.1 does not survive: how vhost is", async () => {
    use({ dialect: "none", version: "11.1.3" });
    const vm = await lab.start(standIn, "vm");
    await vm.qmp.ask("netdev_add", OPENS);
    await vm.qmp.ask("device_add", NIC);
    const path = "/machine/peripheral/nic0/virtio-backend";
    expect(await vm.qmp.refusal("x-query-virtio-status", { path: "/x" })).toBe(
      "Path /x is not a realized VirtIODevice",
    );
    await expect(vm.qmp.ask("x-query-virtio-status", { path })).rejects.toThrow("closed");
    expect(await vm.ended).toBe("SIGABRT");
  });

  it("vhost that can't be opened: with an error, or by aborting like 7.2", async ({ skip }) => {
    skip(existsSync("/dev/vhost-net"), "this host has /dev/vhost-net");
    const open = { ...OPENS, vhost: true };
    const seen: (string | null | number)[] = [];
    for (const version of ["11.0.50", "10.0.13", "7.2.22"]) {
      use({ dialect: "none", version });
      const vm = await lab.start(standIn, "vm");
      const answer = await vm.qmp.refusal("netdev_add", open).catch(() => "closed");
      seen.push(answer === "closed" ? await vm.ended : answer);
      if (answer === "closed") expect(vm.stderr()).toContain("Assertion `nc' failed");
    }
    expect(seen).toEqual([
      "Could not open '/dev/vhost-net': No such file or directory",
      "tap: open vhost char device failed: No such file or directory",
      "SIGABRT",
    ]);
  });
});
