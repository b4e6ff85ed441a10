/** Limits on a scenario's figures: how users write them, and whether they are met. */
import { SCENARIO_NAMES } from "../results/names.ts";
import { type Iteration, LARGEST_MS, type Limit, type ScenarioName } from "../results/schema.ts";
import { roundMs } from "./rounding.ts";
import { percentile } from "./statistics.ts";

export type LimitKind = Limit["limit"];

export interface LimitRule extends Pick<Limit, "limit" | "statistic" | "bound"> {
  /** Null: for every scenario without a specific rule for the same statistic. */
  readonly scenario: ScenarioName | null;
}

const LINE = /^(?:(?<scenario>[^\s:=]*)\s*:)?\s*(?:(?<statistic>[^\s:=]*)\s*=)?\s*(?<bound>\S.*)$/;
const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)$/;
const SHARE_OF = { median: 0.5, p95: 0.95, max: 1 } as const;
const STATISTICS = Object.keys(SHARE_OF) as Limit["statistic"][];

/**
 * Reads an input of lines `[scenario:] [median=|p95=|max=]NUMBER`. The default statistic is the median for
 * times and the maximum for lost requests. Each bad line gives a problem that says what was expected; the
 * other lines are read.
 */
export function parseLimits(text: string, kind: LimitKind): { limits: LimitRule[]; problems: string[] } {
  const limits: LimitRule[] = [];
  const problems: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const rule = parseLine(line.trim(), kind);
    if (typeof rule === "string") problems.push(`"${line.trim()}": ${rule}`);
    else if (limits.some((other) => other.scenario === rule.scenario && other.statistic === rule.statistic)) {
      problems.push(`"${line.trim()}": there is another limit for the same scenario and statistic`);
    } else limits.push(rule);
  }
  return { limits, problems };
}

/** The rule of a line, or what is wrong with it. */
function parseLine(line: string, kind: LimitKind): LimitRule | string {
  const { scenario, statistic, bound } = LINE.exec(line)?.groups ?? {};
  const statisticName = statistic ?? (kind === "max-lost" ? "max" : "median");
  if (scenario !== undefined && !isOneOf(SCENARIO_NAMES, scenario)) {
    return `"${scenario}" is not a scenario; expected one of ${SCENARIO_NAMES.join(", ")}`;
  }
  if (!isOneOf(STATISTICS, statisticName)) {
    return `"${statisticName}" is not a statistic; expected one of ${STATISTICS.join(", ")}`;
  }
  const value = Number(bound);
  if (bound === undefined || !NUMBER.test(bound) || value > LARGEST_MS) {
    return "expected [scenario:] [median=|p95=|max=]NUMBER, such as 20 or tap-fd: p95=35.5";
  }
  if (kind !== "max-lost" && value === 0) return "expected more than 0 ms: nothing is that short";
  return { limit: kind, scenario: scenario ?? null, statistic: statisticName, bound: value };
}

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return (names as readonly string[]).includes(name);
}

/**
 * Judges a scenario by its rules. Times count from passed iterations only, losses from all. When both the
 * bound on a time and the value are below twice the noise of most iterations, the limit is `unresolved`,
 * because this machine cannot measure it. So is a bound without a value to compare.
 */
export function judgeLimits(
  rules: readonly LimitRule[],
  scenario: ScenarioName,
  iterations: readonly Judged[],
): Limit[] {
  const own = rules.filter((rule) => rule.scenario === scenario);
  const general = rules.filter(
    (rule) =>
      rule.scenario === null &&
      !own.some(({ limit, statistic }) => limit === rule.limit && statistic === rule.statistic),
  );
  const passed = iterations.filter(({ status }) => status === "passed");
  return [...own, ...general].map(({ limit, statistic, bound }) => {
    const { figure, noise } = FIGURE_OF[limit];
    const known = (figures: readonly (number | null | undefined)[]) =>
      figures.filter((value) => typeof value === "number");
    const values = known((limit === "max-lost" ? iterations : passed).map((one) => one[figure]));
    const value = roundMs(percentile(values, SHARE_OF[statistic]));
    const noises = noise === null ? [] : known(passed.map((one) => one[noise]));
    const unresolved = value === null || inNoise(Math.max(bound, value), noises);
    return {
      limit,
      statistic,
      bound,
      value,
      verdict: unresolved ? "unresolved" : value > bound ? "exceeded" : "met",
    };
  });
}

type Judged = Pick<
  Iteration,
  "status" | "outageMs" | "noiseMs" | "lost" | "requestStallMs" | "requestNoiseMs"
>;

/** The figure that a limit is on, and the noise of that figure. */
const FIGURE_OF = {
  "max-outage-ms": { figure: "outageMs", noise: "noiseMs" },
  "max-request-stall-ms": { figure: "requestStallMs", noise: "requestNoiseMs" },
  "max-lost": { figure: "lost", noise: null },
} as const satisfies Record<LimitKind, { figure: keyof Judged; noise: keyof Judged | null }>;

const inNoise = (ms: number, noises: readonly number[]): boolean =>
  noises.filter((noise) => ms < 2 * noise).length * 2 > noises.length;

/** Why a scenario fails by its limits, or null. With `strict`, unresolved limits fail too. */
export function limitsFault(limits: readonly Limit[], strict: boolean): string | null {
  const faults = limits.flatMap(({ limit, statistic, bound, value, verdict }) => {
    if (verdict === "exceeded") return [`${statistic} of ${value} exceeds ${limit} ${bound}`];
    if (verdict !== "unresolved" || !strict) return [];
    return [
      value === null
        ? `there is no figure to check against ${limit} ${statistic}=${bound}`
        : `${limit} ${statistic}=${bound} can't be judged on this machine: it and the figure are below twice the noise of most iterations`,
    ];
  });
  return faults.length === 0 ? null : faults.join("; ");
}
