/** Proves: any results file follows the schema or is a problem, and its texts stay text. */
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { commentOf, MOST_COMMENT_CHARACTERS } from "../../src/report/comment.ts";
import { junitOfRuns } from "../../src/report/junit.ts";
import { type Merged, merge } from "../../src/report/merge.ts";
import { MOST_SUMMARY_BYTES, mergedSummaryOf } from "../../src/report/merge-summary.ts";
import { parseResults } from "../../src/results/read.ts";
import { Results } from "../../src/results/schema.ts";
import { comparison, failed, NASTY, openOutage, passed, recorded } from "../report/cases.ts";
import { anyText, damaged } from "./hostile.ts";

const GOOD: readonly Results[] = [
  ...[passed(), failed(), openOutage(), comparison()].map(shortened),
  shortened(recorded("upgrade-7.2-10.0")),
];

/** A few iterations of each scenario: what goes wrong goes wrong there. */
function shortened(results: Results): Results {
  return {
    ...results,
    scenarios: results.scenarios.map((one) => ({ ...one, iterations: one.iterations.slice(0, 2) })),
  };
}

/** What is accepted is of the schema, and can be reported. */
function read(bytes: Uint8Array): Results | null {
  const { results, problem } = parseResults(bytes);
  if (results === null) {
    expect(problem).toMatch(/./);
    expect(problem.length).toBeLessThan(1_500);
    return null;
  }
  expect(problem).toBeNull();
  // As it was, and not as something that only looks like it.
  expect(Results.parse(results)).toEqual(results);
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(results);
  return results;
}

const jsonOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value) ?? "");

test("any bytes, and any JSON, are refused", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.json().map((text) => new TextEncoder().encode(text)),
      ),
      (bytes) => {
        expect(read(bytes)).toBeNull();
      },
    ),
    { numRuns: 2_000 },
  );
});

test("texts of results with pieces cut out, doubled or put in", () => {
  fc.assert(
    fc.property(damaged(GOOD.map((one) => JSON.stringify(one))), (text) => {
      const results = read(new TextEncoder().encode(text));
      if (results !== null) expectReports([results]);
    }),
    { numRuns: 300 },
  );
});

const strange = fc.oneof(
  fc.jsonValue(),
  anyText,
  fc.constantFrom<unknown>(
    ...[null, true, -1, 0, 0.5, 1e308, -1e308, 5e-324, 2 ** 53, "", "1e999", [], {}, [[[[]]]]],
    ...["passed", "failed", "unsupported", "kvm", "tap-fd", "baseline", NASTY, "x".repeat(5_000)],
    Array(2_000).fill(0),
  ),
);
const keys = fc.oneof(
  anyText,
  fc.constantFrom("__proto__", "constructor", "toString", "schemaVersion", "length"),
);

/** Every place in a value: the path to each member and element. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}
const PLACES = GOOD.map((one) => placesIn(one));

type Change =
  | { readonly how: "remove" }
  | { readonly how: "replace" | "add"; readonly value: unknown; readonly key: string };

function changed(value: unknown, path: readonly string[], change: Change): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (change.how === "remove") return undefined;
    if (change.how === "replace" || typeof value !== "object" || value === null) return change.value;
    if (Array.isArray(value)) return [...(value as unknown[]), change.value];
    // As JSON.parse does: also `__proto__` becomes a member.
    return Object.fromEntries([...Object.entries(value), [change.key, change.value]]);
  }
  if (Array.isArray(value)) {
    return value.flatMap((inner: unknown, index) => {
      if (String(index) !== step) return [inner];
      const after = changed(inner, rest, change);
      return after === undefined ? [] : [after];
    });
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [
      key,
      key === step ? changed(inner, rest, change) : inner,
    ]),
  );
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant({ how: "remove" } as const),
  fc.record({ how: fc.constantFrom("replace" as const, "add" as const), value: strange, key: keys }),
);

test("good results with members removed, retyped, added, made huge", () => {
  let accepted = 0;
  fc.assert(
    fc.property(
      fc.nat(GOOD.length - 1),
      fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 3 }),
      (which, changes) => {
        let value: unknown = GOOD[which];
        for (const [place, one] of changes) {
          const places = PLACES[which] ?? [];
          const path = places[place % places.length] ?? [];
          if (exists(value, path)) value = changed(value, path, one);
        }
        const results = read(jsonOf(value));
        if (results === null) return;
        accepted += 1;
        expectReports([results, GOOD[0] ?? results]);
      },
    ),
    { numRuns: 1_500 },
  );
  expect(accepted).toBeGreaterThan(20);
});

function exists(value: unknown, path: readonly string[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return false;
  return exists((value as Record<string, unknown>)[step], rest);
}

const nastyText = fc.oneof(
  anyText,
  fc.constantFrom(
    NASTY,
    "</details><script>alert(1)</script>",
    "]]>",
    "@somebody",
    "![x](http://a/b)",
    "\u2028",
  ),
);

/** Every string that may be any text is replaced; those with a meaning stay, as the schema has them. */
const withTexts = (results: Results, text: string): Results => ({
  ...results,
  reason: results.reason === null ? null : text,
  host: { ...results.host, cpu: text, kernel: text },
  guest: text,
  inputs: { ...results.inputs, qemu: text, [text]: text },
  builds: results.builds.map((build) => ({ ...build, path: text, version: text })),
  scenarios: results.scenarios.map((scenario) => ({
    ...scenario,
    reason: scenario.reason === null ? null : text,
    evidence: scenario.evidence.map((one) => ({ ...one, what: text, tail: text })),
    iterations: scenario.iterations.map((iteration) => ({
      ...iteration,
      reason: iteration.reason === null ? null : text,
      folder: text,
      evidence: iteration.evidence.map((one) => ({ ...one, what: text, tail: text })),
      devices: iteration.devices?.slice(0, 3).map((device) => ({ ...device, name: text })) ?? null,
      timeline: iteration.timeline.map((one) => ({ ...one, event: text })),
    })),
  })),
});

test("whatever text is in good results, it stays text", () => {
  fc.assert(
    fc.property(fc.nat(GOOD.length - 1), nastyText, (which, text) => {
      const bytes = jsonOf(withTexts(GOOD[which] ?? passed(), text));
      const accepted = read(bytes);
      if (text === "__proto__") return;
      expectReports([accepted ?? expect.unreachable("valid results were refused")], text);
    }),
    { numRuns: 200 },
  );
});

const OURS = /^(?:h[1-6]|p|ul|ol|li|table|thead|tbody|tr|th|td|details|summary|strong|em|pre|code|br)$/;

/** The reports are there, of bounded size, and have no markup but ours. */
function expectReports(all: readonly Results[], path = "a"): void {
  const merged: Merged = merge(
    all.map((results, index) => ({ path: `${path}${index}/results.json`, results })),
    [{ path, problem: path }],
  );
  expect(new Set(merged.runs.map(({ label }) => label)).size).toBe(all.length);
  const summary = mergedSummaryOf(merged, path);
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MOST_SUMMARY_BYTES);
  const html = new MarkdownIt({ html: true, linkify: true }).render(summary);
  for (const [, tag = ""] of html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)) expect(tag).toMatch(OURS);
  expect(html.match(/<details>/g)).toHaveLength(html.match(/<\/details>/g)?.length ?? -1);

  const comment = commentOf(merged, path);
  expect(comment.length).toBeLessThanOrEqual(MOST_COMMENT_CHARACTERS);
  expect(comment.replaceAll(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, "")).not.toMatch(/@[\w-]/);

  const junit = junitOfRuns(merged);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has none of them
  expect(junit).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u);
  const markup = junit.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
  for (const [, tag = ""] of markup.matchAll(/<\/?([^\s>/]+)/g))
    expect(tag).toMatch(
      /^(?:\?xml|testsuites|testsuite|testcase|properties|property|failure|skipped|system-out|system-err)$/,
    );
}
