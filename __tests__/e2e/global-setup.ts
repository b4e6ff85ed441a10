/**
 * After all tests: fails if things with a run's name are left on this host. Things that were there before do not count, nor do
 * those of a living run, which is somebody else's: by now all runs of the tests have ended.
 */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { allLeft, type Left } from "./left.ts";

/** How long things may take to disappear. */
const PATIENCE_MS = 10_000;

let before: ReadonlySet<string> = new Set();

export function setup(): void {
  before = new Set(allLeft().map(({ runId }) => runId));
}

export async function teardown(): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const left = orphaned(allLeft().filter(({ runId }) => !before.has(runId)));
    if (left.length === 0) return;
    if (performance.now() > end) {
      // Vitest prints what is thrown here, but ends with status 0.
      process.exitCode = 1;
      throw new Error(`left behind by the tests:\n${left.map(({ what }) => what).join("\n")}`);
    }
    await sleep(100);
  }
}

/** The things of dead runs. The processes of a living run have a parent other than the host's init. */
function orphaned(things: readonly Left[]): Left[] {
  const owned = new Set(
    things.flatMap(({ runId, what }) => {
      const pid = /^process (\d+):/.exec(what)?.[1];
      return pid !== undefined && parentOf(pid) > 1 ? [runId] : [];
    }),
  );
  return things.filter(({ runId }) => !owned.has(runId));
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return 0;
  }
}
