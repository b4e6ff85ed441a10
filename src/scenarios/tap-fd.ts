/**
 * Hands over the open queues of one TAP: QEMU sends their fds with the migration. Packets that arrive during the freeze wait in the
 * queues, so the target answers them. Needs a build with local migration of TAP backends.
 */
import type { HandOver } from "../migration/hand-over.ts";
import { whyNoFdPassing } from "../qemu/dialect.ts";

export const tapFd: HandOver = {
  passesFds: true,
  // The target gets the TAP that the guest has: nothing to prepare, and nothing to switch.
  prepare: async (_network, source) => source,
  switchTaps: null,
  packetsWait: true,
  whyUnsupported: whyNoFdPassing,
  sourceCanStealPackets: true,
};
