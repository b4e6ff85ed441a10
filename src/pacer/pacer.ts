/**
 * A TCP server that times requests on the connections that a guest opens to it. A request is a few bytes, which the guest sends back.
 * Each connection is a closed loop: it has at most one request in flight. The connections take turns, one each period, so that every
 * period of a freeze meets a request that is alone on its connection, as a client that waits for its answer has it.
 *
 * It keeps its pace by short waits in Atomics.wait: a timer of Node is a millisecond late, and spinning takes a whole core. Nothing is
 * written or parsed while it runs.
 */
import { readFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { TcpRecords } from "../measure/tcp-requests.ts";
import { monotonicMs, startWallClock } from "../qemu/clock.ts";

/** Longer than an iteration, even on a slow host. After that, requests are no longer sent. */
const MOST_REQUESTS = 200_000;
const REQUEST_BYTES = 8;
/** Within this time an answer waits to be read, at most. */
const LONGEST_WAIT_MS = 0.5;
/** How often the end of the last requests is looked for. */
const LOOK_EVERY_MS = 5;

export interface PacerOptions {
  readonly port: number;
  readonly connections: number;
  /** Time between two requests, each on the next connection. */
  readonly periodMs: number;
  /** Called once all connections are open. */
  readonly whenOpen: () => void;
}

export interface Pacer {
  /** Begins to send. Returns the number of open connections. */
  begin(): number;
  /** Stops sending. Answers still count. */
  stop(): void;
  /** Stops sending too, waits up to `waitMs` for the answers that are missing, and returns what happened since `begin`. */
  end(waitMs: number): Promise<TcpRecords>;
}

interface Connection {
  readonly socket: Socket;
  /** The place of its request in the records; "late": the request is of an earlier iteration; null: no request is in flight. */
  pending: number | "late" | null;
  received: number;
  open: boolean;
}

/** Listens on all addresses. Rejects with the system's error when it cannot. */
export async function startPacer(options: PacerOptions): Promise<Pacer> {
  const connections: Connection[] = [];
  const close = (connection: Connection, why: string) => {
    if (!connection.open) return;
    connection.open = false;
    connection.pending = null;
    closed.push(why);
    connection.socket.destroy();
  };
  const closed: string[] = [];
  const numbers = new Uint16Array(MOST_REQUESTS);
  const sent = new Float64Array(MOST_REQUESTS);
  const answered = new Float64Array(MOST_REQUESTS);
  const errors = new Float64Array(MOST_REQUESTS);
  let count = 0;

  const server = createServer({ noDelay: true }, (socket) => {
    if (connections.length === options.connections) {
      socket.destroy();
      return;
    }
    const connection: Connection = { socket, pending: null, received: 0, open: true };
    connections.push(connection);
    const lose = (why: string) => close(connection, why);
    socket.on("data", (bytes) => {
      if (connection.pending === null) return lose("bytes that nobody asked for");
      connection.received += bytes.length;
      if (connection.received > REQUEST_BYTES) return lose("more bytes than were sent");
      if (connection.received < REQUEST_BYTES) return;
      if (connection.pending !== "late") answered[connection.pending] = monotonicMs();
      connection.pending = null;
    });
    socket.on("error", (error: NodeJS.ErrnoException) => lose(error.code ?? error.message));
    socket.on("close", () => lose("closed by the guest"));
    if (connections.length === options.connections) options.whenOpen();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port, resolve);
  });

  const request = Buffer.alloc(REQUEST_BYTES);
  const send = (number: number, lateMs: number) => {
    const connection = connections[number];
    if (connection === undefined || !connection.open || connection.pending !== null) return;
    numbers[count] = number;
    answered[count] = Number.NaN;
    errors[count] = lateMs;
    connection.pending = count;
    connection.received = 0;
    request.writeUInt32BE(count);
    sent[count] = monotonicMs();
    connection.socket.write(request);
    count += 1;
  };

  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  let running = false;
  let dueMs = 0;
  let turn = 0;
  const step = () => {
    if (!running || count === MOST_REQUESTS) return;
    const lateMs = monotonicMs() - dueMs;
    if (lateMs >= 0) {
      send(turn % options.connections, lateMs);
      // Turns that were missed because the host stood still are left out.
      const missed = Math.floor(lateMs / options.periodMs);
      turn += 1 + missed;
      dueMs += (1 + missed) * options.periodMs;
    }
    const waitMs = Math.min(LONGEST_WAIT_MS, dueMs - monotonicMs());
    if (waitMs > 0) Atomics.wait(sleeper, 0, 0, waitMs);
    setImmediate(step);
  };

  let begun = { atMs: 0, cpu: process.cpuUsage(), counters: readCounters(), connections: 0 };
  let clock = startWallClock();
  let cpuShare = 0;
  const stop = () => {
    if (!running) return;
    running = false;
    const { user, system } = process.cpuUsage(begun.cpu);
    cpuShare = (user + system) / 1000 / Math.max(1, monotonicMs() - begun.atMs);
  };
  return {
    begin() {
      count = 0;
      closed.length = 0;
      clock = startWallClock();
      const open = connections.filter((one) => one.open).length;
      begun = { atMs: monotonicMs(), cpu: process.cpuUsage(), counters: readCounters(), connections: open };
      dueMs = begun.atMs;
      running = true;
      step();
      return open;
    },
    stop,
    async end(waitMs) {
      stop();
      const untilMs = monotonicMs() + waitMs;
      while (connections.some(({ open, pending }) => open && pending !== null) && monotonicMs() < untilMs)
        await sleep(LOOK_EVERY_MS);
      const endedMs = monotonicMs();
      for (const connection of connections) {
        if (connection.pending === "late") close(connection, "no answer during a whole iteration");
        else if (connection.pending !== null) connection.pending = "late";
      }
      const counters = readCounters();
      const toWallMs = clock.now() - monotonicMs();
      const rounded = (ms: number) => Math.round((ms + toWallMs) * 1000) / 1000;
      const requests = Array.from({ length: count }, (_, at) => {
        const answeredMs = answered[at] ?? Number.NaN;
        const answer = Number.isNaN(answeredMs) ? null : rounded(answeredMs);
        return [numbers[at] ?? 0, rounded(sent[at] ?? 0), answer] as const;
      });
      return {
        connections: begun.connections,
        closed: [...closed],
        requests,
        endedMs: rounded(endedMs),
        retransmits: counters.retransmits - begun.counters.retransmits,
        lossProbes: counters.lossProbes - begun.counters.lossProbes,
        errorP99Ms: errors.slice(0, count).sort()[Math.floor(count * 0.99)] ?? 0,
        cpuShare,
      };
    },
  };
}

/** The kernel's counters of TCP in this network namespace; see networking/snmp_counter.rst of the kernel. */
function readCounters(): { retransmits: number; lossProbes: number } {
  return {
    retransmits: counterIn(readFileSync("/proc/net/snmp", "utf8"), "Tcp", "RetransSegs"),
    lossProbes: counterIn(readFileSync("/proc/net/netstat", "utf8"), "TcpExt", "TCPLossProbes"),
  };
}

/** Two lines belong together: "Tcp: NAME NAME …" and "Tcp: VALUE VALUE …". */
function counterIn(text: string, group: string, name: string): number {
  const [names, values] = text
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([first]) => first === `${group}:`);
  return Number(values?.[names?.indexOf(name) ?? -1] ?? 0);
}
