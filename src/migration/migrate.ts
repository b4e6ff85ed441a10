/**
 * One migration of the guest, the part that is measured. The source runs, the target waits with `-incoming defer`, and both have their
 * switches set. docs/contract.md, section 2, describes the same steps.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import type { Probe } from "../host/probe.ts";
import { readProbe } from "../measure/probe-log.ts";
import { lossesBetween } from "../measure/stolen-packets.ts";
import type { WallClock } from "../qemu/clock.ts";
import { completedOnBothSides } from "./completion.ts";
import type { Connections } from "./connections.ts";
import type { ChainContext, VmContext } from "./context.ts";
import type { Marks } from "./marks.ts";
import { expectPings } from "./pings.ts";
import type { Step } from "./steps.ts";
import { watchVhost } from "./vhost-watch.ts";
import type { Vm } from "./vm.ts";

/** How long the stopped source stays alive beside the running target, to see whether it still reads the queues. */
const BESIDE_SOURCE_MS = 300;
/** After losses this many requests are watched beside the source, and as many without it, within these times. */
const WATCHED_REQUESTS = 1_000;
const LEAST_WATCH_MS = 1_000;
const LONGEST_WATCH_MS = 10_000;

export interface Migration {
  readonly context: ChainContext;
  readonly source: Vm;
  readonly target: Vm;
  readonly probe: Probe;
  readonly connections: Connections | null;
  readonly migrationUri: string;
  readonly clock: WallClock;
  readonly marks: Marks;
  readonly step: (step: Step) => void;
}

/** Moves the guest from source to target; the source is gone afterwards. @throws StepError with both sides' own words. */
export async function migrateOnce(migration: Migration): Promise<void> {
  const { context, source, target, connections, migrationUri, clock, marks, step } = migration;
  const { handOver, vhost } = context.scenario;
  const { signal } = context;
  step("migrate");
  await target.qmp.execute("migrate-incoming", { uri: migrationUri });
  const sourceFrom = source.qmp.events.length;
  marks.migrateMs = clock.now();
  const started = source.qmp.execute("migrate", { uri: migrationUri });
  // Until `cont`, do nothing else: start no process, open no file, put off all parsing.
  marks.completedMs = await completedOnBothSides(migration, started, sourceFrom);
  if (handOver.switchTaps !== null) {
    marks.switchStartMs = clock.now();
    await handOver.switchTaps(context.network, source.tap, target.tap);
    marks.switchEndMs = clock.now();
  }
  marks.contMs = clock.now();
  const [status] = await target.qmp.executeTogether("query-status", "cont");
  // Freeze over.
  step("resume");
  marks.stopMs = source.qmp.events.slice(sourceFrom).find((event) => event.name === "STOP")?.atMs ?? null;
  const resumed = await target.qmp.event(
    (event) => event.name === "RESUME",
    "RESUME event",
    context.deadlines.qmpMs,
  );
  marks.resumeMs = resumed.atMs;
  expectPaused(status);
  await expectPostmigrate(source, context);
  marks.qemuDowntimeMs = (await source.qmp.execute("query-migrate")).downtime ?? null;

  step("check beside stopped source");
  await sleep(Math.max(0, BESIDE_SOURCE_MS - (clock.now() - marks.contMs)), undefined, { signal });
  connections?.stop();
  const carried = vhost ? watchVhost(target) : null;
  await expectPings(context, target, "while the stopped source was still alive");
  await carried?.expect();
  marks.vhostChecked = carried !== null;
  const watchMs = (await lostSince(migration, resumed.atMs)) ? watchMsOf(context) : 0;
  if (watchMs > 0) marks.watchedFromMs = clock.now();
  await sleep(watchMs, undefined, { signal });
  marks.sourceAliveUntilMs = clock.now();
  step("quit source");
  await source.quit();
  marks.sourceGoneMs = clock.now();
  step("check alone");
  await expectPings(context, target, "after the source had gone");
  await sleep(Math.max(0, watchMs - (clock.now() - marks.sourceGoneMs)), undefined, { signal });
}

/**
 * Whether requests were lost while a stopped source had the same TAP open. The cause may be harmless: then losses go on without the
 * source, and theftFault() compares both.
 */
async function lostSince({ context, probe, clock }: Migration, resumeMs: number): Promise<boolean> {
  if (!context.scenario.handOver.sourceCanStealPackets) return false;
  const log = readProbe(context.probe.tool, probe.written(), context.network.guestAddresses);
  return log.flows.some((flow) => lossesBetween(flow, resumeMs, clock.now()).lost > 0);
}

const watchMsOf = ({ probe: { periodMs } }: ChainContext): number =>
  Math.min(LONGEST_WATCH_MS, Math.max(LEAST_WATCH_MS, WATCHED_REQUESTS * periodMs));

function expectPaused(answer: unknown): void {
  const status = (answer as { status?: unknown } | undefined)?.status;
  if (status !== "paused")
    throw new StepError(`target: was ${String(status)} after the migration, not paused`);
}

/** Polls: the event `completed` comes a little before the source is `postmigrate`. */
async function expectPostmigrate(source: Vm, context: VmContext): Promise<void> {
  const end = performance.now() + context.deadlines.qmpMs;
  for (;;) {
    const { status } = await source.qmp.execute("query-status");
    if (status === "postmigrate") return;
    if (performance.now() > end)
      throw new StepError(`source: is ${status} after the migration, not postmigrate`);
    await sleep(5, undefined, { signal: context.signal });
  }
}
