/**
 * A QMP connection: greeting and negotiation, replies matched by id, events with QEMU's stamps, a deadline
 * for every command, and a transcript of all that is sent and received. See docs/interop/qmp-spec.rst of
 * QEMU.
 *
 * The peer may misbehave. A line that is not JSON, an endless line or a closed stream breaks the connection
 * with an error that says so, and rejects everything that waits on it.
 */
import { createConnection, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf, StepError } from "../base/errors.ts";
import { ANSWERS, type QmpCommands } from "./qmp-commands.ts";
import { type QmpEvent, readMessage } from "./qmp-message.ts";
import { printable } from "./tail.ts";

export type { QmpEvent } from "./qmp-message.ts";

/** QEMU refused a command. The message contains QEMU's description. */
export class QmpRefusal extends StepError {
  readonly command: string;
  readonly errorClass: string;
  readonly description: string;
  constructor(side: string, command: string, errorClass: string, description: string) {
    super(`${side}: QEMU refused ${command}: ${description}`);
    this.command = command;
    this.errorClass = errorClass;
    this.description = description;
  }
}

export interface Qmp {
  /**
   * Runs one command.
   *
   * @throws QmpRefusal when QEMU refuses it; StepError when the deadline passes or the connection breaks
   */
  execute<C extends keyof QmpCommands>(
    command: C,
    ...args: QmpCommands[C]["args"] extends null ? [] : [QmpCommands[C]["args"]]
  ): Promise<QmpCommands[C]["returns"]>;
  /** The same without types and with an optional deadline, for commands whose arguments depend on the build. */
  send(command: string, args?: object, deadlineMs?: number): Promise<unknown>;
  /** Sends several commands without arguments in one write, so that no time passes between them. */
  executeTogether(...commands: string[]): Promise<unknown[]>;
  /** All events so far, oldest first. */
  readonly events: readonly QmpEvent[];
  /**
   * The first event, past or future, that `wanted` accepts; searches from the event number `from` on.
   *
   * @throws StepError when the deadline passes or the connection breaks before it
   */
  event(
    wanted: (event: QmpEvent) => boolean,
    what: string,
    deadlineMs: number,
    from?: number,
  ): Promise<QmpEvent>;
  /** The messages since the last call, one line each: direction, milliseconds, text. */
  takeTranscript(): string;
  /** The last messages, for a report. */
  lastExchange(): string[];
  /** Resolves with the reason when the connection ends. */
  readonly closed: Promise<string>;
  close(): void;
}

export interface QmpOptions {
  /** Which QEMU this is, for messages: "source" or "target". */
  readonly side: () => string;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  /** Describes the process when the connection breaks: exit status, last lines on stderr. */
  readonly epitaph?: () => Promise<string>;
}

/** Longer lines are not QMP. The longest one, the schema, has about 200 kB. */
const LONGEST_LINE_BYTES = 8 * 2 ** 20;
/** A QEMU lives for two iterations and sends about fifty events of about 200 bytes each. */
const MOST_EVENTS = 10_000;
const EVENTS_LIMIT_BYTES = 4 * 2 ** 20;
const TRANSCRIPT_LIMIT_BYTES = 4 * 2 ** 20;

/** Waits until QEMU listens on its socket, connects and negotiates. */
export async function connectQmp(path: string, options: QmpOptions & { alive: () => boolean }): Promise<Qmp> {
  const end = performance.now() + options.deadlineMs;
  for (;;) {
    options.signal?.throwIfAborted();
    const socket = await tryConnect(path);
    if (socket !== null) return await openQmp(socket, options);
    if (!options.alive())
      throw new StepError(
        await withEpitaph(`${options.side()}: QEMU ended before it listened on its QMP socket`, options),
      );
    if (performance.now() > end) {
      throw new StepError(
        `${options.side()}: QEMU did not listen on its QMP socket within ${seconds(options.deadlineMs)}`,
      );
    }
    await sleep(5);
  }
}

function tryConnect(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => {
      socket.destroy();
      resolve(null);
    });
  });
}

/** Speaks QMP over an open stream. Resolves when capabilities are negotiated. */
export async function openQmp(stream: Duplex, options: QmpOptions): Promise<Qmp> {
  const connection = startConnection(stream, options);
  try {
    await connection.greeting;
    await connection.qmp.send("qmp_capabilities");
  } catch (error) {
    connection.qmp.close();
    throw error;
  }
  return connection.qmp;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;

async function withEpitaph(message: string, options: QmpOptions): Promise<string> {
  const epitaph = await options.epitaph?.();
  return epitaph ? `${message} (${epitaph})` : message;
}

interface Pending {
  readonly command: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

function startConnection(stream: Duplex, options: QmpOptions): { greeting: Promise<void>; qmp: Qmp } {
  const { side } = options;
  const pending = new Map<number, Pending>();
  const events: QmpEvent[] = [];
  const listeners = new Set<() => void>();
  const transcript = keepTranscript();
  let broken: StepError | null = null;
  let eventBytes = 0;
  let nextId = 1;

  let greet: () => void = () => undefined;
  let refuseGreeting: (error: Error) => void = () => undefined;
  const greetingSeen = new Promise<void>((resolve, reject) => {
    greet = resolve;
    refuseGreeting = reject;
  });
  greetingSeen.catch(() => undefined);
  let sayClosed: (reason: string) => void = () => undefined;
  const closed = new Promise<string>((resolve) => {
    sayClosed = resolve;
  });

  let breaking = false;
  const breakWith = async (reason: string) => {
    if (breaking) return;
    breaking = true;
    stream.destroy();
    const error = new StepError(await withEpitaph(`${side()}: ${reason}`, options));
    broken = error;
    sayClosed(error.message);
    refuseGreeting(error);
    for (const { command, reject } of pending.values()) {
      reject(new StepError(`${error.message}, while ${command} was waiting for its answer`));
    }
    pending.clear();
    for (const wake of listeners) wake();
  };

  const receiveEvent = (event: QmpEvent, bytes: number) => {
    eventBytes += bytes;
    if (events.length >= MOST_EVENTS || eventBytes > EVENTS_LIMIT_BYTES) {
      const limit = events.length >= MOST_EVENTS ? `${MOST_EVENTS}` : `${EVENTS_LIMIT_BYTES} bytes of`;
      void breakWith(`QEMU sent more than ${limit} events, the last one ${printable(event.name)}`);
      return;
    }
    events.push(event);
    for (const wake of listeners) wake();
  };
  const receive = (text: string) => {
    transcript.add("<", text);
    const message = readMessage(text);
    switch (message?.kind) {
      case undefined:
        return void breakWith(
          `QEMU wrote on its QMP socket what is not QMP: ${JSON.stringify(text.slice(0, 120))}`,
        );
      case "greeting":
        return greet();
      case "event":
        return receiveEvent(message.event, text.length);
      case "reply":
        return pending.get(message.id)?.resolve(message.value);
      case "error": {
        // An error without id is QEMU's answer to input that it could not parse.
        if (message.id === null) return void breakWith(`QEMU could not read what we sent: ${message.words}`);
        const waiting = pending.get(message.id);
        waiting?.reject(new QmpRefusal(side(), waiting.command, message.errorClass, message.words));
      }
    }
  };

  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    // The earlier text contains no end of a line.
    let from = rest.length;
    rest += chunk;
    for (let end = rest.indexOf("\n", from); end >= 0 && !breaking; end = rest.indexOf("\n")) {
      const text = rest.slice(0, end).trim();
      rest = rest.slice(end + 1);
      from = 0;
      if (text !== "") receive(text);
    }
    if (rest.length > LONGEST_LINE_BYTES) void breakWith("QEMU wrote a line without end on its QMP socket");
    if (breaking) rest = "";
  });
  // A dying QEMU may close its socket with ECONNRESET instead of a normal end.
  stream.on("error", (error) => void breakWith(`the QMP connection broke: ${error.message}`));
  // When the guest resets or powers off, QEMU sends SHUTDOWN (see QEMU's QMP reference) and then exits.
  const closedByQemu = () => {
    const shutdown = events.findLast(({ name }) => name === "SHUTDOWN");
    const why = shutdown === undefined ? "" : ` after SHUTDOWN (${printable(String(shutdown.data.reason))})`;
    void breakWith(`QEMU closed its QMP socket${why}`);
  };
  stream.on("close", closedByQemu);
  stream.on("end", closedByQemu);

  const timeLimit = async <T>(
    work: Promise<T>,
    what: string,
    deadlineMs: number,
    giveUp: () => void,
  ): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const { signal } = options;
    let onAbort: (() => void) | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new StepError(`${side()}: no ${what} within ${seconds(deadlineMs)}`)),
        deadlineMs,
      );
      onAbort = () => reject(signal?.reason as Error);
      if (signal?.aborted) onAbort();
      signal?.addEventListener("abort", onAbort, { once: true });
    });
    try {
      return await Promise.race([work, limit]);
    } finally {
      clearTimeout(timer);
      if (onAbort) signal?.removeEventListener("abort", onAbort);
      giveUp();
    }
  };

  const enqueue = (
    command: string,
    args?: object,
  ): { id: number; text: string; answer: Promise<unknown> } => {
    const id = nextId++;
    const text = JSON.stringify({ execute: command, ...(args && { arguments: args }), id });
    const answer = new Promise<unknown>((resolve, reject) => {
      if (broken) reject(broken);
      else pending.set(id, { command, resolve, reject });
    });
    answer.catch(() => undefined);
    return { id, text, answer };
  };
  const write = (texts: string[]) => {
    if (!breaking) stream.write(texts.map((text) => `${text}\r\n`).join(""));
    for (const text of texts) transcript.add(">", text);
  };
  const send = (command: string, args?: object, deadlineMs = options.deadlineMs) => {
    const { id, text, answer } = enqueue(command, args);
    write([text]);
    return timeLimit(answer, `answer to ${command}`, deadlineMs, () => pending.delete(id));
  };
  const qmp: Qmp = {
    async execute(command, ...args) {
      const answer = await send(command, args[0] ?? undefined);
      if (ANSWERS[command]?.safeParse(answer).success === false) {
        throw new StepError(
          `${side()}: QEMU's answer to ${command} is not understood: ${JSON.stringify(answer)?.slice(0, 200)}`,
        );
      }
      return answer as never;
    },
    send,
    executeTogether: (...commands) => {
      const queued = commands.map((command) => enqueue(command));
      write(queued.map(({ text }) => text));
      const answers = Promise.all(queued.map(({ answer }) => answer));
      return timeLimit(answers, `answer to ${commands.join(", ")}`, options.deadlineMs, () => {
        for (const { id } of queued) pending.delete(id);
      });
    },
    events,
    event: (wanted, what, deadlineMs, from = 0) => {
      let wake: () => void = () => undefined;
      let seen = from;
      const found = new Promise<QmpEvent>((resolve, reject) => {
        wake = () => {
          for (; seen < events.length; seen += 1) {
            const event = events[seen];
            try {
              if (event !== undefined && wanted(event)) return resolve(event);
            } catch (error) {
              // Remove this listener first, so that breaking the connection does not call it again.
              listeners.delete(wake);
              const why = `an event from QEMU could not be processed: ${messageOf(error)}`;
              reject(new StepError(`${side()}: ${why}`));
              return void breakWith(why);
            }
          }
          if (broken) reject(new StepError(`${broken.message}, while we waited for ${what}`));
        };
        listeners.add(wake);
        wake();
      });
      return timeLimit(found, what, deadlineMs, () => listeners.delete(wake));
    },
    takeTranscript: transcript.take,
    lastExchange: transcript.last,
    closed,
    close: () => void breakWith("we closed the connection"),
  };
  const greeting = timeLimit(greetingSeen, "QMP greeting", options.deadlineMs, () => undefined);
  return { greeting, qmp };
}

/** Keeps both directions in memory until they are taken, because nothing is written to disk while a guest is frozen. */
function keepTranscript() {
  let lines: string[] = [];
  let bytes = 0;
  let cut = 0;
  const last: string[] = [];
  return {
    add(direction: "<" | ">", text: string) {
      const line = `${new Date().toISOString()} ${direction} ${text}`;
      last.push(line.length > 400 ? `${line.slice(0, 400)}…` : line);
      if (last.length > 6) last.shift();
      if (bytes + line.length > TRANSCRIPT_LIMIT_BYTES) cut += 1;
      else {
        lines.push(line);
        bytes += line.length;
      }
    },
    take(): string {
      if (cut > 0) lines.push(`… ${cut} lines left out: more than ${TRANSCRIPT_LIMIT_BYTES} bytes`);
      const text = lines.map((line) => `${line}\n`).join("");
      lines = [];
      bytes = 0;
      cut = 0;
      return text;
    },
    last: () => [...last],
  };
}
