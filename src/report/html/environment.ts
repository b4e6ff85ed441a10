/** What was run, where, and how to repeat it. */
import type { Build } from "../../results/schema.ts";
import { repetitionOf } from "../repeat.ts";
import { runFacts } from "../sentences.ts";
import type { ReportRun } from "./data.ts";
import { heading, html, type Markup, table } from "./markup.ts";

export function environmentSection(id: string, { results }: ReportRun, level: number): Markup {
  const { builds, inputs } = results;
  const facts: [string, string][] = [
    ...runFacts(results),
    ...Object.entries(inputs).map(([name, value]): [string, string] => [`input ${name}`, value]),
  ];
  const { command, leftOut } = repetitionOf(results);
  return html`<section class="environment" id="${id}-environment" aria-labelledby="${id}-environment-title">
${heading(level, "What was run", `${id}-environment-title`)}
${table<Build>(
  "Builds of QEMU",
  [
    { head: "build", words: true, cell: ({ role }) => role },
    { head: "QEMU", words: true, cell: ({ version }) => version },
    { head: "dialect of local TAP migration", words: true, cell: ({ dialect }) => dialect ?? "none" },
    { head: "time per device", words: true, cell: ({ traced }) => (traced ? "traced" : "not traced") },
    { head: "path", words: true, cell: ({ path }) => html`<code>${path}</code>` },
  ],
  builds,
)}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${heading(level + 1, "Repeat this run")}
<pre class="command">${command}</pre>
${leftOut.length === 0 ? null : html`<p class="remark">Inputs that this command does not contain: ${leftOut.join(", ")}.</p>`}
</section>
`;
}
