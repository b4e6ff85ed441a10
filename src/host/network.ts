/**
 * The network of one run, in a namespace of its own: the TAPs, the host's address and MAC on one of them, and the switch from
 * one to the other that is made while the guest is frozen. Names and addresses are those of docs/contract.md, section 2.
 */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { execa } from "execa";
import { StepError } from "../base/errors.ts";
import { type IpBatch, openIpBatch } from "./ip-batch.ts";
import { type Privilege, runAsRoot } from "./privilege.ts";
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
  /** The command line that runs a command inside the namespace as the invoking user, with these variables and no others. */
  userInside(command: readonly string[], variables: Readonly<Record<string, string>>): [string, ...string[]];
  /** Gives the host's address and MAC to `tap0` and makes all TAPs ready: the state in which a chain begins. */
  reset(): Promise<void>;
  /** Makes a TAP that has no part in the traffic ready to become a target's: up, without address, with a MAC of its own. */
  makeIdle(tap: TapName): Promise<void>;
  /** Moves the host's address and MAC from one TAP to the other. Costs about as much as the kernel needs for it. */
  move(from: TapName, to: TapName): Promise<void>;
  /** An echo request a second to the guest's first address, until one is answered; whether one was within `timeoutMs`. */
  ping(timeoutMs: number, signal: AbortSignal): Promise<boolean>;
  /** `ip -s link` of all there is: evidence for a report of what went wrong. */
  linkStatistics(): Promise<string>;
}

export interface NetworkOptions {
  /** Tells the networks apart that a run has at the same time: lower-case letters. */
  readonly name: string;
  readonly taps: readonly TapName[];
  /** QEMU opens a TAP for several queues only when it was made so, and for one only when it was not: tun.rst of the kernel. */
  readonly multiQueue: boolean;
  readonly flows: number;
  readonly signal?: AbortSignal;
}

/** A MAC that nobody has: locally administered, unicast, random. */
const ownMac = () => `02${randomBytes(5).toString("hex").replaceAll(/../g, ":$&")}`;

/** Whether the kernel speaks IPv6 at all: with `ipv6.disable=1` it does not, and refuses its settings (ipv6.rst of the kernel). */
const hasIpv6 = () => existsSync("/proc/net/if_inet6");

/** Makes the namespace and its TAPs. Registered before they exist. */
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
        `tuntap add dev ${tap} mode tap${options.multiQueue ? " multi_queue" : ""} vnet_hdr user ${privilege.uid}`,
        // No router solicitations and the like between the figures.
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
      privilege.asRoot(userInside(namespace, privilege, variables, command)),
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
      const result = await execa(file, args, {
        reject: false,
        stdin: "ignore",
        timeout: timeoutMs + 30_000,
        cancelSignal: signal,
      });
      signal.throwIfAborted();
      // Status 1: no answer. Anything else that is not 0: ping itself could not do it.
      if (result.exitCode !== 0 && result.exitCode !== 1) {
        throw new StepError(`ping could not be run: ${result.stderr || result.shortMessage}`);
      }
      return result.exitCode === 0;
    },
    linkStatistics: () => runAsRoot(privilege, showStatistics(namespace)),
    [Symbol.asyncDispose]: close,
  };
}
