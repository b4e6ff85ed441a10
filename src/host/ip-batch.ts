/**
 * A privileged `ip -batch -` that stays open. It is started before the guest freezes, so that changing links and addresses in the freeze
 * costs a write and a read on a pipe, and no process. See ip(8), `-batch` and `-force`.
 *
 * iproute2 7.1 and later buffers stdout until it ends, so everything is read from stderr, which no version buffers. With `-force` it
 * prints "Command failed -:LINE" there after each line that fails. A batch ends with a line that must fail: a word that is no object of
 * ip. ip answers that by itself; for the name of a missing device the kernel would look for a module.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import { killTree, type Privilege } from "./privilege.ts";
import { checkBatchLine, openBatch } from "./root-command.ts";

export interface IpBatch extends AsyncDisposable {
  /**
   * Runs the lines in order and resolves when the last one is done. It goes on after a line that fails.
   * @throws StepError with ip's own words when one of them failed, the co-process ended, or `deadlineMs` passed; the signal's reason.
   */
  run(lines: readonly string[], deadlineMs?: number): Promise<void>;
}

/** Far more than a batch takes on the slowest host. A co-process that needs longer hangs. */
const RUN_DEADLINE_MS = 10_000;
/** How long it may take to end after its input has ended. */
const END_GRACE_MS = 1_000;
/** Its output is kept up to this length: it writes a line or two for each command. */
const MOST_CHARACTERS = 64 * 1024;

const sentinel = (number: number) => `end-${number}`;
const FAILED = /^Command failed -:(\d+)$/;

/**
 * Opens the co-process inside a network namespace.
 * @throws StepError with what it said when it does not answer.
 */
export async function openIpBatch(
  privilege: Privilege,
  namespace: string,
  signal?: AbortSignal,
): Promise<IpBatch> {
  const [file, ...args] = privilege.asRoot(openBatch(namespace));
  // Detached: Ctrl-C at our terminal must reach only us; we end the co-process.
  const child = spawn(file, args, { stdio: ["pipe", "ignore", "pipe"], detached: true });
  const exited = once(child, "exit").then(
    () => undefined,
    () => undefined,
  );
  let errors = "";
  let ended = false;
  let wake: () => void = () => undefined;
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(-MOST_CHARACTERS);
    wake();
  });
  const end = (error?: Error) => {
    ended = true;
    if (error !== undefined) errors += error.message;
    wake();
  };
  child.on("error", end);
  child.on("close", () => end());
  child.stdin.on("error", () => undefined);

  let written = 0;
  let batches = 0;
  /** What ip wrote before its answer to a sentinel; null while there is none. */
  const takeAnswer = (word: string, lineNumber: number): string | null => {
    const object = errors.indexOf(`Object "${word}" is unknown`);
    const last = `Command failed -:${lineNumber}\n`;
    const after = object < 0 ? -1 : errors.indexOf(last, object);
    if (after < 0) return null;
    const before = errors.slice(0, object);
    errors = errors.slice(after + last.length);
    return before;
  };
  const run = async (lines: readonly string[], deadlineMs = RUN_DEADLINE_MS): Promise<string> => {
    lines.forEach(checkBatchLine);
    signal?.throwIfAborted();
    const word = sentinel(++batches);
    const first = written + 1;
    written += lines.length + 1;
    let answer: string | null = null;
    let late = false;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        late = true;
        wake();
      }, deadlineMs);
      wake = () => {
        answer = takeAnswer(word, written);
        if (answer === null && !ended && !late && !signal?.aborted) return;
        clearTimeout(timer);
        signal?.removeEventListener("abort", wake);
        wake = () => undefined;
        resolve();
      };
      signal?.addEventListener("abort", wake);
      child.stdin.write(`${[...lines, word].join("\n")}\n`);
      wake();
    });
    if (answer === null) {
      signal?.throwIfAborted();
      const words = printed(errors);
      if (ended) throw new StepError(`the ip co-process ended${words && `: ${words}`}`);
      throw new StepError(
        `ip did not do within ${deadlineMs} ms: ${lines.join("; ")}${words && `: ${words}`}`,
      );
    }
    const faults = faultsIn(answer, lines, first);
    if (faults.length > 0) throw new StepError(`ip: ${faults.join("; ")}`);
    return answer;
  };

  const close = async () => {
    child.stdin.end();
    await Promise.race([exited, sleep(END_GRACE_MS, undefined, { ref: false })]);
    // It hangs. Children of sudo first: sudo does not pass KILL on.
    for (
      let tries = 0;
      !ended && child.exitCode === null && child.signalCode === null && tries < 10;
      tries += 1
    ) {
      if (child.pid !== undefined) await killTree(privilege, child.pid);
      await Promise.race([exited, sleep(200, undefined, { ref: false })]);
    }
  };
  try {
    // Drops what sudo and ld.so print before ip starts.
    await run([]);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    run: async (lines, deadlineMs) => void (await run(lines, deadlineMs)),
    [Symbol.asyncDispose]: close,
  };
}

const printed = (text: string) => text.trim().replaceAll(/\s*\n\s*/g, "; ");

/** Each line that failed, with the words that ip printed before "Command failed". Other words are warnings. */
function faultsIn(answer: string, lines: readonly string[], first: number): string[] {
  const faults: string[] = [];
  let words: string[] = [];
  for (const text of answer.split("\n")) {
    const failed = FAILED.exec(text)?.[1];
    if (failed === undefined) {
      if (text.trim() !== "") words.push(text.trim());
      continue;
    }
    const line = lines[Number(failed) - first];
    // The line is of an earlier batch, whose failure has been reported.
    if (line !== undefined) faults.push(`${words.join("; ")} (of: ${line})`);
    words = [];
  }
  return faults;
}
