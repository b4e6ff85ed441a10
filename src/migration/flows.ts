/**
 * Gives the guest addresses so that each queue pair in use gets a flow of the probe. The host's tun picks the queue of a packet by a hash
 * of host and guest address, or the queue that the guest last answered from (tun_automq_select_queue() in drivers/net/tun.c). The
 * hash's key is drawn when the host boots. So which address reaches which queue is tried out once a run, and holds for all of it.
 */
import { guestAddress, PREFIX_LENGTH } from "../host/network.ts";
import type { ChainContext } from "./context.ts";
import { grown, readInputCounts } from "./queue-pairs.ts";
import type { Vm } from "./vm.ts";

/** Echo requests to an address that is tried. The first may still go by the hash, the others follow the guest's answers. */
const REQUESTS = 5;
/** Far enough apart for an answer, and an interrupt, each. */
const APART_MS = 40;
/** Fewer interrupts than this are other packets'. */
const LEAST_INTERRUPTS = 3;

const mostTries = (active: number) => Math.min(64, 4 * active + 8);

interface GuestNic {
  readonly name: string;
  /** Its virtio device; null: the guest does not show its interrupts. */
  readonly device: string | null;
  readonly active: number | null;
}

/** Gives the guest its addresses and the network the same. `inGuest` runs a command that must succeed. @throws StepError */
export async function openFlows(
  chain: ChainContext,
  vm: Vm,
  nic: GuestNic,
  inGuest: (command: string) => Promise<string>,
): Promise<void> {
  const { network, settings, probe } = chain;
  const add = (address: string) => inGuest(`ip addr add ${address}/${PREFIX_LENGTH} dev ${nic.name}`);
  const all = async (addresses: readonly string[]) => {
    for (const address of addresses) await add(address);
    await network.setGuestAddresses(addresses);
  };
  const active = nic.active ?? Math.min(settings.queues, settings.smp);
  const known = chain.flows.get(active);
  if (known !== undefined) return await all(known);
  // ping probes a single address only. Without counts, or with one queue, there is nothing to find.
  const { device } = nic;
  const searched = active > 1 && device !== null && probe.tool === "fping";
  if (!searched || (await readInputCounts(chain, vm, device)).size === 0) {
    return await all(Array.from({ length: active }, (_, flow) => guestAddress(flow)));
  }
  const found = await search(chain, vm, { device, active, add });
  chain.flows.set(active, found);
  await network.setGuestAddresses(found);
}

/** Tries one address after the other. The first one stays in any case. */
async function search(
  chain: ChainContext,
  vm: Vm,
  { device, active, add }: { device: string; active: number; add: (address: string) => Promise<unknown> },
): Promise<string[]> {
  const { network, signal } = chain;
  const chosen: string[] = [];
  const reached = new Set<number>();
  const ask = async (address: string) => {
    await network.setGuestAddresses([...chosen, address]);
    await network.request(address, { count: REQUESTS, apartMs: APART_MS }, signal);
  };
  // The guest does not know the host's MAC yet, and asks for it before it answers.
  await add(guestAddress(0));
  await ask(guestAddress(0));
  let before = await readInputCounts(chain, vm, device);
  for (let flow = 0; flow < mostTries(active) && reached.size < active; flow += 1) {
    const address = guestAddress(flow);
    if (flow > 0) await add(address);
    await ask(address);
    const after = await readInputCounts(chain, vm, device);
    const [queue] = [...grown(before, after)]
      .sort(([, a], [, b]) => b - a)
      .flatMap(([one, growth]) => (growth >= LEAST_INTERRUPTS ? [one] : []));
    before = after;
    if (flow > 0 && (queue === undefined || reached.has(queue))) continue;
    chosen.push(address);
    if (queue !== undefined) reached.add(queue);
  }
  return chosen;
}
