/**
 * One chain: a boot of the guest and the iterations that follow. Each target is the next source. The steps are those of
 * docs/contract.md, section 2.
 */
import { rmSync } from "node:fs";
import { messageOf, StepError } from "../base/errors.ts";
import { makeRamFile } from "../host/ram.ts";
import type { Evidence } from "../results/schema.ts";
import { pressEnter } from "./boot-keys.ts";
import { type Connections, openConnections, startConnections } from "./connections.ts";
import type { ChainContext, RunContext } from "./context.ts";
import { iterationFolderName, linkEvidence, saveEvidence } from "./evidence.ts";
import { setUpGuestNetwork } from "./guest-network.ts";
import { runIteration } from "./iteration.ts";
import { BootError, type Lane } from "./lane.ts";
import { expectOtherNics, expectPings } from "./pings.ts";
import type { Place } from "./place.ts";
import { withObituaries } from "./qemu-ended.ts";
import type { QueuePairs } from "./queue-pairs.ts";
import type { Step } from "./steps.ts";
import { launchVm, type Vm } from "./vm.ts";

export interface Chain extends AsyncDisposable {
  /** Time from the start of QEMU to the guest's shell. */
  readonly bootMs: number;
  /** Whether the guest can be migrated (again). */
  running(): boolean;
  /** Migrates the guest to the lane's target and adds the iteration to the lane. A failure is in the iteration, not thrown. */
  migrate(lane: Lane, pair?: number): Promise<void>;
}

/** Boots the lane's guest. @throws BootError when it does not come up; nothing is left running. */
export async function bootChain(run: RunContext, place: Place, lane: Lane, boot: number): Promise<Chain> {
  const { scenario } = lane;
  const chain: ChainContext = {
    ...run,
    ...place,
    scenario,
    boot,
    step: (step, iteration) => run.emit({ kind: "step", scenario: scenario.name, boot, iteration, step }),
  };
  await place.network.reset();
  makeRamFile(place.ramPath, run.settings.memoryBytes);
  const pacer = startConnections(chain);
  let running: Vm | null = null;
  const end = async () => {
    await running?.[Symbol.asyncDispose]();
    await pacer?.[Symbol.asyncDispose]();
  };
  let booted: Booted;
  let connections: Connections | null;
  try {
    booted = await bootGuest(chain, lane);
    running = booted.vm;
    connections = await openConnections(chain, booted.vm, pacer);
  } catch (error) {
    await end();
    throw error;
  }
  const { bootMs, queuePairs } = booted;
  let index = 0;
  return {
    bootMs,
    running: () => running !== null,
    async migrate(to, pair) {
      if (running === null) return;
      index += 1;
      const number = to.iterations.length + 1;
      const iteration = { lane: to, index, number, pair: pair ?? null, queuePairs, connections };
      const done = await runIteration(chain, running, iteration);
      running = done.running;
      to.iterations.push(done.iteration);
      run.emit({ kind: "iteration-finished", scenario: scenario.name, number, iteration: done.iteration });
    },
    async [Symbol.asyncDispose]() {
      await end();
      rmSync(place.ramPath, { force: true });
    },
  };
}

export interface Booted {
  readonly vm: Vm;
  readonly bootMs: number;
  readonly queuePairs: QueuePairs;
}

/** Launches the source and boots the guest, up to its first answered pings. @throws BootError; nothing is left running. */
export async function bootGuest(chain: ChainContext, lane: Lane): Promise<Booted> {
  const { guest, deadlines, settings, network, output } = chain;
  let step: Step = "launch source";
  const at = (next: Step) => {
    step = next;
    chain.step(next, null);
  };
  let vm: Vm | null = null;
  try {
    at("launch source");
    const begin = performance.now();
    vm = await launchVm(chain, {
      side: "source",
      build: lane.from,
      tap: "tap0",
      vhost: chain.scenario.vhost,
      passFds: chain.scenario.handOver.passesFds,
    });
    at("boot guest");
    await vm.qmp.execute("cont");
    const hangs =
      settings.accel === "kvm"
        ? "/dev/kvm opens but the guest may not be run by it on this host (nested virtualisation?): try --accel tcg"
        : "";
    {
      using _keys = guest.bootPrompt === null ? undefined : pressEnter(vm.qmp);
      await vm.console.login(
        guest,
        guest.bootDeadlineMs * deadlines.factor,
        [guest.consoleHint, hangs].filter(Boolean).join(". "),
      );
    }
    const bootMs = performance.now() - begin;

    at("configure guest");
    const { console } = vm;
    const inGuest = async (command: string) => {
      const { status, output } = await console.run(command, deadlines.guestCommandMs);
      if (status !== 0)
        throw new StepError(
          `source: "${command}" in the guest ended with status ${status}: ${output.trim()}`,
        );
      return output;
    };
    await inGuest("stty cols 500");
    const queuePairs = await setUpGuestNetwork(chain, vm, inGuest);

    at("first pings");
    await expectPings(chain, vm, "before the first migration");
    await expectOtherNics(chain, vm, "before the first migration");
    return { vm, bootMs, queuePairs };
  } catch (error) {
    let evidence: Evidence[] = [];
    const fault = await withObituaries(messageOf(error), [vm]);
    if (vm !== null) {
      const folder = iterationFolderName(lane.folder, lane.iterations.length + 1);
      evidence = [...saveEvidence(output, folder, "source", vm), ...(await linkEvidence(network))];
      await vm[Symbol.asyncDispose]();
    }
    chain.signal.throwIfAborted();
    throw new BootError(`${step}: ${fault}`, evidence);
  }
}
