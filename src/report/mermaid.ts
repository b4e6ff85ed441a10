/**
 * Drawings for Mermaid, which GitHub renders: https://mermaid.js.org/syntax/xyChart.html and gantt.html. They
 * contain only our own words and numbers, no text from outside: QEMU's events are looked up by name, never
 * copied.
 */
import type { Iteration, Results, Scenario, Statistics, TimelineEvent } from "../results/schema.ts";
import { inMs, labelOf } from "./figures.ts";
import { beganEarly } from "./findings.ts";

/**
 * From back to front: each bar covers a part of the one before. The colours differ in GitHub's light and dark
 * themes.
 */
const SERIES = [
  { statistic: "max", colour: "#bcd7f5" },
  { statistic: "p95", colour: "#6ba6e8" },
  { statistic: "median", colour: "#1f5fb0" },
] as const;

/** Bars of median, p95 and max for each measured scenario; null when nothing was measured. */
export const outageChart = (results: Results): string | null =>
  barChart(results, "outage", ({ stats }) => stats?.outageMs);

/** The same of request stalls; null without connections. */
export const stallChart = (results: Results): string | null =>
  barChart(results, "request stall", ({ stats }) => stats?.requestStallMs);

function barChart(
  results: Results,
  name: string,
  pick: (scenario: Scenario) => Statistics | undefined,
): string | null {
  const measured = results.scenarios.flatMap((scenario) => {
    const figures = pick(scenario);
    return figures === undefined || figures.n === 0 ? [] : [{ label: labelOf(scenario, results), figures }];
  });
  if (measured.length === 0) return null;
  const largest = measured.reduce((most, { figures }) => Math.max(most, figures.max ?? 0), 0);
  const setup = {
    xyChart: { width: 900, height: 110 + 46 * measured.length },
    themeVariables: {
      xyChart: {
        // The dark theme's default is a grey box.
        backgroundColor: "transparent",
        plotColorPalette: SERIES.map(({ colour }) => colour).join(", "),
      },
    },
  };
  return [
    `%%{init: ${JSON.stringify(setup)}}%%`,
    "xychart-beta horizontal",
    `  x-axis [${measured.map(({ label }) => `"${label}"`).join(", ")}]`,
    `  y-axis "${name}, ms (${results.accel})" 0 --> ${decimal(Math.max(largest * 1.05, 0.1))}`,
    ...SERIES.map(
      ({ statistic }) =>
        `  bar "${statistic}" [${measured.map(({ figures }) => decimal(figures[statistic] ?? 0)).join(", ")}]`,
    ),
  ].join("\n");
}

/** Mermaid does not read exponents. */
const decimal = (value: number) => value.toFixed(3).replace(/\.?0+$/, "");

interface Bar {
  readonly text: string;
  /** Mermaid's tag for the colour. Not `active`: its text cannot be read in the dark theme. */
  readonly tag: "crit" | "done" | "plain";
  readonly fromMs: number | null;
  readonly untilMs: number | null;
}

/**
 * An iteration from `migrate` to the first reply, as bars below one another; null when there was no freeze. A
 * bar that began before `migrate` is drawn from `migrate` on, because Mermaid has no time before its epoch;
 * its text has the true length.
 */
export function timelineChart(
  iteration: Pick<Iteration, "timeline" | "outageParts" | "noiseMs" | "resolved">,
): string | null {
  const { timeline } = iteration;
  const at = (side: TimelineEvent["side"], event: string) =>
    timeline.findLast((entry) => entry.side === side && entry.event === event)?.atMs ?? null;
  const stopMs = at("source", "STOP");
  if (stopMs === null) return null;
  const firstReplyMs = at("probe", "first reply");
  const endMs = at("host", "end");
  const resumeMs = at("target", "RESUME");
  const bothMs = latest(at("source", "MIGRATION completed"), at("target", "MIGRATION completed"));
  const contMs = at("host", "cont");
  const sections: [string, Bar[]][] = [
    [
      "Network",
      [
        bar(
          firstReplyMs === null ? "no reply until the end" : "last reply to first reply",
          "crit",
          at("probe", "last reply"),
          firstReplyMs ?? endMs,
        ),
        ...(beganEarly(iteration)
          ? [bar("of this before STOP, the guest runs", "plain", at("probe", "last reply"), stopMs)]
          : []),
      ],
    ],
    ["Guest", [bar("STOP to RESUME, no vCPU runs", "plain", stopMs, resumeMs)]],
    [
      "QEMU",
      [
        bar("migrate to STOP", "done", 0, stopMs),
        bar("STOP to source completed", "plain", stopMs, at("source", "MIGRATION completed")),
        bar("STOP to target completed", "plain", stopMs, at("target", "MIGRATION completed")),
      ],
    ],
    [
      "Host",
      [
        bar("completed on both to cont", "plain", bothMs, contMs),
        bar("TAP switch within it", "plain", at("host", "TAP switch"), at("host", "TAP switched")),
      ],
    ],
    [
      "Target",
      [
        bar("cont to RESUME", "plain", contMs, resumeMs),
        bar("RESUME to first reply", "done", resumeMs, firstReplyMs),
      ],
    ],
  ];
  const drawn = sections.flatMap(([name, bars]) => {
    const whole = bars.filter(isWhole);
    return whole.length === 0 ? [] : [{ name, bars: whole }];
  });
  const lastMs = drawn.flatMap(({ bars }) => bars).reduce((last, { untilMs }) => Math.max(last, untilMs), 0);
  const scale = scaleFor(lastMs);
  return [
    "gantt",
    "  dateFormat x",
    `  axisFormat ${scale.axisFormat}`,
    `  tickInterval ${scale.tickInterval}`,
    "  todayMarker off",
    ...drawn.flatMap(({ name, bars }) => [
      `  section ${name}`,
      ...bars.map(({ text, tag, fromMs, untilMs }) => {
        const [from, until] = [fromMs, untilMs].map((ms) => Math.round(Math.max(0, ms) * scale.unitsInMs));
        return `  ${text} ${inMs(untilMs - fromMs)} :${tag === "plain" ? "" : `${tag}, `}${from}, ${until}`;
      }),
    ]),
  ].join("\n");
}

const bar = (text: string, tag: Bar["tag"], fromMs: number | null, untilMs: number | null): Bar => ({
  text,
  tag,
  fromMs,
  untilMs,
});

type WholeBar = Bar & { readonly fromMs: number; readonly untilMs: number };

const isWhole = (one: Bar): one is WholeBar =>
  one.fromMs !== null && one.untilMs !== null && one.untilMs >= one.fromMs && one.untilMs >= 0;

const latest = (one: number | null, other: number | null) =>
  one === null || other === null ? null : Math.max(one, other);

/**
 * Up to this length, one Mermaid second stands for one of our milliseconds: Mermaid's times are whole
 * milliseconds, which is too coarse for a freeze.
 */
const FINE_UP_TO_MS = 60;

/** D3's `%s` and `%Q` are seconds and milliseconds since the epoch; here the epoch is `migrate`. */
function scaleFor(lastMs: number): {
  readonly unitsInMs: number;
  readonly axisFormat: string;
  readonly tickInterval: string;
} {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000, 500_000];
  const step = steps.find((one) => lastMs / one <= 12) ?? 1_000_000;
  return lastMs <= FINE_UP_TO_MS
    ? { unitsInMs: 1000, axisFormat: "%s ms", tickInterval: `${step}second` }
    : { unitsInMs: 1, axisFormat: "%Q ms", tickInterval: `${step}millisecond` };
}
