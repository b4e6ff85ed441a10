/** What a scenario is to the code that runs it: a row of the table in `scenarios/`, and its way of handing the NIC over. */
import type { DeviceName } from "../host/devices.ts";
import type { Network } from "../host/network.ts";
import type { TapName } from "../host/nics.ts";
import type { Dialect } from "../qemu/dialect.ts";
import type { ScenarioName } from "../results/schema.ts";

/** How the guest's NIC gets from source to target. Each way is a file in `scenarios/`; the scenarios with and without vhost share it. */
export interface HandOver {
  /** Whether QEMU passes the fds of the TAP's queues over the migration socket: decides the switches of the dialect. */
  readonly passesFds: boolean;
  /**
   * Prepares the target's TAP, before the probe starts.
   * @returns the TAP that the target gets.
   */
  prepare(network: Network, source: TapName): Promise<TapName>;
  /**
   * Runs between both `completed` and `cont`. The guest is frozen meanwhile, so this must not start a process or open a file.
   * Null: nothing happens here, and `tapSwitchMs` is 0.
   */
  readonly switchTaps: ((network: Network, source: TapName, target: TapName) => Promise<void>) | null;
  /** Whether packets that arrive during the freeze wait for the target. If so, each lost request is a finding. */
  readonly packetsWait: boolean;
  /** Why these builds cannot do it, as a source and a target; null when they can. */
  whyUnsupported(source: Dialect | null, target: Dialect | null): string | null;
  /**
   * Whether the stopped source could still read packets meant for the target. If so, no request may be lost while it is alive, and
   * losses there start a longer look: see measure/stolen-packets.ts.
   */
  readonly sourceCanStealPackets: boolean;
}

/** A row of the table of scenarios. */
export interface ScenarioRow {
  readonly name: ScenarioName;
  readonly handOver: HandOver;
  /** `vhost=on` of the netdev, on both sides. */
  readonly vhost: boolean;
  /** The TAPs that exist for the guest. It boots on tap0. */
  readonly taps: readonly TapName[];
  /** Devices that must open, besides those that every scenario needs. */
  readonly needs: readonly DeviceName[];
  /** What it does, in a sentence for people. */
  readonly sentence: string;
}
