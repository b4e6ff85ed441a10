/** Proves: damaged probe logs, traces and schemas are read as far as possible, with no invented number. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFping, readPing } from "../../src/measure/probe-log.ts";
import { deviceTimes, readTrace } from "../../src/measure/trace-log.ts";
import { dialectOf } from "../../src/qemu/dialect.ts";
import type { QemuLook } from "../../src/qemu/look.ts";
import { readQmpSchema } from "../../src/qemu/schema.ts";
import { anyText, damaged } from "./hostile.ts";

const recorded = (folder: string) =>
  readdirSync(join("__tests__/data", folder))
    .filter((name) => name.endsWith(".log"))
    .map((name) => readFileSync(join("__tests__/data", folder, name), "utf8").slice(0, 3_000));

describe.each([
  ["fping", readFping],
  ["ping", readPing],
] as const)("a log of %s", (_, read) => {
  test("is read without a fault: whole numbers, in order, each once", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(damaged(recorded("probe")), anyText), { maxLength: 3 }), (texts) => {
        const log = read(texts.join("\n"));
        for (const { replies, timedOut, pending } of log.flows) {
          const times = replies.map(({ receivedAtMs }) => receivedAtMs);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(new Set(replies.map(({ sequence }) => sequence)).size).toBe(replies.length);
          for (const { rttMs } of replies) expect(rttMs).toBeGreaterThanOrEqual(0);
          for (const { sequence, sentAtMs } of [...replies, ...timedOut, ...pending]) {
            expect(Number.isInteger(sequence) && Number.isFinite(sentAtMs)).toBe(true);
          }
        }
        expect(log.lastStampMs === null || Number.isFinite(log.lastStampMs)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

const LOOK: Omit<QemuLook, "schema"> = {
  ...{ path: "/usr/bin/qemu-system-x86_64", version: "11.0.50", machines: new Map(), tookMs: 1 },
  ...{ nicProperties: new Set(["local-migration", "backend-transfer"]), hasDowntimeTraces: false },
};

test("a trace is read without a fault, also one of a hundred thousand damaged lines", () => {
  const traces = recorded("trace");
  fc.assert(
    fc.property(fc.array(fc.oneof(damaged(traces), anyText), { maxLength: 4 }), (texts) => {
      const trace = readTrace(texts.join("\n"));
      for (const { atMs, us } of [...trace.saves, ...trace.loads]) {
        expect(Number.isFinite(atMs) && Number.isInteger(us) && us >= 0).toBe(true);
      }
      for (const { atMs } of trace.checkpoints) expect(Number.isFinite(atMs)).toBe(true);
      for (const { saveUs, loadUs } of deviceTimes(trace, trace) ?? []) {
        for (const us of [saveUs, loadUs]) expect(us === null || Number.isSafeInteger(us)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
  const line = (traces[0] ?? "").split("\n")[2] ?? "";
  expect(readTrace(`${line}x\n${line}\n`.repeat(50_000)).saves).toHaveLength(50_000);
});

describe("an answer to query-qmp-schema", () => {
  /** Types that lead anywhere: to others, to themselves, to none. */
  const name = fc.constantFrom(
    "0",
    "1",
    "2",
    "migrate-set-parameters",
    "netdev_add",
    "migrate-set-capabilities",
  );
  const entry = fc.record(
    {
      name: fc.oneof({ weight: 9, arbitrary: name as fc.Arbitrary<unknown> }, fc.jsonValue()),
      "meta-type": fc.constantFrom("object", "command", "enum", "array", "builtin", "alternate"),
      "arg-type": name,
      "element-type": name,
      members: fc.array(fc.record({ name, type: name }, { requiredKeys: [] }), { maxLength: 3 }),
      variants: fc.array(fc.record({ case: fc.constantFrom("tap", "x"), type: name }), { maxLength: 2 }),
      values: fc.array(name, { maxLength: 3 }),
    },
    { requiredKeys: ["name", "meta-type"] },
  );

  test("is understood, or refused with an error that says so", () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(entry, { maxLength: 12 }), fc.jsonValue()), (answer) => {
        let schema: ReturnType<typeof readQmpSchema>;
        try {
          schema = readQmpSchema(answer);
        } catch (error) {
          expect(String(error)).toContain("its answer to query-qmp-schema cannot be read");
          return;
        }
        const dialect = dialectOf({ ...LOOK, schema });
        expect(dialect === null || typeof dialect.name === "string").toBe(true);
        schema.words("migrate-set-capabilities", "capabilities", "capability");
      }),
      { numRuns: 2_000 },
    );
  });
});
