/** The job's summary of a run that was refused: what is missing, how to fix it, and what this host can do. */
import type { Advice, UnfitHostError } from "../base/errors.ts";
import { shownUrlsIn } from "../base/url.ts";
import type { Check } from "../doctor/check.ts";
import type { Diagnosis } from "../doctor/doctor.ts";
import { INPUT_NAMES } from "../inputs/inputs.ts";
import { fenced, folded, shorten, shortMarkdown, table } from "../report/markdown.ts";

const LONGEST_TEXT = 800;

/** Why a run was refused, in a few words. */
export const refusalTitle = ({ onlyTheBuild }: Pick<UnfitHostError, "onlyTheBuild">): string =>
  onlyTheBuild ? "this QEMU cannot be used" : "this host lacks what the run needs";

/**
 * GitHub-flavoured Markdown. Text from outside is escaped.
 *
 * @param setupMends what `setup: true` would fix, as in "this"; null: nothing
 * @param diagnosis null: this host could not be examined
 */
export function refusalPage(
  error: Pick<UnfitHostError, "faults" | "onlyTheBuild">,
  setupMends: string | null,
  diagnosis: Diagnosis | null,
): string {
  const { faults } = error;
  const blocks = [
    "## Downtime of live migration",
    `❌ **Refused: ${refusalTitle(error)}.** Nothing was started.`,
    ...(setupMends === null ? [] : [`\`setup: true\`, an input of the action, mends ${setupMends}.`]),
    faults.map(faultItem).join("\n\n"),
    ...(diagnosis === null ? [] : hostBlocks(diagnosis, faults)),
  ].join("\n\n");
  return `${blocks}\n${FLAG.test(blocks) ? `\n${FLAGS_NOTE}\n` : ""}`;
}

/** Advice names flags of the command line. */
const FLAG = new RegExp(`--(${INPUT_NAMES.join("|")})\\b`);
const FLAGS_NOTE = "A flag like `--accel tcg` is the input `accel: tcg` of the action.";

const escaped = (text: string): string => shortMarkdown(shownUrlsIn(text), LONGEST_TEXT);

function faultItem({ found, mend, besides }: Advice): string {
  const parts = [
    `**${escaped(found)}**`,
    ...(mend === null ? [] : [fenced(shorten(shownUrlsIn(mend), LONGEST_TEXT), "sh")]),
    ...(besides === null ? [] : [escaped(capitalised(besides))]),
  ];
  return `- ${parts.join("\n\n").replaceAll(/\n(?!\n)/g, "\n  ")}`;
}

/** Only words of ours begin with a small letter and go on with small ones: names of files and flags stay. */
const capitalised = (text: string): string =>
  text.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase());

function hostBlocks({ checks, scenarios }: Diagnosis, faults: readonly Advice[]): string[] {
  const told = new Set(faults.map(({ found }) => found));
  const faulty = checks.filter(({ status }) => status !== "ok");
  const fine = checks.filter(({ status }) => status === "ok");
  const start = ({ name, status }: Check) => [escaped(name), MARKS[status]];
  const faultyTable = table(
    ["check", "status", "found, and what to do", "until then"],
    faulty.map((check) => [
      ...start(check),
      `${escaped(check.found)}<br>${told.has(check.found) ? "see above" : fixOf(check)}`,
      escaped(check.means ?? ""),
    ]),
  );
  const fineTable = table(
    ["check", "status", "found"],
    fine.map((check) => [...start(check), escaped(check.found)]),
  );
  return [
    "### What this host can do",
    ...(faulty.length === 0 ? [] : [faultyTable]),
    ...(fine.length === 0 ? [] : [folded(`${fine.length} checks that are fine`, fineTable)]),
    table(["scenario", "runs", "why not"], scenarioRows(scenarios)),
  ];
}

const MARKS: Readonly<Record<Check["status"], string>> = {
  ok: "✅&nbsp;ok",
  limited: "⚠️&nbsp;limited",
  missing: "❌&nbsp;missing",
};

function fixOf({ mend, besides }: Check): string {
  const command = mend === null ? null : `<code>${escaped(mend)}</code>`;
  return [command, besides === null ? null : escaped(besides)].filter((text) => text !== null).join("; ");
}

/** Scenarios with the same answer share a row: what is missing for all of them is the same text. */
function scenarioRows(scenarios: Diagnosis["scenarios"]): string[][] {
  const names = new Map<string, string[]>();
  for (const { name, reason } of scenarios) {
    const why = reason ?? "";
    names.set(why, [...(names.get(why) ?? []), name]);
  }
  return [...names].map(([why, of]) => [
    of.join("<br>"),
    why === "" ? "✅&nbsp;yes" : "➖&nbsp;no",
    escaped(why),
  ]);
}
