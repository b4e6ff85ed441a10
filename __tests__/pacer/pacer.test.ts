/** The program's server with clients on the loopback interface in the guest's place. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { type Pacer, startPacer } from "../../src/pacer/pacer.ts";

const clients: Socket[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** A pacer with its connections, each served by `serve`. */
async function connected(connections: number, serve: (client: Socket) => void): Promise<[Pacer, number]> {
  const port = await freePort();
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const pacer = await startPacer({ port, connections, periodMs: 1, whenOpen: open });
  for (let at = 0; at < connections; at += 1) serve(client(port));
  await opened;
  return [pacer, port];
}

function client(port: number): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  clients.push(socket);
  return socket;
}

const echo = (socket: Socket) => void socket.pipe(socket);
/** Until at least one request has surely been sent on each of 20 connections. */
const turns = () => sleep(200);

describe("requests", () => {
  test("go out on all connections in turn, and each is answered", async () => {
    const [pacer] = await connected(20, echo);
    expect(pacer.begin()).toBe(20);
    await turns();
    const { requests, closed, connections, errorP99Ms, cpuShare } = await pacer.end(5_000);
    expect({ connections, closed }).toEqual({ connections: 20, closed: [] });
    expect(new Set(requests.map(([connection]) => connection)).size).toBe(20);
    expect(requests.filter(([, sent, answer]) => answer === null || answer < sent)).toEqual([]);
    expect(errorP99Ms).toBeGreaterThan(0);
    expect(cpuShare).toBeGreaterThan(0);
  });

  test("never two on one connection", async () => {
    const [pacer] = await connected(3, echo);
    pacer.begin();
    await turns();
    const { requests } = await pacer.end(5_000);
    for (const connection of [0, 1, 2]) {
      const own = requests.filter(([number]) => number === connection);
      const overlapping = own
        .slice(1)
        .filter(([, sent], at) => sent < (own[at]?.[2] ?? Number.POSITIVE_INFINITY));
      expect(own.length).toBeGreaterThan(1);
      expect(overlapping).toEqual([]);
    }
  });

  test("one without an answer stays the last of its connection; the others go on", async () => {
    let made = 0;
    const [pacer] = await connected(2, (socket) => {
      made += 1;
      if (made === 1) socket.resume();
      else echo(socket);
    });
    pacer.begin();
    await turns();
    const { requests } = await pacer.end(300);
    const silent = requests.filter(([, , answer]) => answer === null);
    expect(silent).toHaveLength(1);
    expect(requests.length).toBeGreaterThan(2);
  });

  test("an answer that comes after the end of sending still counts", async () => {
    const waiting: [Socket, Buffer][] = [];
    const [pacer] = await connected(1, (socket) =>
      socket.on("data", (bytes) => waiting.push([socket, bytes])),
    );
    pacer.begin();
    while (waiting.length === 0) await sleep(5);
    const ended = pacer.end(60_000);
    for (const [socket, bytes] of waiting) socket.write(bytes);
    expect((await ended).requests.map(([, , answer]) => typeof answer)).toEqual(["number"]);
  });

  test("each iteration has its own", async () => {
    const [pacer] = await connected(2, echo);
    pacer.begin();
    await turns();
    const first = await pacer.end(5_000);
    pacer.begin();
    await turns();
    const second = await pacer.end(5_000);
    const [latest, earliest] = [first.requests.at(-1)?.[1] ?? 0, second.requests[0]?.[1] ?? 0];
    expect(earliest).toBeGreaterThan(latest);
  });
});

describe("a connection is closed, with the reason", () => {
  test.each<[string, (socket: Socket) => void, RegExp]>([
    ["the guest resets it", (socket) => socket.on("data", () => socket.resetAndDestroy()), /^ECONNRESET$/],
    ["the guest closes it", (socket) => socket.on("data", () => socket.end()), /^closed by the guest$/],
    [
      "more comes back than was sent",
      (socket) => socket.on("data", (bytes) => socket.write(Buffer.concat([bytes, bytes]))),
      /^more bytes than were sent$|^bytes that nobody asked for$/,
    ],
  ])("%s", async (_, serve, why) => {
    const [pacer] = await connected(1, serve);
    pacer.begin();
    let closed: readonly string[] = [];
    while (closed.length === 0) {
      await sleep(20);
      closed = (await pacer.end(0)).closed;
    }
    expect(closed).toHaveLength(1);
    expect(closed[0]).toMatch(why);
  });
});

test("a connection too many is closed at once, and disturbs no other", async () => {
  const [pacer, port] = await connected(2, echo);
  const extra = client(port);
  await once(extra, "close");
  pacer.begin();
  await turns();
  expect(await pacer.end(5_000)).toMatchObject({ connections: 2, closed: [] });
});
