import { describe, expect, test } from "vitest";
import type { ProbeWindow } from "../../src/measure/outage.ts";
import { connectionsFault, measureRequests, type TcpRecords } from "../../src/measure/tcp-requests.ts";

const MIGRATE = 1_700_000_000_000;
const WINDOW: ProbeWindow = {
  quietStartMs: MIGRATE - 700,
  quietEndMs: MIGRATE - 200,
  migrateMs: MIGRATE,
  stopMs: MIGRATE + 10,
  resumeMs: MIGRATE + 20,
  endMs: MIGRATE + 800,
  periodMs: 1,
  recoveryTimeoutMs: 500,
  slowness: 1,
};

const records = (
  requests: readonly (readonly [connection: number, sentAtMs: number, answeredAtMs: number | null])[],
  more: Partial<TcpRecords> = {},
): TcpRecords => ({
  connections: 20,
  closed: [],
  requests: requests.map(([connection, sent, answer]) => [
    connection,
    MIGRATE + sent,
    answer === null ? null : MIGRATE + answer,
  ]),
  endedMs: MIGRATE + 900,
  retransmits: 3,
  lossProbes: 2,
  errorP99Ms: 0.1234,
  cpuShare: 0.10456,
  ...more,
});

const measured = (...args: Parameters<typeof records>) => measureRequests(records(...args), WINDOW, 1);

describe("the stall", () => {
  test("is the longest request of those in flight or sent from `migrate` on", () => {
    const figures = measured([
      [0, -650, -300],
      [1, -5, 15],
      [2, 12, 220.5],
      [3, 300, 340],
    ]);
    expect(figures.requestStallMs).toBe(208.5);
    expect(figures.requestsStalled).toBe(1);
  });

  test("a request that was answered before `migrate` does not count, one that was in flight then does", () => {
    expect(measured([[0, -400, -1]]).requestStallMs).toBeNull();
    expect(measured([[0, -400, 0]]).requestStallMs).toBe(400);
  });

  test("one sent later than the recovery time after RESUME does not count", () => {
    const request = (sentMs: number) => measured([[0, sentMs, sentMs + 250]]).requestStallMs;
    expect([request(520), request(521)]).toEqual([250, null]);
  });

  test("190 ms and more is a stall, less is not", () => {
    expect(
      measured([
        [0, 12, 202],
        [1, 13, 202.9],
      ]).requestsStalled,
    ).toBe(1);
  });
});

test("in the freeze are requests that were in flight at some time from STOP to RESUME", () => {
  const figures = measured([
    [0, 5, 9.9],
    [1, 5, 10],
    [2, 12, 13],
    [3, 20, 30],
    [4, 20.1, 30],
    [5, 15, null],
  ]);
  expect(figures.requestsInFreeze).toBe(4);
});

test("the noise is the longest request that was sent in the quiet stretch", () => {
  const figures = measured([
    [0, -701, -650],
    [1, -650, -647.5],
    [2, -200, -199],
    [3, -199, -180],
  ]);
  expect(figures.requestNoiseMs).toBe(2.5);
});

test("the results list the requests of the freeze and those that took longer than twice the noise, by time of sending", () => {
  const figures = measured([
    [0, -650, -648],
    [1, 14, 15],
    [2, 100, 104.1],
    [3, 200, 204],
    [4, 9, 30],
  ]);
  expect(figures.requests).toEqual([
    { connection: 4, sentAtMs: 9, answeredAtMs: 30 },
    { connection: 1, sentAtMs: 14, answeredAtMs: 15 },
    { connection: 2, sentAtMs: 100, answeredAtMs: 104.1 },
  ]);
});

test("of more than 200 requests the results list the longest", () => {
  const many = Array.from({ length: 250 }, (_, at) => [at, 12, 13 + at] as const);
  const listed = measured(many).requests ?? [];
  expect(listed).toHaveLength(200);
  expect(Math.min(...listed.map(({ connection }) => connection))).toBe(50);
});

test("without a migration only the connections are known", () => {
  const figures = measureRequests(records([[0, 5, 9]]), null, 1);
  expect(figures).toMatchObject({
    connections: 20,
    connectionsLost: 0,
    requestStallMs: null,
    requests: null,
  });
});

test("a request without an answer took at least until the end of the wait", () => {
  const figures = measured([[0, 12, null]]);
  expect(figures).toMatchObject({ requestStallMs: 888, requestsStalled: 1, connectionsLost: 0 });
  expect(figures.requests).toEqual([{ connection: 0, sentAtMs: 12, answeredAtMs: null }]);
});

describe("connections that are lost", () => {
  test("are those that were closed, with the reasons", () => {
    const lost = records([[1, 12, 30]], { closed: ["ECONNRESET", "ECONNRESET", "closed by the guest"] });
    const figures = measureRequests(lost, WINDOW, 1);
    expect(figures.connectionsLost).toBe(3);
    expect(connectionsFault(lost, figures)).toBe(
      "3 of 20 TCP connections were lost: ECONNRESET, closed by the guest",
    );
  });

  test("none is no fault", () => {
    expect(connectionsFault(records([]), measured([]))).toBeNull();
  });
});
