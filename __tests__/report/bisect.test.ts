/** Proves: each outcome of a run gets the exit status that git bisect run needs, and one line that says why. */
import { describe, expect, test } from "vitest";
import { ConfigurationError, UnfitHostError } from "../../src/base/errors.ts";
import { limitsFault } from "../../src/measure/limits.ts";
import { bisectVerdict } from "../../src/report/bisect.ts";
import { bisectFault, bisectLine } from "../../src/report/bisect-line.ts";
import type { Comparison, Limit, Results, Scenario } from "../../src/results/schema.ts";
import { iteration, results, scenario, unsupported } from "./made-up.ts";

const BOUND = { "max-outage-ms": "20" };
const NO_DIALECT = "this QEMU has no local migration of TAP backends";

const limit = (given: Partial<Limit> = {}): Limit => ({
  ...{ limit: "max-outage-ms", statistic: "median", bound: 20, value: 10.5, verdict: "met" },
  ...given,
});

const comparison = (verdict: Comparison["verdict"], given: Partial<Comparison> = {}): Comparison => ({
  ...{ scenario: "new-tap", pairs: 30, medianA: 12.1, medianB: 16, deltaMs: 3.9, deltaCi95: [3, 5] },
  ...{ p: 0.0004, maxRegressionPercent: 20, verdict, iterationsToDecide: null },
  ...given,
});

const failedIteration = iteration({ status: "failed", reason: "migrate: failed", outageMs: null, lost: 900 });

const exceeded = scenario({
  status: "failed",
  reason: "median of 35.1 exceeds max-outage-ms 20",
  limits: [limit({ value: 35.1, verdict: "exceeded" })],
});

const failed = (given: Partial<Scenario> = {}) =>
  scenario({
    status: "failed",
    reason: "1 of 2 iterations failed, the first: migrate: failed",
    iterations: [iteration(), failedIteration],
    ...given,
  });

const notBooted = (given: Partial<Scenario> = {}) =>
  scenario({
    ...{ status: "failed", reason: "the guest did not come up: boot guest: QEMU died\nlast words" },
    ...{ iterations: [], stats: null },
    ...given,
  });

const builds = (["candidate", "baseline"] as const).map((role) => ({
  ...{ role, path: `/qemu/${role}`, version: "11.0.50", dialect: null, traced: false },
}));

/** A run as an A/B. */
const compared = (given: Partial<Results>) =>
  results({ builds, scenarios: [scenario(), scenario({ build: "baseline" })], ...given });

const failedRun = (reason: string) => ({ conclusion: "failed", reason }) as const;

const statusAndLine = (of: Results, ...more: [Parameters<typeof bisectVerdict>[1]?]) => {
  const verdict = bisectVerdict(of, ...more);
  return [verdict.status, bisectLine(verdict)] as const;
};

describe("without baseline and limits", () => {
  test("passed: good", () => {
    expect(statusAndLine(results())).toEqual([
      0,
      "bisect: good (0): every migration passed; worst median outage 20.3 ms (new-tap, 1 iteration, kvm)",
    ]);
  });

  test("a failed iteration: bad", () => {
    expect(statusAndLine(results({ ...failedRun("failed: new-tap"), scenarios: [failed()] }))).toEqual([
      1,
      "bisect: bad (1): new-tap: 1 of 2 iterations failed: migrate: failed",
    ]);
  });

  test("a guest that does not come up: bad, in one line", () => {
    expect(statusAndLine(results({ ...failedRun("failed: new-tap"), scenarios: [notBooted()] }))).toEqual([
      1,
      "bisect: bad (1): new-tap: the guest did not come up: boot guest: QEMU died",
    ]);
  });

  test("a way back that was not reached does not hide the way there, which failed", () => {
    const back = scenario({ build: "target", status: "skipped", reason: "no migration", iterations: [] });
    const run = results({ ...failedRun("failed: new-tap"), scenarios: [failed(), back] });
    expect(bisectVerdict(run).status).toBe(1);
  });

  test("a scenario that was not reached for another reason: cannot be judged", () => {
    const skipped = scenario({ status: "skipped", reason: "not reached", iterations: [] });
    expect(bisectVerdict(results({ scenarios: [scenario(), skipped] }))).toEqual({
      ...{ status: 125, sentence: "new-tap: not reached" },
    });
  });
});

describe("limits", () => {
  test("met: good", () => {
    expect(statusAndLine(results({ inputs: BOUND, scenarios: [scenario({ limits: [limit()] })] }))).toEqual([
      0,
      "bisect: good (0): every limit met; worst median outage 20.3 ms (new-tap, 1 iteration, kvm)",
    ]);
  });

  test("exceeded: bad", () => {
    expect(
      statusAndLine(results({ ...failedRun("failed: new-tap"), inputs: BOUND, scenarios: [exceeded] })),
    ).toEqual([1, "bisect: bad (1): new-tap: median outage 35.1 ms, 15.1 ms above the limit of 20 ms"]);
  });

  test.each([
    ["without strict", "passed", null],
    [
      "with strict, which fails the scenario",
      "failed",
      limitsFault([limit({ verdict: "unresolved" })], true),
    ],
  ] as const)("below the noise of this machine: cannot be judged, %s", (_, status, reason) => {
    const noisy = scenario({ status, reason, limits: [limit({ verdict: "unresolved" })] });
    expect(bisectVerdict(results({ inputs: BOUND, scenarios: [noisy] }))).toEqual({
      status: 125,
      sentence:
        "new-tap: median outage 10.5 ms: the limit of 20 ms can't be judged on this machine, because both are below twice the noise of most iterations",
    });
  });

  test("nothing measured for it: cannot be judged", () => {
    const none = scenario({ limits: [limit({ value: null, verdict: "unresolved" })] });
    expect(bisectVerdict(results({ inputs: BOUND, scenarios: [none] })).status).toBe(125);
  });

  test("exceeded in one scenario and not judged in another: bad", () => {
    const noisy = scenario({ name: "tap-fd", limits: [limit({ verdict: "unresolved" })] });
    const run = results({
      ...failedRun("failed: new-tap"),
      ...{ inputs: BOUND, scenarios: [noisy, exceeded] },
    });
    expect(bisectVerdict(run)).toMatchObject({ status: 1, sentence: expect.stringMatching(/^new-tap: /) });
  });

  test.each([
    [
      "an iteration that failed",
      failed({ limits: [limit()], iterations: [iteration({ outageMs: 10.5 }), failedIteration] }),
    ],
    ["a guest that did not come up", notBooted({ limits: [limit({ value: null, verdict: "unresolved" })] })],
  ])("%s: cannot be judged", (_, scenarioOfIt) => {
    const run = results({ ...failedRun("failed: new-tap"), inputs: BOUND, scenarios: [scenarioOfIt] });
    expect(bisectVerdict(run)).toMatchObject({ status: 125 });
  });

  test("a failed iteration's losses are not held against max-lost", () => {
    const limits = [
      limit({ limit: "max-lost", statistic: "max", bound: 5, value: 900, verdict: "exceeded" }),
    ];
    const run = results({
      ...failedRun("failed: new-tap"),
      ...{ inputs: { "max-lost": "5" }, scenarios: [failed({ limits })] },
    });
    expect(bisectVerdict(run)).toEqual({
      ...{ status: 125, sentence: "new-tap: 1 of 2 iterations failed: migrate: failed" },
    });
  });

  test("a failed iteration beside an outage over the limit: bad", () => {
    const limits = [limit({ bound: 15, value: 20.25, verdict: "exceeded" })];
    const run = results({
      ...failedRun("failed: new-tap"),
      ...{ inputs: { "max-outage-ms": "15" }, scenarios: [failed({ limits })] },
    });
    expect(bisectVerdict(run).status).toBe(1);
  });

  test("for a scenario that this build cannot run: cannot be judged, though the run passed", () => {
    const inputs = { "max-outage-ms": "tap-fd: 20\nnew-tap: 30" };
    const run = results({ inputs, scenarios: [unsupported(NO_DIALECT), scenario({ limits: [limit()] })] });
    expect(bisectVerdict(run)).toEqual({ status: 125, sentence: `tap-fd is unsupported: ${NO_DIALECT}` });
  });

  test("for no scenario of the run: the bisection stops", () => {
    expect(bisectVerdict(results({ inputs: { "max-outage-ms": "tap-fd: 20" } }))).toEqual({
      ...{ status: 128, sentence: "no limit is for a scenario of this run" },
    });
  });
});

describe("a baseline", () => {
  test.each(["same", "faster"] as const)("%s: good", (verdict) => {
    expect(statusAndLine(compared({ comparison: [comparison(verdict)] }))).toEqual([
      0,
      "bisect: good (0): not slower than the baseline; worst median outage 20.3 ms (new-tap, 1 iteration, kvm)",
    ]);
  });

  test("slower: bad", () => {
    const run = compared({
      ...failedRun("slower than the baseline: new-tap"),
      comparison: [comparison("slower")],
    });
    expect(statusAndLine(run)).toEqual([
      1,
      "bisect: bad (1): new-tap is slower than the baseline: 12.1 ms → 16.0 ms (+32 %)",
    ]);
  });

  test("inconclusive: cannot be judged, with how many pairs would do", () => {
    const run = compared({ comparison: [comparison("inconclusive", { iterationsToDecide: 81 })] });
    expect(statusAndLine(run)).toEqual([
      125,
      "bisect: cannot be judged (125): new-tap: 12.1 ms → 16.0 ms (+32 %, p = 0.0004, 30 pairs): inconclusive; about 81 pairs would probably decide",
    ]);
  });

  test("slower in one scenario, inconclusive in another: bad", () => {
    const run = compared({
      comparison: [comparison("inconclusive", { scenario: "tap-fd" }), comparison("slower")],
    });
    expect(bisectVerdict(run).status).toBe(1);
  });

  test("not slower, but over a limit: bad", () => {
    const run = compared({
      ...failedRun("failed: new-tap"),
      ...{ inputs: BOUND, scenarios: [exceeded, scenario({ build: "baseline" })] },
      comparison: [comparison("same")],
    });
    expect(bisectVerdict(run).status).toBe(1);
  });

  test("a failed iteration of either build: cannot be judged", () => {
    for (const build of ["candidate", "baseline"] as const) {
      const other = scenario({ build: build === "candidate" ? "baseline" : "candidate" });
      const run = compared({
        ...failedRun("failed: new-tap"),
        ...{ scenarios: [failed({ build }), other], comparison: [comparison("faster")] },
      });
      expect(bisectVerdict(run).status, build).toBe(125);
    }
  });

  test("the candidate's guest does not come up: cannot be judged", () => {
    const waiting = scenario({ build: "baseline", status: "skipped", reason: "not reached", iterations: [] });
    const run = compared({
      ...failedRun("failed: new-tap"),
      ...{ scenarios: [notBooted(), waiting], comparison: [comparison("inconclusive", { medianA: null })] },
    });
    expect(bisectVerdict(run).status).toBe(125);
  });

  test.each([
    ["does not come up", notBooted({ build: "baseline" })],
    ["never migrates", failed({ build: "baseline", iterations: [failedIteration] })],
  ])("its own guest %s: the bisection stops", (_, baseline) => {
    const waiting = scenario({ status: "skipped", reason: "not reached", iterations: [] });
    const run = compared({
      ...failedRun("failed: new-tap (baseline)"),
      ...{ scenarios: [waiting, baseline], comparison: [comparison("inconclusive", { medianA: null })] },
    });
    expect(bisectVerdict(run)).toMatchObject({
      ...{ status: 128, sentence: expect.stringMatching(/^new-tap \(baseline\): /) },
    });
  });

  test("it can run no scenario: the bisection stops", () => {
    const baseline = scenario({ build: "baseline", status: "unsupported", iterations: [], stats: null });
    expect(bisectVerdict(compared({ scenarios: [scenario(), baseline] }))).toEqual({
      ...{ status: 128, sentence: "the baseline can run none of the scenarios" },
    });
  });

  test("it can run a scenario that the candidate cannot: cannot be judged", () => {
    const run = compared({
      scenarios: [
        unsupported(NO_DIALECT),
        scenario({ name: "tap-fd", build: "baseline" }),
        scenario(),
        scenario({ build: "baseline" }),
      ],
      comparison: [comparison("same")],
    });
    expect(bisectVerdict(run).status).toBe(125);
  });
});

describe("unsupported scenarios", () => {
  const named = { ...failedRun("unsupported: tap-fd"), inputs: { scenarios: "tap-fd" } };

  test("named by the user: cannot be judged", () => {
    expect(statusAndLine(results({ ...named, scenarios: [unsupported(NO_DIALECT)] }))).toEqual([
      125,
      `bisect: cannot be judged (125): tap-fd is unsupported: ${NO_DIALECT}`,
    ]);
  });

  test("named, and this host is what lacks something: the bisection stops", () => {
    const run = results({ ...named, scenarios: [unsupported("/dev/vhost-net is missing")] });
    expect(bisectVerdict(run, { stopped: null, unfit: ["tap-fd"] }).status).toBe(128);
  });

  test("of the default four: they do not count", () => {
    expect(bisectVerdict(results({ scenarios: [unsupported(NO_DIALECT), scenario()] })).status).toBe(0);
  });

  test("nothing but those: cannot be judged", () => {
    const run = results({
      ...failedRun("no iteration was measured"),
      scenarios: [unsupported(NO_DIALECT)],
    });
    expect(bisectVerdict(run)).toEqual({ status: 125, sentence: "no iteration was measured" });
  });
});

describe("what says nothing about any commit stops the bisection", () => {
  const refusal = (onlyTheBuild: boolean) =>
    new UnfitHostError({
      faults: [{ found: "there is no file /qemu", mend: null, besides: null }],
      doctorFlags: [],
      onlyTheBuild,
    });

  test.each([
    "cancelled (SIGINT)",
    "out of time: timeout-minutes 60 is over, at new-tap, boot 1",
    "ended by a defect of tap-migration: x is not a function",
  ])("%s", (stopped) => {
    const run = results({ ...failedRun(stopped), inputs: BOUND, scenarios: [exceeded] });
    expect(statusAndLine(run, { stopped, unfit: [] })).toEqual([128, `bisect: stop (128): ${stopped}`]);
  });

  test.each([
    [new ConfigurationError("qemu: bad input")],
    [refusal(false)],
    [new TypeError("x is not a function")],
    ["anything"],
  ])("an error before the run: %s", (error) => {
    expect(bisectFault(error).status).toBe(128);
  });

  test("but not a build that cannot be run", () => {
    expect(bisectLine(bisectFault(refusal(true)))).toBe(
      "bisect: cannot be judged (125): this QEMU cannot be run",
    );
  });
});
