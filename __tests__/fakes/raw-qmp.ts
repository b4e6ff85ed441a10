/** A second QMP client, for tests of the stand-in. They must not use the product's, which is itself tested with the stand-in. */
import { createConnection, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface RawMessage {
  readonly QMP?: unknown;
  readonly id?: number;
  readonly return?: unknown;
  readonly error?: { readonly class: string; readonly desc: string };
  readonly event?: string;
  readonly data?: { readonly status?: string };
  readonly timestamp?: { readonly seconds: number; readonly microseconds: number };
}

export interface RawQmp {
  /** All events so far: "STOP", "MIGRATION completed". */
  events(): string[];
  messages: RawMessage[];
  /** The answer's `return`. @throws Error with QEMU's words when it refuses. */
  ask<T = unknown>(command: string, args?: object): Promise<T>;
  /** QEMU's words when it refuses; null when it does not. */
  refusal(command: string, args?: object): Promise<string | null>;
  /** Waits for an event like "MIGRATION completed". @throws Error after 15 s or when the connection closes. */
  event(wanted: string): Promise<RawMessage>;
  readonly closed: Promise<void>;
  close(): void;
}

const DEADLINE_MS = 15_000;

export async function connectRaw(path: string): Promise<RawQmp> {
  const socket = await connect(path);
  const messages: RawMessage[] = [];
  const wakes = new Set<() => void>();
  const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  let gone: string | null = null;
  let rest = "";
  let nextId = 1;
  socket.on("error", (error) => {
    gone = error.message;
  });
  socket.on("close", () => {
    gone ??= "the connection closed";
    for (const wake of wakes) wake();
  });
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\r\n");
    rest = lines.pop() ?? "";
    try {
      messages.push(...lines.map((line) => JSON.parse(line) as RawMessage));
    } catch {
      socket.destroy(new Error(`not QMP: ${JSON.stringify(chunk.slice(0, 80))}`));
    }
    for (const wake of wakes) wake();
  });
  const find = async (wanted: (message: RawMessage) => boolean, what: string): Promise<RawMessage> => {
    const end = performance.now() + DEADLINE_MS;
    for (;;) {
      const found = messages.find(wanted);
      if (found !== undefined) return found;
      if (gone !== null) throw new Error(`${gone} before ${what}`);
      if (performance.now() > end)
        throw new Error(`no ${what}; so far: ${JSON.stringify(messages.slice(-5))}`);
      await new Promise<void>((resolve) => {
        wakes.add(resolve);
        setTimeout(resolve, 200);
      });
    }
  };
  const answer = (command: string, args?: object) => {
    const id = nextId++;
    socket.write(`${JSON.stringify({ execute: command, ...(args && { arguments: args }), id })}\r\n`);
    return find((message) => message.id === id, `answer to ${command}`);
  };
  const qmp: RawQmp = {
    messages,
    events: () => messages.filter(({ event }) => event !== undefined).map(nameOf),
    async ask<T>(command: string, args?: object) {
      const { error, return: result } = await answer(command, args);
      if (error !== undefined) throw new Error(`${command}: ${error.desc}`);
      return result as T;
    },
    refusal: async (command, args) => (await answer(command, args)).error?.desc ?? null,
    event: (wanted) => find((message) => nameOf(message) === wanted, wanted),
    closed,
    close: () => socket.destroy(),
  };
  await find(({ QMP }) => QMP !== undefined, "greeting");
  await qmp.ask("qmp_capabilities");
  return qmp;
}

const nameOf = ({ event, data }: RawMessage) =>
  [event, data?.status].filter((part) => part !== undefined).join(" ");

async function connect(path: string): Promise<Socket> {
  const end = performance.now() + DEADLINE_MS;
  for (;;) {
    const socket = createConnection(path);
    const connected = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    if (connected) return socket;
    if (performance.now() > end) throw new Error(`nobody listens on ${path}`);
    await sleep(10);
  }
}
