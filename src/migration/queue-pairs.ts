/**
 * Which queue pairs of the guest's NIC carry packets: Linux counts the interrupts of each input queue in /proc/interrupts, under names like
 * `virtio0-input.3` (vp_request_msix_vectors() in drivers/virtio/virtio_pci_common.c). A busy guest polls, so few interrupts may stand for many
 * packets.
 */
import type { Iteration } from "../results/schema.ts";
import type { ChainContext } from "./context.ts";
import type { Vm } from "./vm.ts";

/** Interrupts of each input queue so far, by its number. */
export type InputCounts = ReadonlyMap<number, number>;

/** The name of the virtio device behind a NIC, like "virtio0"; null when the guest does not show it. */
export async function virtioDeviceOf(
  chain: ChainContext,
  { console }: Vm,
  nic: string,
): Promise<string | null> {
  const { output } = await console.run(`ls -l /sys/class/net/${nic}/device`, chain.deadlines.guestCommandMs);
  return /-> \S*\b(virtio\d+)\s*$/m.exec(output)?.[1] ?? null;
}

/** Reads the counts of a device. Empty when the guest shows none, as when its queues share an interrupt. @throws StepError */
export async function readInputCounts(
  chain: ChainContext,
  { console }: Vm,
  device: string,
): Promise<InputCounts> {
  // `echo` leaves one space between words: there is a column for each vCPU.
  const { output } = await console.run(
    `echo $(grep ${device}-input /proc/interrupts)`,
    chain.deadlines.guestCommandMs,
  );
  const counts = new Map<number, number>();
  for (const [, numbers = "", queue] of output.matchAll(/\d+: ((?:\d+ )+)\D\S* .*?virtio\d+-input\.(\d+)/g)) {
    const sum = numbers
      .trim()
      .split(" ")
      .reduce((total, number) => total + Number(number), 0);
    counts.set(Number(queue), sum);
  }
  return counts;
}

/** The queues whose counts grew, with the growth. */
export const grown = (before: InputCounts, after: InputCounts): InputCounts =>
  new Map(
    [...after]
      .map(([queue, count]) => [queue, count - (before.get(queue) ?? 0)] as const)
      .filter(([, growth]) => growth > 0),
  );

/** What an iteration needs to know about the guest's queue pairs. */
export interface QueuePairs {
  readonly offered: number;
  /** How many the guest uses; null: unknown. */
  readonly active: number | null;
  /** The guest's virtio device when it uses more than one pair and shows its interrupts; else null. */
  readonly device: string | null;
}

/**
 * Looks at the counts now. Call `seen` at the end of the iteration: it looks again, on the VM that the guest is on by then.
 * @throws StepError when the guest's console does not answer
 */
export async function watchQueuePairs(
  chain: ChainContext,
  source: Vm,
  { offered, active, device }: QueuePairs,
): Promise<{ seen(target: Vm): Promise<Iteration["queuePairs"]> }> {
  const unknown = { offered, active, seen: null, unseen: null };
  if (device === null || active === null) return { seen: async () => unknown };
  const before = await readInputCounts(chain, source, device);
  return {
    async seen(target) {
      const after = await readInputCounts(chain, target, device);
      if (after.size === 0) return unknown;
      const carried = grown(before, after);
      const unseen = Array.from({ length: active }, (_, queue) => queue).filter(
        (queue) => !carried.has(queue),
      );
      return { offered, active, seen: active - unseen.length, unseen };
    },
  };
}
