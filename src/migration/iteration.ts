/** One iteration: prepare the TAP, probe, quiet stretch, launch the target, migrate; then make figures from the records. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../base/errors.ts";
import { type Probe, startProbe } from "../host/probe.ts";
import { startWallClock } from "../qemu/clock.ts";
import { readTail } from "../qemu/tail.ts";
import type { Iteration } from "../results/schema.ts";
import type { Connections } from "./connections.ts";
import type { ChainContext } from "./context.ts";
import { iterationFolderName, linkEvidence, saveEvidence, saveProbeLog, saveRequests } from "./evidence.ts";
import { figuresOf, type Recorded } from "./figures.ts";
import type { Lane } from "./lane.ts";
import { type Marks, noMarks } from "./marks.ts";
import { migrateOnce } from "./migrate.ts";
import { expectOtherNics, pingBothWays } from "./pings.ts";
import { withObituaries } from "./qemu-ended.ts";
import { type QueuePairs, watchQueuePairs } from "./queue-pairs.ts";
import type { Step } from "./steps.ts";
import { watchVhost } from "./vhost-watch.ts";
import { launchVm, type Vm } from "./vm.ts";

/** Wait after the burst with which the probe begins, before the quiet stretch is measured. */
const PROBE_SETTLE_MS = 100;
const LEAST_QUIET_MS = 500;
/** A slow host gets a longer quiet stretch, at most this many times as long. */
const LONGEST_QUIET_FACTOR = 4;
/** More than this between wall clock and monotonic clock means that the wall clock was stepped; less is drift and the reading itself. */
const CLOCK_TOLERANCE_MS = 1;

export interface IterationPlace {
  /** The lane that the iteration is a part of; its `to` is the target's build. */
  readonly lane: Lane;
  /** Number in the chain, from 1: the first of a chain differs from the rest. */
  readonly index: number;
  /** Number in the lane, from 1. */
  readonly number: number;
  /** Number of its pair in an A/B. */
  readonly pair: number | null;
  readonly queuePairs: QueuePairs;
  /** Null: the guest has none. */
  readonly connections: Connections | null;
}

/** Migrates the guest once. A failure is in the iteration, not thrown. `running` is the next source, if there is one. */
export async function runIteration(
  chain: ChainContext,
  source: Vm,
  place: IterationPlace,
): Promise<{ iteration: Iteration; running: Vm | null }> {
  const { network, output, privilege, scenario, settings, signal } = chain;
  const marks = noMarks();
  const clock = startWallClock();
  const { lane, number } = place;
  const folder = iterationFolderName(lane.folder, number);
  let step: Step = "prepare TAP";
  const at = (next: Step) => {
    step = next;
    chain.step(next, number);
  };
  let probe: Probe | null = null;
  let target: Vm | null = null;
  let failure: string | null = null;
  let socket: string | null = null;
  const { offered, active } = place.queuePairs;
  let queuePairs: Iteration["queuePairs"] = { offered, active, seen: null, unseen: null };
  const sourceEvents = source.qmp.events.length;
  try {
    at("prepare TAP");
    socket = chain.folder.at(`migration-${lane.folder}-${number}`);
    const targetTap = await scenario.handOver.prepare(network, source.tap);

    at("start probe");
    probe = await startProbe(network, privilege, { ...chain.probe, folder: chain.folder });
    await probe.answered(settings.recoveryTimeoutMs, signal);
    await place.connections?.begin();
    await sleep(PROBE_SETTLE_MS, undefined, { signal });

    at("quiet stretch");
    const pairs = await watchQueuePairs(chain, source, place.queuePairs);
    const carried = scenario.vhost ? watchVhost(source) : null;
    marks.quietStartMs = clock.now();
    const quietMs = LEAST_QUIET_MS * Math.min(LONGEST_QUIET_FACTOR, chain.deadlines.factor);
    await sleep(quietMs, undefined, { signal });
    marks.quietEndMs = clock.now();
    probe.check();
    await carried?.expect();

    at("launch target");
    target = await launchVm(chain, {
      side: "target",
      build: lane.to,
      tap: targetTap,
      vhost: scenario.vhost,
      passFds: scenario.handOver.passesFds,
    });
    await migrateOnce({
      context: chain,
      source,
      target,
      probe,
      connections: place.connections,
      migrationUri: `unix:${socket}`,
      clock,
      marks,
      step: at,
    });
    queuePairs = await pairs.seen(target);
    await expectOtherNics(chain, target, "after the source had gone");
  } catch (error) {
    signal.throwIfAborted();
    const fault = await withObituaries(messageOf(error), [source, target]);
    failure = `${step}: ${fault}. ${await whereReachable(chain, source, target, marks.resumeMs !== null)}`;
  } finally {
    if (signal.aborted) {
      await probe?.[Symbol.asyncDispose]();
      await target?.[Symbol.asyncDispose]();
    }
  }

  at("read probe");
  marks.endMs = clock.now();
  const tcp = await endConnections(place.connections, marks, settings.recoveryTimeoutMs);
  let log = "";
  try {
    log = (await probe?.finish()) ?? "";
  } catch (error) {
    failure ??= messageOf(error);
  }
  if (probe !== null) saveProbeLog(output, folder, probe);
  if (tcp !== null) saveRequests(output, folder, tcp.text);
  await probe?.[Symbol.asyncDispose]();
  const steppedMs = clock.steppedMs();
  if (Math.abs(steppedMs) > CLOCK_TOLERANCE_MS) {
    failure ??= `the clock was stepped by ${steppedMs.toFixed(1)} ms during the iteration: its times mean nothing`;
  }
  const iteration = figuresOf({
    boot: chain.boot,
    index: place.index,
    from: source.build.role,
    to: lane.to.role,
    pair: place.pair,
    folder,
    queuePairs,
    vhost: scenario.vhost,
    packetsWait: scenario.handOver.packetsWait,
    marks,
    sourceEvents: source.qmp.events.slice(sourceEvents),
    targetEvents: target?.qmp.events ?? [],
    sourceTrace: readTraceFile(source),
    targetTrace: target === null ? null : readTraceFile(target),
    failure,
    probe: { ...chain.probe, addresses: network.guestAddresses, log },
    requests: tcp,
    recoveryTimeoutMs: settings.recoveryTimeoutMs,
    slowness: chain.deadlines.factor,
  });
  const evidence = [
    ...saveEvidence(output, folder, "source", source),
    ...(target === null ? [] : saveEvidence(output, folder, "target", target)),
  ];
  if (iteration.status === "failed") iteration.evidence.push(...evidence, ...(await linkEvidence(network)));
  output.write(join(folder, "iteration.json"), `${JSON.stringify(iteration, null, 2)}\n`);
  if (socket !== null) rmSync(socket, { force: true });

  const passed = iteration.status === "passed" && target !== null;
  await source[Symbol.asyncDispose]();
  if (!passed) await target?.[Symbol.asyncDispose]();
  if (target !== null) target.process.side = "source";
  return { iteration, running: passed ? target : null };
}

/** The answers that are missing are waited for as long as the probe's are: until `recoveryTimeoutMs` after RESUME. */
async function endConnections(
  connections: Connections | null,
  { resumeMs, endMs }: Marks,
  recoveryTimeoutMs: number,
): Promise<Recorded["requests"]> {
  if (connections === null) return null;
  const waitMs = resumeMs === null || endMs === null ? 0 : Math.max(0, resumeMs + recoveryTimeoutMs - endMs);
  const ended = await connections.end(Math.round(waitMs));
  return ended === null ? null : { ...ended, periodMs: connections.periodMs };
}

/** A migration's trace has about 5 kB. A longer file is read from its end. */
const TRACE_LIMIT_BYTES = 2 ** 20;

const readTraceFile = ({ files }: Vm): string | null =>
  files.trace === null ? null : readTail(files.trace, TRACE_LIMIT_BYTES);

/** Where the guest answers after a failure, in a sentence. Tells a stopped source to `cont` first. */
async function whereReachable(
  chain: ChainContext,
  source: Vm,
  target: Vm | null,
  resumed: boolean,
): Promise<string> {
  const vm = resumed && target?.process.alive() ? target : source;
  const { side } = vm.process;
  if (!vm.process.alive()) return "No QEMU runs any more: the guest is gone.";
  let continued = "";
  try {
    const { running, status } = await vm.qmp.execute("query-status");
    if (!running) {
      await vm.qmp.execute("cont");
      continued = `, which was ${status}, after cont`;
    }
    const { fromHost, fromGuest } = await pingBothWays(chain, vm);
    if (fromHost && fromGuest) return `The guest answers on the ${side}${continued}.`;
    const ways = [...(fromHost ? [] : ["host to guest"]), ...(fromGuest ? [] : ["guest to host"])].join(
      " and ",
    );
    return `The guest runs on the ${side}${continued} but its network is dead: no answer to a ping ${ways}.`;
  } catch (error) {
    chain.signal.throwIfAborted();
    return `The guest does not run on the ${side}: ${messageOf(error)}.`;
  }
}
