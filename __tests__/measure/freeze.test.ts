/** Proves: freeze and outage split into parts that are never negative and add up. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FreezeStamps, splitFreeze, splitOutage } from "../../src/measure/freeze.ts";
import type { OutageFigures } from "../../src/measure/outage.ts";
import { readTrace } from "../../src/measure/trace-log.ts";

const recorded = (name: string) =>
  readTrace(readFileSync(new URL(`../data/trace/${name}.log`, import.meta.url), "utf8"));

/** What QEMU 10.0 and 11.1 said, and we did, in the migrations of which the traces are kept. */
const STAMPS: Record<string, FreezeStamps> = {
  "10.0": {
    stopMs: 1795386901076.864,
    completedMs: 1795386901082.359,
    switchStartMs: 1795386901082.495,
    switchEndMs: 1795386901083.265,
    contMs: 1795386901083.266,
    resumeMs: 1795386901083.524,
  },
  "11.1": {
    stopMs: 1795386902919.845,
    completedMs: 1795386902924.827,
    switchStartMs: 1795386902924.886,
    switchEndMs: 1795386902925.654,
    contMs: 1795386902925.656,
    resumeMs: 1795386902925.911,
  },
};

const none: FreezeStamps = {
  stopMs: null,
  completedMs: null,
  switchStartMs: null,
  switchEndMs: null,
  contMs: null,
  resumeMs: null,
};

const total = (parts: object | null) =>
  Object.values(parts ?? {}).reduce((sum: number, ms: number | null) => sum + (ms ?? 0), 0);

describe("splitFreeze on recorded migrations", () => {
  test("cuts that of 11.1 where its checkpoints are", () => {
    const parts = splitFreeze(
      STAMPS["11.1"] ?? none,
      recorded("qemu-11.1-source"),
      recorded("qemu-11.1-target"),
    );
    expect(parts).toMatchObject({
      stopMs: 0.013,
      saveMs: 2.441,
      stateMs: null,
      switchMs: 0.768,
      harnessMs: 0.061,
      contMs: 0.255,
      unexplainedMs: 0.003,
    });
    // Saved at 922.299, loaded at 924.799, ready at 924.824.
    expect((parts?.transferMs ?? 0) + (parts?.loadMs ?? 0)).toBeCloseTo(2.525, 6);
    expect(parts?.loadMs).toBeGreaterThan(2);
    expect(total(parts)).toBeCloseTo(6.066, 6);
  });

  test.each(["10.0", "11.1"])(
    "the parts of %s add up to the pause, and next to nothing is unexplained",
    (version) => {
      const stamps = STAMPS[version] ?? none;
      const parts = splitFreeze(
        stamps,
        recorded(`qemu-${version}-source`),
        recorded(`qemu-${version}-target`),
      );
      expect(total(parts)).toBeCloseTo((stamps.resumeMs ?? 0) - (stamps.stopMs ?? 0), 3);
      expect(parts?.unexplainedMs).toBeLessThan(0.1);
    },
  );

  test("is coarser where one side has no traces, and still adds up", () => {
    const stamps = STAMPS["11.1"] ?? none;
    const [source, target] = [recorded("qemu-11.1-source"), recorded("qemu-11.1-target")];
    const rest = { switchMs: 0.768, harnessMs: 0.061, contMs: 0.255 };
    const untold = { stopMs: null, saveMs: null, transferMs: null, loadMs: null };
    expect(splitFreeze(stamps, null, null)).toEqual({ ...untold, stateMs: 4.982, ...rest, unexplainedMs: 0 });
    expect(splitFreeze(stamps, null, target)).toEqual({
      ...untold,
      stateMs: 4.982,
      ...rest,
      unexplainedMs: 0,
    });
    expect(splitFreeze(stamps, source, null)).toEqual({
      ...untold,
      stopMs: 0.013,
      saveMs: 2.441,
      stateMs: 2.528,
      ...rest,
      unexplainedMs: 0,
    });
  });
});

describe("splitFreeze", () => {
  const stamps: FreezeStamps = {
    stopMs: 1000,
    completedMs: 1006,
    switchStartMs: null,
    switchEndMs: null,
    contMs: 1007,
    resumeMs: 1008,
  };

  test("has no switch where none took place", () => {
    expect(splitFreeze(stamps, null, null)).toMatchObject({
      stateMs: 6,
      switchMs: null,
      harnessMs: 1,
      contMs: 1,
    });
  });

  test("calls unexplained what the source takes after the target has finished", () => {
    const checkpoints = (events: Record<string, number>) => ({
      saves: [],
      loads: [{ name: "ram", instance: 0, atMs: 1003, us: 500 }],
      checkpoints: Object.entries(events).map(([event, atMs]) => ({ event, atMs })),
    });
    const source = checkpoints({ "src-vm-stopped": 1000.5, "src-non-iterable-saved": 1002 });
    const target = checkpoints({
      "dst-precopy-loadvm-completed": 1004,
      "dst-precopy-bh-vm-started": 1004.25,
    });
    expect(splitFreeze(stamps, source, target)).toEqual({
      stopMs: 0.5,
      saveMs: 1.5,
      transferMs: 1.5,
      loadMs: 0.75,
      stateMs: null,
      switchMs: null,
      harnessMs: 1,
      contMs: 1,
      unexplainedMs: 1.75,
    });
  });

  test("explains nothing of a freeze that ended without a migration, and knows no freeze without both ends", () => {
    expect(splitFreeze({ ...none, stopMs: 1000, resumeMs: 1008 }, null, null)).toMatchObject({
      stateMs: null,
      harnessMs: null,
      contMs: null,
      unexplainedMs: 8,
    });
    expect(splitFreeze({ ...stamps, resumeMs: null }, null, null)).toBeNull();
    expect(splitFreeze({ ...stamps, stopMs: null }, null, null)).toBeNull();
  });

  test("property: whatever the stamps and their order, no part is negative and all add up", () => {
    const moment = fc.option(fc.double({ min: 990, max: 1100, noNaN: true }));
    const trace = fc.option(
      fc.record({
        saves: fc.constant([]),
        loads: fc.array(
          fc.record({
            name: fc.constant("ram"),
            instance: fc.nat(3),
            atMs: fc.double({ min: 990, max: 1100, noNaN: true }),
            us: fc.nat(20_000),
          }),
        ),
        checkpoints: fc.array(
          fc.record({
            event: fc.constantFrom(
              "src-vm-stopped",
              "src-non-iterable-saved",
              "dst-precopy-loadvm-completed",
              "dst-precopy-bh-vm-started",
            ),
            atMs: fc.double({ min: 990, max: 1100, noNaN: true }),
          }),
        ),
      }),
    );
    const stamps = fc.record({
      stopMs: fc.constant(1000),
      completedMs: moment,
      switchStartMs: moment,
      switchEndMs: moment,
      contMs: moment,
      resumeMs: fc.double({ min: 1000, max: 1090, noNaN: true }),
    });
    fc.assert(
      fc.property(stamps, trace, trace, (freeze, source, target) => {
        const parts = splitFreeze(freeze, source, target);
        for (const ms of Object.values(parts ?? {})) if (ms !== null) expect(ms).toBeGreaterThanOrEqual(0);
        // Each part is rounded to the µs.
        expect(Math.abs(total(parts) - (freeze.resumeMs - 1000))).toBeLessThan(0.008);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("splitOutage", () => {
  const outage = (outageStartMs: number | null, outageEndMs: number | null) =>
    ({ outageStartMs, outageEndMs }) as OutageFigures;
  const freeze = { stopMs: 1000, resumeMs: 1008 };

  test("tells what came before, within and after the freeze", () => {
    expect(splitOutage(outage(999.25, 1053), freeze)).toEqual({
      beforeStopMs: 0.75,
      freezeMs: 8,
      afterResumeMs: 45,
    });
    expect(splitOutage(outage(1001, 1009), freeze)).toEqual({
      beforeStopMs: 0,
      freezeMs: 7,
      afterResumeMs: 1,
    });
    expect(splitOutage(outage(900, 1002), freeze)).toEqual({
      beforeStopMs: 100,
      freezeMs: 2,
      afterResumeMs: 0,
    });
  });

  test("is null without an outage or a freeze", () => {
    expect(splitOutage(outage(999, null), freeze)).toBeNull();
    expect(splitOutage(outage(null, 1053), freeze)).toBeNull();
    expect(splitOutage(outage(999, 1053), { ...freeze, stopMs: null })).toBeNull();
    expect(splitOutage(outage(999, 1053), { ...freeze, resumeMs: null })).toBeNull();
  });

  test("property: the parts of an outage that overlaps the freeze add up", () => {
    const before = fc.double({ min: 900, max: 1008, noNaN: true });
    const after = fc.double({ min: 1000, max: 1200, noNaN: true });
    fc.assert(
      fc.property(before, after, (startMs, endMs) => {
        fc.pre(endMs > startMs);
        const parts = splitOutage(outage(startMs, endMs), freeze);
        expect(Math.abs(total(parts) - (endMs - startMs))).toBeLessThan(0.003);
        for (const ms of Object.values(parts ?? {})) expect(ms).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
