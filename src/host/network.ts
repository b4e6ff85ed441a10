/**
 * The network of one run, in its own namespace: the TAPs, the host's address and MAC on one of them, and their switch to the other
 * TAP while the guest is frozen. docs/contract.md, section 2, has the names and addresses.
 */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { runToEnd, stdoutOf } from "./exec.ts";
import { type IpBatch, openIpBatch } from "./ip-batch.ts";
import { killTree, type Privilege, runAsRoot } from "./privilege.ts";
import type { Held, Register } from "./register.ts";
import { addNamespace, probeInside, showStatistics, userInside } from "./root-command.ts";
import { NAME_PREFIX } from "./undo.ts";

export const HOST_ADDRESS = "192.168.100.1";
export const HOST_MAC = "e6:1d:44:b5:03:5d";
export const GUEST_MAC = "d6:0d:75:f8:0f:b7";
export const PREFIX_LENGTH = 24;

/** The guest's address of a flow: 192.168.100.2 for the first. */
export const guestAddress = (flow: number): string => `192.168.100.${2 + flow}`;

export type TapName = "tap0" | "tap1";

export interface Network extends AsyncDisposable {
  readonly namespace: string;
  readonly guestAddresses: readonly string[];
  /** The command line that runs a probe as root inside the namespace. */
  rootInside(program: "fping" | "ping", args: readonly string[]): [string, ...string[]];
  /** The command line that runs a command inside the namespace as the invoking user, with only these variables. */
  userInside(command: readonly string[], variables: Readonly<Record<string, string>>): [string, ...string[]];
  /** Makes all TAPs ready, and gives the host's address and MAC to `tap0`: a chain begins in this state. */
  reset(): Promise<void>;
  /** Makes an unused TAP ready for a target: up, without address, with a MAC that nothing else has. */
  makeIdle(tap: TapName): Promise<void>;
  /** Moves the host's address and MAC from one TAP to the other. It takes little longer than the kernel's own work. */
  move(from: TapName, to: TapName): Promise<void>;
  /** Sends an echo request per second to the guest's first address; true once one is answered, false after `timeoutMs`. */
  ping(timeoutMs: number, signal: AbortSignal): Promise<boolean>;
  /** `ip -s address show` of all devices: evidence for a report of a failure. */
  linkStatistics(): Promise<string>;
}

export interface NetworkOptions {
  /** Distinguishes the networks that a run has at the same time: lower-case letters. */
  readonly name: string;
  readonly taps: readonly TapName[];
  /** QEMU opens a multi-queue TAP only with several queues, and any other TAP only with one: tun.rst of the kernel. */
  readonly multiQueue: boolean;
  readonly flows: number;
  readonly signal?: AbortSignal;
}

/** The invoking user in a user namespace of ours. */
const MAPPED_UID = 0;

/** A MAC that nothing else has: locally administered, unicast, random. */
const ownMac = () => `02${randomBytes(5).toString("hex").replaceAll(/../g, ":$&")}`;

/** Whether the kernel has IPv6. With `ipv6.disable=1` it refuses IPv6 settings (ipv6.rst of the kernel). */
const hasIpv6 = () => existsSync("/proc/net/if_inet6");

/** Makes the namespace and its TAPs. They are registered before they exist. */
export async function createNetwork(
  register: Register,
  privilege: Privilege,
  options: NetworkOptions,
): Promise<Network> {
  const namespace = `${NAME_PREFIX}${register.runId}-${options.name}`;
  const held: Held = register.hold({ kind: "namespace", name: namespace });
  let batch: IpBatch | null = null;
  const close = async () => {
    await batch?.[Symbol.asyncDispose]();
    await held.undo();
  };
  try {
    await runAsRoot(privilege, addNamespace(namespace), options);
    batch = await openIpBatch(privilege, namespace, options.signal);
    const ip = batch;
    await ip.run([
      "link set dev lo up",
      ...options.taps.flatMap((tap) => [
        `tuntap add dev ${tap} mode tap${options.multiQueue ? " multi_queue" : ""} vnet_hdr user ${privilege.rootless === null ? privilege.uid : MAPPED_UID}`,
        // Router solicitations and other IPv6 packets would disturb the figures.
        ...(hasIpv6() ? [`link set dev ${tap} addrgenmode none`] : []),
      ]),
    ]);
    return network(namespace, privilege, ip, options, close);
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

function network(
  namespace: string,
  privilege: Privilege,
  ip: IpBatch,
  options: NetworkOptions,
  close: () => Promise<void>,
): Network {
  const guestAddresses = Array.from({ length: options.flows }, (_, flow) => guestAddress(flow));
  const rootInside: Network["rootInside"] = (program, args) =>
    privilege.asRoot(probeInside(namespace, program, args));
  const pin = (tap: TapName) =>
    guestAddresses.map(
      (address) => `neighbour replace ${address} lladdr ${GUEST_MAC} dev ${tap} nud permanent`,
    );
  const give = (tap: TapName) => [
    `link set dev ${tap} address ${HOST_MAC}`,
    `address add ${HOST_ADDRESS}/${PREFIX_LENGTH} dev ${tap}`,
    `link set dev ${tap} up`,
    ...pin(tap),
  ];
  const idle = (tap: TapName) => [
    `address flush dev ${tap}`,
    `link set dev ${tap} address ${ownMac()}`,
    `link set dev ${tap} up`,
    ...pin(tap),
  ];
  return {
    namespace,
    guestAddresses,
    rootInside,
    userInside: (command, variables) =>
      privilege.asRoot(
        userInside(namespace, privilege.rootless === null ? privilege : "mapped", variables, command),
      ),
    reset: () => ip.run([...options.taps.flatMap(idle), `link set dev tap0 down`, ...give("tap0")]),
    makeIdle: (tap) => ip.run(idle(tap)),
    move: (from, to) =>
      ip.run([
        `link set dev ${from} down`,
        `link set dev ${to} down`,
        `address del ${HOST_ADDRESS}/${PREFIX_LENGTH} dev ${from}`,
        ...give(to),
      ]),
    ping: async (timeoutMs, signal) => {
      const [file, ...args] = rootInside("ping", [
        ...["-n", "-q", "-c", "1", "-w", String(Math.ceil(timeoutMs / 1000))],
        guestAddresses[0] ?? guestAddress(0),
      ]);
      const ended = await runToEnd(file, args, {
        signal,
        timeoutMs: timeoutMs + 30_000,
        kill: (pid) => killTree(privilege, pid),
      });
      // Status 1: no answer. Any other but 0: ping failed.
      if (ended.exitCode === 1) return false;
      stdoutOf(ended, ["ping"]);
      return true;
    },
    linkStatistics: () => runAsRoot(privilege, showStatistics(namespace)),
    [Symbol.asyncDispose]: close,
  };
}
