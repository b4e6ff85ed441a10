/**
 * One QEMU process. It runs in the run's namespace as the invoking user, with its console on a pseudo
 * terminal. `end` returns only when the process is gone.
 *
 * stderr is redirected, because on the terminal it would mix with the guest's text. The redirection needs a
 * shell with a fixed script. The shell gets the command as arguments, never as text to parse.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import { killTree, type Privilege, signalAsRoot } from "../host/privilege.ts";
import { descendantOfUser } from "../host/proc.ts";
import { tool } from "../host/tools.ts";
import { type IPty, spawnOnTerminal } from "./pty.ts";
import { pipeOf, startRecordings } from "./recording.ts";
import { printable, readTail } from "./tail.ts";

/** Raises the soft limit of open files to the hard one: sudo may set it to 1024 (pam_limits), and many queues need more. */
const REDIRECT_STDERR = 'ulimit -S -n "$(ulimit -H -n)"; exec 2>>"$0" "$@"';

/** Number of attempts with TERM before KILL, half a second each. */
const POLITE_TRIES = 2;

/** The terminal's width. A pty buffers little unread text, then the guest has to wait: a flood costs no memory. */
const COLUMNS = 500;

export interface QemuProcess {
  /** "source" or "target", for messages. A target that has taken over is renamed. */
  side: string;
  readonly terminal: IPty;
  /**
   * QEMU's pid, looked up at each call, because with sudo the terminal's child is not QEMU. Null when there
   * is no QEMU yet, or no longer.
   */
  pid(): number | null;
  alive(): boolean;
  /** Resolves when the process has ended. */
  readonly exited: Promise<void>;
  /** A text for messages: whether it runs or how it ended, and its last lines on stderr. */
  epitaph(): Promise<string>;
  /** The same for a process that ended unexpectedly; null when it runs, or when its end was expected. */
  obituary(): Promise<string | null>;
  /** Declares that its end is expected from now on. */
  expectEnd(): void;
  /** Whether it has ended with status 0 and not by a signal. */
  endedInOrder(): boolean;
  /** Writes everything that QEMU has written so far into the files of its recordings. */
  flush(): void;
  /** Ends it if it still runs: TERM, then KILL; only KILL when the run is cancelled. Returns when it is gone. */
  end(): Promise<void>;
}

export interface QemuProcessOptions {
  readonly side: string;
  /** Makes the whole command line from QEMU's, see network.userInside(). */
  readonly command: (qemu: readonly string[]) => readonly [string, ...string[]];
  readonly qemu: readonly string[];
  /** The file for its stderr. Its size is limited, see recording.ts. */
  readonly stderrPath: string;
  /** The same for the console's log; `qemu` must contain the option to log into `pipeOf(consolePath)`. */
  readonly consolePath?: string;
  readonly privilege: Privilege;
  /** Called when a recording cannot be written, such as on a full disk. */
  readonly warn: (text: string) => void;
  /** Aborted when the run is cancelled; then there is no time for TERM. */
  readonly signal?: AbortSignal;
}

/** Starts QEMU and returns immediately. Whether it came up shows on its QMP socket. */
export function startQemu(options: QemuProcessOptions): QemuProcess {
  const { privilege, stderrPath, consolePath } = options;
  const recordings = startRecordings(
    [stderrPath, ...(consolePath === undefined ? [] : [consolePath])],
    options.warn,
  );
  const flush = () => {
    for (const recording of recordings) recording.flush();
  };
  const [file, ...args] = options.command([
    ...[tool("sh"), "-c", REDIRECT_STDERR, pipeOf(stderrPath)],
    ...options.qemu,
  ]);
  const terminal = spawnOnTerminal(file, args, { name: "dumb", cols: COLUMNS, rows: 50, encoding: "utf8" });
  let endExpected = false;
  let ending: { exitCode: number; signal: number | undefined } | null = null;
  const exited = new Promise<void>((resolve) => {
    terminal.onExit(({ exitCode, signal }) => {
      ending = { exitCode, signal };
      resolve();
    });
  });

  // The process is found by its ancestry, never by a pid file: QEMU could write another process's pid into
  // it.
  // Without root, the terminal's child is an nsenter of this user, and QEMU is its child.
  const below = privilege.kind === "none";
  const pid = (): number | null =>
    ending === null ? (descendantOfUser(terminal.pid, privilege.uid, { below })?.pid ?? null) : null;

  const endProcess = async () => {
    for (let tries = 0; ending === null; tries += 1) {
      if (tries > 40)
        throw new StepError(
          `${options.side}: QEMU (pid ${pid() ?? terminal.pid}) does not end, not even by SIGKILL`,
        );
      const polite = tries < POLITE_TRIES && !options.signal?.aborted;
      if (polite) await signalAsRoot(privilege, pid() ?? terminal.pid, "TERM");
      else await killTree(privilege, terminal.pid);
      await Promise.race([exited, sleep(polite ? 500 : 250, undefined, { ref: false })]);
    }
  };

  const describeEnding = (): string => {
    if (ending === null) return "it still runs";
    // sudo reports a signal as a status above 128, or dies of the same signal.
    const number = ending.signal || (ending.exitCode > 128 ? ending.exitCode - 128 : 0);
    return number > 0
      ? `it ended by signal ${signalName(number)}`
      : `it ended with status ${ending.exitCode}`;
  };
  const epitaph = async (): Promise<string> => {
    await Promise.race([exited, sleep(1_000, undefined, { ref: false })]);
    flush();
    const words = printable(readTail(stderrPath, 600))
      .trim()
      .split("\n")
      .filter((line) => line !== "")
      .slice(-4)
      .join(" | ");
    return `${describeEnding()}${words === "" ? ", nothing on stderr" : `; stderr: ${words}`}`;
  };
  const self: QemuProcess = {
    side: options.side,
    terminal,
    pid,
    alive: () => ending === null,
    exited,
    flush,
    epitaph,
    obituary: async () =>
      ending === null || endExpected ? null : `${self.side}: QEMU has ended: ${await epitaph()}`,
    expectEnd: () => {
      endExpected = true;
    },
    endedInOrder: () => ending?.exitCode === 0 && !ending.signal,
    async end() {
      endExpected = true;
      try {
        await endProcess();
      } finally {
        for (const recording of recordings) recording.close();
      }
    },
  };
  return self;
}

const SIGNALS: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  4: "SIGILL",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  13: "SIGPIPE",
  15: "SIGTERM",
};

const signalName = (number: number) => SIGNALS[number] ?? String(number);
