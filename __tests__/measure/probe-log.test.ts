/** Proves: fping and ping logs are read line by line, torn or wrapped, without inventing a reply. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFping, readPing } from "../../src/measure/probe-log.ts";
import { expiryLine, madeUpLog, replyLine, START } from "./made-up-log.ts";

const recorded = (name: string) => readFileSync(new URL(`../data/probe/${name}`, import.meta.url));
const NO_FREEZE = { fromMs: 0, untilMs: 0, kind: "dropped" } as const;
const plain = { startMs: START, periodMs: 1, rttMs: 0.2, freeze: NO_FREEZE };

describe("readFping on recorded output", () => {
  test("reads stamps, numbers and RTTs of a freeze whose packets were queued", () => {
    const log = readFping(recorded("fping-queued.log"));
    expect(log).toMatchObject({ tool: "fping", rubbishLines: 0, lastStampMs: 1795386108275.09 });
    const [flow] = log.flows;
    expect(flow?.address).toBe("192.168.101.2");
    expect(flow?.replies).toHaveLength(499);
    expect(flow?.replies[251]).toEqual({
      sequence: 251,
      receivedAtMs: 1795386108058.2,
      rttMs: 30.1,
      sentAtMs: 1795386108058.2 - 30.1,
    });
    expect(flow?.timedOut).toEqual([]);
  });

  test("keeps flows apart, though fping pads the shorter address", () => {
    const { flows, rubbishLines } = readFping(recorded("fping-dropped-two-flows.log"));
    expect(rubbishLines).toBe(0);
    expect(flows.map(({ address, replies }) => [address, replies.length])).toEqual([
      ["192.168.100.2", 287],
      ["192.168.100.13", 287],
    ]);
  });

  test("reads expiries as requests sent one timeout earlier, and takes the closing statistics for what they are", () => {
    const { flows, rubbishLines } = readFping(recorded("fping-expired.log"), { timeoutMs: 100 });
    expect(rubbishLines).toBe(0);
    const [flow] = flows;
    expect(flow?.timedOut.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 125 }, (_, at) => 156 + at),
    );
    const before = flow?.replies.find(({ sequence }) => sequence === 155);
    const afterMs = (flow?.timedOut[0]?.sentAtMs ?? 0) - (before?.sentAtMs ?? 0);
    expect(afterMs).toBeGreaterThan(1.5);
    expect(afterMs).toBeLessThan(2.5);
  });

  test("reads bytes and text alike", () => {
    const bytes = recorded("fping-dropped-two-flows.log");
    expect(readFping(bytes)).toEqual(readFping(bytes.toString("utf8")));
    expect(readFping(new Uint8Array(bytes))).toEqual(readFping(bytes));
  });
});

describe("readFping", () => {
  test("drops a torn last line, whatever it lacks", () => {
    const whole = `${replyLine("10.0.0.2", 0, START, 0.2)}\n`;
    const next = replyLine("10.0.0.2", 1, START + 1, 12.5);
    for (let length = 0; length <= next.length; length++) {
      const log = readFping(whole + next.slice(0, length));
      expect(log.flows[0]?.replies.map(({ rttMs }) => rttMs)).toEqual([0.2]);
      expect(log.rubbishLines).toBe(0);
    }
    expect(readFping(`${whole}${next}\n`).flows[0]?.replies).toHaveLength(2);
  });

  test("counts lines of no known form, and reads on", () => {
    const log = readFping(
      [
        "ICMP Host Unreachable from 10.0.0.1 for ICMP Echo sent to 10.0.0.2",
        replyLine("10.0.0.2", 0, START, 0.2),
        "[1795386000.00100] 10.0.0.2 : [1], 64 bytes, garbled",
        "",
        "10.0.0.2 : xmt/rcv/%loss = 3/1/66%, min/avg/max = 0.2/0.2/0.2",
        replyLine("10.0.0.2", 2, START + 2, 0.2),
        "",
      ].join("\n"),
    );
    expect(log.rubbishLines).toBe(2);
    expect(log.flows[0]?.replies.map(({ sequence }) => sequence)).toEqual([0, 2]);
  });

  test("gives every probed address a flow, and takes no other", () => {
    const text = `${replyLine("10.0.0.3", 0, START, 0.2)}\n${replyLine("10.0.0.9", 0, START, 0.2)}\n`;
    const log = readFping(text, { addresses: ["10.0.0.2", "10.0.0.3"] });
    expect(log.flows.map(({ address, replies }) => [address, replies.length])).toEqual([
      ["10.0.0.2", 0],
      ["10.0.0.3", 1],
    ]);
    expect(log.rubbishLines).toBe(1);
  });

  test("keeps the first of two replies to a number, and a reply over an expiry", () => {
    const lines = [
      replyLine("10.0.0.2", 7, START + 7, 0.2),
      replyLine("10.0.0.2", 7, START + 9, 2.2),
      expiryLine("10.0.0.2", 8, START + 5008),
      expiryLine("10.0.0.2", 7, START + 5007),
    ];
    const [flow] = readFping(`${lines.join("\n")}\n`).flows;
    expect(flow?.replies.map(({ receivedAtMs }) => receivedAtMs)).toEqual([START + 7]);
    expect(flow?.timedOut).toEqual([{ sequence: 8, sentAtMs: START + 8 }]);
  });

  test("orders replies by receipt, not by line", () => {
    const lines = [replyLine("10.0.0.2", 1, START + 5, 4), replyLine("10.0.0.2", 0, START + 2, 2)];
    const [flow] = readFping(`${lines.join("\n")}\n`).flows;
    expect(flow?.replies.map(({ sequence }) => sequence)).toEqual([0, 1]);
  });

  test("does not take large numbers for wrapped ones when an old one turns up behind them", () => {
    const lines = [replyLine("10.0.0.2", 70_000, START, 0.2), expiryLine("10.0.0.2", 9, START + 1)];
    const [flow] = readFping(`${lines.join("\n")}\n`).flows;
    expect(flow?.timedOut[0]?.sequence).toBe(9);
  });

  test("property: numbers that wrap at 16 bits are read as those that do not, expiries far behind included", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 32_000 }),
        fc.integer({ min: 1, max: 25_000 }),
        (first, behind) => {
          const lines = (wrapAt: number) => {
            const text: string[] = [];
            for (let at = first; at < first + 140_000; at += 1000) {
              text.push(replyLine("10.0.0.2", at % wrapAt, START + at, 0.2));
              const old = at - behind;
              if (old >= first && old % 1000 !== first % 1000) {
                text.push(expiryLine("10.0.0.2", old % wrapAt, START + at + 0.1));
              }
            }
            return `${text.join("\n")}\n`;
          };
          expect(readFping(lines(65_536))).toEqual(readFping(lines(Number.MAX_SAFE_INTEGER)));
        },
      ),
      { numRuns: 30 },
    );
  });

  test("property: what is rendered is read back, to fping's own digits", () => {
    const requests = fc.uniqueArray(
      fc.record({
        sequence: fc.integer({ min: 0, max: 30_000 }),
        hundredths: fc.integer({ min: 0, max: 50_000_000 }),
        rttUs: fc.integer({ min: 1, max: 999 }),
      }),
      { selector: ({ sequence }) => sequence, maxLength: 40 },
    );
    fc.assert(
      fc.property(requests, (replies) => {
        const text = replies.map(
          ({ sequence, hundredths, rttUs }) =>
            `${replyLine("10.0.0.2", sequence, START + hundredths / 100, rttUs / 1000)}\n`,
        );
        const read = readFping(text.join("")).flows[0]?.replies ?? [];
        expect(read.length).toBe(replies.length);
        for (const { sequence, receivedAtMs, rttMs, sentAtMs } of read) {
          const truth = replies.find((reply) => reply.sequence === sequence);
          expect(receivedAtMs).toBe(START + (truth?.hundredths ?? 0) / 100);
          expect(rttMs).toBe((truth?.rttUs ?? 0) / 1000);
          expect(sentAtMs).toBe(receivedAtMs - rttMs);
        }
        const received = read.map(({ receivedAtMs }) => receivedAtMs);
        expect(received).toEqual([...received].sort((a, b) => a - b));
      }),
    );
  });

  test("property: a log cut anywhere gives the replies of its whole lines", () => {
    const text = madeUpLog({ ...plain, requests: 20 });
    const all = readFping(text).flows[0]?.replies ?? [];
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        const cut = text.slice(0, length);
        const lines = cut.split("\n").length - 1;
        expect(readFping(cut).flows[0]?.replies ?? []).toEqual(all.slice(0, lines));
      }),
    );
  });
});

describe("readPing", () => {
  test("reads a recorded log: replies, and the send times that 'no answer yet' tells", () => {
    const log = readPing(recorded("ping-unanswered.log"));
    expect(log).toMatchObject({ tool: "ping", rubbishLines: 0, lastStampMs: 1795385269909.439 });
    const [flow] = log.flows;
    expect(flow).toMatchObject({ address: "192.168.100.2", firstSequence: 1 });
    expect(flow?.replies).toHaveLength(64);
    // Printed for 40 to 46, each when the next one is sent; 47 has its reply.
    expect(flow?.pending.map(({ sequence }) => sequence)).toEqual([41, 42, 43, 44, 45, 46]);
    expect(flow?.pending[0]?.sentAtMs).toBe(1795385269425.298);
  });

  test("follows the wrap from 65535 to 0, drops duplicates, and knows ICMP errors", () => {
    const lines = [
      "PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.",
      "[1795385268.769315] 64 bytes from 10.0.0.2: icmp_seq=65535 ttl=64 time=0.047 ms",
      "[1795385268.779315] no answer yet for icmp_seq=0",
      "[1795385268.789315] 64 bytes from 10.0.0.2: icmp_seq=2 ttl=64 time=1234 ms",
      "[1795385268.789415] 64 bytes from 10.0.0.2: icmp_seq=2 ttl=64 time=1235 ms (DUP!)",
      "[1795385268.799315] From 10.0.0.1 icmp_seq=3 Destination Host Unreachable",
      "what is this",
    ];
    const log = readPing(`${lines.join("\n")}\n`);
    expect(log.rubbishLines).toBe(1);
    expect(log.flows[0]?.replies.map(({ sequence, rttMs }) => [sequence, rttMs])).toEqual([
      [65_535, 0.047],
      [65_538, 1234],
    ]);
    expect(log.flows[0]?.pending).toEqual([{ sequence: 65_537, sentAtMs: 1795385268779.315 }]);
  });

  test("gives a flow to a guest that never answered", () => {
    const log = readPing(
      "PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.\n[1795385268.1] no answer yet for icmp_seq=1\n",
    );
    expect(log.flows[0]).toMatchObject({ address: "10.0.0.2", replies: [] });
    expect(log.flows[0]?.pending).toHaveLength(1);
  });
});

test("property: neither reader ever throws, and every line is a reply, an expiry, known, or rubbish", () => {
  const alphabet = fc.constantFrom(
    ..."[]0123456789.: ,\nabms\u0000é",
    "timed out",
    " : [",
    "], 64 bytes, ",
    " ms (",
  );
  const texts = fc.oneof(fc.string(), fc.string({ unit: alphabet, maxLength: 200 }));
  fc.assert(
    fc.property(texts, (text) => {
      for (const log of [readFping(text), readPing(text)]) {
        const lines = text.split("\n").length - 1;
        const read = log.flows.flatMap(({ replies, timedOut }) => [...replies, ...timedOut]).length;
        expect(read + log.rubbishLines).toBeLessThanOrEqual(lines);
        for (const { replies } of log.flows) {
          for (const reply of replies) expect(Object.values(reply).every(Number.isFinite)).toBe(true);
        }
      }
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      readFping(bytes);
      readPing(bytes);
    }),
  );
});
