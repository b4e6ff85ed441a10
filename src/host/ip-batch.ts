/**
 * A privileged `ip -batch -` that stays open: started before the guest freezes, so that a change of links and addresses
 * within the freeze costs a write and a read on a pipe, and no process. See ip(8), `-batch` and `-force`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setImmediate as tick } from "node:timers/promises";
import type { Privilege } from "./privilege.ts";
import { checkBatchLine, openBatch } from "./root-command.ts";

export interface IpBatch extends AsyncDisposable {
  /**
   * Runs the lines in order and resolves when the last of them is done. Lines after one that failed are still run.
   * @throws Error with ip's own words when one of them failed, the co-process ended, or `deadlineMs` passed.
   */
  run(lines: readonly string[], deadlineMs?: number): Promise<void>;
}

/** Harmless, always there, and prints two lines: when the second has come, all before it is done. */
const SENTINEL = "link show dev lo";
const SENTINEL_ANSWER = "link/loopback";

/** Opens the co-process inside a network namespace. */
export async function openIpBatch(privilege: Privilege, namespace: string): Promise<IpBatch> {
  const [file, ...args] = privilege.asRoot(openBatch(namespace));
  // In a session of its own: a Ctrl-C at our terminal is for us, and we end it in order.
  const child = spawn(file, args, { stdio: "pipe", detached: true });
  const exited = once(child, "exit").then(
    () => undefined,
    () => undefined,
  );
  let output = "";
  let errors = "";
  let ended = false;
  let wake: () => void = () => undefined;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (output.includes(SENTINEL_ANSWER)) wake();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const end = (error?: Error) => {
    ended = true;
    if (error !== undefined) errors += error.message;
    wake();
  };
  child.on("error", end);
  child.on("close", () => end());
  child.stdin.on("error", () => undefined);

  const run = async (lines: readonly string[], deadlineMs = 30_000): Promise<void> => {
    lines.forEach(checkBatchLine);
    output = "";
    errors = "";
    let timer: NodeJS.Timeout | undefined;
    let late = false;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (ended) return resolve();
      timer = setTimeout(() => {
        late = true;
        resolve();
      }, deadlineMs);
      child.stdin.write(`${lines.join("\n")}\n${SENTINEL}\n`);
    });
    clearTimeout(timer);
    // What ip wrote to stderr before the sentinel is in the pipe by now; one turn of the loop reads it.
    await tick();
    const words = errors.trim();
    if (late)
      throw new Error(`ip did not do within ${deadlineMs} ms: ${lines.join("; ")}${words && `: ${words}`}`);
    if (ended) throw new Error(`the ip co-process ended${words && `: ${words}`}`);
    if (words !== "") throw new Error(`ip: ${words.replaceAll("\n", "; ")} (of: ${lines.join("; ")})`);
  };

  const batch: IpBatch = {
    run,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await exited;
    },
  };
  await run([]);
  return batch;
}
