/**
 * Proves: sentences on lost requests, on outages that begin before STOP and on queue pairs without packets say how often, how many or how
 * long, and where.
 */
import { describe, expect, test } from "vitest";
import { resultsTable } from "../../src/cli/tables.ts";
import { earlySentence, lossSentence, unseenSentence } from "../../src/report/findings.ts";
import { reportHtml } from "../../src/report/html/report.ts";
import { summaryOf } from "../../src/report/summary.ts";
import type { Iteration, Loss } from "../../src/results/schema.ts";
import { iteration, results, scenario } from "./made-up.ts";

const loss = (count: number, phase: Loss["phase"] = "freeze"): Loss => ({
  ...{ address: "192.168.100.2", phase, count, firstAtMs: 2 },
});

/** A chain in which each migration lost that many requests in the freeze. */
const chain = (...lost: readonly number[]): Iteration[] =>
  lost.map((number, at) => iteration({ index: at + 1, losses: number === 0 ? [] : [loss(number)] }));

const ENDING = "although packets wait in the TAP's queue";

describe("lossSentence", () => {
  test.each<[string, Iteration[]]>([
    [
      "1 request lost per active queue pair in 9 of 10 migrations (none in the first of a chain; all sent in the freeze)",
      chain(0, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    ],
    [
      "2 requests lost in 2 of 3 migrations (none in the first of a chain; all sent in the freeze)",
      chain(0, 2, 2),
    ],
    [
      "1 to 7 requests lost in 2 of 3 migrations (first of a chain 1 of 1, later 1 of 2; all sent in the freeze)",
      chain(7, 0, 1),
    ],
    [
      "3 requests lost in 1 of 2 migrations (only in the first of a chain; all sent in the freeze)",
      chain(3, 0),
    ],
    [
      "1 request lost per active queue pair, 4 each time, in 2 of 2 migrations (all sent in the freeze)",
      [1, 2].map(() => iteration({ queuePairs: { offered: 4, active: 4 }, losses: [loss(3), loss(1)] })),
    ],
    [
      "1 request lost per active queue pair in 1 of 1 migration (sent after RESUME)",
      [iteration({ losses: [loss(1, "after-resume")] })],
    ],
    [
      "6 requests lost in 1 of 1 migration (sent: 1 before STOP, 2 in the freeze, 3 after RESUME)",
      [iteration({ losses: [loss(3, "after-resume"), loss(1, "before-stop"), loss(2)] })],
    ],
  ])("%s", (text, iterations) => {
    expect(lossSentence({ iterations })).toBe(`${text}, ${ENDING}`);
  });

  test("says nothing without losses, where they are expected, and in files of earlier versions", () => {
    const { losses: _, ...earlier } = iteration({ lost: 5 });
    expect(lossSentence({ iterations: chain(0, 0) })).toBeNull();
    expect(lossSentence({ iterations: [iteration({ lost: 9, losses: null }), earlier] })).toBeNull();
  });

  test("a failed migration has its own reason", () => {
    const failed = iteration({ index: 2, status: "failed", losses: [loss(5021)] });
    expect(lossSentence({ iterations: [...chain(0), failed] })).toBeNull();
  });
});

describe("earlySentence", () => {
  const early = (beforeStopMs: number, more: Partial<Iteration> = {}) =>
    iteration({ noiseMs: 2, outageParts: { beforeStopMs, freezeMs: 8, afterResumeMs: 1 }, ...more });

  test("says how often and how long the guest was silent before STOP", () => {
    expect(earlySentence({ iterations: [early(14), early(60), early(190), early(0.3)] })).toBe(
      "the outage began well before STOP in 3 of 4 migrations (median 60.0 ms, 14.0 to 190.0 ms), while the guest still ran",
    );
    expect(earlySentence({ iterations: [early(14)] })).toBe(
      "the outage began well before STOP in 1 of 1 migration (14.0 ms), while the guest still ran",
    );
  });

  test.each<[string, Iteration[]]>([
    ["up to twice the noise", [early(4)]],
    ["when the host held up the probe", [early(14, { resolved: false })]],
    ["of a failed migration", [early(14, { status: "failed" }), early(1)]],
    ["without parts of the outage", [iteration({ outageParts: null })]],
    ["in less than a tenth of the migrations", [early(14), ...Array.from({ length: 10 }, () => early(1))]],
  ])("says nothing %s", (_, iterations) => {
    expect(earlySentence({ iterations })).toBeNull();
  });
});

describe("unseenSentence", () => {
  const ENDING = "what happens to them is not in the figures";
  const watched = (...unseen: readonly (number[] | null)[]): Iteration[] =>
    unseen.map((numbers) =>
      iteration({
        queuePairs: { offered: 4, active: 4, seen: numbers && 4 - numbers.length, unseen: numbers },
      }),
    );

  test.each<[string, Iteration[]]>([
    [
      "queue pairs 2 and 3 of 4 (counted from 0) carried no packets in 2 of 3 migrations",
      watched([2, 3], [], [2, 3], null),
    ],
    ["queue pair 0 of 4 (counted from 0) carried no packets in 1 of 1 migration", watched([0])],
    ["up to 2 of 4 queue pairs carried no packets in 2 of 2 migrations", watched([1], [1, 3])],
  ])("%s", (text, iterations) => {
    expect(unseenSentence({ iterations })).toBe(`${text}: ${ENDING}`);
  });

  test("nothing to say when all were seen, when nobody looked, and in files of earlier versions", () => {
    expect(unseenSentence({ iterations: [...watched([], null), iteration()] })).toBeNull();
  });

  test("summary, report and table on the terminal say it", () => {
    const run = results({ scenarios: [scenario({ iterations: watched([2], [2]) })] });
    const sentence = "queue pair 2 of 4 (counted from 0) carried no packets in 2 of 2 migrations";
    expect(resultsTable(run, null)).toContain(`warning: new-tap: ${sentence}`);
    expect(summaryOf(run)).toContain(sentence.replace("(", "\\(").replace(")", "\\)"));
    expect(reportHtml([{ label: "a", results: run, logs: null }], { client: "" })).toContain(
      `<strong>new-tap</strong>: ${sentence}`,
    );
  });
});
