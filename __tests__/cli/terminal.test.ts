/** Proves: colours, width and progress lines follow what the output stream can do. */
import { PassThrough } from "node:stream";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { coloursFor, widthOf } from "../../src/cli/colour.ts";
import { type Loudness, makeReporter } from "../../src/cli/terminal.ts";
import type { RunEvent } from "../../src/migration/events.ts";
import { iteration, scenario } from "../report/made-up.ts";

beforeEach(() => {
  vi.stubEnv("NO_COLOR", "");
  vi.stubEnv("FORCE_COLOR", "");
  vi.stubEnv("TERM", "xterm");
});

/** A stream that is a terminal of this width, or no terminal. */
function stream(columns: number | null): NodeJS.WriteStream {
  const made = Object.assign(new PassThrough(), columns === null ? {} : { isTTY: true, columns });
  return made as unknown as NodeJS.WriteStream;
}

describe("colours", () => {
  const colours = (columns: number | null) => coloursFor(stream(columns)).isColorSupported;
  test.each([
    [{}, true, false],
    [{ NO_COLOR: "1" }, false, false],
    [{ FORCE_COLOR: "1" }, true, true],
    [{ FORCE_COLOR: "0" }, false, false],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false, false],
    [{ TERM: "dumb" }, false, false],
    [{ CI: "true" }, true, false],
  ])("%j: on a terminal %s, elsewhere %s", (environment: Record<string, string>, terminal, elsewhere) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    expect([colours(80), colours(null)]).toEqual([terminal, elsewhere]);
  });
});

test("the width is the terminal's", () => {
  expect([widthOf(stream(72)), widthOf(stream(0)), widthOf(stream(null))]).toEqual([72, null, null]);
});

const started = (given: Partial<Extract<RunEvent, { kind: "scenario-started" }>> = {}): RunEvent => ({
  ...{ kind: "scenario-started", scenario: "new-tap", build: "candidate", against: null, iterations: 30 },
  atMost: false,
  ...given,
});
const finished = (number: number, given: Parameters<typeof iteration>[0] = {}): RunEvent => ({
  ...{ kind: "iteration-finished", scenario: "new-tap", number, iteration: iteration(given) },
});

function told(
  events: readonly RunEvent[],
  columns: number | null = null,
  loudness: Loudness = "normal",
): string {
  const to = stream(columns);
  const report = makeReporter(to, loudness);
  for (const event of events) report(event);
  return String((to as unknown as PassThrough).read() ?? "");
}

describe("progress", () => {
  const figures = "outage 20.3 ms, vCPU pause 9.5 ms, harness 2.0 ms, lost 0";

  test("without a terminal: lines that stay, and nothing else", () => {
    const step: RunEvent = {
      kind: "step",
      scenario: "new-tap",
      boot: 1,
      iteration: 3,
      step: "launch target",
    };
    expect(told([started({ iterations: 1 }), step, finished(1)])).toBe(
      `new-tap: 1 iteration\n  1 of 1 passed  ${figures}\n`,
    );
    expect(told([started(), step], null, "quiet")).toBe("");
  });

  test("of an A/B: pairs, and which build", () => {
    const pair = (from: "baseline" | "candidate") => finished(2, { from, to: from, pair: 3 });
    expect(told([started({ against: "baseline" }), pair("baseline"), pair("candidate")])).toBe(
      [
        "new-tap: 30 pairs of candidate and baseline",
        `  pair  3 of 30, baseline  passed  ${figures}`,
        `  pair  3 of 30, candidate passed  ${figures}`,
        "",
      ].join("\n"),
    );
  });

  test("of an upgrade: which way", () => {
    const back = finished(2, { from: "target", to: "candidate" });
    expect(told([started({ against: "target", iterations: 2 }), back])).toBe(
      `new-tap: 2 times from candidate to target and back\n  2 of 2, target to candidate passed  ${figures}\n`,
    );
  });

  test("text from outside can't control the terminal", () => {
    const text = "\u001b[2Jhi\rthere";
    const all = told([
      ...[started(), finished(1, { status: "failed", reason: text })],
      ...([
        { kind: "warning", text },
        { kind: "note", text },
        { kind: "run-started", notes: [text] },
        { kind: "scenario-finished", scenario: scenario({ status: "unsupported", reason: text }) },
      ] as const),
    ]);
    expect(all).not.toMatch(/\r/);
    expect(all).not.toContain("\u001b");
    expect(all.match(/\\x1b\[2Jhi\nthere/g)).toHaveLength(5);
  });

  test("on a terminal the line that is rewritten fits it, and nothing is drawn at migrate", () => {
    const step = (name: "launch target" | "migrate"): RunEvent => ({
      ...{ kind: "step", scenario: "new-tap", boot: 1, iteration: 3, step: name },
    });
    vi.stubEnv("NO_COLOR", "1");
    const drawn = told([started(), step("launch target")], 24);
    expect(drawn.split("\r\u001b[K").at(-1)?.length).toBe(23);
    expect(told([started(), step("migrate")], 24)).toBe("new-tap: 30 iterations\n");
    vi.stubEnv("TERM", "dumb");
    expect(told([started(), step("launch target"), finished(1)], 80)).not.toContain("\u001b");
  });
});
