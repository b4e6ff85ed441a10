/** Proves: the outage is the longest gap that overlaps the freeze, for recorded and simulated probes. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureFlow, measureProbe, type ProbeWindow } from "../../src/measure/outage.ts";
import { type ProbeFlow, readFping, readPing } from "../../src/measure/probe-log.ts";
import { ADDRESS, type MadeUp, madeUpLines, madeUpLog, START, WINDOW } from "./made-up-log.ts";

const recorded = (name: string) => readFileSync(new URL(`../data/probe/${name}`, import.meta.url));

/** A probe of 3 s at 1 ms; migrate after 1 s. */
const window: ProbeWindow = { ...WINDOW, quietEndMs: null };

/** A flow with replies at these times after the start, each answered at once, numbered by time of sending at 1 ms. */
function flowOf(receivedMs: readonly number[], more: Partial<ProbeFlow> = {}): ProbeFlow {
  const replies = receivedMs.map((ms) => ({
    sequence: Math.round(ms),
    receivedAtMs: START + ms,
    sentAtMs: START + ms,
    rttMs: 0,
  }));
  return { address: ADDRESS, firstSequence: 0, replies, timedOut: [], pending: [], ...more };
}

const every = (stepMs: number, fromMs: number, untilMs: number): number[] =>
  Array.from({ length: Math.floor((untilMs - fromMs) / stepMs) + 1 }, (_, at) => fromMs + at * stepMs);

const steady = (freezeFromMs: number, freezeUntilMs: number) => [
  ...every(1, 0, freezeFromMs),
  ...every(1, freezeUntilMs, 2600),
];

describe("recorded freezes of known length", () => {
  test("30.005 ms whose packets were queued", () => {
    const [frozenMs, thawedMs] = [1795386108028.078, 1795386108058.083];
    const log = readFping(recorded("fping-queued.log"));
    const figures = measureProbe(log, {
      ...window,
      quietStartMs: 1795386107810,
      migrateMs: 1795386108020,
      stopMs: frozenMs,
      resumeMs: thawedMs,
      endMs: 1795386108270,
    });
    const trueMs = thawedMs - frozenMs;
    expect(figures.outageMs).toBeGreaterThanOrEqual(trueMs);
    expect(figures.outageMs).toBeLessThanOrEqual(trueMs + 1.2);
    expect(figures.resumeToReplyMs).toBeCloseTo(0.117, 6);
    expect(figures).toMatchObject({ address: "192.168.101.2", open: false, resolved: true, lost: 0 });
    // Number 251 and those queued behind it, until one that waited less than a period and the quiet stretch's longest RTT.
    expect(figures.late).toBe(30);
    expect(figures.noiseMs).toBeLessThan(3);
  });

  test("40.601 ms whose packets were dropped, in two flows", () => {
    const [frozenMs, thawedMs] = [1795386150456.784, 1795386150497.385];
    const log = readFping(recorded("fping-dropped-two-flows.log"));
    const figures = measureProbe(log, {
      ...window,
      quietStartMs: 1795386150130,
      migrateMs: 1795386150450,
      stopMs: frozenMs,
      resumeMs: thawedMs,
      endMs: 1795386150660,
      periodMs: 2,
    });
    for (const flow of figures.flows) {
      expect(flow.outageMs).toBeGreaterThanOrEqual(thawedMs - frozenMs);
      expect(flow.outageMs).toBeLessThanOrEqual(thawedMs - frozenMs + 2 * 2);
      expect(flow.lost).toBe(20);
      expect(flow.late).toBe(0);
    }
    expect(figures.flows).toHaveLength(2);
    expect(figures.outageMs).toBe(41.98);
    expect(figures.lost).toBe(40);
  });

  test("250 ms with fping's own expiries: lost is the same with and without their lines", () => {
    const text = recorded("fping-expired.log").toString();
    const at = {
      ...window,
      quietStartMs: 1795386150760,
      migrateMs: 1795386151025,
      stopMs: 1795386151030.102,
      resumeMs: 1795386151280.102,
      endMs: 1795386151380,
      periodMs: 2,
    };
    const withLines = measureProbe(readFping(text, { timeoutMs: 100 }), at);
    const without = measureProbe(readFping(text.replaceAll(/^.*timed out.*\n/gm, "")), at);
    expect(withLines).toMatchObject({ outageMs: 252.04, lost: 125 });
    expect({ ...without, flows: [] }).toEqual({ ...withLines, flows: [] });
  });

  test("100 ms seen by ping, whose own cadence is the error", () => {
    const [frozenMs, thawedMs] = [1795385269406.56, 1795385269506.56];
    const log = readPing(recorded("ping-unanswered.log"));
    const figures = measureProbe(log, {
      ...window,
      quietStartMs: 1795385268800,
      migrateMs: 1795385269400,
      stopMs: frozenMs,
      resumeMs: thawedMs,
      endMs: 1795385269900,
      periodMs: 16,
    });
    expect(figures.outageMs).toBeGreaterThanOrEqual(thawedMs - frozenMs);
    expect(figures.outageMs).toBeLessThanOrEqual(thawedMs - frozenMs + 2 * 16);
    expect(figures.lost).toBe(7);
  });
});

describe("the outage", () => {
  test("is the longest gap that overlaps the freeze, not one before or after it", () => {
    const flow = flowOf([
      ...every(1, 0, 600),
      ...every(1, 800, 1009),
      ...every(1, 1033, 1100),
      ...every(1, 1190, 2600),
    ]);
    expect(measureFlow(flow, window)).toMatchObject({
      outageMs: 24,
      outageStartMs: START + 1009,
      outageEndMs: START + 1033,
      resumeToReplyMs: 3,
      afterGapMs: 90,
      noiseMs: 200,
      resolved: false,
      open: false,
    });
  });

  test("is resolved from twice the noise on", () => {
    const withNoise = (ms: number) =>
      flowOf([...every(1, 0, 600), ...every(1, 600 + ms, 1009), ...every(1, 1040, 2600)]);
    expect(measureFlow(withNoise(15), window)).toMatchObject({ outageMs: 31, noiseMs: 15, resolved: true });
    expect(measureFlow(withNoise(16), window)).toMatchObject({ outageMs: 31, noiseMs: 16, resolved: false });
  });

  test("goes by receipt: a late reply that overtakes its number ends it", () => {
    const flow = flowOf(steady(1009, 1040));
    const early = { sequence: 1010, receivedAtMs: START + 1035, sentAtMs: START + 1010, rttMs: 25 };
    const replies = [...flow.replies, early].sort((a, b) => a.receivedAtMs - b.receivedAtMs);
    expect(measureFlow({ ...flow, replies }, window).outageMs).toBe(26);
  });

  test("takes the longest of several gaps within the freeze", () => {
    const flow = flowOf([...every(1, 0, 1008), 1012, 1029, ...every(1, 1031, 2600)]);
    expect(measureFlow(flow, window)).toMatchObject({ outageMs: 17, resumeToReplyMs: -1 });
  });

  test("is open when nothing comes after the freeze, and then has no length", () => {
    expect(measureFlow(flowOf([...every(1, 0, 1012)]), window)).toMatchObject({
      open: true,
      outageMs: null,
      outageStartMs: START + 1012,
      outageEndMs: null,
      resumeToReplyMs: null,
      afterGapMs: null,
      resolved: null,
    });
  });

  test("may be ended by a reply that comes after the iteration's end, if the log has it", () => {
    const flow = flowOf([...every(1, 0, 1009), 2550]);
    expect(measureFlow(flow, window)).toMatchObject({ open: false, outageMs: 1541, afterGapMs: null });
  });

  test("of a flow without any reply is unknown, not nought", () => {
    const timedOut = [{ sequence: 1, sentAtMs: START + 1 }];
    const nothing = {
      outageMs: null,
      outageStartMs: null,
      outageEndMs: null,
      noiseMs: null,
      resolved: null,
      late: null,
    };
    expect(measureFlow(flowOf([], { timedOut }), window)).toMatchObject({
      ...nothing,
      open: true,
      sent: 0,
      lost: 0,
    });
    expect(measureFlow(flowOf([]), window)).toMatchObject({
      ...nothing,
      open: false,
      sent: null,
      lost: null,
    });
  });

  test("has no length when there was no reply before the freeze, but the return is known", () => {
    expect(measureFlow(flowOf(every(1, 1040, 2600)), window)).toMatchObject({
      open: false,
      outageMs: null,
      outageStartMs: null,
      outageEndMs: START + 1040,
      resumeToReplyMs: 10,
    });
  });

  test("ignores replies before the quiet start", () => {
    expect(measureFlow(flowOf([50, ...every(1, 1040, 2600)]), window).outageMs).toBeNull();
  });

  test("does not exist without a STOP, and lasts to the end without a RESUME", () => {
    const flow = flowOf(steady(1009, 1040));
    expect(measureFlow(flow, { ...window, stopMs: null })).toMatchObject({
      outageMs: null,
      open: false,
      noiseMs: 1,
    });
    const stopped = flowOf(every(1, 0, 1009));
    expect(measureFlow(stopped, { ...window, resumeMs: null })).toMatchObject({
      open: true,
      resumeToReplyMs: null,
    });
  });
});

describe("noise and the gap afterwards", () => {
  test("noise is looked for in the last 0.5 s of the quiet stretch", () => {
    const replies = [
      ...every(1, 0, 450),
      ...every(1, 490, 700),
      ...every(1, 712, 1009),
      ...every(1, 1040, 2600),
    ];
    expect(measureFlow(flowOf(replies), window).noiseMs).toBe(12);
  });

  test("and for as long as [migrate, RESUME] lasted, if that is longer", () => {
    const replies = [...every(1, 0, 450), ...every(1, 490, 1009), ...every(1, 1640, 2600)];
    expect(measureFlow(flowOf(replies), { ...window, resumeMs: START + 1600 }).noiseMs).toBe(40);
  });

  test("in the whole quiet stretch where the host stood still for as long as is looked at", () => {
    const replies = [...every(1, 0, 420), ...every(1, 1040, 2600)];
    expect(measureFlow(flowOf(replies), window).noiseMs).toBeGreaterThanOrEqual(500);
    expect(measureFlow(flowOf(every(1, 1040, 2600)), window).noiseMs).toBeNull();
  });

  test("ends where the caller says that the quiet ended", () => {
    const replies = [...every(1, 0, 850), ...every(1, 890, 1009), ...every(1, 1040, 2600)];
    expect(measureFlow(flowOf(replies), window).noiseMs).toBe(40);
    expect(measureFlow(flowOf(replies), { ...window, quietEndMs: START + 850 }).noiseMs).toBe(1);
  });

  test("counts the edges of the stretch as far as they lie in it", () => {
    const replies = [...every(1, 0, 520), ...every(1, 530, 980), ...every(1, 1040, 2600)];
    expect(measureFlow(flowOf(replies), window).noiseMs).toBe(20);
  });

  test("the gap afterwards reaches to the end when the guest falls silent again, and no further", () => {
    const flow = flowOf([...every(1, 0, 1009), ...every(1, 1040, 1500), 9000]);
    expect(measureFlow(flow, window)).toMatchObject({ outageMs: 31, afterGapMs: 1000 });
  });
});

describe("requests", () => {
  test("numbers that were never printed are lost, those behind the last settled one are pending", () => {
    const flow = flowOf([...every(1, 0, 1009), ...every(1, 1040, 2400)]);
    // 100 to 2400 inclusive were sent; 1010 to 1039 have no line.
    expect(measureFlow(flow, window)).toMatchObject({ sent: 2301, lost: 30 });
    const pending = every(1, 2401, 2500).map((ms) => ({ sequence: ms, sentAtMs: START + ms }));
    expect(measureFlow({ ...flow, pending }, window)).toMatchObject({ sent: 2301, lost: 30 });
  });

  test("one that ping called unanswered is lost as soon as a later one was answered", () => {
    const pending = [{ sequence: 1020, sentAtMs: START + 1020 }];
    expect(measureFlow(flowOf(steady(1009, 1040), { pending }), window)).toMatchObject({ lost: 30 });
  });

  test("count when the tool gave them up, even with no reply after them", () => {
    const timedOut = every(1, 1010, 1500).map((ms) => ({ sequence: ms, sentAtMs: START + ms }));
    expect(measureFlow(flowOf(every(1, 0, 1009), { timedOut }), window)).toMatchObject({
      sent: 1401,
      lost: 491,
    });
  });

  test("count by time of sending: not before the quiet start, nor after the end", () => {
    expect(measureFlow(flowOf(every(1, 0, 4000)), window)).toMatchObject({ sent: 2401, lost: 0 });
  });

  test("numbers before the first line are missing, too, where they were sent within the window", () => {
    expect(measureFlow(flowOf(every(1, 150, 2600)), window)).toMatchObject({ sent: 2401, lost: 50 });
  });

  test("late is more than the quiet stretch's largest RTT and a period", () => {
    const flow = flowOf(steady(1009, 1040));
    const replies = flow.replies.map((reply, at) => {
      const rttMs = at === 500 ? 4 : reply.sequence === 1040 ? 5 : reply.sequence === 1041 ? 5.001 : 0.2;
      return { ...reply, rttMs };
    });
    expect(measureFlow({ ...flow, replies }, window).late).toBe(1);
  });
});

describe("several flows", () => {
  const better = { ...flowOf(steady(1009, 1040)), address: "10.0.0.1" };
  const worse = {
    ...flowOf([...every(1, 0, 1009), ...every(1, 1060, 1100), ...every(1, 1105, 2600)]),
    address: "10.0.0.2",
  };
  const open = { ...flowOf(every(1, 0, 1009)), address: "10.0.0.3" };
  const log = { tool: "fping", rubbishLines: 0, lastStampMs: null } as const;

  test("the worst is the headline, counts are sums, each flow is kept", () => {
    const figures = measureProbe({ ...log, flows: [better, worse] }, window);
    expect(figures).toMatchObject({ address: "10.0.0.2", outageMs: 51, lost: 30 + 50 + 4, afterGapMs: 5 });
    expect(figures.flows.map(({ outageMs, lost }) => [outageMs, lost])).toEqual([
      [31, 30],
      [51, 54],
    ]);
  });

  test("one that never came back is worse than any outage", () => {
    expect(measureProbe({ ...log, flows: [open, worse] }, window)).toMatchObject({
      address: "10.0.0.3",
      open: true,
    });
    expect(measureProbe({ ...log, flows: [worse, open] }, window)).toMatchObject({
      outageMs: null,
      open: true,
    });
  });

  test("a sum is unknown when a part is", () => {
    const silent = { ...flowOf([]), address: "10.0.0.4" };
    const figures = measureProbe({ ...log, flows: [better, silent] }, window);
    expect(figures).toMatchObject({ address: "10.0.0.1", outageMs: 31, sent: null, lost: null, late: null });
  });

  test("no flow at all gives no figure at all", () => {
    const { address, open, flows, ...figures } = measureProbe({ ...log, flows: [] }, window);
    expect([address, open, flows]).toEqual([null, false, []]);
    expect(new Set(Object.values(figures))).toEqual(new Set([null]));
  });
});

/** A freeze anywhere between two requests, at any cadence, around which the probe goes on. */
const schedules = fc.record({
  periodMs: fc.constantFrom(0.2, 0.5, 1, 2, 10),
  phase: fc.double({ min: 0, max: 1, noNaN: true }),
  periods: fc.double({ min: 1.5, max: 60, noNaN: true }),
  kind: fc.constantFrom("queued" as const, "dropped" as const),
});
type Schedule = typeof schedules extends fc.Arbitrary<infer Value> ? Value : never;

function staged({ periodMs, phase, periods, kind }: Schedule): {
  spec: MadeUp;
  window: ProbeWindow;
  frozenMs: number;
} {
  const fromMs = START + (100 + phase) * periodMs;
  const frozenMs = periods * periodMs;
  return {
    frozenMs,
    spec: {
      startMs: START,
      periodMs,
      requests: 300,
      rttMs: 0.05,
      freeze: { fromMs, untilMs: fromMs + frozenMs, kind },
    },
    window: {
      ...window,
      quietStartMs: START + 10 * periodMs,
      migrateMs: fromMs - periodMs,
      stopMs: fromMs,
      resumeMs: fromMs + frozenMs,
      endMs: START + 290 * periodMs,
      periodMs,
    },
  };
}

describe("properties", () => {
  /** Stamps are printed to 10 µs. */
  const STAMP_MS = 0.0101;

  test("the outage is the true freeze, plus at most a period when queued, two when dropped", () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const { spec, window, frozenMs } = staged(schedule);
        const figures = measureProbe(readFping(madeUpLog(spec)), window);
        const slackMs = (schedule.kind === "queued" ? 1 : 2) * schedule.periodMs + spec.rttMs + STAMP_MS;
        expect(figures.open).toBe(false);
        expect(figures.outageMs).toBeGreaterThanOrEqual(frozenMs - STAMP_MS);
        expect(figures.outageMs).toBeLessThanOrEqual(frozenMs + slackMs);
      }),
    );
  });

  test("lost is the number of requests dropped, and none when queued; sent is all of the window", () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const { spec, window } = staged(schedule);
        // Half a period away from the requests at the edges, so that digits don't decide.
        const edges = {
          ...window,
          quietStartMs: START + 9.5 * schedule.periodMs,
          endMs: START + 289.5 * schedule.periodMs,
        };
        const figures = measureProbe(readFping(madeUpLog(spec)), edges);
        expect(figures.sent).toBe(280);
        expect(figures.lost).toBe(spec.requests - madeUpLines(spec).length);
      }),
    );
  });

  test("the order of the lines does not matter", () => {
    const twoFlows = fc.tuple(schedules, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(twoFlows, ([schedule, order]) => {
        const { spec, window } = staged(schedule);
        const addresses = [ADDRESS, "192.168.100.3"];
        const lines = addresses
          .flatMap((address) => madeUpLines({ ...spec, address }))
          .map(({ line }) => line);
        const shuffled = lines
          .map((line) => ({ line, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line);
        const figuresOf = (text: readonly string[]) =>
          measureProbe(readFping(`${text.join("\n")}\n`, { addresses }), window);
        expect(figuresOf(shuffled)).toEqual(figuresOf(lines));
      }),
      { numRuns: 30 },
    );
  });

  test("a reply less never makes the outage shorter, the noise smaller, or the loss less", () => {
    fc.assert(
      fc.property(schedules, fc.nat(200), (schedule, dropped) => {
        const { spec, window } = staged(schedule);
        const lines = madeUpLines(spec).map(({ line }) => `${line}\n`);
        const full = measureProbe(readFping(lines.join("")), window);
        const less = measureProbe(readFping(lines.toSpliced(dropped, 1).join("")), window);
        expect(less.outageMs ?? 0).toBeGreaterThanOrEqual(full.outageMs ?? 0);
        expect(less.noiseMs ?? 0).toBeGreaterThanOrEqual(full.noiseMs ?? 0);
        expect(less.lost ?? 0).toBeGreaterThanOrEqual(full.lost ?? 0);
      }),
    );
  });

  test("any flow at any window: no figure is negative but resumeToReplyMs, none is NaN, parts fit together", () => {
    const times = fc.array(fc.double({ min: 0, max: 3000, noNaN: true }), { maxLength: 50 });
    const moment = fc.option(fc.double({ min: 900, max: 3000, noNaN: true }));
    fc.assert(
      fc.property(
        times,
        moment,
        moment,
        fc.double({ min: 0, max: 3000, noNaN: true }),
        (ms, stop, resume, end) => {
          const flow = flowOf([...new Set(ms.map(Math.round))].sort((a, b) => a - b));
          const at = (relative: number | null) => (relative === null ? null : START + relative);
          const figures = measureFlow(flow, {
            ...window,
            stopMs: at(stop),
            resumeMs: at(resume),
            endMs: START + end,
          });
          const { outageMs, afterGapMs, noiseMs, sent, lost, late, outageStartMs, outageEndMs } = figures;
          for (const figure of [outageMs, afterGapMs, noiseMs, sent, lost, late]) {
            if (figure !== null) expect(figure).toBeGreaterThanOrEqual(0);
          }
          if (sent !== null && lost !== null) expect(lost).toBeLessThanOrEqual(sent);
          if (figures.open) expect(outageEndMs).toBeNull();
          expect(outageMs === null).toBe(outageStartMs === null || outageEndMs === null);
          expect(figures.resolved === null).toBe(outageMs === null || noiseMs === null);
        },
      ),
      { numRuns: 500 },
    );
  });
});
