/** The outcome of a run in sentences of plain text: for the job summary, annotations, and the terminal. */
import type { Comparison, FigureComparison, Limit, Results, Scenario } from "../results/schema.ts";
import { count, inMs, labelOf, measuredText, msFigure, stallMs, worstScenario } from "./figures.ts";

export const TCG_SENTENCE = "Figures under TCG show whether migration works, not how long it takes.";

/** Example: "tap-fd: 12.1 ms → 16.0 ms (+32 % by pairs, 95 % interval +28 to +36 %, p = 0.0004, 30 pairs): slower". */
export function comparisonSentence(comparison: Comparison): string {
  const { scenario, pairs, auto } = comparison;
  // Cut short before the first look, there is none to tell of.
  const looks = auto == null || auto.looks === 0 ? [] : [count(auto.looks, "look")];
  const more = auto == null || auto.ended === null ? "" : AUTO_ENDS[auto.ended];
  return `${scenario}: ${changeText(comparison, inMs, [count(pairs, "pair"), ...looks])}${more}`;
}

/** Why no more pairs were added; nothing when the verdict stood. */
const AUTO_ENDS = {
  decided: "",
  pairs: "; as many pairs as iterations: auto takes",
  time: "; timeout-minutes leaves no time for more pairs",
} as const satisfies Record<NonNullable<NonNullable<Comparison["auto"]>["ended"]>, string>;

type Compared = Omit<FigureComparison, "figure">;

/** A comparison without its name; `inUnit` formats a figure, `evidence` says what more it rests on. */
export function changeText(
  compared: Compared,
  inUnit: (figure: number) => string,
  evidence: readonly string[] = [],
): string {
  const { medianA, medianB, verdict, iterationsToDecide } = compared;
  const change = changePercent(compared);
  if (medianA === null || medianB === null || change === null)
    return "nothing to compare, because one of the builds has no figures";
  const interval = ratioInterval(compared);
  const p = pText(compared);
  const inBrackets = [
    // It is not that of the medians beside it.
    compared.ratio == null ? change : `${change} by pairs`,
    ...(interval === null ? [] : [`95 % interval ${interval}`]),
    ...(p === null ? [] : [p]),
    ...evidence,
  ];
  const more =
    iterationsToDecide === null
      ? ""
      : `; about ${Number(iterationsToDecide.toPrecision(2))} pairs would probably decide`;
  return `${inUnit(medianA)} → ${inUnit(medianB)} (${inBrackets.join(", ")}): ${verdict}${more}`;
}

/**
 * How much larger the candidate's figure is, by the pairs' ratios, else (in files of earlier versions) by the medians: "+32 %"; null
 * without both medians.
 */
export function changePercent({
  medianA,
  medianB,
  ratio,
}: Pick<Comparison, "medianA" | "medianB" | "ratio">): string | null {
  if (medianA === null || medianB === null) return null;
  if (ratio != null) return percentText(ratio);
  if (medianA === 0) return medianB === 0 ? "±0 %" : "from nothing";
  return percentText(medianB / medianA);
}

/** The 95 % interval of the change: "+28 to +36 %"; null when there is none. */
export function ratioInterval({ ratioCi95 }: Pick<Comparison, "ratioCi95">): string | null {
  if (ratioCi95 == null) return null;
  return `${percentText(ratioCi95[0]).replace(" %", "")} to ${percentText(ratioCi95[1])}`;
}

function percentText(ratio: number): string {
  const percent = Math.round((ratio - 1) * 100);
  return percent === 0 ? "±0 %" : `${percent < 0 ? "−" : "+"}${Math.abs(percent)} %`;
}

/** The p that the verdict rests on: "p = 0.0004"; null when there is none. */
export function pText({
  p,
  pairedP,
  holmP,
}: Pick<FigureComparison, "p" | "pairedP" | "holmP">): string | null {
  // Only files of earlier versions lack it; it is null without pairs.
  const own = holmP ?? (pairedP === undefined ? p : pairedP);
  if (own === null) return null;
  if (own < 0.0001) return "p < 0.0001";
  return `p = ${own < 0.01 ? own.toFixed(4) : own.toFixed(2)}`;
}

interface Limited {
  readonly of: (statistic: Limit["statistic"]) => string;
  readonly amount: (number: number) => string;
  readonly unit: string;
}

const LIMITED: Readonly<Record<Limit["limit"], Limited>> = {
  "max-outage-ms": { of: (statistic) => `${statistic} outage`, amount: inMs, unit: " ms" },
  "max-request-stall-ms": { of: (statistic) => `${statistic} request stall`, amount: stallMs, unit: " ms" },
  "max-lost": {
    of: (statistic) => `requests lost (${statistic})`,
    amount: (number) => String(Math.round(number * 100) / 100),
    unit: "",
  },
};

/** Example: "median outage 35.1 ms, 15.1 ms above the limit of 20 ms". */
export function limitSentence({ limit, statistic, bound, value, verdict }: Limit): string {
  const { of, amount, unit } = LIMITED[limit];
  const what = of(statistic);
  const bounded = `the limit of ${bound}${unit}`;
  if (verdict === "unresolved") {
    return value === null
      ? `${what}: there is no figure to check against ${bounded}`
      : `${what} ${amount(value)}: ${bounded} can't be judged on this machine, because both are below twice the noise of most iterations`;
  }
  const difference = (value ?? 0) - bound;
  const place = verdict === "exceeded" ? `${amount(difference)} above` : "within";
  return `${what} ${amount(value ?? 0)}, ${place} ${bounded}`;
}

/** The run itself writes this reason: a scenario's figures do not show it. */
const NO_GUEST = "the guest did not come up: ";

/**
 * Why a scenario failed, and by how much: one clause per fault. With the input `strict`, a limit that cannot
 * be judged is a fault too.
 */
export function faultsOf({ status, reason, iterations, limits }: Scenario, { inputs }: Results): string[] {
  if (status !== "failed") return [];
  if (reason?.includes(NO_GUEST)) return [reason];
  const failed = iterations.filter((iteration) => iteration.status === "failed");
  const faults = [
    ...(failed.length === 0
      ? []
      : [
          `${failed.length} of ${count(iterations.length, "iteration")} failed: ${failed[0]?.reason ?? "no reason was noted"}`,
        ]),
    ...limits
      .filter(
        ({ verdict }) => verdict === "exceeded" || (verdict === "unresolved" && inputs.strict === "true"),
      )
      .map(limitSentence),
  ];
  return faults.length > 0 ? faults : [reason ?? "no reason was noted"];
}

/** Why a run failed: the text after "failed: ". */
export const reasonOf = ({ reason }: Results): string =>
  (reason ?? "no reason was noted").replace(/^failed: /, "");

/** Example: "1 of 4 scenarios measured, 3 unsupported"; null when all were measured. */
export function measuredSentence({ scenarios }: Results): string | null {
  const measured = scenarios.filter(({ iterations }) => iterations.length > 0).length;
  if (measured === scenarios.length) return null;
  const others = (["failed", "unsupported", "skipped"] as const).flatMap((status) => {
    const number = scenarios.filter((one) => one.status === status && one.iterations.length === 0).length;
    return number === 0 ? [] : [`${number} ${status}`];
  });
  return [`${measured} of ${count(scenarios.length, "scenario")} measured`, ...others].join(", ");
}

/** Examples: "passed: 1 of 4 scenarios measured, 3 unsupported" and "failed: new-tap". */
export function verdictText(results: Results): string {
  const measured = measuredSentence(results);
  if (results.conclusion === "failed") return `failed: ${reasonOf(results)}`;
  return measured === null ? "passed" : `passed: ${measured}`;
}

export interface RunFaults {
  /** Faults of the whole run: cancelled, out of time, unsupported. */
  readonly general: readonly string[];
  /** One sentence per faulty scenario, saying by how much. */
  readonly scenarios: readonly string[];
}

/** Why the run failed; both empty when it passed. */
export function runFaults(results: Results): RunFaults {
  const { conclusion, scenarios, comparison, reason } = results;
  if (conclusion === "passed") return { general: [], scenarios: [] };
  return {
    // The other parts only name scenarios, and those have a sentence of their own below.
    general: (reason ?? "no reason was noted")
      .split("; ")
      .filter((part) => !/^(failed|slower than the baseline): /.test(part)),
    scenarios: [
      ...scenarios.flatMap((scenario) => {
        const faults = faultsOf(scenario, results);
        return faults.length === 0 ? [] : [`${labelOf(scenario, results)}: ${faults.join("; ")}`];
      }),
      ...comparison.filter(({ verdict }) => verdict === "slower").map(comparisonSentence),
    ],
  };
}

/** Example: "worst median outage 35.1 ms (new-tap, 29 of 30 iterations, kvm)"; null when nothing was measured. */
export function worstOutageSentence(results: Results): string | null {
  const worst = worstScenario(results);
  const outage = worst?.stats?.outageMs;
  if (worst === null || outage === undefined || outage.median === null) return null;
  return `worst median outage ${inMs(outage.median)} (${labelOf(worst, results)}, ${measuredText(worst)}, ${results.accel})`;
}

/** The gaps on this host's network without any migration; null when they were not measured. */
export function controlSentence({ control, accel }: Results): string | null {
  if (control === null) return null;
  const { n, median, p95, max } = control.longestGapMs;
  return `Without migration (${n} ${n === 1 ? "stretch" : "stretches"} of ${control.stretchMs / 1000} s, ${accel}): longest gap median ${msFigure(median)}, p95 ${msFigure(p95)}, max ${msFigure(max)} ms.`;
}

/** Says that the probe is coarser than fping; null when fping was used. */
export function coarseProbeSentence({ probe: { tool, resolutionMs } }: Results): string | null {
  return tool === "fping"
    ? null
    : `fping is not installed, so ${tool} was used, which cannot see an outage below ${2 * resolutionMs} ms. Install fping.`;
}

/** Who ran the commands for root. */
const PRIVILEGES = {
  root: "root",
  sudo: "sudo",
  none: "none: in namespaces of an ordinary user",
} as const satisfies Record<NonNullable<Results["privilege"]>, string>;

/** Where and how the run was measured: names and values. */
export function runFacts(results: Results): [name: string, value: string][] {
  const { host, accel, privilege, guest, probe, seed, startedAt, durationMs } = results;
  return [
    ["host", `${host.cpu}, ${host.cores} cores, Linux ${host.kernel}`],
    ["accelerator", accel],
    ...(privilege === undefined ? [] : [["privilege", PRIVILEGES[privilege]] satisfies [string, string]]),
    ["guest", guest],
    ["probe", `${probe.tool}, a request every ${probe.periodMs} ms, resolution ${probe.resolutionMs} ms`],
    ["begun", startedAt],
    ["took", `${(durationMs / 1000).toFixed(0)} s`],
    ["seed", String(seed)],
  ];
}
