/** How a migration ended, as both sides report it. */
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import type { QmpEvent } from "../qemu/qmp-connection.ts";
import type { ChainContext } from "./context.ts";
import type { Vm } from "./vm.ts";

/** How the migration ended on one side. */
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

interface Sides {
  readonly context: ChainContext;
  readonly source: Vm;
  readonly target: Vm;
}

/**
 * Waits until both sides say `completed`: one alone is no success.
 *
 * @param started the answer to `migrate`, which may still be on its way
 * @param sourceFrom the number of the source's events before `migrate`
 * @returns the later of both, QEMU's stamp, wall-clock ms
 * @throws StepError with both sides' own words.
 */
export async function completedOnBothSides(
  { context, source, target }: Sides,
  started: Promise<unknown>,
  sourceFrom: number,
): Promise<number> {
  const { migrationMs, qmpMs } = context.deadlines;
  // No event follows when QEMU refuses `migrate`.
  const sourceEnd = Promise.race([
    endOf(source, sourceFrom, migrationMs),
    started.then(
      () => new Promise<never>(() => undefined),
      (error: Error): SideEnd => ({ status: "failed", atMs: 0, words: error.message }),
    ),
  ]);
  const targetEnd = endOf(target, 0, migrationMs);
  // Once one side has failed, the other gets a short time to notice, not the whole deadline.
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

/** One side's end in a sentence: its status, and QEMU's own error, or how the process ended. */
async function describeEnd(vm: Vm, end: SideEnd): Promise<string> {
  if (end.words !== "") return end.words;
  const { side } = vm.process;
  if (end.status === "completed") return `${side}: completed`;
  try {
    const { "error-desc": description } = await vm.qmp.execute("query-migrate");
    if (description !== undefined) return `${side}: failed, "${description}"`;
  } catch {
    // QEMU is gone: its last words are on stderr.
  }
  return `${side}: failed; ${await vm.process.epitaph()}`;
}
