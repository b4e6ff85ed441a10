/**
 * The network of one run, in its own namespace: the TAPs, the host's address and MAC on one of them, and their switch to the other
 * TAP while the guest is frozen. docs/contract.md, section 2, has the names and addresses.
 */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { runToEnd, stdoutOf } from "./exec.ts";
import { type IpBatch, openIpBatch } from "./ip-batch.ts";
import { type Nic, nicOf, nicsOf, type TapName } from "./nics.ts";
import { killTree, type Privilege, runAsRoot } from "./privilege.ts";
import type { Held, Register } from "./register.ts";
import { addNamespace, probeInside, showStatistics, userInside } from "./root-command.ts";
import { NAME_PREFIX } from "./undo.ts";

/** Of the first NIC, the one that is measured. */
export const { hostAddress: HOST_ADDRESS, hostMac: HOST_MAC, guestMac: GUEST_MAC } = nicOf(0);
export const PREFIX_LENGTH = 24;

/** An address of the guest's first NIC: 192.168.100.2 for the first, which it always has. */
export const guestAddress = (flow: number): string => `192.168.100.${2 + flow}`;

export interface Network extends AsyncDisposable {
  readonly namespace: string;
  /** The addresses of the guest's first NIC that are probed. */
  readonly guestAddresses: readonly string[];
  readonly nics: readonly Nic[];
  /** The command line that runs a probe as root inside the namespace. */
  rootInside(program: "fping" | "ping", args: readonly string[]): [string, ...string[]];
  /** The command line that runs a command inside the namespace as the invoking user, with only these variables. */
  userInside(command: readonly string[], variables: Readonly<Record<string, string>>): [string, ...string[]];
  /** Makes all TAPs ready, and gives the host's address and MAC to `tap0`: a chain begins in this state. */
  reset(): Promise<void>;
  /** Makes each NIC's unused TAP ready for a target: up, without address, with a MAC that nothing else has. */
  makeIdle(tap: TapName): Promise<void>;
  /** Moves the host's address and MAC of each NIC from one TAP to the other. It takes little longer than the kernel's own work. */
  move(from: TapName, to: TapName): Promise<void>;
  /** Replaces `guestAddresses`, and makes them permanent neighbours, now and after each switch. The first one stays. */
  setGuestAddresses(addresses: readonly string[]): Promise<void>;
  /** Sends an echo request per second to a NIC's first address; true once one is answered, false after `timeoutMs`. */
  ping(timeoutMs: number, signal: AbortSignal, nic?: number): Promise<boolean>;
  /** Sends some echo requests to one address, and waits for the answers; there may be none. Needs fping. */
  request(
    address: string,
    requests: { readonly count: number; readonly apartMs: number },
    signal: AbortSignal,
  ): Promise<void>;
  /** `ip -s address show` of all devices: evidence for a report of a failure. */
  linkStatistics(): Promise<string>;
}

export interface NetworkOptions {
  /** Distinguishes the networks that a run has at the same time: lower-case letters. */
  readonly name: string;
  readonly taps: readonly TapName[];
  /** QEMU opens a multi-queue TAP only with several queues, and any other TAP only with one: tun.rst of the kernel. */
  readonly multiQueue: boolean;
  /** How many NICs the guest has; each gets TAPs of its own. */
  readonly nics: number;
  readonly signal?: AbortSignal;
}

/** How long `request` waits for an answer. */
const LONGEST_ANSWER_MS = 1_000;

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
    const interfaces = nicsOf(options.nics).flatMap((nic) => options.taps.map(nic.interfaceOf));
    await ip.run([
      "link set dev lo up",
      ...interfaces.flatMap((tap) => [
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
  const nics = nicsOf(options.nics);
  let guestAddresses: readonly string[] = [guestAddress(0)];
  const rootInside: Network["rootInside"] = (program, args) =>
    privilege.asRoot(probeInside(namespace, program, args));
  const pin = (nic: Nic, tap: TapName) =>
    (nic.number === 0 ? guestAddresses : [nic.guestAddress]).map(
      (address) =>
        `neighbour replace ${address} lladdr ${nic.guestMac} dev ${nic.interfaceOf(tap)} nud permanent`,
    );
  const give = (nic: Nic, tap: TapName) => [
    `link set dev ${nic.interfaceOf(tap)} address ${nic.hostMac}`,
    `address add ${nic.hostAddress}/${PREFIX_LENGTH} dev ${nic.interfaceOf(tap)}`,
    `link set dev ${nic.interfaceOf(tap)} up`,
    ...pin(nic, tap),
  ];
  const idle = (nic: Nic, tap: TapName) => [
    `address flush dev ${nic.interfaceOf(tap)}`,
    `link set dev ${nic.interfaceOf(tap)} address ${ownMac()}`,
    `link set dev ${nic.interfaceOf(tap)} up`,
    ...pin(nic, tap),
  ];
  const forEachNic = (lines: (nic: Nic) => string[]) => ip.run(nics.flatMap(lines));
  return {
    namespace,
    nics,
    get guestAddresses() {
      return guestAddresses;
    },
    rootInside,
    userInside: (command, variables) =>
      privilege.asRoot(
        userInside(namespace, privilege.rootless === null ? privilege : "mapped", variables, command),
      ),
    reset: () =>
      forEachNic((nic) => [
        ...options.taps.flatMap((tap) => idle(nic, tap)),
        `link set dev ${nic.interfaceOf("tap0")} down`,
        ...give(nic, "tap0"),
      ]),
    makeIdle: (tap) => forEachNic((nic) => idle(nic, tap)),
    move: (from, to) =>
      forEachNic((nic) => [
        `link set dev ${nic.interfaceOf(from)} down`,
        `link set dev ${nic.interfaceOf(to)} down`,
        `address del ${nic.hostAddress}/${PREFIX_LENGTH} dev ${nic.interfaceOf(from)}`,
        ...give(nic, to),
      ]),
    setGuestAddresses: (addresses) => {
      guestAddresses = addresses;
      return ip.run(options.taps.flatMap((tap) => pin(nicOf(0), tap)));
    },
    ping: async (timeoutMs, signal, nic = 0) => {
      const [file, ...args] = rootInside("ping", [
        ...["-n", "-q", "-c", "1", "-w", String(Math.ceil(timeoutMs / 1000))],
        nicOf(nic).guestAddress,
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
    request: async (address, { count, apartMs }, signal) => {
      const args = [
        "-q",
        "-c",
        String(count),
        "-p",
        String(apartMs),
        "-t",
        String(LONGEST_ANSWER_MS),
        address,
      ];
      const [file, ...rest] = rootInside("fping", args);
      // Status 1: some were not answered.
      await runToEnd(file, rest, {
        signal,
        timeoutMs: count * apartMs + LONGEST_ANSWER_MS + 30_000,
        kill: (pid) => killTree(privilege, pid),
      });
    },
    linkStatistics: () => runAsRoot(privilege, showStatistics(namespace)),
    [Symbol.asyncDispose]: close,
  };
}
