/** Measures what it costs to move the host's address and MAC from one TAP to the other, in several ways, in turn in each round. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { HostError } from "../src/base/errors.ts";
import { createNetwork, HOST_ADDRESS, HOST_MAC, PREFIX_LENGTH } from "../src/host/network.ts";
import type { TapName } from "../src/host/nics.ts";
import { findPrivilege, type Privilege } from "../src/host/privilege.ts";
import { openRegister, type Register } from "../src/host/register.ts";
import { tool } from "../src/host/tools.ts";
import { interleaved } from "./interleaved.ts";

/** Milliseconds, one value per round. */
export interface SwitchCosts {
  /** Six processes of `sudo ip`, started in turn by one shell. */
  readonly sudoMs: number[];
  /** The same without sudo; empty unless we are root. */
  readonly plainMs: number[];
  /** One `sudo ip -batch -` that reads the same six lines. */
  readonly batchMs: number[];
  /** What the product does in the freeze: it writes lines to a co-process that already runs. */
  readonly oursMs: number[];
  /** The same in namespaces of an ordinary user (rootless.ts of the product); empty where the host refuses these. */
  readonly rootlessMs: number[];
}

const run = promisify(execFile);

/** The steps of a switch. Ours also pins the guest's MAC. */
const sixSteps = (from: TapName, to: TapName) => [
  `link set dev ${from} down`,
  `link set dev ${to} down`,
  `address del ${HOST_ADDRESS}/${PREFIX_LENGTH} dev ${from}`,
  `link set dev ${to} address ${HOST_MAC}`,
  `address add ${HOST_ADDRESS}/${PREFIX_LENGTH} dev ${to}`,
  `link set dev ${to} up`,
];

const NETWORK = { name: "bench", taps: ["tap0", "tap1"], multiQueue: true, nics: 1 } as const;

/** Switches to and fro in a network of its own, made ready. */
async function switchesOf(register: Register, privilege: Privilege) {
  const network = await createNetwork(register, privilege, NETWORK);
  let [from, to]: [TapName, TapName] = ["tap0", "tap1"];
  await network.reset();
  return {
    move: async () => {
      await network.move(from, to);
      [from, to] = [to, from];
    },
    makeIdle: () => network.makeIdle(to),
    [Symbol.asyncDispose]: () => network[Symbol.asyncDispose](),
  };
}

/**
 * Measures `rounds` switches in its own namespace, with TAPs that nobody reads.
 *
 * @throws Error when a step fails.
 */
export async function measureSwitch(rounds: number): Promise<SwitchCosts> {
  const privilege = await findPrivilege();
  const none = await findPrivilege("none").catch((error: unknown) => {
    if (error instanceof HostError) return null;
    throw error;
  });
  const register = openRegister(privilege);
  const rootlessRegister = none === null ? null : openRegister(none);
  try {
    await using network = await createNetwork(register, privilege, NETWORK);
    await using rootless =
      none === null || rootlessRegister === null ? null : await switchesOf(rootlessRegister, none);
    const ip = `${tool("ip")} -n ${network.namespace}`;
    const sudo = `${tool("sudo")} -n`;
    const byShell = (prefix: string) => (from: TapName, to: TapName) =>
      run(tool("sh"), [
        "-ec",
        sixSteps(from, to)
          .map((step) => `${prefix} ${step}`)
          .join("\n"),
      ]);
    const byBatch = (from: TapName, to: TapName) => {
      const [file = "", ...args] = `${sudo} ${ip} -batch -`.split(" ");
      const batch = run(file, args);
      batch.child.stdin?.end(`${sixSteps(from, to).join("\n")}\n`);
      return batch;
    };
    let from: TapName = "tap0";
    let to: TapName = "tap1";
    const there = (way: (from: TapName, to: TapName) => Promise<unknown>) => async () => {
      await way(from, to);
      [from, to] = [to, from];
    };
    const ways = {
      sudoMs: there(byShell(`${sudo} ${ip}`)),
      plainMs: privilege.kind === "root" ? there(byShell(ip)) : null,
      batchMs: there(byBatch),
      oursMs: there(network.move),
      rootlessMs: rootless === null ? null : rootless.move,
    };
    await network.reset();
    return await interleaved(rounds, ways, async () => {
      await network.makeIdle(to);
      await rootless?.makeIdle();
    });
  } finally {
    await rootlessRegister?.close();
    await register.close();
  }
}
