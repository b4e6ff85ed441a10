/**
 * The guest's serial console: log in, run a command, read its status. It is a person's terminal, with echo, colour queries and
 * line ends as they come, so an answer is recognised by a marker that the shell has to compute, never by its place.
 */
import { randomBytes } from "node:crypto";
import { StepError } from "../base/errors.ts";
import type { IPty } from "./pty.ts";

export interface ConsolePatterns {
  /** What a boot loader says that waits for a key, answered with Enter; null or absent where there is none. */
  readonly bootPrompt?: RegExp | null;
  readonly loginPattern: RegExp;
  readonly promptPattern: RegExp;
  readonly user: string;
}

export interface GuestConsole {
  /** Waits for the login prompt, logs in, and waits for the shell. Throws StepError with the console's tail. */
  login(patterns: ConsolePatterns, deadlineMs: number, advice?: string): Promise<void>;
  /** Runs one command in the guest's shell; its exit status and output. Throws StepError when it does not end in time. */
  run(command: string, deadlineMs: number): Promise<{ status: number; output: string }>;
  /** The last lines the guest wrote, readable. */
  tail(lines?: number): string;
  close(): void;
}

/** As much of the guest's text as we look at: more than any answer is long. The whole is in QEMU's own log file. */
const KEPT_CHARACTERS = 64 * 1024;

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal control sequences begin with ESC
const CONTROL_SEQUENCES = /\u001b\[[0-9;?]*[A-Za-z]|\u001b[()][A-Z0-9]|\u001b[=>78]/g;

/** The beginning of one, which the next chunk may go on with. One that goes on for ever is none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const BEGUN_SEQUENCE = /\u001b(\[[0-9;?]{0,40}|[()])?$/;

const PANIC = /Kernel panic - not syncing[^\r\n]*/;

/** A loader that comes back to its prompt has failed to boot. */
const MOST_BOOT_PROMPTS = 3;

/** Reads and writes the console of the QEMU behind this terminal. `epitaph` says what became of QEMU when it ends. */
export function openConsole(
  side: () => string,
  terminal: IPty,
  options: { exited: Promise<void>; epitaph: () => Promise<string>; signal?: AbortSignal },
): GuestConsole {
  let text = "";
  /** Up to where what the guest wrote has been dealt with. */
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
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what is left of them is not for a person's terminal
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

  /** Waits until `pattern` matches what has not been dealt with yet; all up to the end of the match is then. */
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

  /** Up to the login prompt, past a loader that asks on this line. One that asks for ever is not humoured for ever. */
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
      // Drawn anew for each question: a guest cannot have the answer ready.
      const marker = `@${randomBytes(6).toString("hex")}`;
      readTo = text.length;
      // Terminal and shell echo what we type, at times both; there `$?` stands where the answer has a number.
      terminal.write(`echo ${marker}b$?; ${command}; echo ${marker}e$?\r`);
      const answer = new RegExp(`${marker}b\\d+\n([\\s\\S]*?)${marker}e(\\d+)\n`);
      const match = await waitFor(answer, `answer to "${command}"`, deadlineMs);
      return { status: Number(match[2]), output: match[1] ?? "" };
    },
    tail,
    close: () => subscription.dispose(),
  };
}
