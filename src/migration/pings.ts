/** Pings between host and guest, in both directions. */
import { StepError } from "../base/errors.ts";
import { HOST_ADDRESS } from "../host/network.ts";
import type { VmContext } from "./context.ts";
import type { Vm } from "./vm.ts";

const GUEST_PING_BYTES = 16_000;
/** On a busy host a guest that answers the probe takes seconds to run a program, and its first ping fails by that alone. */
const LEAST_GUEST_PINGS = 3;

/** Which ways the guest can be reached: an echo request from the host and one from within, both at the same time. */
export async function pingBothWays(
  context: VmContext,
  vm: Vm,
): Promise<{ fromHost: boolean; fromGuest: boolean }> {
  const timeoutMs = context.settings.recoveryTimeoutMs * context.deadlines.factor;
  const [fromHost, fromGuest] = await Promise.all([
    // Made again until it is answered: one may be lost where the probe fills a slow guest's queue.
    context.network.ping(timeoutMs, context.signal),
    pingFromGuest(context, vm, timeoutMs),
  ]);
  return { fromHost, fromGuest };
}

/**
 * Whether the guest gets an answer from the host within `timeoutMs`, or some tries where these take longer. The guest's ping hears the whole probe besides its answer, and
 * busybox gives its socket a buffer of 7 kB and twice the request's size, which is full before a slow guest first reads it.
 * So the request is a large one, and is made again.
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

/** Throws StepError, naming the ways that failed, unless both pings are answered. `when` ends the sentence. */
export async function expectPings(context: VmContext, vm: Vm, when: string): Promise<void> {
  const { fromHost, fromGuest } = await pingBothWays(context, vm);
  if (fromHost && fromGuest) return;
  const failed = [...(fromHost ? [] : ["host to guest"]), ...(fromGuest ? [] : ["guest to host"])].join(
    " and ",
  );
  throw new StepError(`${vm.process.side}: no answer to a ping ${failed} ${when}`);
}
