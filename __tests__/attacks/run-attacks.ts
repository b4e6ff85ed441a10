/** The attacks that need a run of the product. Quick ones, and at least one of each kind, run for each commit. */
import { describe, test } from "vitest";
import type { Attack } from "./attack.ts";
import { titled } from "./attack-title.ts";
import { PLACE_ATTACKS } from "./cache-attacks.ts";
import { HOST_ATTACKS } from "./host-attacks.ts";
import { QEMU_ATTACKS } from "./qemu-attacks.ts";
import { QMP_ATTACKS } from "./qmp-attacks.ts";

export const RUN_ATTACKS: readonly Attack[] = [
  ...QEMU_ATTACKS,
  ...QMP_ATTACKS,
  ...HOST_ATTACKS,
  ...PLACE_ATTACKS,
];

const FOR_EACH_COMMIT = [
  /pid files/,
  /daemon that ignores TERM/,
  /kills the harness/,
  /a pipe in the place of QEMU's/,
  /links to somebody's file in the place of QEMU's/,
  /link to somebody's folder in the place of the (output|run's temporary)/,
  /record becomes a (link|pipe)/,
  /an object where a word belongs/,
  /co-process is stopped/,
  /deleting the namespace hangs, and INT/,
  /an exception that nobody has caught/,
  /sudo hangs/,
  /cache folder is a file/,
  /HOME of another user/,
  /others may rename/,
];
const forEachCommit = ({ attack }: Attack) => FOR_EACH_COMMIT.some((pattern) => pattern.test(attack));

/** A generous watchdog. Each attack has its own deadlines. */
const LONG_MS = 600_000;

export function runAttackTests(which: "for each commit" | "the rest"): void {
  const chosen = RUN_ATTACKS.filter((one) => forEachCommit(one) === (which === "for each commit"));
  describe.concurrent("an attack on a run", () => {
    test.for(titled(chosen))("%s", { timeout: LONG_MS }, ([, { run }]) => run());
  });
}
