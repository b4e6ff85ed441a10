/** A TCP server in a lab's namespace that sends requests to the guest's connections. Independent of the product's. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { rootCommandLine, signalBehindSudo } from "../host/as-root.ts";

const HOST = "192.168.100.1";

export interface Answered {
  /** Requests answered, by connection. */
  readonly answers: readonly number[];
  /** Answers that were not what was sent. */
  readonly wrong: number;
  /** How connections ended: an error's code, or "end". */
  readonly ends: readonly string[];
  /** Segments that the host's kernel sent again (`RetransSegs`). */
  readonly retransmits: number;
}

export interface RequestServer extends AsyncDisposable {
  /** The line for the guest's console. */
  line(connections: number): string;
  look(): Promise<Answered>;
  /** Waits until this holds. @throws Error when it does not in time. */
  until(holds: (now: Answered) => boolean): Promise<Answered>;
  /** Waits until each of the connections has answered that many more. */
  answered(connections: number, more?: number): Promise<Answered>;
  /**
   * Waits until nothing has been answered for a time in which each connection is usually answered many times.
   *
   * @throws Error when that does not come to be.
   */
  silent(): Promise<Answered>;
  /** Closes all connections. */
  close(): void;
}

/** Runs in the namespace. Each connection is a closed loop: a request, its answer, a pause, the next request. */
function serve(): void {
  const { createServer } = require("node:net") as typeof import("node:net");
  const { readFileSync } = require("node:fs") as typeof import("node:fs");
  const answers: number[] = [];
  const ends: string[] = [];
  const sockets: import("node:net").Socket[] = [];
  let wrong = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    const number = answers.push(0) - 1;
    sockets.push(socket);
    let request = "";
    let answer = "";
    const ask = () => {
      answer = "";
      request = `${number}:${answers[number]}`.padEnd(8);
      if (socket.writable) socket.write(request);
    };
    socket.setEncoding("latin1").on("data", (text) => {
      answer += text;
      if (answer.length < request.length) return;
      if (answer !== request) wrong += 1;
      answers[number] = (answers[number] ?? 0) + 1;
      setTimeout(ask, 10);
    });
    socket.on("end", () => ends.push("end"));
    socket.on("error", (error: NodeJS.ErrnoException) => ends.push(`${error.code}`));
    ask();
  });
  const retransmits = () => {
    const [names, values] = readFileSync("/proc/self/net/snmp", "utf8").match(/^Tcp: .*$/gm) ?? [];
    return Number(values?.split(" ")[names?.split(" ").indexOf("RetransSegs") ?? -1]);
  };
  process.stdin.on("data", (text) => {
    if (`${text}`.includes("close")) for (const socket of sockets) socket.end();
    process.stdout.write(`${JSON.stringify({ answers, wrong, ends, retransmits: retransmits() })}\n`);
  });
  server.listen(0, "192.168.100.1", () => {
    const address = server.address();
    process.stdout.write(`${typeof address === "object" ? address?.port : ""}\n`);
  });
}

export async function startRequestServer(namespace: string): Promise<RequestServer> {
  const script = `(${serve.toString()})()`;
  const node = [process.execPath, "-e", script] as const;
  const [file, ...args] = rootCommandLine("ip", "netns", "exec", namespace, ...node);
  const child = spawn(file, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = linesOf(child);
  const port = Number(await lines.next());
  const look = async () => {
    child.stdin.write("look\n");
    return JSON.parse(await lines.next()) as Answered;
  };
  const until = async (holds: (now: Answered) => boolean) => {
    for (let tries = 0; ; tries += 1) {
      const now = await look();
      if (holds(now)) return now;
      if (tries > 500) throw new Error(`the connections never come to that: ${JSON.stringify(now)}`);
      await sleep(20);
    }
  };
  return {
    line: (connections) =>
      `(i=0; while [ $i -lt ${connections} ]; do nc ${HOST} ${port} -e cat </dev/null >/dev/null 2>&1 & i=$((i+1)); done)`,
    look,
    until,
    async answered(connections, more = 5) {
      const { answers: before } = await look();
      return until(
        ({ answers }) =>
          answers.length === connections &&
          answers.every((count, index) => count >= (before[index] ?? 0) + more),
      );
    },
    async silent() {
      let before = await look();
      for (let tries = 0; ; tries += 1) {
        await sleep(300);
        const now = await look();
        if (`${now.answers}` === `${before.answers}`) return now;
        if (tries > 50) throw new Error(`the connections never fall silent: ${JSON.stringify(now)}`);
        before = now;
      }
    },
    close: () => void child.stdin.write("close\n"),
    async [Symbol.asyncDispose]() {
      const gone = new Promise((resolve) => child.on("close", resolve));
      signalBehindSudo(child.pid ?? 0, "SIGKILL");
      await gone;
    },
  };
}

/** A program's lines of output, one by one. @throws Error when it ends without another one. */
function linesOf(child: ChildProcessByStdio<Writable, Readable, null>): { next(): Promise<string> } {
  const lines: string[] = [];
  const wakes: (() => void)[] = [];
  const wake = () => {
    for (const resolve of wakes.splice(0)) resolve();
  };
  let rest = "";
  let ended = false;
  child.stdin.on("error", () => undefined);
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const all = (rest + chunk).split("\n");
    rest = all.pop() ?? "";
    lines.push(...all);
    wake();
  });
  child.on("close", () => {
    ended = true;
    wake();
  });
  return {
    async next() {
      for (;;) {
        const line = lines.shift();
        if (line !== undefined) return line;
        if (ended) throw new Error("the server has ended");
        await new Promise<void>((resolve) => wakes.push(resolve));
      }
    },
  };
}
