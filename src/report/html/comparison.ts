/** The comparison of two builds, scenario by scenario. */
import type { Comparison, FigureComparison, Results } from "../../results/schema.ts";
import { comparisonSentence } from "../sentences.ts";
import { otherSentence } from "../stalls.ts";
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
<p class="remark">Baseline (A): QEMU ${version("baseline")}. Candidate (B): QEMU ${version("candidate")}. “Slower” and “faster” mean: unlikely to be chance, larger than one probe period, and beyond the threshold.</p>
${comparison.map((one, index) => comparisonMarkup(one, index, level + 1))}</section>
`;
}

function comparisonMarkup(comparison: Comparison, index: number, level: number): Markup {
  const { scenario, pairs, verdict, others = [] } = comparison;
  return html`<div class="pairing" data-comparison="${index}">
${heading(level, html`${scenario} ${badge(verdict)}`)}
<p class="lead">${comparisonSentence(comparison)}</p>
${againstFigure(comparison, scenario, OUTAGE, [["pairs", String(pairs)]])}${others.map(
  (other) => html`
<p class="lead">${badge(other.verdict)} ${otherSentence(comparison, other)}</p>
${againstFigure(other, scenario, MEASURES[other.figure], [])}`,
)}</div>
`;
}

/** The figures besides the outage. */
export const MEASURES = { requestStallMs: STALL } as const satisfies Record<
  FigureComparison["figure"],
  Measure
>;

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
  { medianA, medianB, deltaMs, deltaCi95, p, maxRegressionPercent, verdict }: Compared,
  scenario: string,
  { name, plural, figure: text, signed }: Measure,
  more: [string, string][],
): Markup {
  const rows: [string, string][] = [
    ["median of A, ms", text(medianA)],
    ["median of B, ms", text(medianB)],
    ["difference", deltaMs === null ? "–" : signed(deltaMs)],
    ["its 95 % interval", deltaCi95 === null ? "–" : `${signed(deltaCi95[0])} to ${signed(deltaCi95[1])}`],
    ["p (Mann–Whitney U)", p === null ? "–" : p.toPrecision(2)],
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
