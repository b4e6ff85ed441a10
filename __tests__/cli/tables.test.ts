/** Proves: the terminal's tables fit its width, show every figure and hide control characters. */
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { buildsTable } from "../../src/cli/builds-table.ts";
import { diagnosisTable, resultsTable } from "../../src/cli/tables.ts";
import { fine } from "../../src/doctor/check.ts";
import type { Diagnosis } from "../../src/doctor/doctor.ts";
import { merge } from "../../src/report/merge.ts";
import { comparison, early, failed, losses, NASTY, passed, recorded } from "../report/cases.ts";
import { connections, slowerRequests } from "../report/connected.ts";
import { results, unsupported } from "../report/made-up.ts";

const lines = (text: string) => stripVTControlCharacters(text).split("\n");
const ofTable = (text: string) => lines(text).filter((line) => /^[┌│├└]/.test(line));
const headOf = (text: string) => ofTable(text)[1]?.match(/[a-zA-Z]+( ms)?/g);

const every = [
  "scenario",
  "result",
  "accel",
  "n",
  "outage ms",
  "noise",
  "lost",
  "vCPU",
  "QEMU",
  "harness",
  "switch",
];

describe("a run's table", () => {
  test.each([
    [null, every],
    [200, every],
    [100, every.slice(0, -2)],
    [80, every.slice(0, -4)],
    [60, every.slice(0, 5)],
    [50, ["scenario", "result", "outage ms"]],
  ])("in %s columns: what is least important goes first", (width, head) => {
    const text = resultsTable(passed(), width);
    expect(headOf(text)).toEqual(head);
    for (const line of ofTable(text))
      expect(line.length).toBeLessThanOrEqual(width ?? Number.POSITIVE_INFINITY);
  });

  test("in a few columns: a list with every figure", () => {
    const text = lines(resultsTable(passed(), 30));
    expect(ofTable(text.join("\n"))).toEqual([]);
    expect(text.slice(0, 5)).toEqual([
      "tap-fd",
      "  result: passed",
      "  accel: kvm",
      "  n: 10",
      expect.stringMatching(/^ {2}outage ms med\/p95\/max: [\d.]+ \/ [\d.]+ \/ [\d.]+$/),
    ]);
  });

  test("findings have a sentence: a warning for losses where packets wait, and outages before STOP", () => {
    const text = lines(resultsTable(losses(), null));
    const warned = text.filter((line) => line.startsWith("warning: "));
    expect(
      warned.map((line) => /^warning: (\S+): 1 request lost per active queue pair/.exec(line)?.[1]),
    ).toEqual(["tap-fd", "tap-fd-vhost"]);
    expect(lines(resultsTable(early(), null))).toContainEqual(
      expect.stringMatching(/^tap-fd: the outage began well before STOP in 10 of 10 migrations /),
    );
  });

  test("with connections: a column of request stalls, a sentence on why, and the headline at the end", () => {
    const text = lines(resultsTable(connections(), null));
    expect(headOf(text.join("\n"))).toContain("request");
    expect(text).toContainEqual(expect.stringMatching(/^│ new-tap +│ failed .*│ +208 │/));
    expect(text).toContainEqual(expect.stringMatching(/^new-tap: in 9 of 10 migrations a request waited/));
    expect(text.at(-1)).toMatch(
      /^new-tap: 24\.7 ms outage, requests wait 208 ms; .*; tap-fd: 22\.5 ms, 55 ms/,
    );
    expect(lines(resultsTable(slowerRequests(), null))).toContainEqual(
      expect.stringMatching(/^tap-fd, request stalls: 55 ms → 208 ms \(.*\): slower$/),
    );
  });

  test("rows say which build and direction they are of; a comparison has its sentence", () => {
    const ab = resultsTable(comparison(), null);
    expect(ab).toMatch(/^│ tap-fd \(baseline\) +│/m);
    expect(ab).toMatch(/^tap-fd: .* ms → .* ms \(.*\): slower$/m);
    const back = resultsTable(recorded("upgrade-7.2-10.0"), null);
    expect(back).toMatch(/^│ new-tap, target → candidate +│/m);
    expect(back).toMatch(/^tap-fd, candidate → target unsupported: /m);
  });

  test("text from guests and QEMUs can't control the terminal", () => {
    const text = resultsTable(
      results({ scenarios: [unsupported(NASTY), unsupported("a\rb\u001b[2J")] }),
      null,
    );
    expect(text).toContain("a\nb\\x1b[2J");
    expect(text).not.toContain("\u0000");
  });
});

describe("the table of builds", () => {
  const merged = merge(
    [
      { path: "a/results.json", results: recorded("upgrade-7.2-10.0") },
      { path: "b/results.json", results: failed() },
      { path: "c/results.json", results: recorded("alone-7.2") },
    ],
    [],
  );

  test("a row for each build and direction, and best, worst and spread below", () => {
    const text = stripVTControlCharacters(buildsTable(merged, null));
    expect(text).toMatch(/^│ QEMU 7\.2\.22 → 10\.0\.13: target → candidate +│ tcg +│ unsupported/m);
    expect(text).toMatch(/^new-tap: best [\d.]+ \(QEMU .*\), worst [\d.]+ \(QEMU .*\), spread [\d.]+ ms$/m);
  });

  test("with connections each cell has the request stall, too", () => {
    const both = merge(
      [
        { path: "a/results.json", results: connections() },
        { path: "b/results.json", results: recorded("alone-7.2") },
      ],
      [],
    );
    const text = lines(buildsTable(both, null));
    expect(text).toContainEqual(expect.stringMatching(/^│ median outage \/ request stall in ms +│/));
    expect(text).toContainEqual(
      expect.stringMatching(/^│ QEMU 11\.2\.0 .*│ +22\.5 \/ 55 │ +failed 24\.7 \/ 208 │/),
    );
    expect(text).toContainEqual(expect.stringMatching(/^│ QEMU 7\.2\.22 .*│ +28\.0 │/));
  });

  test("in a few columns: a list", () => {
    const text = lines(buildsTable(merged, 40));
    expect(ofTable(text.join("\n"))).toEqual([]);
    expect(text).toContain("QEMU 7.2.22");
  });

  test("of nothing is nothing", () => {
    expect(buildsTable(merge([], []), 80)).toBe("");
  });
});

test("the doctor's table becomes lines where sentences would be squeezed", () => {
  const diagnosis: Diagnosis = {
    accel: "kvm",
    checks: [fine("kvm", "/dev/kvm opens")],
    qemu: null,
    scenarios: [{ name: "new-tap", runs: true, reason: null }],
    guests: [],
  };
  expect(ofTable(diagnosisTable(diagnosis, null)).length).toBeGreaterThan(4);
  expect(lines(diagnosisTable(diagnosis, 80))).toEqual(["kvm: ok: /dev/kvm opens", "new-tap: yes"]);
});
