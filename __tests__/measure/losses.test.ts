/** Proves: lost requests are assigned to the phase in which they were sent, per flow, and add up to `lost`. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossesOf } from "../../src/measure/losses.ts";
import { measureProbe } from "../../src/measure/outage.ts";
import { readFping } from "../../src/measure/probe-log.ts";
import { ADDRESS, madeUpLines, START, WINDOW } from "./made-up-log.ts";

const OTHER = "192.168.100.3";

/** A probe at 1 ms through a queued freeze from 1010 to 1030 ms; these numbers of each flow have no line. */
function logWithout(lost: { readonly [address: string]: readonly number[] }) {
  const lines = Object.entries(lost).flatMap(([address, numbers]) =>
    madeUpLines({
      ...{ startMs: START, periodMs: 1, requests: 2700, rttMs: 0.2, address },
      freeze: { fromMs: START + 1010, untilMs: START + 1030, kind: "queued" },
    }).filter((_, number) => !numbers.includes(number)),
  );
  const text = lines.sort((a, b) => a.atMs - b.atMs).map(({ line }) => `${line}\n`);
  return readFping(text.join(""), { addresses: Object.keys(lost) });
}

describe("lossesOf", () => {
  test("nothing lost: no entry", () => {
    expect(lossesOf(logWithout({ [ADDRESS]: [] }), WINDOW)).toEqual([]);
  });

  test("each phase and each flow has an entry, with the time of its first loss", () => {
    const losses = lossesOf(
      logWithout({ [ADDRESS]: [950, 1005, 1006, 1015], [OTHER]: [1020, 1500] }),
      WINDOW,
    );
    expect(losses).toEqual([
      { address: ADDRESS, phase: "before-stop", count: 3, firstAtMs: -50 },
      { address: ADDRESS, phase: "freeze", count: 1, firstAtMs: 15 },
      { address: OTHER, phase: "freeze", count: 1, firstAtMs: 20 },
      { address: OTHER, phase: "after-resume", count: 1, firstAtMs: 500 },
    ]);
  });

  test("requests outside of the iteration do not count", () => {
    expect(lossesOf(logWithout({ [ADDRESS]: [50, 2600] }), WINDOW)).toEqual([]);
  });

  test("without a freeze there are no phases", () => {
    const log = logWithout({ [ADDRESS]: [1015] });
    expect(lossesOf(log, { ...WINDOW, stopMs: null })).toBeNull();
    expect(lossesOf(log, { ...WINDOW, resumeMs: null })).toBeNull();
  });

  test("property: the counts add up to `lost`, wherever STOP and RESUME are", () => {
    const numbers = fc.uniqueArray(fc.nat(2699), { maxLength: 30 });
    fc.assert(
      fc.property(
        numbers,
        numbers,
        fc.integer({ min: 1000, max: 1100 }),
        fc.nat(100),
        (one, two, stop, pause) => {
          const log = logWithout({ [ADDRESS]: one, [OTHER]: two });
          const window = { ...WINDOW, stopMs: START + stop, resumeMs: START + stop + pause };
          const losses = lossesOf(log, window) ?? [];
          for (const { address, lost } of measureProbe(log, window).flows) {
            const own = losses.filter((loss) => loss.address === address);
            expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(lost);
            expect(own.map(({ firstAtMs }) => firstAtMs)).toEqual(
              own.map(({ firstAtMs }) => firstAtMs).sort((a, b) => a - b),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
