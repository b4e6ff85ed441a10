/** Proves: a results file that cannot be read or breaks the schema is reported with the place. */
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseResults, resultsReader } from "../../src/results/read.ts";
import { temporaryFolder } from "../folder.ts";
import { passed, recorded } from "../report/cases.ts";

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const problemOf = (value: unknown) => parseResults(json(value)).problem;

test.each(["ab-10.0-11.1", "alone-7.2", "upgrade-7.2-10.0"] as const)("%s is read as it is", (name) => {
  expect(resultsReader()(`__tests__/data/results/${name}.json`)).toEqual({
    results: recorded(name),
    problem: null,
  });
});

describe("a file that can't be read is a problem, and nothing is thrown", () => {
  using folder = temporaryFolder();
  const { at } = folder;
  writeFileSync(at("empty"), "");
  writeFileSync(at("cut"), json(passed()).subarray(0, 1000));
  writeFileSync(at("latin"), Buffer.from([0x7b, 0xff, 0x7d]));
  writeFileSync(at("words"), "root:x:0:0 secret {}");
  const read = resultsReader();
  const outcomes = Object.fromEntries(
    ["empty", "cut", "latin", "words", "none", "nul\0"].map((name) => [name, read(at(name)).problem]),
  );
  test.each([
    ["none", "missing: there is no such file or folder"],
    ["nul\0", "unreadable: ERR_INVALID_ARG_VALUE"],
    ["empty", "empty"],
    ["cut", "not JSON: it seems to have been cut"],
    ["latin", "not JSON: it is not text in UTF-8"],
    ["words", "not JSON"],
  ])("%s", (name, problem) => {
    expect(outcomes[name]).toBe(problem);
  });
});

describe("what is not of the schema is named with its place", () => {
  test.each([
    [[], "not results of tap-migration: it has no schemaVersion"],
    [null, "not results of tap-migration: it has no schemaVersion"],
    [{ results: [] }, "not results of tap-migration: it has no schemaVersion"],
    [{ ...passed(), schemaVersion: 2 }, /^of schema version 2, but this program reads version 1: use/],
    [{ ...passed(), schemaVersion: "1" }, /^not of schema version 1: schemaVersion: /],
    [{ ...passed(), seed: -1 }, /^not of schema version 1: seed: /],
    [{ ...passed(), more: 1 }, "not of schema version 1: more: unknown"],
    [{ ...passed(), accel: undefined }, "not of schema version 1: accel: missing"],
    [{ ...passed(), privilege: "doas" }, /^not of schema version 1: privilege: /],
    [{ ...passed(), scenarios: {} }, /: scenarios: Invalid input: expected array/],
  ])("%#", (value, problem) => {
    expect(problemOf(value)).toMatch(problem);
  });

  test("a file of an earlier version has no privilege, and is read", () => {
    const { privilege: _, ...earlier } = passed();
    expect(parseResults(json(earlier)).results).toEqual(earlier);
  });

  test("deep inside", () => {
    const results = structuredClone(passed()) as unknown as {
      scenarios: { iterations: Record<string, unknown>[] }[];
    };
    Object.assign(results.scenarios[1]?.iterations[3] ?? {}, { outageMs: "20" });
    expect(problemOf(results)).toMatch(/: scenarios\[1\]\.iterations\[3\]\.outageMs: .*expected number/);
  });

  test("the first few of many, however many there are", () => {
    const problem = problemOf({ ...passed(), scenarios: Array(100_000).fill(7) });
    expect(problem).toMatch(
      /^not of schema version 1: scenarios\[0\]: .*; scenarios\[1\]: .*; scenarios\[2\]: .*; and more$/,
    );
    expect(problem?.length).toBeLessThan(1_000);
  });

  test("keys that mean something to JavaScript", () => {
    const inputs = Buffer.from(JSON.stringify(passed()).replace('"inputs":{', '"inputs":{"__proto__":"x",'));
    expect(parseResults(inputs).problem).toBe("not of schema version 1: inputs.__proto__: unknown");
    const top = Buffer.from(JSON.stringify(passed()).replace("{", '{"__proto__":{"schemaVersion":1},'));
    expect(parseResults(top).problem).toBe("not of schema version 1: __proto__: unknown");
  });

  test("nesting without end", () => {
    const deep = `{"schemaVersion":1,"host":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(parseResults(Buffer.from(deep)).problem).toMatch(/^not of schema version 1: /);
  });
});

test("a mark of the order of bytes before it is nothing", () => {
  expect(parseResults(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), json(passed())])).problem).toBeNull();
});
