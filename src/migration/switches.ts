/** Switches and NICs of one side, over QMP, before the guest runs there. */
import type { Nic, TapName } from "../host/nics.ts";
import { NIC_BUS, netdevId, nicId, nicSlot } from "../qemu/arguments.ts";
import type { QemuBuild } from "../qemu/build.ts";
import { type SideSwitches, switchesOf } from "../qemu/dialect.ts";
import { type Qmp, QmpRefusal } from "../qemu/qmp-connection.ts";
import type { VmContext } from "./context.ts";

export interface VmRole {
  readonly side: "source" | "target";
  readonly build: QemuBuild;
  /** Which TAP of each NIC. */
  readonly tap: TapName;
  readonly vhost: boolean;
  /** Whether QEMU passes the queues' fds with the migration. */
  readonly passFds: boolean;
}

/** Sets capabilities and parameters and adds the NICs, in the order of the build's dialect. @throws StepError with QEMU's own words */
export async function configure(
  qmp: Qmp,
  { settings, network }: VmContext,
  { side, build, tap, vhost, passFds }: VmRole,
): Promise<void> {
  const { queues } = settings;
  const switches = switchesOf(build.dialect, side, passFds);
  const capabilities = { events: true, "x-ignore-shared": true, ...switches.capabilities };
  await qmp.execute("migrate-set-capabilities", {
    capabilities: Object.entries(capabilities).map(([capability, state]) => ({ capability, state })),
  });
  const setParameters = async (when: SideSwitches["parametersWhen"]) => {
    if (switches.parametersWhen !== when || Object.keys(switches.parameters).length === 0) return;
    await qmp.execute("migrate-set-parameters", switches.parameters);
  };
  await setParameters("before-netdev");
  for (const nic of network.nics) {
    await addTap(qmp, { id: netdevId(nic.number), ifname: nic.interfaceOf(tap), queues, vhost }, switches);
    await addNic(qmp, nic, queues, switches);
  }
  await setParameters("after-device");
}

async function addNic(
  qmp: Qmp,
  { number, guestMac }: Nic,
  queues: number,
  switches: SideSwitches,
): Promise<void> {
  await qmp.execute("device_add", {
    driver: "virtio-net-pci",
    id: nicId(number),
    netdev: netdevId(number),
    bus: NIC_BUS,
    addr: nicSlot(number),
    mac: guestMac,
    mq: queues > 1,
    // Two a queue pair, one for configuration, one for control; at least 18, which fits up to eight queue pairs.
    vectors: Math.max(18, 2 * queues + 2),
    romfile: "",
    "disable-legacy": "off",
    ...switches.device,
  });
}

interface TapArguments {
  readonly id: string;
  readonly ifname: string;
  readonly queues: number;
  readonly vhost: boolean;
}

async function addTap(qmp: Qmp, tap: TapArguments, switches: SideSwitches): Promise<void> {
  const all: Record<string, unknown> = {
    type: "tap",
    ...tap,
    vnet_hdr: true,
    // "" means none on every QEMU; "no" is deprecated on new ones.
    script: "",
    downscript: "",
    ...switches.netdev,
  };
  const without = Object.fromEntries(
    Object.entries(all).filter(([name]) => !switches.netdevWithout.includes(name)),
  );
  try {
    await qmp.execute("netdev_add", without);
  } catch (error) {
    if (!switches.retryWithAll || switches.netdevWithout.length === 0 || !(error instanceof QmpRefusal))
      throw error;
    await qmp.execute("netdev_add", all);
  }
}
