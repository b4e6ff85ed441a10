/**
 * The guest's serial console: log in, run a command, read its status. It is an interactive terminal with
 * echo, colour queries and varying line ends. So an answer is recognised by a marker that the shell must
 * compute, never by its position.
 */
import { randomBytes } from "node:crypto";
import { StepError } from "../base/errors.ts";
import type { IPty } from "./pty.ts";

export interface ConsolePatterns {
  /** The prompt of a boot loader that waits for a key; it is answered with Enter. Null or absent: no such prompt. */
  readonly bootPrompt?: RegExp | null;
  readonly loginPattern: RegExp;
  readonly promptPattern: RegExp;
  readonly user: string;
}

export interface GuestConsole {
  /** Waits for the login prompt, logs in, and waits for the shell. @throws StepError with the console's last lines */
  login(patterns: ConsolePatterns, deadlineMs: number, advice?: string): Promise<void>;
  /** Runs one command in the guest's shell. @throws StepError when it does not end in time */
  run(command: string, deadlineMs: number): Promise<{ status: number; output: string }>;
  /** The last lines that the guest wrote, without control characters. */
  tail(lines?: number): string;
  close(): void;
}

/** The most text of the guest that is kept: longer than any answer. QEMU's log file has all of it. */
const KEPT_CHARACTERS = 64 * 1024;

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal control sequences begin with ESC
const CONTROL_SEQUENCES = /\u001b\[[0-9;?]*[A-Za-z]|\u001b[()][A-Z0-9]|\u001b[=>78]/g;

/** An incomplete sequence that the next chunk may complete. The length limit rules out endless ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const BEGUN_SEQUENCE = /\u001b(\[[0-9;?]{0,40}|[()])?$/;

const PANIC = /Kernel panic - not syncing[^\r\n]*/;

/** A boot loader that shows its prompt again has failed to boot. */
const MOST_BOOT_PROMPTS = 3;

/** Reads and writes the console of the QEMU behind this terminal. `epitaph` says how QEMU ended. */
export function openConsole(
  side: () => string,
  terminal: IPty,
  options: { exited: Promise<void>; epitaph: () => Promise<string>; signal?: AbortSignal },
): GuestConsole {
  let text = "";
  /** The guest's text before this position is processed. */
  let readTo = 0;
  let ended = false;
  let wake: () => void = () => undefined;
  let begun = "";
  const subscription = terminal.onData((chunk) => {
    const raw = begun + chunk;
    begun = BEGUN_SEQUENCE.exec(raw)?.[0] ?? "";
    text += raw
      .slice(0, raw.length - begun.length)
      .replaceAll("\r", "")
      .replaceAll(CONTROL_SEQUENCES, "");
    if (text.length > 2 * KEPT_CHARACTERS) {
      readTo = Math.max(0, readTo - (text.length - KEPT_CHARACTERS));
      text = text.slice(-KEPT_CHARACTERS);
    }
    wake();
  });
  void options.exited.then(() => {
    ended = true;
    wake();
  });

  const tail = (lines = 15) =>
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removes the remaining control characters
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
      .split("\n")
      .map((line) => line.trimEnd())
      .filter((line) => line !== "")
      .slice(-lines)
      .join("\n");
  const withTail = (message: string) => {
    const last = tail();
    return `${message}${last === "" ? "; the console is empty" : `; the console's last lines:\n${last}`}`;
  };

  /** Waits until `pattern` matches the unprocessed text; then the text up to the end of the match is processed. */
  const waitFor = async (
    pattern: RegExp,
    what: string,
    deadlineMs: number,
    advice = "",
  ): Promise<RegExpExecArray> => {
    const { signal } = options;
    let timer: NodeJS.Timeout | undefined;
    let late = false;
    const onAbort = () => wake();
    signal?.addEventListener("abort", onAbort);
    try {
      for (;;) {
        signal?.throwIfAborted();
        const unread = text.slice(readTo);
        const match = pattern.exec(unread);
        if (match !== null) {
          readTo += match.index + match[0].length;
          return match;
        }
        const panic = PANIC.exec(unread);
        if (panic !== null)
          throw new StepError(withTail(`${side()}: the guest panicked before ${what}: ${panic[0]}`));
        if (ended)
          throw new StepError(withTail(`${side()}: QEMU ended before ${what} (${await options.epitaph()})`));
        if (late) {
          throw new StepError(
            withTail(
              `${side()}: no ${what} within ${Math.round(deadlineMs / 1000)} s${advice && `. ${advice}`}`,
            ),
          );
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer ??= setTimeout(() => {
            late = true;
            wake();
          }, deadlineMs);
        });
      }
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      wake = () => undefined;
    }
  };

  /** Waits for the login prompt, and answers a boot loader's prompt on the way a limited number of times. */
  const passBootPrompts = async (patterns: ConsolePatterns, deadlineMs: number, advice?: string) => {
    const { loginPattern, bootPrompt = null } = patterns;
    for (let answered = 0; ; answered += 1) {
      const either =
        bootPrompt === null || answered === MOST_BOOT_PROMPTS
          ? loginPattern
          : new RegExp(`${loginPattern.source}|(?<boot>${bootPrompt.source})`, "im");
      const match = await waitFor(either, "login prompt", deadlineMs, advice);
      if (match.groups?.boot === undefined) return;
      terminal.write("\r");
    }
  };

  return {
    async login(patterns, deadlineMs, advice) {
      await passBootPrompts(patterns, deadlineMs, advice);
      terminal.write(`${patterns.user}\r`);
      await waitFor(patterns.promptPattern, "shell prompt after the login", deadlineMs, advice);
    },
    async run(command, deadlineMs) {
      // Random for each command, so that a guest cannot have the answer ready.
      const marker = `@${randomBytes(6).toString("hex")}`;
      readTo = text.length;
      // Terminal, shell, or both echo what we type. The echo has `$?` where the answer has a number.
      terminal.write(`echo ${marker}b$?; ${command}; echo ${marker}e$?\r`);
      const answer = new RegExp(`${marker}b\\d+\n([\\s\\S]*?)${marker}e(\\d+)\n`);
      const match = await waitFor(answer, `answer to "${command}"`, deadlineMs);
      return { status: Number(match[2]), output: match[1] ?? "" };
    },
    tail,
    close: () => subscription.dispose(),
  };
}
