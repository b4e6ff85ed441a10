/** The sections of a run, the most wanted first. */
import type { Results } from "../../results/schema.ts";
import { otherFindings } from "../compared.ts";
import { shorten } from "../markdown.ts";
import {
  comparisonSentence,
  measuredSentence,
  runFaults,
  TCG_SENTENCE,
  worstOutageSentence,
} from "../sentences.ts";
import { headlineSentence } from "../stalls.ts";
import { comparisonSection } from "./comparison.ts";
import type { PageRun, ReportRun } from "./data.ts";
import { environmentSection } from "./environment.ts";
import { failuresSection } from "./failures.ts";
import { heading, html, type Markup } from "./markup.ts";
import { capitalised } from "./measures.ts";
import { overviewSection } from "./overview.ts";
import { scenarioSection } from "./scenario.ts";
import { badge } from "./words.ts";

/** Longer reasons are cut here; the full text is further down the page. */
const LONGEST_FAULT = 400;

/** Passed or failed, what the network felt, and the faults with their sizes. */
export function verdictLines(results: Results): Markup {
  const headline = headlineSentence(results);
  const worst = worstOutageSentence(results);
  const { general, scenarios } = runFaults(results);
  const faults = [...general, ...scenarios];
  const others = results.comparison
    .flatMap((one) => [{ verdict: one.verdict, sentence: comparisonSentence(one) }, ...otherFindings(one)])
    .filter(({ sentence }) => !faults.includes(sentence));
  const measured = headline ?? (worst === null ? "Nothing was measured" : capitalised(worst));
  const bounded = results.comparison.length > 0 || results.scenarios.some(({ limits }) => limits.length > 0);
  const partly = measuredSentence(results);
  const sentence = [
    ...(partly === null ? [] : [`${partly}.`]),
    `${measured}.`,
    ...(results.conclusion === "failed" || bounded ? [] : ["No limit was set."]),
  ].join(" ");
  return html`<p class="headline">${sentence}</p>
${
  faults.length + others.length === 0
    ? null
    : html`<ul class="findings">${faults.map((fault) => html`<li class="fault">${shorten(fault, LONGEST_FAULT)}</li>`)}${others.map(
        ({ verdict, sentence }) => html`<li>${badge(verdict)} ${sentence}</li>`,
      )}</ul>`
}
<p class="ran">${ranText(results)}</p>
${results.accel === "tcg" ? html`<p class="warning"><strong>TCG, not KVM.</strong> ${TCG_SENTENCE}</p>` : null}`;
}

const ranText = ({ builds, accel, privilege, guest, host, startedAt }: Results) =>
  [
    ...builds.map(({ role, version }) => `${role} QEMU ${version}`),
    `accelerator ${accel}`,
    `guest ${guest}`,
    ...(privilege === "none" ? ["without root"] : []),
    host.cpu,
    `${startedAt.slice(0, 16).replace("T", " ")} UTC`,
  ].map(
    (text, index, { length }) =>
      html`<span>${text}${index === length - 1 ? null : html` <span aria-hidden="true">·</span> `}</span>`,
  );

/** Everything except the verdict; headings begin at `level`. */
export function runSections(run: PageRun, whole: ReportRun, level: number): Markup {
  return html`${overviewSection(run, level)}${comparisonSection(run, level)}${run.results.scenarios.map(
    (scenario) => scenarioSection(run, scenario, level),
  )}${failuresSection(run.id, whole, level)}${environmentSection(run.id, whole, level)}`;
}

/** One of several runs, with verdict. */
export const runArticle = (run: PageRun, whole: ReportRun): Markup =>
  html`<article class="run" id="${run.id}" aria-labelledby="${run.id}-title">
${heading(2, html`${run.label} ${badge(run.results.conclusion)}`, `${run.id}-title`)}
${verdictLines(run.results)}
${runSections(run, whole, 3)}</article>
`;
