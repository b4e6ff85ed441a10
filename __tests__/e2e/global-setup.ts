/**
 * After all tests: nothing that bears a run's name has come to this host and stayed. Things that were there before are let
 * be, and those of a run that lives, which is somebody else's: all that the tests started has ended by now.
 */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { allLeft, type Left } from "./left.ts";

/** What is on its way out may take so long. */
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
      // Vitest prints what is thrown here, and ends as if all were well.
      process.exitCode = 1;
      throw new Error(`left behind by the tests:\n${left.map(({ what }) => what).join("\n")}`);
    }
    await sleep(100);
  }
}

/** A run that lives has processes under its own: children of something other than the host's first process. */
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
