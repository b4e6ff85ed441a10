/**
 * Presses Enter on the keyboard of a VM whose boot loader may wait for it. A loader without a serial console asks on the screen, which
 * nobody sees. Enter is pressed a few times while loaders are up, and not later: an installer could take it for an answer.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Qmp } from "../qemu/qmp-connection.ts";

/** Pauses before each press. A key pressed while the firmware still works is lost, or boots the first entry at once. */
const WAITS_MS = [2_000, 2_000, 4_000, 8_000];

/** Presses Enter until disposed of. Errors are ignored: a VM that is gone is reported elsewhere. */
export function pressEnter(qmp: Qmp): Disposable {
  const end = new AbortController();
  const press = async () => {
    for (const waitMs of WAITS_MS) {
      await sleep(waitMs, undefined, { signal: end.signal, ref: false });
      await qmp.execute("send-key", { keys: [{ type: "qcode", data: "ret" }] });
    }
  };
  press().catch(() => undefined);
  return { [Symbol.dispose]: () => end.abort() };
}
