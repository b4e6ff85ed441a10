/**
 * Runs programs to their end, through @actions/exec. Programs that stay (QEMU, the probe, ip's batch) are started elsewhere.
 *
 * @actions/exec gives no pid, no deadline and no limit of output, and its search for lines takes time with the square of the output.
 * So we take the ChildProcess from Node's channel `child_process` (docs of diagnostics_channel), and read and kill it here.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { exec } from "@actions/exec";
import { within } from "../base/deadline.ts";
import { messageOf, StepError } from "../base/errors.ts";
import { descendants } from "./proc.ts";

export interface ExecOptions {
  /** The program is killed when it aborts. */
  readonly signal?: AbortSignal;
  /** The program is killed after this time. Default: no deadline. */
  readonly timeoutMs?: number;
  /** What it reads from stdin. Default: nothing. */
  readonly input?: Uint8Array;
  /** Its whole environment. Default: ours. */
  readonly env?: Readonly<Record<string, string>>;
  /** The program is killed when its stdout or its stderr is longer. Default: 100 MiB. */
  readonly maxOutputBytes?: number;
  /** Kills a child and all below it. Default: with signals from this user, which sudo does not take. */
  readonly kill?: (pid: number) => unknown;
}

export interface Ended {
  /** Null: a signal ended it, or it never ran. */
  readonly exitCode: number | null;
  readonly signalName: NodeJS.Signals | null;
  readonly timedOut: boolean;
  /** As in "ended with status 1", "did not end within 5 s"; null: status 0. */
  readonly failure: string | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** The longest that a timer of Node can be: 24.8 days. */
const NO_DEADLINE_MS = 2 ** 31 - 1;
const MOST_OUTPUT_BYTES = 100 * 2 ** 20;
/** How long a program's children may keep its stdout open after its end. */
const OUTPUT_OPEN_MS = 1_000;
/** How long we wait for the end of a program that was killed. */
const KILLED_MS = 500;
/** How much of the end of stderr an error repeats. */
const MOST_CHARACTERS = 4_000;

/**
 * Runs a program to its end, or kills it. A child of it that keeps its stdout open is waited for up to `OUTPUT_OPEN_MS`, and not
 * killed.
 *
 * @throws the signal's reason when the program failed or was killed after it aborted. Every other failure is in the result.
 */
export async function runToEnd(
  file: string,
  args: readonly string[],
  options: ExecOptions = {},
): Promise<Ended> {
  const { signal, timeoutMs = NO_DEADLINE_MS, maxOutputBytes = MOST_OUTPUT_BYTES } = options;
  signal?.throwIfAborted();
  log?.(commandLine([file, ...args]));
  const overflow = new AbortController();
  const program = start(file, args, options, () => overflow.abort(), maxOutputBytes);
  let notStarted: string | null = null;
  let givenUp = false;
  try {
    const stop = AbortSignal.any([overflow.signal, ...(signal ? [signal] : [])]);
    givenUp = (await within(timeoutMs, program.done, stop)) === null;
  } catch (error) {
    notStarted = `could not be started: ${messageOf(error)}`;
  }
  if (givenUp) await program.giveUp();
  const { exitCode, signalName, stdout, stderr } = program.release();
  const timedOut = givenUp && !overflow.signal.aborted;
  const failure = overflow.signal.aborted
    ? `wrote more than ${maxOutputBytes} bytes`
    : timedOut
      ? `did not end within ${timeoutMs / 1000} s`
      : (notStarted ?? howItFailed(exitCode, signalName));
  // Ctrl-C goes to the program as well: its failure then is no news.
  if (failure !== null) signal?.throwIfAborted();
  return { exitCode, signalName, timedOut, failure, stdout, stderr };
}

function howItFailed(exitCode: number | null, signalName: NodeJS.Signals | null): string | null {
  if (exitCode === 0) return null;
  return exitCode === null ? `was ended by ${signalName}` : `ended with status ${exitCode}`;
}

/** Runs a program to its end; its stdout. @throws StepError with command line, failure and the end of stderr; the signal's reason. */
export async function outputOf(
  file: string,
  args: readonly string[],
  options: ExecOptions = {},
): Promise<Buffer> {
  return stdoutOf(await runToEnd(file, args, options), [file, ...args]);
}

/** The stdout of a program that ended with status 0. @throws StepError that calls it by `words`. */
export function stdoutOf({ failure, stdout, stderr }: Ended, words: readonly string[]): Buffer {
  if (failure === null) return stdout;
  const said = stderr.toString("utf8").trim().slice(-MOST_CHARACTERS);
  throw new StepError(`${commandLine(words)} ${failure}${said === "" ? "" : `: ${said}`}`);
}

/** A command line to show. Values after `env -i` become `***`: they may be secrets (input `qemu-env`). */
export function commandLine(words: readonly string[]): string {
  let areVariables = false;
  const shown = words.map((word, index) => {
    if (word === "-i" && /(^|\/)env$/.test(words[index - 1] ?? "")) {
      areVariables = true;
      return word;
    }
    areVariables &&= /^[A-Za-z_][A-Za-z0-9_]*=/.test(word);
    return areVariables ? `${word.slice(0, word.indexOf("="))}=***` : word;
  });
  return shown.join(" ");
}

let log: ((line: string) => void) | null = null;

/** Calls `write` with each command line before its program starts. Null ends that. */
export function logCommands(write: ((line: string) => void) | null): void {
  log = write;
}

/** Holds, within a call, what to do with its child. */
const calls = new AsyncLocalStorage<(child: ChildProcess) => void>();
// Node 20 and 24 publish in ChildProcess's constructor: before the process is started.
subscribe("child_process", (message) => calls.getStore()?.((message as { process: ChildProcess }).process));

interface Program {
  /** The program has ended, and its output is read. Rejects when it could not be started. */
  readonly done: Promise<void>;
  /** Kills it, now or once it has started, and waits for its end up to `KILLED_MS`. */
  giveUp(): Promise<void>;
  /** Lets go of its streams: what has come so far. */
  release(): Pick<Ended, "exitCode" | "signalName" | "stdout" | "stderr">;
}

function start(
  file: string,
  args: readonly string[],
  { input, env, kill = killTree }: ExecOptions,
  overflow: () => void,
  maxOutputBytes: number,
): Program {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let child: ChildProcess | null = null;
  let spawnError: Error | null = null;
  let givenUp = false;
  let exited = () => {};
  const exit = new Promise<void>((resolve) => {
    exited = resolve;
  });

  const end = () => {
    // The pid of a program that has ended may be another's by now.
    const { pid, exitCode, signalCode } = child ?? {};
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    (async () => kill(pid))().catch(() => undefined);
  };
  const onChild = (made: ChildProcess) => {
    if (child !== null) return;
    child = made;
    emitSpawnErrors(made);
    made.once("error", (error) => {
      spawnError = error;
    });
    made.once("exit", exited);
    // By then it has its streams, but none of their data has been read.
    process.nextTick(() => {
      gather(made.stdout, stdout, maxOutputBytes, overflow);
      gather(made.stderr, stderr, maxOutputBytes, overflow);
      // A program need not read all of its input.
      made.stdin?.on("error", () => undefined);
      made.stdin?.end(input);
      if (givenUp) end();
    });
  };

  const run = async () => {
    await expectProgram(file, args, env);
    if (givenUp) return;
    const options = { silent: true, ignoreReturnCode: true, delay: OUTPUT_OPEN_MS, ...(env && { env }) };
    try {
      await calls.run(onChild, () => exec(quoted(file), [...args], options));
    } catch (error) {
      throw spawnError ?? error;
    }
    if (child === null) throw new Error("this Node does not publish its child processes");
    // With its stdout still open, what it wrote last may wait to be read.
    await nextTurn();
  };
  const done = run();
  done.then(exited, exited);

  return {
    done,
    giveUp: async () => {
      givenUp = true;
      end();
      await within(KILLED_MS, exit);
    },
    release: () => {
      for (const stream of [child?.stdin, child?.stdout, child?.stderr]) stream?.destroy();
      child?.unref();
      return {
        exitCode: child?.exitCode ?? null,
        signalName: child?.signalCode ?? null,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr),
      };
    },
  };
}

/** @throws Error that says why the program can't be started: @actions/exec doesn't. */
async function expectProgram(
  file: string,
  args: readonly string[],
  env: ExecOptions["env"] = {},
): Promise<void> {
  if (!isAbsolute(file)) throw new Error("its path is not absolute");
  // Node throws for these, and @actions/exec drops the error: see `emitSpawnErrors`.
  if ([file, ...args, ...Object.entries(env).flat()].some((word) => word.includes("\0")))
    throw new Error("one of its words has a NUL character");
  await access(file, constants.X_OK);
}

/** Takes the place of the listeners of @actions/exec. */
function gather(stream: Readable | null, chunks: Buffer[], most: number, overflow: () => void): void {
  let bytes = 0;
  // A stream is missing where the process could not be started.
  stream?.removeAllListeners("data").on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > most) overflow();
    else chunks.push(chunk);
  });
}

/**
 * Emits all errors of spawning. Node emits some (ENOENT, EACCES) and throws others (E2BIG, ENOMEM). For a thrown one @actions/exec
 * never settles, and the error would be an uncaught exception.
 */
function emitSpawnErrors(child: ChildProcess): void {
  const inner = child as unknown as { spawn(options: unknown): unknown };
  const spawn = inner.spawn.bind(child);
  inner.spawn = (options) => {
    try {
      return spawn(options);
    } catch (error) {
      process.nextTick(() => child.emit("error", error));
      return undefined;
    }
  };
}

/** @actions/exec splits what it runs into words. It takes a quote as `\"` within quotes, and a backslash only outside of them. */
const quoted = (file: string) =>
  // Without a blank at the end it would trim the name.
  `"${file.replaceAll(/["\\]/g, (character) => (character === '"' ? '\\"' : '"\\"'))}" `;

/** Kills a child and all below it, those first: a process that loses its parent can't be found any more. */
function killTree(pid: number): void {
  for (const one of [...descendants(pid).map((below) => below.pid), pid]) {
    try {
      process.kill(one, "SIGKILL");
    } catch {
      // It is gone, or not ours.
    }
  }
}
