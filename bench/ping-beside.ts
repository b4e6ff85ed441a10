/** Runs `ping -i 0 -O -D` into the guest of a run that is going on. */
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { StandIn } from "../__tests__/fakes/stand-in.ts";
import { asRoot, rootCommandLine } from "../__tests__/host/as-root.ts";
import { type Privilege, signalAsRoot } from "../src/host/privilege.ts";
import { tool } from "../src/host/tools.ts";

const LOOK_EVERY_MS = 20;

/** Pings from the guest's first answer until the run removes its namespace, or until disposed. */
export function pingBeside(
  standIn: StandIn,
  privilege: Privilege,
  address: string,
  logPath: string,
): AsyncDisposable {
  const log = openSync(logPath, "a");
  let over = false;
  let pid: number | undefined;
  const work = async () => {
    while (!over) {
      // Only once the guest runs: ping ends at once when there is no route to it.
      const guest = standIn.truth("reading-resumed").at(-1);
      const namespace = guest === undefined ? "" : namespaceOf(guest.pid);
      if (namespace !== "") await pingOnce(namespace);
      await sleep(LOOK_EVERY_MS);
    }
  };
  /** Resolves when ping has ended. The run ends it with everything else in its namespace. */
  const pingOnce = (namespace: string) =>
    new Promise<void>((resolve) => {
      const inside = ["netns", "exec", namespace, tool("ping")];
      const [file, ...args] = rootCommandLine("ip", ...inside, "-n", "-i", "0", "-O", "-D", address);
      const ping = spawn(file, args, { stdio: ["ignore", log, "ignore"] });
      pid = ping.pid;
      const end = () => {
        pid = undefined;
        resolve();
      };
      ping.on("error", end);
      ping.on("exit", end);
    });
  const working = work();
  return {
    async [Symbol.asyncDispose]() {
      over = true;
      if (pid !== undefined) await signalAsRoot(privilege, pid, "TERM");
      await working;
      closeSync(log);
    },
  };
}

/** The process's network namespace; "" when it has none or has gone. */
function namespaceOf(pid: number): string {
  try {
    return asRoot("ip", "netns", "identify", `${pid}`).trim();
  } catch {
    return "";
  }
}
