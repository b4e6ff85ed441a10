/** The page of one run or of several: one file that asks no network for anything. */
import { createHash } from "node:crypto";
import { count } from "../figures.ts";
import { TCG_SENTENCE } from "../sentences.ts";
import { clientScript } from "./client-script.ts";
import { leanRuns, type PageRun, pageData, type ReportRun } from "./data.ts";
import { html, type Markup, verbatim } from "./markup.ts";
import { mergedSection } from "./merged.ts";
import { runArticle, runSections, verdictLines } from "./run.ts";
import { STYLE } from "./style.ts";

export type { ReportRun } from "./data.ts";

/**
 * The page as HTML. Without JavaScript it is text and tables; with it, the charts come.
 *
 * @param client what draws the charts
 */
export function reportHtml(runs: readonly ReportRun[], client: string = clientScript()): string {
  const lean = leanRuns(runs);
  // https://www.w3.org/TR/CSP3/: nothing is fetched, and nothing but these two is run or applied.
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(client)}`,
    `style-src ${hashOf(STYLE)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${conclusionOf(runs)}: downtime of live migration</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the figures</a>
${runs.length === 1 ? onlyRun(runs, lean) : severalRuns(runs, lean)}
<script type="application/json" id="runs">${verbatim(pageData(lean))}</script>
<script>${verbatim(client)}</script>
</body>
</html>
`.markup;
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const conclusionOf = (runs: readonly ReportRun[]): "passed" | "failed" =>
  runs.length > 0 && runs.every(({ results }) => results.conclusion === "passed") ? "passed" : "failed";

function onlyRun([whole]: readonly ReportRun[], [run]: readonly PageRun[]): Markup | null {
  if (whole === undefined || run === undefined) return null;
  return html`<header>${title(whole.results.conclusion)}${verdictLines(whole.results)}</header>
<main id="main">${runSections(run, whole, 2)}</main>`;
}

function severalRuns(runs: readonly ReportRun[], lean: readonly PageRun[]): Markup {
  const failed = runs.filter(({ results }) => results.conclusion === "failed").length;
  const number = count(runs.length, "run");
  return html`<header>${title(conclusionOf(runs))}
<p class="headline">${failed === 0 ? `${number}, all passed.` : `${failed} of ${number} failed.`}</p>
${runs.some(({ results }) => results.accel === "tcg") ? html`<p class="warning">${TCG_SENTENCE}</p>` : null}</header>
<main id="main">${mergedSection(lean)}${lean.map((run, index) => {
    const whole = runs[index];
    return whole === undefined ? null : runArticle(run, whole);
  })}</main>`;
}

const title = (conclusion: "passed" | "failed"): Markup =>
  html`<p class="eyebrow">Downtime of live migration</p>
<h1 class="${conclusion === "passed" ? "good" : "bad"}"><span class="mark" aria-hidden="true">${conclusion === "passed" ? "✓" : "✗"}</span> ${conclusion === "passed" ? "Passed" : "Failed"}</h1>
`;
