/** The guest's side of the network: its NICs are set up, get their addresses, and the first one gets the flows of the probe. */
import { PREFIX_LENGTH } from "../host/network.ts";
import type { ChainContext } from "./context.ts";
import { openFlows } from "./flows.ts";
import { findGuestNic } from "./guest-nic.ts";
import { type QueuePairs, virtioDeviceOf } from "./queue-pairs.ts";
import type { Vm } from "./vm.ts";

/** @param inGuest runs a command in the guest and returns its output. @throws StepError when it fails */
export async function setUpGuestNetwork(
  chain: ChainContext,
  vm: Vm,
  inGuest: (command: string) => Promise<string>,
): Promise<QueuePairs> {
  const { network, settings, deadlines } = chain;
  let measured = "";
  for (const { number, guestMac, guestAddress } of network.nics) {
    const name = await findGuestNic(vm, guestMac, deadlines.guestCommandMs);
    await inGuest(`ip link set dev ${name} up`);
    if (number === 0) measured = name;
    else await inGuest(`ip addr add ${guestAddress}/${PREFIX_LENGTH} dev ${name}`);
  }
  // The driver makes a transmit queue for each queue pair in use: at most one a vCPU.
  const pairs = Number((await inGuest(`ls -d /sys/class/net/${measured}/queues/tx-* | wc -l`)).trim());
  const active = Number.isInteger(pairs) && pairs > 0 ? pairs : null;
  const device = active !== null && active > 1 ? await virtioDeviceOf(chain, vm, measured) : null;
  await openFlows(chain, vm, { name: measured, device, active }, inGuest);
  return { offered: settings.queues, active, device };
}
