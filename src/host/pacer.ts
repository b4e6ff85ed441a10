/**
 * The program that times TCP requests to the guest, started in the run's namespace as this user (src/pacer). It keeps running for a whole
 * chain, since its connections live through the chain's migrations. It ends when our end of its stdin closes, however this process ends.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { within } from "../base/deadline.ts";
import { distFile } from "../base/dist-file.ts";
import { StepError } from "../base/errors.ts";
import type { Network } from "./network.ts";
import { killTree, type Privilege } from "./privilege.ts";
import { howEnded } from "./proc.ts";

/** Any port will do: the namespace is the run's own. */
export const PACER_PORT = 7203;

const FILE = "pacer.js";
const END_GRACE_MS = 1_000;
const MOST_CHARACTERS = 2_000;
/** `begin` reads two files of /proc, `end` writes some hundred kB. */
const ANSWER_MS = 10_000;

export interface PacerProcess extends AsyncDisposable {
  /** Whether all connections were opened in time. @throws StepError when the program has ended; the signal's reason. */
  opened(deadlineMs: number, signal: AbortSignal): Promise<boolean>;
  /** Begins to send requests. @throws StepError */
  begin(signal: AbortSignal): Promise<void>;
  /** Stops sending. Returns at once. */
  stop(): void;
  /** Stops sending too, waits up to `waitMs` for the last answers, and returns the records in JSON: `TcpRecords` of measure/tcp-requests.ts. @throws StepError */
  end(waitMs: number, signal: AbortSignal): Promise<string>;
}

/** Starts the program. Whether it came up shows on the first call. */
export function startPacerProcess(
  network: Network,
  privilege: Privilege,
  { connections, periodMs }: { readonly connections: number; readonly periodMs: number },
): PacerProcess {
  const words = [process.execPath, distFile(FILE), PACER_PORT, connections, periodMs].map(String);
  const [file, ...args] = network.userInside(words, {});
  // Detached: Ctrl-C at our terminal must reach only us; we end the program.
  const child = spawn(file, args, { stdio: ["pipe", "pipe", "pipe"], detached: true });
  const lines: string[] = [];
  let errors = "";
  let ended: string | null = null;
  let wake: () => void = () => undefined;
  const end = (how: string) => {
    ended ??= how;
    wake();
  };
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    wake();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(-MOST_CHARACTERS);
  });
  child.stdin.on("error", () => undefined);
  child.on("error", (error) => end(error.message));
  child.on("close", (...how) => end(howEnded(...how)));

  const lineOrEnd = async () => {
    while (lines.length === 0 && ended === null) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  /** Its next line that begins like that; null after `deadlineMs`. Others are left out: an answer may come when nobody waits any more. */
  const lineWith = async (beginning: string, deadlineMs: number, signal: AbortSignal) => {
    const untilMs = performance.now() + deadlineMs;
    for (;;) {
      await within(Math.max(0, untilMs - performance.now()), lineOrEnd(), signal);
      const line = lines.shift() ?? null;
      signal.throwIfAborted();
      if (line?.startsWith(beginning)) return line;
      if (line !== null) continue;
      if (ended === null) return null;
      const said = errors.trim().split("\n").slice(-3).join("; ");
      throw new StepError(`the program that sends TCP requests ${ended}${said && `: ${said}`}`);
    }
  };
  const answer = async (beginning: string, deadlineMs: number, signal: AbortSignal): Promise<string> => {
    const line = await lineWith(beginning, deadlineMs, signal);
    if (line === null)
      throw new StepError(`the program that sends TCP requests did not answer within ${deadlineMs / 1000} s`);
    return line;
  };
  return {
    opened: async (deadlineMs, signal) => (await lineWith("open", deadlineMs, signal)) !== null,
    async begin(signal) {
      child.stdin.write("begin\n");
      await answer("begun", ANSWER_MS, signal);
    },
    stop: () => void child.stdin.write("stop\n"),
    async end(waitMs, signal) {
      child.stdin.write(`end ${waitMs}\n`);
      return await answer("{", waitMs + ANSWER_MS, signal);
    },
    async [Symbol.asyncDispose]() {
      if (ended !== null) return;
      const closed = once(child, "close");
      child.stdin.end();
      await Promise.race([closed, sleep(END_GRACE_MS, undefined, { ref: false })]);
      if (ended === null && child.pid !== undefined) await killTree(privilege, child.pid);
    },
  };
}
