/** Pings between host and guest, in both directions. */
import { StepError } from "../base/errors.ts";
import { HOST_ADDRESS } from "../host/network.ts";
import type { VmContext } from "./context.ts";
import type { Vm } from "./vm.ts";

const GUEST_PING_BYTES = 16_000;
/** A guest on a busy host needs seconds to start a program, so its first ping may fail. */
const LEAST_GUEST_PINGS = 3;

/** Pings from the host and from the guest at the same time; tells which were answered. */
export async function pingBothWays(
  context: VmContext,
  vm: Vm,
): Promise<{ fromHost: boolean; fromGuest: boolean }> {
  const timeoutMs = context.settings.recoveryTimeoutMs * context.deadlines.factor;
  const [fromHost, fromGuest] = await Promise.all([
    // Repeated until answered: the probe may fill a slow guest's queue, and one request is lost.
    context.network.ping(timeoutMs, context.signal),
    pingFromGuest(context, vm, timeoutMs),
  ]);
  return { fromHost, fromGuest };
}

/**
 * Whether the guest gets an answer from the host within `timeoutMs`; some tries are made even if they take longer. The guest's ping
 * also receives all packets of the probe. busybox gives its socket a buffer of 7 kB plus twice the request's size, which the probe
 * fills before a slow guest reads it first. So the request is large, and is repeated.
 */
async function pingFromGuest(context: VmContext, vm: Vm, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  const waitS = Math.ceil(Math.sqrt(context.deadlines.factor));
  const command = `ping -c 1 -s ${GUEST_PING_BYTES} -W ${waitS} ${HOST_ADDRESS} >/dev/null 2>&1`;
  try {
    for (let made = 0; made < LEAST_GUEST_PINGS || performance.now() < end; made += 1) {
      const { status } = await vm.console.run(command, timeoutMs + context.deadlines.guestCommandMs);
      if (status === 0) return true;
    }
    return false;
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof StepError) return false;
    throw error;
  }
}

/**
 * Pings each NIC but the first from the host. @throws StepError that names the NICs that did not answer; `when` ends the sentence
 */
export async function expectOtherNics(context: VmContext, vm: Vm, when: string): Promise<void> {
  const { network, settings, deadlines, signal } = context;
  const timeoutMs = settings.recoveryTimeoutMs * deadlines.factor;
  const silent: string[] = [];
  for (const { number, guestMac, guestAddress } of network.nics.slice(1)) {
    if (await network.ping(timeoutMs, signal, number)) continue;
    silent.push(`NIC ${number + 1} of ${network.nics.length} (${guestAddress}, MAC ${guestMac})`);
  }
  if (silent.length === 0) return;
  throw new StepError(`${vm.process.side}: no answer to a ping by ${silent.join(" and ")} ${when}`);
}

/** @throws StepError, naming the directions that failed, unless both pings are answered. `when` ends the sentence. */
export async function expectPings(context: VmContext, vm: Vm, when: string): Promise<void> {
  const { fromHost, fromGuest } = await pingBothWays(context, vm);
  if (fromHost && fromGuest) return;
  const failed = [...(fromHost ? [] : ["host to guest"]), ...(fromGuest ? [] : ["guest to host"])].join(
    " and ",
  );
  throw new StepError(`${vm.process.side}: no answer to a ping ${failed} ${when}`);
}
