/** Proves: docs/results.schema.json is the program's schema, and a second validator agrees. */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { z } from "zod";
import { Results } from "../../src/results/schema.ts";

const jsonSchema = {
  ...z.toJSONSchema(Results),
  title: "results.json of tap-migration-action",
};

test("docs/results.schema.json is the schema of the program (vitest -u writes it)", async () => {
  await expect(`${JSON.stringify(jsonSchema, null, 2)}\n`).toMatchFileSnapshot(
    "../../docs/results.schema.json",
  );
});

test("a second reader takes what the first does, and refuses what it refuses", () => {
  const ajv = new Ajv2020({ strict: true });
  addFormats.default(ajv);
  const accepts = ajv.compile(jsonSchema);
  const results: Results = {
    schemaVersion: 1,
    startedAt: "2026-01-01T00:00:00.000Z",
    durationMs: 1,
    conclusion: "failed",
    reason: "cancelled",
    seed: 0,
    host: { kernel: "6.12", cpu: "x", cores: 2 },
    accel: "tcg",
    guest: "micro",
    inputs: { accel: "tcg" },
    probe: { tool: "fping", periodMs: 1, resolutionMs: 1 },
    builds: [],
    control: null,
    scenarios: [],
    comparison: [],
  };
  const variants: [unknown, boolean][] = [
    [results, true],
    [{ ...results, schemaVersion: 2 }, false],
    [{ ...results, unknown: 1 }, false],
    [{ ...results, startedAt: "yesterday" }, false],
    [{ ...results, accel: "xen" }, false],
    [{ ...results, probe: { ...results.probe, periodMs: 0 } }, false],
    [{ ...results, reason: undefined }, false],
  ];
  for (const [value, expected] of variants) {
    const plain: unknown = JSON.parse(JSON.stringify(value));
    expect(accepts(plain)).toBe(expected);
    expect(Results.safeParse(plain).success).toBe(expected);
  }
});
