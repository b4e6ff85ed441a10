/** Proves: the QMP client matches replies, keeps events and names the reason when QEMU misbehaves. */
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { connectQmp, type Qmp, QmpRefusal } from "../../src/qemu/qmp-connection.ts";
import { useFolder } from "../for-each-test.ts";

/** A peer on a real UNIX socket. `onLine` gets each message of the client, parsed, and answers as the test wants. */
type Peer = { server: Server; path: string; sockets: Socket[]; connected: Promise<Socket> };

const GREETING =
  '{"QMP": {"version": {"qemu": {"micro": 0, "minor": 2, "major": 7}, "package": ""}, "capabilities": []}}\r\n';

const folder = useFolder();
const peers: Peer[] = [];
const clients: Qmp[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const { server, sockets } of peers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Sent = { execute: string; id: number; arguments?: unknown };

async function listen(
  onConnect: (socket: Socket) => void,
  onLine: (sent: Sent, socket: Socket) => void,
): Promise<Peer> {
  const sockets: Socket[] = [];
  let connect: (socket: Socket) => void = () => undefined;
  const connected = new Promise<Socket>((resolve) => {
    connect = resolve;
  });
  const server = createServer((socket) => {
    sockets.push(socket);
    let rest = "";
    socket.on("error", () => undefined);
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      rest += chunk;
      const lines = rest.split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(JSON.parse(line), socket);
    });
    connect(socket);
    onConnect(socket);
  });
  const path = folder.at("qmp");
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const peer = { server, path, sockets, connected };
  peers.push(peer);
  return peer;
}

const answer = ({ id }: Sent, socket: Socket, value: unknown = {}) =>
  socket.write(`${JSON.stringify({ return: value, id })}\r\n`);

const options = (overrides: object = {}) => ({
  side: () => "source",
  deadlineMs: 2_000,
  alive: () => true,
  epitaph: async () => "it ended with status 1; stderr: qemu: oh no",
  ...overrides,
});

/** A peer that negotiates correctly; `onLine` handles all later messages. */
async function connected(
  onLine: (sent: Sent, socket: Socket) => void,
  overrides: object = {},
): Promise<{ qmp: Qmp; peer: Peer }> {
  const peer = await listen(
    (socket) => socket.write(GREETING),
    (sent, socket) => (sent.execute === "qmp_capabilities" ? answer(sent, socket) : onLine(sent, socket)),
  );
  const qmp = await connectQmp(peer.path, options(overrides));
  clients.push(qmp);
  return { qmp, peer };
}

describe("a healthy connection", () => {
  test("replies are matched by id, in whatever order they come", async () => {
    const waiting: Sent[] = [];
    const { qmp } = await connected((sent, socket) => {
      waiting.push(sent);
      if (waiting.length < 3) return;
      for (const one of waiting.toReversed()) answer(one, socket, one.execute);
    });
    const answers = await Promise.all(["a", "b", "c"].map((command) => qmp.send(command)));
    expect(answers).toEqual(["a", "b", "c"]);
  });

  test("commands sent together arrive in one write, in order", async () => {
    const { qmp, peer } = await connected((sent, socket) => answer(sent, socket, sent.execute));
    const socket = await peer.connected;
    const chunks: string[] = [];
    socket.on("data", (chunk) => chunks.push(String(chunk)));
    expect(await qmp.executeTogether("query-status", "cont")).toEqual(["query-status", "cont"]);
    expect(chunks).toHaveLength(1);
  });

  test("events keep QEMU's own stamp to the microsecond, those of the past count too", async () => {
    const { qmp } = await connected((sent, socket) => {
      socket.write('{"event": "STOP", "timestamp": {"seconds": 1795381907, "microseconds": 88451}}\r\n');
      answer(sent, socket);
    });
    await qmp.send("stop");
    const event = await qmp.event(({ name }) => name === "STOP", "STOP", 1_000);
    expect(event.atMs).toBe(1795381907088.451);
    await expect(qmp.event(({ name }) => name === "STOP", "second STOP", 50, 1)).rejects.toThrow(
      "no second STOP within 0.1 s",
    );
  });

  test("a line that comes in single bytes is put together, UTF-8 included", async () => {
    const { qmp } = await connected(async (sent, socket) => {
      for (const byte of Buffer.from(`${JSON.stringify({ return: "größer", id: sent.id })}\r\n`)) {
        socket.write(Buffer.from([byte]));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    expect(await qmp.send("query-name")).toBe("größer");
  });

  test("a refusal has QEMU's class and words", async () => {
    const { qmp } = await connected(({ id }, socket) =>
      socket.write(
        `${JSON.stringify({ error: { class: "GenericError", desc: "Parameter 'x' is unexpected" }, id })}\r\n`,
      ),
    );
    const refusal = await qmp.send("netdev_add", { x: 1 }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(QmpRefusal);
    expect(refusal).toMatchObject({
      message: "source: QEMU refused netdev_add: Parameter 'x' is unexpected",
      errorClass: "GenericError",
    });
  });

  test("the transcript has both directions, and what was taken is not there twice", async () => {
    const { qmp } = await connected((sent, socket) => answer(sent, socket));
    await qmp.send("query-name");
    const first = qmp.takeTranscript();
    expect(first).toMatch(/< \{"QMP"/);
    expect(first).toMatch(/> \{"execute":"query-name","id":2\}/);
    expect(qmp.takeTranscript()).toBe("");
  });
});

describe("a peer that misbehaves", () => {
  test("a closed socket rejects what is pending with the process's last words", async () => {
    const { qmp } = await connected((_, socket) => socket.end());
    await expect(qmp.send("migrate")).rejects.toThrow(
      "source: QEMU closed its QMP socket (it ended with status 1; stderr: qemu: oh no), while migrate was waiting for its answer",
    );
    await expect(qmp.send("query-status")).rejects.toThrow("QEMU closed its QMP socket");
    await expect(qmp.event(() => false, "STOP", 1_000)).rejects.toThrow("while we waited for STOP");
  });

  test("a guest that reset itself is the reason for a closed socket", async () => {
    const { qmp } = await connected((_, socket) => {
      socket.end(
        '{"timestamp": {"seconds": 1, "microseconds": 2}, "event": "SHUTDOWN", "data": {"guest": true, "reason": "guest-reset"}}\r\n',
      );
    });
    await expect(qmp.execute("query-status")).rejects.toThrow(
      "QEMU closed its QMP socket after SHUTDOWN (guest-reset)",
    );
  });

  test("a reset connection is the same", async () => {
    // Closing a UNIX socket with unread data resets the connection for the other end.
    const { qmp, peer } = await connected((_, socket) => socket.pause());
    const first = qmp.send("migrate");
    first.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = qmp.send("query-status", { more: "than the peer reads ahead".repeat(50_000) });
    second.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    (await peer.connected).destroy();
    await expect(first).rejects.toThrow(/the QMP connection broke: read ECONNRESET.*oh no/);
    await expect(second).rejects.toThrow(/ECONNRESET/);
  });

  test.each([
    ["rubbish", "QEMU 7.2 monitor - type 'help'\r\n", "what is not QMP"],
    ["half a line, then another", '{"return": {}, "id\r\n', "what is not QMP"],
    ["no object", "[1, 2]\r\n", "what is not QMP"],
    [
      "an error to nobody",
      '{"error": {"class": "GenericError", "desc": "JSON parse error"}}\r\n',
      "could not read what we sent: JSON parse error",
    ],
  ])("%s breaks the connection and says so", async (_, text, expected) => {
    const { qmp } = await connected((_, socket) => socket.write(text));
    await expect(qmp.send("query-status")).rejects.toThrow(expected);
    expect(await qmp.closed).toContain(expected);
  });

  test("a line without end is bounded", async () => {
    const { qmp } = await connected(
      (_, socket) => {
        const flood = () => {
          while (!socket.destroyed && socket.write("x".repeat(1 << 16)));
          if (!socket.destroyed) socket.once("drain", flood);
        };
        flood();
      },
      { deadlineMs: 20_000 },
    );
    await expect(qmp.send("query-status")).rejects.toThrow("a line without end");
  });

  test("events without end are bounded", async () => {
    const { qmp } = await connected((_, socket) => {
      const one = '{"event": "NOISE", "data": {}, "timestamp": {"seconds": 1, "microseconds": 0}}\r\n';
      socket.write(one.repeat(20_000));
    });
    await expect(qmp.send("query-status")).rejects.toThrow(
      "QEMU sent more than 10000 events, the last one NOISE",
    );
    expect(qmp.events).toHaveLength(10_000);
  });

  test("no answer in time names the command; an answer that comes too late harms nobody", async () => {
    const late: [Sent, Socket][] = [];
    const { qmp } = await connected((sent, socket) => {
      if (sent.execute === "slow") late.push([sent, socket]);
      else answer(sent, socket, sent.execute);
    });
    await expect(qmp.send("slow", undefined, 50)).rejects.toThrow("source: no answer to slow within 0.1 s");
    for (const [sent, socket] of late) answer(sent, socket, "too late");
    expect(await qmp.send("next")).toBe("next");
  });

  test("no greeting in time", async () => {
    const peer = await listen(
      () => undefined,
      () => undefined,
    );
    await expect(connectQmp(peer.path, options({ deadlineMs: 50 }))).rejects.toThrow(
      "no QMP greeting within",
    );
  });

  test("a QEMU that ends before it listens", async () => {
    await expect(connectQmp(folder.at("none"), options({ alive: () => false }))).rejects.toThrow(
      "source: QEMU ended before it listened on its QMP socket (it ended with status 1; stderr: qemu: oh no)",
    );
  });

  test("a QEMU that never listens", async () => {
    await expect(connectQmp(folder.at("none"), options({ deadlineMs: 50 }))).rejects.toThrow(
      "did not listen on its QMP socket within",
    );
  });

  test("cancelling ends every wait with its reason", async () => {
    const controller = new AbortController();
    const { qmp } = await connected(() => undefined, { signal: controller.signal });
    const waits = [qmp.send("slow"), qmp.event(() => false, "STOP", 10_000)];
    const settled = Promise.allSettled(waits);
    controller.abort(new Error("cancelled (SIGINT)"));
    expect((await settled).map((one) => one.status === "rejected" && one.reason.message)).toEqual(
      waits.map(() => "cancelled (SIGINT)"),
    );
  });
});
