/** The comparison of two builds, scenario by scenario. */
import type { Comparison, FigureComparison, Results } from "../../results/schema.ts";
import { type ComparedRow, comparedRows, hasRatios, otherFindings, stallComparison } from "../compared.ts";
import { changePercent, comparisonSentence, pText, ratioInterval } from "../sentences.ts";
import type { PageRun } from "./data.ts";
import { figure, heading, html, type Markup, table } from "./markup.ts";
import { capitalised, type Measure, OUTAGE, STALL } from "./measures.ts";
import { badge } from "./words.ts";

/** Null when there was only one build. */
export function comparisonSection(run: PageRun, level: number): Markup | null {
  const { comparison, builds } = run.results;
  if (comparison.length === 0) return null;
  const version = (role: Results["builds"][number]["role"]) =>
    builds.find((build) => build.role === role)?.version ?? "";
  return html`<section class="comparison" id="${run.id}-comparison" aria-labelledby="${run.id}-comparison-title" data-run="${run.id}">
${heading(level, "Candidate against baseline", `${run.id}-comparison-title`)}
<p class="remark">Baseline (A): QEMU ${version("baseline")}. Candidate (B): QEMU ${version("candidate")}. “Slower” and “faster” mean: unlikely to be chance, larger than what can be measured, and beyond the threshold as far as these pairs can tell.</p>
${comparison.map((one, index) => comparisonMarkup(one, index, level + 1))}</section>
`;
}

function comparisonMarkup(comparison: Comparison, index: number, level: number): Markup {
  const { scenario, pairs, verdict } = comparison;
  const stall = stallComparison(comparison);
  return html`<div class="pairing" data-comparison="${index}">
${heading(level, html`${scenario} ${badge(verdict)}`)}
<p class="lead">${comparisonSentence(comparison)}</p>
${againstFigure(comparison, scenario, OUTAGE, [["pairs", String(pairs)]])}${otherFindings(comparison).map(
  (other) => html`
<p class="lead">${badge(other.verdict)} ${other.sentence}</p>`,
)}
${stall === undefined ? null : againstFigure(stall, scenario, STALL, [])}
${hasRatios(comparison) ? everyFigure(comparison) : null}</div>
`;
}

/** All figures of both builds: which part has changed. */
const everyFigure = (comparison: Comparison): Markup =>
  figure(
    "ratios",
    html`Every figure of B, compared with A’s <span class="remark">change in %, by the pairs</span>`,
    html`<ul class="legend"><li><span class="dot passed"></span>change, with its 95 % interval</li><li><span class="dot slower"></span>slower</li><li><span class="swatch threshold"></span>within ± ${comparison.maxRegressionPercent} %</li></ul>`,
    table<ComparedRow>(
      `All figures of candidate (B) and baseline (A) in ${comparison.scenario}. p is corrected for the number of figures below the outage (Holm)`,
      [
        { head: "figure", words: true, cell: ({ name }) => name },
        { head: "A", cell: ({ baseline }) => baseline },
        { head: "B", cell: ({ candidate }) => candidate },
        { head: "change", cell: ({ change }) => change },
        { head: "95 % interval", cell: ({ interval }) => interval },
        { head: "p", cell: ({ p }) => p },
        { head: "verdict", words: true, cell: ({ verdict }) => badge(verdict) },
      ],
      comparedRows(comparison),
    ),
    "Every figure",
  );

/** Two builds compared by one figure. */
export type Compared = Omit<FigureComparison, "figure">;

const againstFigure = (
  compared: Compared,
  scenario: string,
  measure: Measure,
  more: [string, string][],
): Markup =>
  figure(
    `against${measure.suffix}`,
    html`${capitalised(measure.plural)} of both builds, and the difference of their medians <span class="remark">ms</span>`,
    html`<ul class="legend"><li><span class="dot passed"></span>passed</li><li><span class="dot failed"></span>failed</li><li><span class="line median"></span>median</li><li><span class="swatch interval"></span>95 % interval</li><li><span class="swatch threshold"></span>within ± ${compared.maxRegressionPercent} % of A’s median</li></ul>`,
    comparisonTable(compared, scenario, measure, more),
    measure === OUTAGE ? "Comparison" : `Comparison of ${measure.plural}`,
  );

function comparisonTable(
  compared: Compared,
  scenario: string,
  { name, plural, figure: text, signed }: Measure,
  more: [string, string][],
): Markup {
  const { medianA, medianB, deltaMs, deltaCi95, p, maxRegressionPercent, verdict } = compared;
  const rows: [string, string][] = [
    ["median of A, ms", text(medianA)],
    ["median of B, ms", text(medianB)],
    ["difference of the medians", deltaMs === null ? "–" : signed(deltaMs)],
    ["its 95 % interval", deltaCi95 === null ? "–" : `${signed(deltaCi95[0])} to ${signed(deltaCi95[1])}`],
    ["change, by the pairs", changePercent(compared) ?? "–"],
    ["its 95 % interval", ratioInterval(compared) ?? "–"],
    ["p, by the pairs (signed ranks)", pText(compared)?.replace(/^p (= )?/, "") ?? "–"],
    ["p without pairs (Mann–Whitney U)", p === null ? "–" : p.toPrecision(2)],
    ...more,
    ["threshold", `${maxRegressionPercent} % of A’s median`],
    ["verdict", verdict],
  ];
  return table<[string, string]>(
    `Candidate (B) against baseline (A), ${name === "outage" ? scenario : `${plural} in ${scenario}`}`,
    [
      { head: "figure", words: true, cell: ([row]) => row },
      { head: "value", cell: ([, value]) => value },
    ],
    rows,
  );
}
