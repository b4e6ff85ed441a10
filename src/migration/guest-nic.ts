/** Finds the guest's NICs by their MACs: with a further NIC from `qemu-args`, the kernel may give the name eth0 to that one. */
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import type { Vm } from "./vm.ts";

const LOOK_EVERY_MS = 500;

/**
 * The name of the guest's NIC with this MAC. Waits for it: some guests offer a login before they have loaded the driver.
 * @throws StepError when the guest has no such NIC in time
 */
export async function findGuestNic(
  { console }: Pick<Vm, "console">,
  mac: string,
  deadlineMs: number,
): Promise<string> {
  const deadline = performance.now() + deadlineMs;
  for (;;) {
    const { output } = await console.run(`grep -l ${mac} /sys/class/net/*/address`, deadlineMs);
    const name = /^\/sys\/class\/net\/([\w.-]+)\/address$/m.exec(output)?.[1];
    if (name !== undefined) return name;
    if (performance.now() > deadline) {
      throw new StepError(
        `source: the guest has no NIC with the MAC ${mac} after ${Math.round(deadlineMs / 1000)} s: has it a virtio-net driver? Its console's last lines:\n${console.tail()}`,
      );
    }
    await sleep(LOOK_EVERY_MS);
  }
}
