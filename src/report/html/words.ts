/** Small pieces that several parts of the page share. */
import type { Comparison, Limit, Scenario, Statistics } from "../../results/schema.ts";
import { msFigure } from "../figures.ts";
import { html, type Markup } from "./markup.ts";

/** Good, bad, or neither. Each word also has a sign, so that nobody needs to see the colour. */
const TONES = {
  passed: ["good", "✓"],
  met: ["good", "✓"],
  same: ["good", "✓"],
  faster: ["good", "✓"],
  failed: ["bad", "✗"],
  exceeded: ["bad", "✗"],
  slower: ["bad", "✗"],
  inconclusive: ["open", "?"],
  unresolved: ["open", "?"],
  losses: ["open", "!"],
  unsupported: ["none", "–"],
  skipped: ["none", "–"],
  new: ["open", "!"],
} as const satisfies Record<
  Scenario["status"] | Limit["verdict"] | Comparison["verdict"] | "losses" | "new",
  readonly [string, string]
>;

export function badge(word: keyof typeof TONES): Markup {
  const [tone, sign] = TONES[word];
  return html`<span class="badge ${tone}"><span aria-hidden="true">${sign}</span> ${word}</span>`;
}

/** "11.8 to 12.6"; a dash with fewer than six values. */
export const intervalText = (
  { ci95 }: Pick<Statistics, "ci95">,
  figure: (ms: number) => string = msFigure,
): string => (ci95 === null ? "–" : `${figure(ci95[0])} to ${figure(ci95[1])}`);

const LIMITED: Readonly<Record<Limit["limit"], (limit: Limit) => string>> = {
  "max-outage-ms": ({ statistic, bound }) => `${statistic} ≤ ${bound} ms`,
  "max-request-stall-ms": ({ statistic, bound }) => `${statistic} stall ≤ ${bound} ms`,
  "max-lost": ({ statistic, bound }) => `${statistic} lost ≤ ${bound}`,
};

export const limitText = (limit: Limit): string => LIMITED[limit.limit](limit);

/** The id of a scenario's section. */
export const scenarioId = (run: string, scenario: number): string => `${run}-scenario${scenario + 1}`;
