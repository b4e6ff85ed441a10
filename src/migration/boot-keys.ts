/**
 * Enter, pressed on the keyboard of a VM whose boot loader may wait for it. A loader that is not set up for the serial line asks on
 * the screen, which nobody sees; so Enter comes a few times in the seconds in which loaders are up, and then no more, since an
 * installer behind the loader might take it for an answer.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Qmp } from "../qemu/qmp-connection.ts";

/** After one another. What is pressed while the firmware still works is lost, or boots the first entry at once. */
const WAITS_MS = [2_000, 2_000, 4_000, 8_000];

/** Presses until it is disposed of. A VM that takes no keys any more says so elsewhere. */
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
