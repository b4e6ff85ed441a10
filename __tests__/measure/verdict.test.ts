/** Proves: an iteration fails for its outage or for an unsound probe, and for nothing else. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureProbe, type ProbeWindow } from "../../src/measure/outage.ts";
import { type ProbeLog, readFping, readPing } from "../../src/measure/probe-log.ts";
import { iterationFault, probeFault, wasHeldUp } from "../../src/measure/verdict.ts";
import {
  ADDRESS,
  expiryLine,
  type MadeUp,
  madeUpLines,
  madeUpLog,
  replyLine,
  START,
  WINDOW,
} from "./made-up-log.ts";

const FREEZE = { fromMs: START + 1010, untilMs: START + 1030, kind: "dropped" } as const;
const spec: MadeUp = { startMs: START, periodMs: 1, requests: 2600, rttMs: 0.2, freeze: FREEZE };

/** Both verdicts on a log. */
function faults(log: ProbeLog, at: ProbeWindow = WINDOW): { probe: string | null; iteration: string | null } {
  const figures = measureProbe(log, at);
  return { probe: probeFault(log, figures, at), iteration: iterationFault(figures, at) };
}

const heldUp = (log: ProbeLog, at: ProbeWindow = WINDOW) => wasHeldUp(log, measureProbe(log, at), at);

/** The log with only the replies for which `keep` holds, by ms after the start. */
const keeping = (keep: (atMs: number) => boolean, from: MadeUp = spec) =>
  readFping(
    madeUpLines(from)
      .filter(({ atMs }) => keep(atMs - START))
      .map(({ line }) => `${line}\n`)
      .join(""),
  );

describe("a sound probe", () => {
  test("of a guest that came back passes", () => {
    expect(faults(readFping(madeUpLog(spec)))).toEqual({ probe: null, iteration: null });
  });

  test("is not blamed for requests whose answers were lost, however many, nor for queued ones", () => {
    for (const kind of ["dropped", "queued"] as const) {
      const untilMs = START + 4000;
      const log = readFping(madeUpLog({ ...spec, requests: 6000, freeze: { ...FREEZE, untilMs, kind } }));
      const at = { ...WINDOW, resumeMs: untilMs, endMs: START + 5900 };
      expect(faults(log, at)).toEqual({ probe: null, iteration: null });
    }
  });

  test("is not blamed for a guest that never answers again, with or without expiries", () => {
    const at = { ...WINDOW, endMs: START + 7000 };
    const answered = madeUpLines(spec).filter(({ atMs }) => atMs < START + 1010);
    const expiries = Array.from({ length: 900 }, (_, n) => ({
      line: expiryLine(ADDRESS, 1010 + n, START + 6010 + n + (n < 500 ? 0 : 400)),
    }));
    for (const lines of [answered, [...answered, ...expiries]]) {
      const log = readFping(lines.map(({ line }) => `${line}\n`).join(""));
      expect([faults(log, at).probe, heldUp(log, at)]).toEqual([null, false]);
    }
  });

  test("is not blamed for expiries that it printed late", () => {
    // Lost beyond RESUME, so that a stall there would count.
    const answered = madeUpLines({ ...spec, freeze: { ...FREEZE, untilMs: START + 1100 } });
    const expiries = [expiryLine(ADDRESS, 1050, START + 6050), expiryLine(ADDRESS, 1051, START + 6111)];
    const lines = [...answered.map(({ line }) => line), ...expiries];
    const log = readFping(`${lines.join("\n")}\n`);
    expect([faults(log).probe, heldUp(log)]).toEqual([null, false]);
  });

  test("is not blamed for a cadence that is a little slower through a long outage", () => {
    const before = madeUpLines({ ...spec, requests: 1010 });
    const after = madeUpLines({ ...spec, startMs: START + 4010, firstSequence: 1010 + 2850, requests: 600 });
    const log = readFping([...before, ...after].map(({ line }) => `${line}\n`).join(""));
    const at = { ...WINDOW, endMs: START + 4500 };
    expect([faults(log, at), heldUp(log, at)]).toEqual([{ probe: null, iteration: null }, false]);
  });

  test("property: around any freeze and cadence there is no fault", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0.2, 1, 10),
        fc.double({ min: 0.5, max: 600, noNaN: true }),
        fc.constantFrom("queued" as const, "dropped" as const),
        (periodMs, frozenMs, kind) => {
          const fromMs = START + 1010;
          const untilMs = fromMs + frozenMs;
          const requests = Math.ceil((1100 + frozenMs + 500) / periodMs);
          const log = readFping(
            madeUpLog({ ...spec, periodMs, requests, freeze: { fromMs, untilMs, kind } }),
          );
          const endMs = untilMs + 400;
          expect(faults(log, { ...WINDOW, periodMs, resumeMs: untilMs, endMs })).toEqual({
            probe: null,
            iteration: null,
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test("recorded freezes have no fault", () => {
    const log = readFping(readFileSync(new URL("../data/probe/fping-queued.log", import.meta.url)));
    const at: ProbeWindow = {
      ...WINDOW,
      quietStartMs: 1795386107810,
      quietEndMs: null,
      migrateMs: 1795386108020,
      stopMs: 1795386108028.078,
      resumeMs: 1795386108058.083,
      endMs: 1795386108270,
    };
    expect(faults(log, at)).toEqual({ probe: null, iteration: null });
  });
});

describe("an unsound probe", () => {
  test("that wrote nothing, or nothing that can be read", () => {
    expect(faults(readFping("")).probe).toBe("the probe sent nothing: its log is empty");
    expect(faults(readFping("fping: can't create socket\n")).probe).toBe(
      "the probe sent nothing: none of its log's 1 lines could be read",
    );
    expect(faults(readFping("")).iteration).toContain("could not be measured");
  });

  test("that was answered nothing in the quiet stretch, by one of its addresses", () => {
    const text = madeUpLog(spec);
    const log = readFping(text, { addresses: [ADDRESS, "192.168.100.3"] });
    expect(faults(log).probe).toBe(
      "192.168.100.3 answered nothing in the quiet stretch of 800.0 ms before the migration",
    );
    expect(faults(keeping((ms) => ms < 90 || ms > 910)).probe).toContain("192.168.100.2 answered nothing");
  });

  test("that died after the outage, a second or more before the end", () => {
    expect(faults(keeping((ms) => ms < 1400)).probe).toBe(
      "the probe died, or the guest fell silent again: the log's last line was written 1100.8 ms before the end",
    );
    expect(faults(keeping((ms) => ms < 1600)).probe).toBeNull();
  });

  test("that died within an outage shows where ping would have gone on to write", () => {
    const text = "PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.\n";
    const reply = (ms: number) =>
      `[${((START + ms) / 1000).toFixed(6)}] 64 bytes from 10.0.0.2: icmp_seq=${ms / 10} ttl=64 time=0.05 ms\n`;
    const log = readPing(text + Array.from({ length: 100 }, (_, at) => reply((at + 1) * 10)).join(""));
    expect(faults(log, { ...WINDOW, periodMs: 10 }).probe).toBe(
      "the probe died: its last line was written 1500.0 ms before the end",
    );
  });

  /** A probe that stood still for so long across the freeze's end, and went on with the next number. */
  const heldUpFor = (ms: number) => {
    const before = madeUpLines({ ...spec, requests: 1025 });
    const after = madeUpLines({ ...spec, startMs: START + 1025 + ms, firstSequence: 1025, requests: 1500 });
    return readFping([...before, ...after].map(({ line }) => `${line}\n`).join(""));
  };

  test("that was held up across the freeze's end gives an upper bound", () => {
    const log = heldUpFor(45);
    expect(faults(log).probe).toBeNull();
    expect(heldUp(log)).toBe(true);
    // On a host that is three times slower in everything, that is no longer anything special.
    expect(heldUp(log, { ...WINDOW, slowness: 3 })).toBe(false);
  });

  test("that was held up for long measured nothing", () => {
    const { probe } = faults(heldUpFor(445));
    expect(probe).toMatch(
      /^the probe fell behind: 44[56]\.\d ms without a request to 192\.168\.100\.2 \(\d+\.\d ms allowed\)/,
    );
    expect(probe).toContain("9.0 ms after migrate");
  });

  test("but may be held up as long as twice the quiet stretch's longest pause", () => {
    const log = (quietMs: number) => {
      const parts = [
        madeUpLines({ ...spec, requests: 500 }),
        madeUpLines({ ...spec, startMs: START + 500 + quietMs, firstSequence: 500, requests: 520 - quietMs }),
        madeUpLines({ ...spec, startMs: START + 1045, firstSequence: 1020 - quietMs, requests: 1500 }),
      ];
      return readFping(parts.flatMap((part) => part.map(({ line }) => `${line}\n`)).join(""));
    };
    expect([heldUp(log(0)), heldUp(log(20))]).toEqual([true, false]);
  });

  test("but not where being held up lay within the freeze, nor before migrate, where it is noise, nor after the outage", () => {
    const shifted = (from: number, stallMs: number) =>
      [
        ...madeUpLines({ ...spec, requests: from, freeze: { ...FREEZE, kind: "queued" } }),
        ...madeUpLines({
          ...spec,
          startMs: START + from + stallMs,
          firstSequence: from,
          requests: 2000,
          freeze: { fromMs: START + 1010, untilMs: START + 1060, kind: "queued" },
        }),
      ]
        .map(({ line }) => `${line}\n`)
        .join("");
    const at = { ...WINDOW, resumeMs: START + 1060 };
    expect(heldUp(readFping(shifted(1015, 30)), at)).toBe(false);
    expect(heldUp(readFping(shifted(500, 60)), at)).toBe(false);
    expect(heldUp(readFping(shifted(1500, 60)), at)).toBe(false);
    expect(heldUp(readFping(shifted(1050, 30)), at)).toBe(true);
  });
});

describe("an iteration fails by its outage", () => {
  test("that did not end", () => {
    const fault = faults(keeping((ms) => ms < 1012)).iteration;
    expect(fault).toBe(
      "the guest did not answer again: no reply since 9.2 ms after migrate, though the target resumed 1470.0 ms before the end",
    );
  });

  test("that began more than 50 ms before migrate, but not with less", () => {
    const gone = (fromMs: number) => keeping((ms) => ms < fromMs || ms > 1030);
    expect(faults(gone(940)).iteration).toBe(
      "the guest was out of reach before the migration: the outage began 60.8 ms before migrate",
    );
    expect(faults(gone(952)).iteration).toBeNull();
    // Three times slower a host, three times as long.
    expect(faults(gone(940), { ...WINDOW, slowness: 3 }).iteration).toBeNull();
    expect(faults(gone(840), { ...WINDOW, slowness: 3 }).iteration).toMatch(/^the guest was out of reach/);
  });

  test("not by one that seems to begin early because nothing was asked: the host held up the probe", () => {
    // The same numbers, one after another, with a pause in which none was sent.
    const asked = (missing: number) =>
      readFping(
        Array.from({ length: 2000 }, (_, n) => {
          const sequence = n < 880 ? n : n + missing;
          return `${replyLine(ADDRESS, sequence, START + (n < 880 ? n : n + 160), 0.2)}\n`;
        }).join(""),
      );
    expect(faults(asked(0)).iteration).toBeNull();
    expect(heldUp(asked(0))).toBe(true);
    expect(faults(asked(20)).iteration).toBeNull();
    expect(faults(asked(160)).iteration).toMatch(/^the guest was out of reach before the migration/);
  });

  test("that ended later than the recovery timeout, but not just in time", () => {
    const log = keeping((ms) => ms < 1010 || ms > 1830);
    expect(faults(log, { ...WINDOW, recoveryTimeoutMs: 800 }).iteration).toBe(
      "the guest answered again only 800.2 ms after RESUME, later than the 800.0 ms allowed",
    );
    expect(faults(log, { ...WINDOW, recoveryTimeoutMs: 801 }).iteration).toBeNull();
  });

  test("that cannot be told: no STOP, no RESUME, no reply before", () => {
    const log = readFping(madeUpLog(spec));
    expect(faults(log, { ...WINDOW, stopMs: null }).iteration).toContain("never said STOP");
    expect(faults(log, { ...WINDOW, resumeMs: null }).iteration).toContain("never said RESUME");
    expect(faults(keeping((ms) => ms > 1030)).iteration).toContain("no reply before the freeze");
  });

  test("of one of several flows, which is named", () => {
    const other = madeUpLines({ ...spec, address: "192.168.100.3" }).filter(
      ({ atMs }) => atMs < START + 1012,
    );
    const log = readFping(madeUpLog(spec) + other.map(({ line }) => `${line}\n`).join(""));
    expect(faults(log).iteration).toMatch(/^192\.168\.100\.3: the guest did not answer again/);
  });

  test("property: of a guest that answers from D ms after RESUME, exactly when D is beyond the timeout", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1400 }),
        fc.integer({ min: 1, max: 1400 }),
        (backMs, recoveryTimeoutMs) => {
          const lines = [
            ...madeUpLines({ ...spec, requests: 1010 }),
            { line: replyLine(ADDRESS, 1030 + backMs, START + 1030 + backMs, 0.2) },
          ];
          const log = readFping(lines.map(({ line }) => `${line}\n`).join(""));
          const { iteration } = faults(log, { ...WINDOW, recoveryTimeoutMs });
          expect(iteration !== null).toBe(backMs > recoveryTimeoutMs);
        },
      ),
    );
  });
});
