import { afterAll, describe, expect, test } from "vitest";
import { makeStandIn, type StandInConfig } from "../fakes/stand-in.ts";
import { leftovers, readResults, runCli, temporaryFolder } from "./product.ts";

// Two builds in one run: their guests live side by side, each in its namespace.

const LONG_MS = 240_000;
const PAIRS = 9;

afterAll(() => expect(leftovers()).toEqual([]));

async function compared(baseline: StandInConfig, candidate: StandInConfig, ...more: string[]) {
  using out = temporaryFolder();
  using a = makeStandIn(baseline);
  using b = makeStandIn(candidate);
  const ended = await runCli([
    ...["run", "--accel", "tcg", "--memory", "128M", "--scenarios", "tap-fd", "--seed", "7"],
    ...[
      "--baseline-qemu",
      a.path,
      "--qemu",
      b.path,
      "--iterations",
      String(PAIRS),
      "--out",
      out.path,
      ...more,
    ],
  ]);
  return { ended, results: readResults(out.path) };
}

// They mostly wait: all at once.
describe.concurrent("A/B", () => {
  test("a build against itself is not called slower or faster", { timeout: LONG_MS }, async () => {
    const { ended, results } = await compared({ freezeMs: 80 }, { freezeMs: 80 });
    expect(ended.status, ended.stderr).toBe(0);
    const [comparison] = results.comparison;
    expect(comparison).toMatchObject({ scenario: "tap-fd", pairs: PAIRS, maxRegressionPercent: 20 });
    expect(["same", "inconclusive"]).toContain(comparison?.verdict);
    expect(results.builds.map(({ role }) => role)).toEqual(["candidate", "baseline"]);

    const of = (build: string) => results.scenarios.find((scenario) => scenario.build === build);
    for (const scenario of [of("candidate"), of("baseline")]) {
      expect(scenario?.bootMs).toHaveLength(3);
      expect(scenario?.iterations.map(({ pair }) => pair)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(scenario?.iterations.map(({ boot }) => boot)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
    }
  });

  test("one that freezes for a quarter longer is slower, and that fails the run", {
    timeout: LONG_MS,
  }, async () => {
    const { ended, results } = await compared({ freezeMs: 80 }, { freezeMs: 102 });
    expect(results.comparison).toMatchObject([{ scenario: "tap-fd", pairs: PAIRS, verdict: "slower" }]);
    expect(ended.status).toBe(1);
    expect(results).toMatchObject({ conclusion: "failed", reason: "slower than the baseline: tap-fd" });
    expect(results.scenarios.map(({ status }) => status)).toEqual(["passed", "passed"]);
  });

  test("with more allowed, it is not", { timeout: LONG_MS }, async () => {
    const { ended, results } = await compared(
      ...([{ freezeMs: 80 }, { freezeMs: 102 }, "--max-regression-percent", "60"] as const),
    );
    expect(results.comparison).toMatchObject([{ verdict: "same", maxRegressionPercent: 60 }]);
    expect(ended.status, ended.stderr).toBe(0);
  });

  test("a baseline that can't do it is unsupported, and the candidate is run alone", {
    timeout: LONG_MS,
  }, async () => {
    const { ended, results } = await compared({ dialect: "none" }, {}, "--unsupported", "skip");
    expect(ended.status, ended.stderr).toBe(0);
    expect(results.comparison).toEqual([]);
    expect(results.scenarios).toMatchObject([
      { build: "candidate", status: "passed" },
      { build: "baseline", status: "unsupported" },
    ]);
    expect(results.scenarios[0]?.iterations).toHaveLength(PAIRS);
  });

  test("a failed iteration ends both chains, is counted, and both go on from a new boot", {
    timeout: LONG_MS,
  }, async () => {
    const { ended, results } = await compared(
      { freezeMs: 20 },
      { freezeMs: 20, faults: [{ side: "target", step: "load", kind: "fail", nth: 2 }] },
    );
    expect(ended.status).toBe(1);
    const [candidate, baseline] = results.scenarios;
    expect(candidate?.iterations.map(({ status }) => status)).toEqual(
      Array.from({ length: PAIRS }, (_, index) => (index === 1 ? "failed" : "passed")),
    );
    expect(candidate?.iterations[1]?.evidence.map(({ what }) => what)).toContain("QMP");
    expect(baseline?.iterations.map(({ pair }) => pair)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(candidate?.iterations[2]).toMatchObject({ boot: 2, index: 1 });
    expect(baseline?.iterations[2]).toMatchObject({ boot: 2, index: 1 });
    expect(results.comparison).toMatchObject([{ pairs: PAIRS - 1 }]);
  });

  test("a guest that does not come up ends the scenario for both", { timeout: LONG_MS }, async () => {
    const { results } = await compared(
      { faults: [{ side: "source", step: "boot", kind: "die", nth: 1, message: "no more" }] },
      {},
    );
    expect(results.conclusion).toBe("failed");
    expect(results.scenarios.find(({ build }) => build === "baseline")).toMatchObject({
      status: "failed",
      reason: expect.stringContaining("the guest did not come up"),
    });
    expect(results.scenarios.find(({ build }) => build === "candidate")).toMatchObject({
      status: "skipped",
      reason: expect.stringContaining("the guest of the baseline did not come up"),
    });
  });
});

test("a way there and back in one chain, with figures for each direction", { timeout: LONG_MS }, async () => {
  using out = temporaryFolder();
  using from = makeStandIn();
  using to = makeStandIn({ version: "11.1.0" });
  const ended = await runCli([
    ...["run", "--accel", "tcg", "--memory", "128M", "--scenarios", "tap-fd", "--round-trip", "true"],
    ...["--qemu", from.path, "--target-qemu", to.path, "--iterations", "3", "--out", out.path],
  ]);
  expect(ended.status, ended.stderr).toBe(0);
  const { scenarios } = readResults(out.path);
  expect(
    scenarios.map(({ build, iterations }) => [build, iterations.map((i) => [i.boot, i.index, i.from, i.to])]),
  ).toEqual([
    ["candidate", [1, 2, 3].map((boot) => [boot, 1, "candidate", "target"])],
    ["target", [1, 2, 3].map((boot) => [boot, 2, "target", "candidate"])],
  ]);
  expect(scenarios.map(({ stats }) => stats?.outageMs.n)).toEqual([3, 3]);
});

test("out of time: what was done counts, the rest is skipped, and it is said what it was at", {
  timeout: LONG_MS,
}, async () => {
  using out = temporaryFolder();
  using standIn = makeStandIn();
  const ended = await runCli([
    ...["run", "--accel", "tcg", "--memory", "128M", "--scenarios", "tap-fd,new-tap", "--qemu", standIn.path],
    ...["--iterations", "1000", "--timeout-minutes", "0.2", "--out", out.path],
  ]);
  expect(ended.status).toBe(1);
  const { conclusion, reason, scenarios } = readResults(out.path);
  expect(conclusion).toBe("failed");
  expect(reason).toMatch(/^out of time: timeout-minutes 0\.2 is over, at tap-fd, boot 1, iteration \d+: /);
  expect(scenarios.map(({ status }) => status)).toEqual(["skipped", "skipped"]);
  expect(scenarios[0]?.iterations.length).toBeGreaterThan(0);
});
