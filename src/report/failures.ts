/** What went wrong: the reason and the last output of each failed iteration. */
import type { Evidence, Iteration, Results, Scenario } from "../results/schema.ts";
import { labelOf, numberOf } from "./figures.ts";
import type { Block } from "./fit.ts";
import { fenced, markdown, shortMarkdown } from "./markdown.ts";
import { timelineChart } from "./mermaid.ts";

const LONGEST_REASON = 2_000;
const SECTION = "Failures: reasons and last output";

/** When the page is too long, the first failure of each scenario stays longest: the others are often the same. */
const RANK = { boot: 40, first: 41, other: 60 } as const;

export function failureBlocks(results: Results): Block[] {
  return results.scenarios.flatMap((scenario) => {
    const failed = scenario.iterations.filter(({ status }) => status === "failed");
    const label = labelOf(scenario, results);
    const boot = scenario.evidence.length > 0 || (scenario.status === "failed" && failed.length === 0);
    return [
      ...(boot ? [block(RANK.boot, ofScenario(label, scenario))] : []),
      ...failed.map((iteration, index) =>
        index === 0
          ? block(RANK.first, [ofIteration(label, iteration, scenario), ...timeline(iteration)].join("\n\n"))
          : block(RANK.other, ofIteration(label, iteration, scenario)),
      ),
    ];
  });
}

const block = (rank: number, text: string): Block => ({ rank, text, kind: "failures", section: SECTION });

const ofScenario = (label: string, { reason, evidence }: Scenario) =>
  [`**${label}**: ${reasonText(reason)}`, ...evidence.map(evidenceText)].join("\n\n");

const ofIteration = (label: string, iteration: Iteration, scenario: Scenario) =>
  [
    `**${label}, iteration ${numberOf(iteration, scenario)}** (boot ${iteration.boot}, number ${iteration.index} of its chain): ${reasonText(iteration.reason)}`,
    `Its logs are in ${markdown(iteration.folder)}.`,
    ...iteration.evidence.map(evidenceText),
  ].join("\n\n");

/** In ms from `migrate`; empty when the guest never froze. */
function timeline(iteration: Iteration): string[] {
  const chart = timelineChart(iteration);
  return chart === null ? [] : [`Its timeline, in ms from \`migrate\`:\n\n${fenced(chart, "mermaid")}`];
}

const reasonText = (reason: string | null) =>
  reason === null ? "no reason was noted" : shortMarkdown(reason, LONGEST_REASON);

const evidenceText = ({ side, what, tail }: Evidence) =>
  `${side}, ${shortMarkdown(what, 100)}:\n\n${fenced(tail)}`;
