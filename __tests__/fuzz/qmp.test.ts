/** Proves: any bytes on QMP lead to the right answer or to a StepError. */
import { createConnection, createServer, type Server, type Socket } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StepError } from "../../src/base/errors.ts";
import { openQmp } from "../../src/qemu/qmp-connection.ts";
import { readMessage } from "../../src/qemu/qmp-message.ts";
import { temporaryFolder } from "../folder.ts";
import { anyText, damaged, inPieces } from "./hostile.ts";

const GREETING =
  '{"QMP": {"version": {"qemu": {"micro": 0, "minor": 2, "major": 7}, "package": ""}, "capabilities": []}}\r\n';
const NEGOTIATED = '{"return": {}, "id": 1}\r\n';
const GOOD = [
  GREETING,
  '{"return": {"status": "running", "running": true}, "id": 2}\r\n',
  '{"return": {}, "id": 77}\r\n',
  '{"error": {"class": "GenericError", "desc": "no"}, "id": 2}\r\n',
  '{"error": {"class": "GenericError", "desc": "JSON parse error"}}\r\n',
  '{"timestamp": {"seconds": 1795381907, "microseconds": 88451}, "event": "STOP"}\r\n',
  '{"timestamp": {"seconds": 1, "microseconds": 2}, "event": "MIGRATION", "data": {"status": "completed"}}\r\n',
];
const lines = fc
  .oneof(
    fc.constantFrom(...GOOD),
    damaged(GOOD),
    fc.json({ maxDepth: 4 }).map((text) => `${text}\n`),
    fc
      .record(
        {
          id: fc.oneof(fc.constant(2), fc.jsonValue()),
          return: fc.jsonValue(),
          error: fc.jsonValue(),
          event: fc.jsonValue(),
          data: fc.jsonValue(),
          timestamp: fc.oneof(
            fc.record({ seconds: fc.jsonValue(), microseconds: fc.jsonValue() }),
            fc.jsonValue(),
          ),
        },
        { requiredKeys: [] },
      )
      .map((message) => `${JSON.stringify(message)}\r\n`),
    anyText.map((text) => `${text}\n`),
    fc.nat({ max: 2_000 }).map((depth) => `${'{"a":['.repeat(depth)}\n`),
    fc.nat({ max: 2_000 }).map((depth) => `{"return":${"[".repeat(depth)}${"]".repeat(depth)},"id":2}\n`),
  )
  .map((text) => Buffer.from(text));
const bytes = fc.oneof(
  fc.array(lines, { maxLength: 8 }).map((all) => Buffer.concat(all)),
  fc.uint8Array({ maxLength: 300 }).map((all) => Buffer.from(all)),
);

const folder = temporaryFolder();
const path = folder.at("qmp");
const server: Server = createServer();
beforeAll(() => new Promise<void>((listening) => server.listen(path, listening)));
afterAll(() => {
  server.close();
  folder[Symbol.dispose]();
});

/** Both ends of a connection. */
function connect(): Promise<[Socket, Socket]> {
  return new Promise((connected) => {
    const ours = createConnection(path);
    server.once("connection", (theirs) => connected([ours, theirs]));
  });
}

/** What became of a command while the peer said this, and then closed. */
async function talk(said: Uint8Array, lengths: readonly number[]): Promise<{ value: unknown } | Error> {
  const [ours, theirs] = await connect();
  theirs.on("error", () => undefined);
  // The first thing that it is asked is to negotiate; what is asked later is answered below, or is not.
  theirs.once("data", () => theirs.write(NEGOTIATED));
  theirs.write(GREETING);
  const qmp = await openQmp(ours, { side: () => "source", deadlineMs: 20_000 });
  const outcome = qmp.execute("query-status").then(
    (value) => ({ value }),
    (error: Error) => error,
  );
  const event = qmp.event(({ name }) => name === "never", "never", 20_000).catch((error: Error) => error);
  for (const piece of inPieces(said, lengths)) {
    if (theirs.destroyed || ours.destroyed) break;
    theirs.write(piece);
  }
  theirs.end();
  expect(await event).toBeInstanceOf(StepError);
  for (const one of qmp.events) {
    expect(Number.isFinite(one.atMs)).toBe(true);
    expect(typeof one.data).toBe("object");
  }
  expect(typeof qmp.takeTranscript()).toBe("string");
  qmp.close();
  return await outcome;
}

describe("QMP", () => {
  test("whatever comes, a command is answered with what it must be, or fails with a StepError", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.array(fc.nat({ max: 50 }), { maxLength: 5 }), async (said, lengths) => {
        const outcome = await talk(said, lengths);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(StepError);
        else
          expect(outcome.value).toMatchObject({ status: expect.any(String), running: expect.any(Boolean) });
      }),
      { numRuns: 600 },
    );
  }, 40_000);

  test("a line is a message of the specification's form, or none", () => {
    fc.assert(
      fc.property(lines, (line) => {
        const message = readMessage(line.toString("utf8"));
        if (message?.kind === "event") expect(Number.isFinite(message.event.atMs)).toBe(true);
        if (message?.kind === "reply") expect(typeof message.id).toBe("number");
      }),
      { numRuns: 1_500 },
    );
  });

  const event = (name: string, data: unknown) =>
    JSON.stringify({ event: name, data, timestamp: { seconds: 1, microseconds: 2 } });

  test.each([
    event("MIGRATION", { status: { toString: 1 } }),
    event("MIGRATION", { status: ["completed"] }),
    event("MIGRATION", {}),
    event("SHUTDOWN", { reason: { toString: 1 } }),
  ])("an event whose words are none is no QMP: %s", async (line) => {
    expect(readMessage(line)).toBeNull();
    const outcome = await talk(Buffer.from(`${line}\r\n`), []);
    expect(String(outcome)).toContain("what is not QMP");
  });

  test("who cannot deal with an event breaks the connection, and nothing else", async () => {
    const [ours, theirs] = await connect();
    theirs.once("data", () => theirs.write(NEGOTIATED));
    theirs.write(GREETING);
    const qmp = await openQmp(ours, { side: () => "source", deadlineMs: 20_000 });
    const waiting = qmp.event(
      ({ name }) => {
        throw new Error(`${name} is too much`);
      },
      "anything",
      20_000,
    );
    const outcome = expect(waiting).rejects.toThrow(StepError);
    theirs.write(`${event("STOP", {})}\r\n`);
    await outcome;
    expect(await qmp.closed).toContain("could not be processed: STOP is too much");
  });

  test("millions of brackets are no QMP, and no end of us", () => {
    const deep = 2 ** 21;
    expect(readMessage("[".repeat(deep))).toBeNull();
    expect(readMessage('{"event":'.repeat(deep / 8))).toBeNull();
    expect(readMessage("[".repeat(deep) + "]".repeat(deep))).toBeNull();
  });
});
