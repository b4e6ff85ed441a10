/** Proves: annotations say what failed and by how much, as a runner reads them from the log. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Results } from "../../src/results/schema.ts";
import { readCommands } from "../action/runner.ts";
import { annotated } from "./annotated.ts";
import { CASES, NASTY } from "./cases.ts";
import { iteration, results, scenario, unsupported } from "./made-up.ts";
import { iterations, scenarioOf } from "./measured.ts";

// @actions/core writes the log; readCommands parses the commands as a runner does.

const shown = (of: Results) => readCommands(annotated(of)).map(({ name, title }) => `${name}: ${title}`);

describe("of each kind of run", () => {
  test("an error for each scenario that failed, with reason, by how much, and figures", () => {
    const [first, second] = readCommands(annotated(CASES.failed()));
    expect(first).toEqual({
      ...{ name: "error", title: "tap-fd failed" },
      message: "the guest did not come up: no prompt within 60 s",
    });
    expect(second).toEqual({
      ...{ name: "error", title: "new-tap failed" },
      message: [
        "p95 outage 57.7 ms, 7.7 ms above the limit of 50 ms",
        "requests lost (max) 1, 1 above the limit of 0",
        "outage median 46.2 ms, p95 57.7 ms, max 61.3 ms, at most 1 request lost (6 iterations, tcg)",
      ].join("\n"),
    });
  });

  test("warnings of what can't be judged, of noise, of a coarse probe, and of what was not reached", () => {
    expect(shown(CASES.failed()).slice(2)).toEqual([
      "warning: new-tap-vhost skipped",
      "warning: new-tap: a limit can't be judged",
      "warning: new-tap: this machine is too noisy",
      "warning: the probe is coarse",
      "notice: tap-fd-vhost unsupported",
    ]);
  });

  test("a warning for losses where packets wait; with an exceeded limit they are part of the error", () => {
    const [error, warned] = readCommands(annotated(CASES.losses()));
    expect(error).toMatchObject({ name: "error", title: "tap-fd-vhost failed" });
    expect(error?.message).toMatch(
      /\n1 request lost per active queue pair, 4 each time, in 4 of 5 migrations /,
    );
    expect(warned).toMatchObject({ name: "warning", title: "tap-fd lost requests" });
    expect(shown(CASES.losses()).filter((line) => line.includes("lost requests"))).toHaveLength(1);
  });

  test("a warning for a build that is slower, a notice for each downtime", () => {
    expect(shown(CASES["a-b"]())).toEqual([
      "warning: tap-fd is slower than the baseline",
      ...["tap-fd", "tap-fd-vhost", "new-tap"].flatMap((name) => [
        `notice: ${name} passed`,
        `notice: ${name} (baseline) passed`,
      ]),
    ]);
  });

  test("how many iterations the figures are of, where some failed", () => {
    expect(readCommands(annotated(CASES["open-outage"]()))[0]?.message).toMatch(
      / \(1 of 2 iterations, kvm\)$/,
    );
  });

  test("none lost is said in words", () => {
    const run = results({ scenarios: [scenarioOf(iterations(3, 20, { lost: 0 }))] });
    expect(readCommands(annotated(run))[0]?.message).toMatch(/, no requests lost \(3 iterations, kvm\)$/);
  });
});

test("of more than ten of a kind nine are shown, and the rest counted", () => {
  const failing = scenario({ status: "failed", reason: "no", iterations: [] });
  const run = results({ conclusion: "failed", reason: "no", scenarios: Array(12).fill(failing) });
  expect(shown(run)).toEqual([...Array(9).fill("error: new-tap failed"), "error: 3 more"]);
});

const saying = (text: string) =>
  results({
    ...{ conclusion: "failed", reason: text },
    scenarios: [
      scenario({
        ...{ status: "failed", reason: text },
        iterations: [iteration({ status: "failed", reason: text })],
      }),
      unsupported(text),
    ],
  });

const LEVELS = ["error", "notice"];

test.each([
  NASTY,
  "one\n::error title=x::two",
  "one%0A::warning::two",
  "one\r::set-output name=a::b",
  "::stop-commands::x\n::add-mask::***",
  "100 %25, a%3A b",
])("a text that looks like commands is none: %j", (text) => {
  const log = annotated(saying(text));
  const lines = log.trimEnd().split(/[\r\n]/);
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/^::(error|notice) title=/);
  expect(readCommands(log).map(({ name }) => name)).toEqual(LEVELS);
});

test("what was said arrives as it was, lines and percent signs too", () => {
  const text = "one\n::error::two\n%0A three, a: b 100 %";
  const [failed, skipped] = readCommands(annotated(saying(text)));
  expect(failed?.message).toContain(`iteration failed: ${text}\n`);
  expect(skipped?.message).toBe(text);
});

test("whatever comes from outside: a line for each annotation, and no other command", () => {
  const outside = fc
    .array(fc.oneof(fc.constantFrom("::", "##[", "%0A", "%", "\r", "\n", "error", ",", ":"), fc.string()), {
      minLength: 1,
      maxLength: 10,
    })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(outside, (text) => {
      expect(readCommands(annotated(saying(text))).map(({ name }) => name)).toEqual(LEVELS);
    }),
    { numRuns: 300 },
  );
});
