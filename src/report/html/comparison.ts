/** The comparison of two builds, scenario by scenario. */
import type { Comparison, Results } from "../../results/schema.ts";
import { msFigure, signedMs } from "../figures.ts";
import { comparisonSentence } from "../sentences.ts";
import type { PageRun } from "./data.ts";
import { figure, heading, html, type Markup, table } from "./markup.ts";
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
  return html`<div class="pairing" data-comparison="${index}">
${heading(level, html`${comparison.scenario} ${badge(comparison.verdict)}`)}
<p class="lead">${comparisonSentence(comparison)}</p>
${figure(
  "against",
  html`Outages of both builds, and the difference of their medians <span class="remark">ms</span>`,
  html`<ul class="legend"><li><span class="dot passed"></span>passed</li><li><span class="dot failed"></span>failed</li><li><span class="line median"></span>median</li><li><span class="swatch interval"></span>95 % interval</li><li><span class="swatch threshold"></span>within ± ${comparison.maxRegressionPercent} % of A’s median</li></ul>`,
  comparisonTable(comparison),
  "Comparison",
)}</div>
`;
}

function comparisonTable(comparison: Comparison): Markup {
  const { medianA, medianB, deltaMs, deltaCi95, p, pairs, maxRegressionPercent } = comparison;
  const rows: [string, string][] = [
    ["median of A, ms", msFigure(medianA)],
    ["median of B, ms", msFigure(medianB)],
    ["difference", deltaMs === null ? "–" : signedMs(deltaMs)],
    [
      "its 95 % interval",
      deltaCi95 === null ? "–" : `${signedMs(deltaCi95[0])} to ${signedMs(deltaCi95[1])}`,
    ],
    ["p (Mann–Whitney U)", p === null ? "–" : p.toPrecision(2)],
    ["pairs", String(pairs)],
    ["threshold", `${maxRegressionPercent} % of A’s median`],
    ["verdict", comparison.verdict],
  ];
  return table<[string, string]>(
    `Candidate (B) against baseline (A), ${comparison.scenario}`,
    [
      { head: "figure", words: true, cell: ([name]) => name },
      { head: "value", cell: ([, value]) => value },
    ],
    rows,
  );
}
