/** What went wrong: reasons and last output. */
import type { Evidence, Iteration, Scenario } from "../../results/schema.ts";
import { labelOf, numberOf } from "../figures.ts";
import { shorten } from "../markdown.ts";
import type { ReportRun } from "./data.ts";
import { failureId } from "./iteration.ts";
import { heading, html, type Markup, verbatim } from "./markup.ts";

/** Later failures of a scenario are mostly the same: the page has only their reasons, results.json the last output. */
const MOST_IN_FULL = 10;
const LONGEST_REASON = 2_000;
const LONGEST_TAIL = 8_000;

/** Null when nothing failed. */
export function failuresSection(id: string, run: ReportRun, level: number): Markup | null {
  const entries = run.results.scenarios.flatMap((scenario, index) => {
    const label = labelOf(scenario, run.results);
    const failed = scenario.iterations.filter(({ status }) => status === "failed");
    const boot = scenario.evidence.length > 0 || (scenario.status === "failed" && failed.length === 0);
    return [
      ...(boot ? [ofScenario(failureId(id, index, null), label, scenario)] : []),
      ...failed.map((iteration, at) =>
        ofIteration(
          failureId(id, index, numberOf(iteration, scenario)),
          `${label}, iteration ${numberOf(iteration, scenario)}`,
          iteration,
          at < MOST_IN_FULL,
        ),
      ),
    ];
  });
  if (entries.length === 0) return null;
  return html`<section class="failures" id="${id}-failures" aria-labelledby="${id}-failures-title">
${heading(level, "Failures: reasons and last output", `${id}-failures-title`)}
${entries.map((entry, index) => entry(index === 0))}</section>
`;
}

const ofScenario = (id: string, title: string, { reason, evidence }: Scenario) =>
  entry(id, title, reason, evidence.map(evidenceText));

function ofIteration(id: string, title: string, iteration: Iteration, full: boolean) {
  const { reason, evidence, folder } = iteration;
  const said = full
    ? evidence.map(evidenceText)
    : html`<p class="remark">The last output is in results.json, as <code>evidence</code>.</p>`;
  return entry(id, title, reason, html`${said}<p class="logs">Logs: <code>${folder}</code></p>`);
}

/** The first entry is open, because readers look for it. */
const entry =
  (id: string, title: string, reason: string | null, inside: Markup | readonly Markup[]) =>
  (open: boolean): Markup =>
    html`<details id="${id}" class="failure"${open ? verbatim(" open") : null}><summary><strong>${title}</strong> ${reason === null ? "no reason was noted" : shorten(reason, LONGEST_REASON)}</summary>${inside}</details>
`;

const evidenceText = ({ side, what, tail }: Evidence) =>
  html`<figure class="said"><figcaption>${side}, ${shorten(what, 100)}${tail.length > LONGEST_TAIL ? " (its end)" : null}</figcaption><pre>${tail.slice(-LONGEST_TAIL)}</pre></figure>`;
