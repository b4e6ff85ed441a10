/** Proves: limits are parsed in every form and judged by the right statistic. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeLimits, type LimitRule, limitsFault, parseLimits } from "../../src/measure/limits.ts";
import { SCENARIO_NAMES } from "../../src/results/schema.ts";

const passed = (outageMs: number, noiseMs: number | null = 1, lost: number | null = 0) => ({
  status: "passed" as const,
  outageMs,
  noiseMs,
  lost,
});
const failed = (lost: number | null) => ({ status: "failed" as const, outageMs: 900, noiseMs: 1, lost });
const rule = (more: Partial<LimitRule>): LimitRule => ({
  limit: "max-outage-ms",
  scenario: null,
  statistic: "median",
  bound: 20,
  ...more,
});

describe("parseLimits", () => {
  test("reads every form, with blanks wherever people put them", () => {
    const text = "  25 \n\ntap-fd:12.5\r\n new-tap : p95 = 80\n\tmax=120.\n tap-fd: max=.5\n";
    expect(parseLimits(text, "max-outage-ms")).toEqual({
      problems: [],
      limits: [
        rule({ bound: 25 }),
        rule({ scenario: "tap-fd", bound: 12.5 }),
        rule({ scenario: "new-tap", statistic: "p95", bound: 80 }),
        rule({ statistic: "max", bound: 120 }),
        rule({ scenario: "tap-fd", statistic: "max", bound: 0.5 }),
      ],
    });
  });

  test("means the most of an iteration by a loss", () => {
    expect(parseLimits("0", "max-lost").limits).toEqual([
      rule({ limit: "max-lost", statistic: "max", bound: 0 }),
    ]);
    expect(parseLimits("median=3", "max-lost").limits).toEqual([rule({ limit: "max-lost", bound: 3 })]);
    expect(parseLimits("", "max-lost")).toEqual({ limits: [], problems: [] });
  });

  test.each([
    ["20ms", "expected [scenario:] [median=|p95=|max=]NUMBER"],
    ["-5", "expected [scenario:]"],
    ["1e3", "expected [scenario:]"],
    ["Infinity", "expected [scenario:]"],
    ["9".repeat(400), "expected [scenario:]"],
    ["20 30", "expected [scenario:]"],
    ["tap-fd:", "expected [scenario:]"],
    ["p95=", "expected [scenario:]"],
    ["# 20", "expected [scenario:]"],
    [
      "tap_fd: 20",
      '"tap_fd" is not a scenario; expected one of tap-fd, tap-fd-vhost, new-tap, new-tap-vhost',
    ],
    [": 20", '"" is not a scenario'],
    ["p99=20", '"p99" is not a statistic; expected one of median, p95, max'],
    ["tap-fd: mean=20", '"mean" is not a statistic'],
    ["0", "expected more than 0 ms"],
  ])("%s is a problem", (line, problem) => {
    const { limits, problems } = parseLimits(`max=77\n${line}\n`, "max-outage-ms");
    expect(limits).toEqual([rule({ statistic: "max", bound: 77 })]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`"${line}": `);
    expect(problems[0]).toContain(problem);
  });

  test("names every bad line, and a limit that is given twice", () => {
    const { problems } = parseLimits("x\n20\nmedian=30\ntap-fd: 5\ny", "max-outage-ms");
    expect(problems).toHaveLength(3);
    expect(problems[1]).toContain('"median=30": there is another limit for the same scenario and statistic');
  });

  test("property: what is written is read, and nothing ever throws", () => {
    const line = fc.record({
      scenario: fc.option(fc.constantFrom(...SCENARIO_NAMES)),
      statistic: fc.option(fc.constantFrom("median" as const, "p95" as const, "max" as const)),
      bound: fc.integer({ min: 1, max: 1e6 }).map((value) => value / 100),
    });
    fc.assert(
      fc.property(line, fc.constantFrom("", " ", "\t "), ({ scenario, statistic, bound }, blank) => {
        const text = [
          scenario === null ? "" : `${scenario}${blank}:`,
          statistic === null ? "" : `${statistic}${blank}=`,
          bound,
        ];
        const { limits, problems } = parseLimits(text.join(blank), "max-outage-ms");
        expect(problems).toEqual([]);
        expect(limits).toEqual([rule({ scenario, statistic: statistic ?? "median", bound })]);
      }),
    );
    const noise = fc.string({ unit: fc.constantFrom(..."tap-fd:=9 5.max\n\r\t#"), maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), noise), (text) => {
        const { limits, problems } = parseLimits(text, "max-lost");
        expect(limits.length + problems.length).toBe(
          text.split(/\r?\n/).filter((one) => one.trim() !== "").length,
        );
        for (const { bound } of limits) expect(bound).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("judgeLimits", () => {
  test("judges by the statistic that the rule names", () => {
    const iterations = [passed(10), passed(12), passed(14), passed(16), passed(48)];
    const rules = [
      rule({ bound: 14 }),
      rule({ statistic: "p95", bound: 41.5 }),
      rule({ statistic: "max", bound: 48 }),
    ];
    expect(judgeLimits(rules, "tap-fd", iterations)).toEqual([
      { limit: "max-outage-ms", statistic: "median", bound: 14, value: 14, verdict: "met" },
      { limit: "max-outage-ms", statistic: "p95", bound: 41.5, value: 41.6, verdict: "exceeded" },
      { limit: "max-outage-ms", statistic: "max", bound: 48, value: 48, verdict: "met" },
    ]);
  });

  test("takes a scenario's own rule over the general one of the same statistic, and no other's", () => {
    const rules = [
      rule({ bound: 30 }),
      rule({ statistic: "max", bound: 100 }),
      rule({ scenario: "new-tap", bound: 80 }),
      rule({ limit: "max-lost", statistic: "max", bound: 0 }),
    ];
    const bounds = (scenario: "new-tap" | "tap-fd") =>
      judgeLimits(rules, scenario, [passed(50)]).map(
        ({ limit, statistic, bound }) => `${limit} ${statistic} ${bound}`,
      );
    expect(bounds("new-tap")).toEqual(["max-outage-ms median 80", "max-outage-ms max 100", "max-lost max 0"]);
    expect(bounds("tap-fd")).toEqual(["max-outage-ms median 30", "max-outage-ms max 100", "max-lost max 0"]);
  });

  test("can't judge a bound below twice the noise of most iterations, unless the value is above it", () => {
    const noisy = [passed(5, 11), passed(15, 11), passed(15, 1), passed(15, null)];
    const verdict = (bound: number, iterations = noisy) =>
      judgeLimits([rule({ bound })], "tap-fd", iterations)[0]?.verdict;
    expect(verdict(10)).toBe("unresolved");
    expect(verdict(20)).toBe("unresolved");
    expect(verdict(22)).toBe("met");
    expect(verdict(20, [passed(5, 11), passed(5, 1)])).toBe("met");
    const clear = [passed(60, 11), passed(30, 11), passed(30, 1)];
    expect(verdict(1, clear)).toBe("exceeded");
    expect(verdict(22, clear)).toBe("exceeded");
    expect(verdict(30, clear)).toBe("met");
  });

  test("judges losses however noisy it is, those of failed iterations too, outages of passed ones only", () => {
    const iterations = [passed(10, 50, 0), failed(7), failed(null)];
    const rules = [
      rule({ limit: "max-lost", statistic: "max", bound: 6 }),
      rule({ statistic: "max", bound: 200 }),
    ];
    expect(judgeLimits(rules, "tap-fd", iterations)).toEqual([
      { limit: "max-lost", statistic: "max", bound: 6, value: 7, verdict: "exceeded" },
      { limit: "max-outage-ms", statistic: "max", bound: 200, value: 10, verdict: "met" },
    ]);
  });

  test("leaves open what has no value", () => {
    expect(judgeLimits([rule({})], "tap-fd", [failed(0)])[0]).toMatchObject({
      value: null,
      verdict: "unresolved",
    });
  });

  test("property: a looser bound is never judged worse, and without noise every bound is judged", () => {
    const rank = { exceeded: 0, unresolved: 1, met: 2 };
    const iterations = fc.array(
      fc.record({ outageMs: fc.integer({ min: 1, max: 100 }), noiseMs: fc.integer({ min: 0, max: 60 }) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(iterations, fc.integer({ min: 1, max: 120 }), fc.nat(50), (figures, bound, looser) => {
        const judge = (at: number, noise: boolean) =>
          judgeLimits(
            [rule({ bound: at })],
            "tap-fd",
            figures.map(({ outageMs, noiseMs }) => passed(outageMs, noise ? noiseMs : 0)),
          )[0]?.verdict ?? "unresolved";
        expect(rank[judge(bound + looser, true)]).toBeGreaterThanOrEqual(rank[judge(bound, true)]);
        expect(judge(bound, false)).not.toBe("unresolved");
      }),
    );
  });
});

describe("limitsFault", () => {
  const limits = [
    ...judgeLimits([rule({ bound: 20 })], "tap-fd", [passed(30, 4)]),
    ...judgeLimits([rule({ statistic: "max", bound: 5 })], "tap-fd", [passed(7, 4)]),
    ...judgeLimits([rule({ limit: "max-lost", statistic: "max", bound: 0 })], "tap-fd", [passed(30, 4, 0)]),
  ];

  test("is about what is exceeded, and with strict also about what can't be told", () => {
    expect(limitsFault(limits, false)).toBe("median of 30 exceeds max-outage-ms 20");
    expect(limitsFault(limits, true)).toBe(
      "median of 30 exceeds max-outage-ms 20; max-outage-ms max=5 can't be judged on this machine: it and the figure are below twice the noise of most iterations",
    );
  });

  test("is null when all is met, or nothing asked", () => {
    expect(limitsFault(limits.slice(2), true)).toBeNull();
    expect(limitsFault([], true)).toBeNull();
    expect(limitsFault(judgeLimits([rule({})], "tap-fd", []), false)).toBeNull();
    expect(limitsFault(judgeLimits([rule({})], "tap-fd", []), true)).toContain("there is no figure to check");
  });
});
