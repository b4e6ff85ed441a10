/**
 * Gives the target a second TAP, and moves the host's address and MAC to it while the guest is frozen. Packets that wait in the
 * first TAP's queues are lost. Every build can do it.
 */
import type { TapName } from "../host/nics.ts";
import type { HandOver } from "../migration/hand-over.ts";

const OTHER: Readonly<Record<TapName, TapName>> = { tap0: "tap1", tap1: "tap0" };

export const newTap: HandOver = {
  passesFds: false,
  async prepare(network, source) {
    await network.makeIdle(OTHER[source]);
    return OTHER[source];
  },
  // One batch on a co-process that is already open.
  switchTaps: (network, source, target) => network.move(source, target),
  packetsWait: false,
  whyUnsupported: () => null,
  // It has no traffic on its TAP any more.
  sourceCanStealPackets: false,
};
