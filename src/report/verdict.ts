/** The first line of a run's page: passed or failed, what the network felt, and what the run was checked against. */
import type { Results } from "../results/schema.ts";
import { slowerNames } from "./compared.ts";
import { count } from "./figures.ts";
import { shortMarkdown } from "./markdown.ts";
import { measuredSentence, reasonOf, runFaults, worstOutageSentence } from "./sentences.ts";
import { headlineSentence } from "./stalls.ts";

const LONGEST_FAULT = 400;

const short = (text: string) => shortMarkdown(text, LONGEST_FAULT);

/** Paragraphs of Markdown. When there are several faults, they are listed below the line. */
export function verdict(results: Results): string[] {
  const worst = headlineSentence(results) ?? worstOutageSentence(results);
  const ending = worst === null ? "" : ` · ${short(worst)}`;
  const measured = measuredSentence(results);
  const partly = measured === null ? "" : `: ${measured}`;
  if (results.conclusion === "passed")
    return [`**✅ passed**${partly}${[ending, ...worthOf(results).map((text) => ` · ${text}`)].join("")}`];
  const { general, scenarios } = runFaults(results);
  const [only, ...more] = [...general, ...scenarios];
  if (only !== undefined && more.length === 0) return [`**❌ failed**: ${short(only)}${ending}`];
  return [
    `**❌ failed**: ${short(reasonOf(results))}${ending}`,
    ...(scenarios.length === 0 ? [] : [scenarios.map((fault) => `- ${named(short(fault))}`).join("\n")]),
  ];
}

/** Makes the subject bold: our own words up to the colon. */
const named = (fault: string) => fault.replace(/^(.*?)\\:/, "**$1**:");

/** What a passed run was checked against. Without a limit, passing only means that migration worked. */
function worthOf({ scenarios, comparison }: Results): string[] {
  const limits = scenarios.flatMap((scenario) => scenario.limits);
  const unresolved = limits.filter(({ verdict }) => verdict === "unresolved").length;
  const inconclusive = comparison.filter(({ verdict }) => verdict === "inconclusive").length;
  const slower = slowerNames(comparison);
  return [
    ...(limits.length > 0 && unresolved === 0 ? ["every limit met"] : []),
    ...(unresolved > 0 ? [`⚠️ ${unresolved} of ${count(limits.length, "limit")} can't be judged here`] : []),
    ...(comparison.length > 0 && inconclusive === 0
      ? [
          slower.requests || slower.parts.length > 0
            ? "outage not slower than the baseline"
            : "not slower than the baseline",
        ]
      : []),
    ...(slower.requests ? ["⚠️ requests wait longer than with the baseline"] : []),
    ...(slower.parts.length > 0 ? [`⚠️ slower than in the baseline: ${slower.parts.join(", ")}`] : []),
    ...(inconclusive > 0
      ? [`⚠️ ${inconclusive} of ${count(comparison.length, "comparison")} inconclusive`]
      : []),
    ...(limits.length + comparison.length === 0 ? ["no limit was set"] : []),
  ];
}
