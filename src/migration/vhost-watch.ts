/** Whether vhost-net carried the packets between two looks. */
import { StepError } from "../base/errors.ts";
import { whyNoVhost } from "../host/vhost.ts";
import type { Vm } from "./vm.ts";

/**
 * Looks at a VM's vhost-net now. Call `expect` after answered pings: it looks again, and throws StepError with QEMU's last words unless
 * vhost-net carried the packets.
 */
export function watchVhost(vm: Vm): { expect(): Promise<void> } {
  const before = vm.vhost();
  return {
    async expect() {
      const after = vm.vhost();
      const why = before === null || after === null ? "QEMU is gone" : whyNoVhost(before, after);
      if (why === null) return;
      throw new StepError(
        `${vm.process.side}: vhost is not active, though vhost=on was given: ${why} (${await vm.process.epitaph()})`,
      );
    },
  };
}
