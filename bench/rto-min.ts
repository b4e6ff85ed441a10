/** Lowers the least time-out of TCP retransmissions in the network namespace of a run that begins: ip-sysctl.rst, tcp_rto_min_us. */
import { existsSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Started } from "../__tests__/e2e/product.ts";
import { asRoot } from "../__tests__/host/as-root.ts";
import { PACER_PORT } from "../src/host/pacer.ts";
import { NAME_PREFIX } from "../src/host/undo.ts";
import { KERNEL_RTO_MIN_MS } from "./stall-errors.ts";

const SETTING = "/proc/sys/net/ipv4/tcp_rto_min_us";
export const RTO_MIN_OPTION = "tcp-rto-min-us";
export const USUAL_RTO_MIN_US = 5_000;

const NAMESPACES = "/run/netns";
const LOOK_EVERY_MS = 5;

/** Kernels before 6.11 do not have the setting. */
export const rtoMinCanBeSet = (): boolean => existsSync(SETTING);

export interface LoweredRtoMin extends AsyncDisposable {
  /** Whether a connection has the lower time-out: sockets take it over when their server begins to listen. Null: not seen. */
  tookEffect(): boolean | null;
}

/** Sets it in each namespace of the run as soon as it appears, until disposed. */
export function lowerRtoMin(product: Started, rtoMinUs: number): LoweredRtoMin {
  const set = new Set<string>();
  let over = false;
  let effect: boolean | null = null;
  const inside = (name: string, ...command: string[]): string => {
    try {
      return asRoot("ip", "netns", "exec", name, ...command);
    } catch {
      // The run has ended, and its namespace with it.
      return "";
    }
  };
  const work = async () => {
    for (; !over; await sleep(LOOK_EVERY_MS)) {
      for (const name of namespacesOf(product.runIds())) {
        if (!set.has(name)) inside(name, "sh", "-c", `echo ${rtoMinUs} > ${SETTING}`);
        else if (effect !== true) effect = lowered(inside(name, "ss", "-Htin", "sport", `:${PACER_PORT}`));
        set.add(name);
      }
    }
  };
  const working = work();
  return {
    tookEffect: () => effect,
    async [Symbol.asyncDispose]() {
      over = true;
      await working;
    },
  };
}

function namespacesOf(runIds: readonly string[]): string[] {
  if (!existsSync(NAMESPACES)) return [];
  return readdirSync(NAMESPACES).filter((name) =>
    runIds.some((id) => name.startsWith(`${NAME_PREFIX}${id}`)),
  );
}

/** From what ss says of established connections: no time-out is below the least one. Null: there are none yet. */
function lowered(said: string): boolean | null {
  const timeOuts = [...said.matchAll(/\brto:([\d.]+)/g)].map((match) => Number(match[1]));
  return timeOuts.length === 0 ? null : Math.min(...timeOuts) < KERNEL_RTO_MIN_MS;
}
