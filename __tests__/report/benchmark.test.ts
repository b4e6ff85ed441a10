/** Proves: benchmark.json is what github-action-benchmark reads, with stable names. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { benchmarkOf } from "../../src/report/benchmark.ts";
import { CASES, huge } from "./cases.ts";
import { results, unsupported } from "./made-up.ts";
import { iterations, scenarioOf } from "./measured.ts";

/**
 * `customSmallerIsBetter` of https://github.com/benchmark-action/github-action-benchmark, whose README says what an entry has. Of a
 * range it takes out a number when it reads "± NUMBER"; it joins the runs of a history by `name`.
 */
const Entries = z
  .array(
    z.strictObject({
      name: z.string().min(1),
      unit: z.string().min(1),
      value: z.number(),
      range: z
        .string()
        .regex(/^± \d+(\.\d+)?$/)
        .optional(),
      extra: z.string().optional(),
    }),
  )
  .refine((entries) => new Set(entries.map(({ name }) => name)).size === entries.length, "a name twice");

/** As it is written and read again. */
const written = (of: ReturnType<typeof results>): unknown => JSON.parse(JSON.stringify(benchmarkOf(of)));

test.each(Object.entries({ ...CASES, huge }))("%s is what github-action-benchmark reads", (_name, make) => {
  Entries.parse(written(make()));
});

test("the schema is not content with everything", () => {
  const [entry] = benchmarkOf(results());
  for (const wrong of [{ value: null }, { value: "1" }, { range: "3" }, { colour: "red" }])
    expect(Entries.safeParse([{ ...entry, ...wrong }]).success).toBe(false);
  expect(Entries.safeParse([entry, entry]).success).toBe(false);
});

describe("what it has", () => {
  test("of each scenario outage, vCPU pause and lost requests, with the interval's larger side", () => {
    const run = results({ scenarios: [scenarioOf(iterations(10, 18.3))] });
    const interval = run.scenarios[0]?.stats?.outageMs;
    const [low, high] = interval?.ci95 ?? [0, 0];
    const middle = interval?.median ?? 0;
    expect(benchmarkOf(run)).toEqual([
      {
        name: "new-tap: outage, median",
        unit: "ms",
        value: middle,
        range: `± ${Math.round(Math.max(middle - low, high - middle) * 1000) / 1000}`,
        extra: "n 10\naccelerator kvm\ncandidate QEMU 10.0.13",
      },
      expect.objectContaining({ name: "new-tap: vCPU pause, median", unit: "ms" }),
      {
        name: "new-tap: requests lost, most",
        unit: "requests",
        value: 1,
        extra: "n 10\naccelerator kvm\ncandidate QEMU 10.0.13",
      },
    ]);
  });

  test("names that stay when builds, machines and figures change", () => {
    const names = (given: Parameters<typeof results>[0]) =>
      benchmarkOf(results(given)).map(({ name }) => name);
    const other = {
      role: "candidate",
      path: "/opt/qemu",
      version: "11.1.0",
      dialect: null,
      traced: true,
    } as const;
    expect(
      names({ builds: [other], accel: "tcg", seed: 7, scenarios: [scenarioOf(iterations(3, 40))] }),
    ).toEqual(names({ scenarios: [scenarioOf(iterations(30, 20))] }));
  });

  test("nothing of what was not measured, rather than a zero", () => {
    expect(benchmarkOf(results({ scenarios: [unsupported("no")] }))).toEqual([]);
  });
});
