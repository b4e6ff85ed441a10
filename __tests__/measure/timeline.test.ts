/** Proves: the timeline has all sides on one axis, sorted and complete. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { between, roundMs } from "../../src/measure/rounding.ts";
import { probeMoments, qmpMoments, timeline } from "../../src/measure/timeline.ts";

const MIGRATE = 1_795_386_902_918.166;

describe("timeline", () => {
  test("puts all sides on one axis that begins with migrate", () => {
    const source = [
      { name: "MIGRATION", data: { status: "setup" }, atMs: 1795386902918.65 },
      { name: "MIGRATION_PASS", data: { pass: 1 }, atMs: 1795386902919.745 },
      { name: "STOP", data: {}, atMs: 1795386902919.845 },
      { name: "MIGRATION", data: { status: "completed" }, atMs: 1795386902922.332 },
    ];
    const target = [
      { name: "MIGRATION", data: { status: "completed" }, atMs: 1795386902924.827 },
      { name: "RESUME", data: {}, atMs: 1795386902925.911 },
    ];
    const outage = { outageStartMs: 1795386902918.1, outageEndMs: 1795386902931.42 };
    expect(
      timeline(MIGRATE, {
        probe: [
          { event: "last reply", atMs: outage.outageStartMs },
          { event: "first reply", atMs: outage.outageEndMs },
        ],
        host: [
          { event: "migrate", atMs: MIGRATE },
          { event: "switch", atMs: null },
          { event: "cont", atMs: 1795386902925.6555 },
        ],
        target: qmpMoments(target),
        source: qmpMoments(source),
      }),
    ).toEqual([
      { atMs: -0.066, side: "probe", event: "last reply" },
      { atMs: 0, side: "host", event: "migrate" },
      { atMs: 0.484, side: "source", event: "MIGRATION setup" },
      { atMs: 1.579, side: "source", event: "MIGRATION_PASS 1" },
      { atMs: 1.679, side: "source", event: "STOP" },
      { atMs: 4.166, side: "source", event: "MIGRATION completed" },
      { atMs: 6.661, side: "target", event: "MIGRATION completed" },
      { atMs: 7.49, side: "host", event: "cont" },
      { atMs: 7.745, side: "target", event: "RESUME" },
      { atMs: 13.254, side: "probe", event: "first reply" },
    ]);
  });

  test("leaves out events that QEMU had no clock for, and replies that there were not", () => {
    expect(qmpMoments([{ name: "STOP", data: {}, atMs: -1000.001 }])).toEqual([]);
    const open = { outageStartMs: 5, outageEndMs: null } as Parameters<typeof probeMoments>[0];
    expect(probeMoments(open)).toEqual([{ event: "last reply", atMs: 5 }]);
  });

  test("property: sorted, complete, and the order of one side's events with one stamp is kept", () => {
    const moments = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 20 });
    fc.assert(
      fc.property(moments, moments, (source, host) => {
        const numbered = (times: readonly number[]) =>
          times.map((ms, at) => ({ event: String(at), atMs: MIGRATE + ms }));
        const events = timeline(MIGRATE, { host: numbered(host), source: numbered(source) });
        expect(events).toHaveLength(source.length + host.length);
        for (const [at, event] of events.entries()) {
          const before = events[at - 1];
          if (before === undefined) continue;
          expect(event.atMs).toBeGreaterThanOrEqual(before.atMs);
          if (event.atMs > before.atMs) continue;
          if (event.side === before.side) expect(Number(event.event)).toBeGreaterThan(Number(before.event));
          else expect([before.side, event.side]).toEqual(["source", "host"]);
        }
      }),
    );
  });
});

describe("rounding", () => {
  test("is to the microsecond, without a negative nought", () => {
    expect(roundMs(12.3456789)).toBe(12.346);
    expect(Object.is(roundMs(-0.0001), 0)).toBe(true);
    expect(roundMs(null)).toBeNull();
    expect(between(MIGRATE, MIGRATE + 7.745)).toBe(7.745);
    expect([between(null, 1), between(1, null)]).toEqual([null, null]);
  });

  test("property: moves nothing by more than half a microsecond, and keeps the order", () => {
    const times = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(times, times, (a, b) => {
        expect(Math.abs(roundMs(a) - a)).toBeLessThanOrEqual(0.000500001);
        expect(roundMs(roundMs(a))).toBe(roundMs(a));
        expect(roundMs(Math.min(a, b))).toBeLessThanOrEqual(roundMs(Math.max(a, b)));
      }),
    );
  });
});
