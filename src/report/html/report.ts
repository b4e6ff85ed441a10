/** The page of one run or of several: one file that loads nothing from the network. */
import { createHash } from "node:crypto";
import { visible } from "../../base/visible-text.ts";
import { count } from "../figures.ts";
import type { Trend } from "../history/trend.ts";
import { type BrokenResults, conclusionOf } from "../merge.ts";
import { TCG_SENTENCE } from "../sentences.ts";
import { clientScript } from "./client-script.ts";
import { leanRuns, type PageRun, pageData, type ReportRun } from "./data.ts";
import { heading, html, type Markup, verbatim } from "./markup.ts";
import { mergedSection } from "./merged.ts";
import { runArticle, runSections, verdictLines } from "./run.ts";
import { STYLE } from "./style.ts";
import { trendData, trendSection } from "./trend.ts";

export type { ReportRun } from "./data.ts";

export interface PageExtras {
  /** The script that draws the charts. */
  readonly client?: string;
  /** Files that could not be read: their runs are missing. */
  readonly broken?: readonly BrokenResults[];
  /** The trends of the machines; empty without a history. */
  readonly trends?: readonly Trend[];
}

/** Unreadable files beyond this number are only counted. */
const MOST_BROKEN_NAMED = 100;

/** The page as HTML. Text and tables work without JavaScript; charts need it. */
export function reportHtml(
  runs: readonly ReportRun[],
  { client = clientScript(), broken = [], trends = [] }: PageExtras = {},
): string {
  const lean = leanRuns(runs);
  const trend = trendSection(trends);
  // https://www.w3.org/TR/CSP3/: the page fetches nothing, and only this script and this style sheet are
  // used.
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
<title>${conclusionOf(runs, broken)}: downtime of live migration</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the figures</a>
${runs.length === 1 && broken.length === 0 ? onlyRun(runs, lean, trend) : severalRuns(runs, lean, broken, trend)}
<script type="application/json" id="runs">${verbatim(pageData(lean))}</script>
${
  trends.length === 0
    ? null
    : html`<script type="application/json" id="trends">${verbatim(pageData(trendData(trends)))}</script>
`
}<script>${verbatim(client)}</script>
</body>
</html>
`.markup;
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function onlyRun(
  [whole]: readonly ReportRun[],
  [run]: readonly PageRun[],
  trend: Markup | null,
): Markup | null {
  if (whole === undefined || run === undefined) return null;
  return html`<header>${title(whole.results.conclusion)}${verdictLines(whole.results)}</header>
<main id="main">${trend}${runSections(run, whole, 2)}</main>`;
}

function severalRuns(
  runs: readonly ReportRun[],
  lean: readonly PageRun[],
  broken: readonly BrokenResults[],
  trend: Markup | null,
): Markup {
  const failed = runs.filter(({ results }) => results.conclusion === "failed").length;
  const number = count(runs.length, "run");
  const unread = broken.length === 0 ? "" : ` ${count(broken.length, "file")} could not be read.`;
  return html`<header>${title(conclusionOf(runs, broken))}
<p class="headline">${failed === 0 ? `${number}, all passed.` : `${failed} of ${number} failed.`}${unread}</p>
${runs.some(({ results }) => results.accel === "tcg") ? html`<p class="warning">${TCG_SENTENCE}</p>` : null}</header>
<main id="main">${brokenSection(broken)}${mergedSection(lean)}${trend}${lean.map((run, index) => {
    const whole = runs[index];
    return whole === undefined ? null : runArticle(run, whole);
  })}</main>`;
}

function brokenSection(broken: readonly BrokenResults[]): Markup | null {
  if (broken.length === 0) return null;
  const more = broken.length - MOST_BROKEN_NAMED;
  return html`<section class="broken" aria-labelledby="broken-title">
${heading(2, "Files that could not be read", "broken-title")}
<ul class="findings">${broken
    .slice(0, MOST_BROKEN_NAMED)
    .map(({ path, problem }) => html`<li class="fault"><code>${visible(path)}</code>: ${problem}</li>`)}</ul>
${more > 0 ? html`<p>and ${more} more.</p>` : null}
</section>
`;
}

const title = (conclusion: "passed" | "failed"): Markup =>
  html`<p class="eyebrow">Downtime of live migration</p>
<h1 class="${conclusion === "passed" ? "good" : "bad"}"><span class="mark" aria-hidden="true">${conclusion === "passed" ? "✓" : "✗"}</span> ${conclusion === "passed" ? "Passed" : "Failed"}</h1>
`;
