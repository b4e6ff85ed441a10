/**
 * One migration of the guest: the source runs, the target waits with `-incoming defer`, both launched with their dialect's
 * switches. This is the part that is measured; compare it with docs/contract.md, section 2.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import { HOST_ADDRESS } from "../host/network.ts";
import type { Probe } from "../host/probe.ts";
import { whyNoVhost } from "../host/vhost.ts";
import { readProbe } from "../measure/probe-log.ts";
import { lossesBetween } from "../measure/stolen-packets.ts";
import type { WallClock } from "../qemu/clock.ts";
import type { QmpEvent } from "../qemu/qmp-connection.ts";
import type { ChainContext } from "./chain.ts";
import type { Marks } from "./marks.ts";
import type { Step } from "./steps.ts";
import type { Vm, VmContext } from "./vm.ts";

/** How long the stopped source stays alive beside the running target, so that one that still reads the queues shows. */
const BESIDE_SOURCE_MS = 300;
/** How many requests are watched beside it, and then without it, when some were lost; for how long at least and at most. */
const WATCHED_REQUESTS = 1_000;
const LEAST_WATCH_MS = 1_000;
const LONGEST_WATCH_MS = 10_000;

const GUEST_PING_BYTES = 16_000;
/** On a busy host a guest that answers the probe takes seconds to run a program, and its first ping fails by that alone. */
const LEAST_GUEST_PINGS = 3;

export interface Migration {
  readonly context: ChainContext;
  readonly source: Vm;
  readonly target: Vm;
  readonly probe: Probe;
  readonly migrationUri: string;
  readonly clock: WallClock;
  readonly marks: Marks;
  readonly step: (step: Step) => void;
}

/** Moves the guest from source to target. Throws StepError with both sides' own words. The source is gone afterwards. */
export async function migrateOnce(migration: Migration): Promise<void> {
  const { context, source, target, migrationUri, clock, marks, step } = migration;
  const { signal } = context;
  step("migrate");
  await target.qmp.execute("migrate-incoming", { uri: migrationUri });
  const sourceFrom = source.qmp.events.length;
  marks.migrateMs = clock.now();
  const started = source.qmp.execute("migrate", { uri: migrationUri });
  // From here to `cont` nothing else is done: no process, no file, no parsing that can wait.
  marks.completedMs = await completedOnBothSides(migration, started, sourceFrom);
  if (target.tap !== source.tap) {
    marks.switchStartMs = clock.now();
    await context.network.move(source.tap, target.tap);
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
  const carried = context.vhost ? watchVhost(target) : null;
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
 * Whether requests were lost beside a stopped source that has the same TAP. The cause may be harmless, but is then the same a little
 * later and without the source: theftFault() compares.
 */
async function lostSince({ context, probe, clock }: Migration, resumeMs: number): Promise<boolean> {
  if (!context.passFds) return false;
  const log = readProbe(context.probe.tool, probe.written(), context.network.guestAddresses);
  return log.flows.some((flow) => lossesBetween(flow, resumeMs, clock.now()).lost > 0);
}

const watchMsOf = ({ probe: { periodMs } }: ChainContext): number =>
  Math.min(LONGEST_WATCH_MS, Math.max(LEAST_WATCH_MS, WATCHED_REQUESTS * periodMs));

/** How the migration ended on one side, in that side's words. */
interface SideEnd {
  readonly status: "completed" | "failed" | "gone";
  readonly atMs: number;
  readonly words: string;
}

const statusOf = (event: QmpEvent) => (event.name === "MIGRATION" ? String(event.data.status) : null);
const isFinal = (event: QmpEvent) => ["completed", "failed", "cancelled"].includes(statusOf(event) ?? "");

async function endOf(vm: Vm, from: number, deadlineMs: number): Promise<SideEnd> {
  try {
    const event = await vm.qmp.event(isFinal, "end of the migration", deadlineMs, from);
    return { status: statusOf(event) === "completed" ? "completed" : "failed", atMs: event.atMs, words: "" };
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return { status: "gone", atMs: 0, words: error.message };
  }
}

/** The later `completed` of both sides, wall-clock ms. Success is what both sides say, never one. */
async function completedOnBothSides(
  { context, source, target }: Migration,
  started: Promise<unknown>,
  sourceFrom: number,
): Promise<number> {
  const { migrationMs, qmpMs } = context.deadlines;
  // A `migrate` that is refused never ends by an event.
  const sourceEnd = Promise.race([
    endOf(source, sourceFrom, migrationMs),
    started.then(
      () => new Promise<never>(() => undefined),
      (error: Error): SideEnd => ({ status: "failed", atMs: 0, words: error.message }),
    ),
  ]);
  const targetEnd = endOf(target, 0, migrationMs);
  // When one side has failed, the other hasn't the whole deadline left to notice.
  const impatient = async (end: Promise<SideEnd>, other: Promise<SideEnd>, vm: Vm): Promise<SideEnd> =>
    Promise.race([
      end,
      other.then(async (seen): Promise<SideEnd> => {
        if (seen.status === "completed") return end;
        await sleep(Math.min(qmpMs, 3_000), undefined, { ref: false });
        return { status: "gone", atMs: 0, words: `${vm.process.side}: has not said how the migration ended` };
      }),
    ]);
  const [atSource, atTarget] = await Promise.all([
    impatient(sourceEnd, targetEnd, source),
    impatient(targetEnd, sourceEnd, target),
  ]);
  if (atSource.status === "completed" && atTarget.status === "completed") {
    return Math.max(atSource.atMs, atTarget.atMs);
  }
  throw new StepError(
    `the migration failed. ${await describeEnd(source, atSource)}. ${await describeEnd(target, atTarget)}`,
  );
}

/** One side's end in a sentence: status, QEMU's own description of the error, what became of the process. */
async function describeEnd(vm: Vm, end: SideEnd): Promise<string> {
  if (end.words !== "") return end.words;
  const { side } = vm.process;
  if (end.status === "completed") return `${side}: completed`;
  try {
    const { "error-desc": description } = await vm.qmp.execute("query-migrate");
    if (description !== undefined) return `${side}: failed, "${description}"`;
  } catch {
    // Gone meanwhile: its last words on stderr tell.
  }
  return `${side}: failed; ${await vm.process.epitaph()}`;
}

function expectPaused(answer: unknown): void {
  const status = (answer as { status?: unknown } | undefined)?.status;
  if (status !== "paused")
    throw new StepError(`target: was ${String(status)} after the migration, not paused`);
}

/** `completed` comes before the source is `postmigrate`: ask until it is. */
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

/**
 * Looks at a VM's vhost-net now, and once more when pings have been answered: `expect` throws StepError, with QEMU's last words,
 * unless vhost-net has carried them.
 */
export function watchVhost(vm: Vm): { expect(): Promise<void> } {
  const before = vm.vhost();
  return {
    async expect() {
      const after = vm.vhost();
      const why = before === null || after === null ? "QEMU is gone" : whyNoVhost(before, after);
      if (why === null) return;
      throw new StepError(
        `${vm.process.side}: vhost is not active, though vhost=on was given: ${why} (${await vm.process.epitaph()})`,
      );
    },
  };
}
