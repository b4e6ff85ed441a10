/**
 * One QEMU process: started in the run's namespace as the invoking user with its console on a pseudo terminal, watched, and
 * ended so that it is known to be gone.
 *
 * What QEMU says on stderr goes a way of its own: on the terminal it would mix with the guest's text. The redirection needs
 * a shell, once, with a fixed script; the command comes to it as arguments, never as text to be read.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import { killTree, type Privilege, signalAsRoot } from "../host/privilege.ts";
import { descendantOfUser } from "../host/proc.ts";
import { tool } from "../host/tools.ts";
import { type IPty, spawnOnTerminal } from "./pty.ts";
import { pipeOf, startRecordings } from "./recording.ts";
import { printable, readTail } from "./tail.ts";

const REDIRECT_STDERR = 'exec 2>>"$0" "$@"';

/** Each of half a second. */
const POLITE_TRIES = 2;

/** The console lets in this much unread text, then the guest has to wait: a flood costs no memory. */
const COLUMNS = 500;

export interface QemuProcess {
  /** "source", "target": for messages. A target that has taken over is renamed. */
  side: string;
  readonly terminal: IPty;
  /** QEMU's own pid, which is not the terminal's child under sudo: found anew each time. Null when there is none, or none any more. */
  pid(): number | null;
  alive(): boolean;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
  /** What is to be said of it: whether it runs, or how it ended, and its last lines on stderr. */
  epitaph(): Promise<string>;
  /** The same of one that ended without our doing; null of one that runs, or that we have told to end. */
  obituary(): Promise<string | null>;
  /** From now on its end is expected. */
  expectEnd(): void;
  /** Whether it has ended by itself, with status 0. */
  endedInOrder(): boolean;
  /** What it wrote until now is in the files of its recordings when this returns. */
  flush(): void;
  /** Ends it if it still runs (TERM, then KILL; KILL at once when the run is cancelled), and returns once it is gone. */
  end(): Promise<void>;
}

export interface QemuProcessOptions {
  readonly side: string;
  /** The whole command line, as network.userInside() makes it from QEMU's. */
  readonly command: (qemu: readonly string[]) => readonly [string, ...string[]];
  readonly qemu: readonly string[];
  /** The file that has what it says on stderr. Bounded, see recording.ts. */
  readonly stderrPath: string;
  /** The same for what QEMU logs of its console into `pipeOf(consolePath)`, as `qemu` must tell it to. */
  readonly consolePath?: string;
  readonly privilege: Privilege;
  /** Told what becomes of its recordings when a disk is full. */
  readonly warn: (text: string) => void;
  /** Aborted when the run is cancelled: there is no time for politeness then. */
  readonly signal?: AbortSignal;
}

/** Starts QEMU. Returns at once; whether it came up shows on its QMP socket. */
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

  // Whose process it is tells its descent, never a file: QEMU could write another's number into one.
  const pid = (): number | null =>
    ending === null ? (descendantOfUser(terminal.pid, privilege.uid)?.pid ?? null) : null;

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
    // sudo hands a signal on as a status above 128, or by ending itself the same way.
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
