/**
 * Tells of a run that this host refused: the annotation says in short what is missing, the log has the whole text, and the summary also shows
 * what this host can do.
 */
import { info } from "@actions/core";
import { type Advice, messageOf, type UnfitHostError } from "../base/errors.ts";
import { type Diagnosis, diagnose } from "../doctor/doctor.ts";
import type { Settings } from "../inputs/settings.ts";
import { shorten } from "../report/markdown.ts";
import { setupCouldMend } from "../setup/could-mend.ts";
import type { Annotator } from "./annotate.ts";
import { writeOutputs } from "./outputs.ts";
import { hasPage, showOnPage } from "./page.ts";
import { plain } from "./plain.ts";
import { refusalPage, refusalTitle } from "./refusal-page.ts";

export interface RefusedRun {
  readonly settings: Settings;
  /** Whether setup was on, so that it has already done what it can. */
  readonly setupRan: boolean;
  /** Ends the examination of the host. */
  readonly signal: AbortSignal;
}

/** Fails the job. Takes some seconds, because the host is examined for the summary. */
export async function tellRefusal(
  error: UnfitHostError,
  { settings, setupRan, signal }: RefusedRun,
  annotator: Annotator,
): Promise<void> {
  const warn = (text: string) => annotator.add({ level: "warning", title: "tap-migration", message: text });
  process.exitCode = 1;
  info(plain(error.message));
  const mends = setupRan ? null : setupMends(error.faults);
  let examined: Diagnosis | null = null;
  let shown = false;
  if (settings.summary && hasPage()) {
    examined = await examine(settings, signal, warn);
    shown = showOnPage(refusalPage(error, mends, examined), warn);
  }
  annotator.add({
    level: "error",
    title: refusalTitle(error),
    message: refusalText(error.faults, mends, shown && examined !== null),
  });
  writeOutputs({ conclusion: "failed" }, warn);
}

/** Null when the job is cancelled meanwhile. */
async function examine(
  settings: Settings,
  signal: AbortSignal,
  warn: (text: string) => void,
): Promise<Diagnosis | null> {
  try {
    return await diagnose(settings, signal, null);
  } catch (error) {
    if (!signal.aborted) warn(`this host could not be examined: ${messageOf(error)}`);
    return null;
  }
}

/** What `setup: true` would fix, as in "this"; null: nothing. */
export function setupMends(faults: readonly Advice[]): string | null {
  const could = faults.filter(setupCouldMend).length;
  if (could === 0) return null;
  return could === faults.length ? "this" : `${could} of these ${faults.length}`;
}

const LONGEST_LINE = 300;

/** One line for each fault, one for the fix, and where to read more. */
export function refusalText(
  faults: readonly Advice[],
  mends: string | null,
  summaryHasTable: boolean,
): string {
  const fix = mends === null ? firstFix(faults) : `setup: true mends ${mends}`;
  const more = summaryHasTable
    ? "The summary of this job has the whole table"
    : "The log of this step says how to fix each";
  return [...faults.map(({ found }) => found), fix, more]
    .filter((line) => line !== null)
    .map((line) => shorten(line.split("\n")[0] ?? "", LONGEST_LINE))
    .join("\n");
}

function firstFix(faults: readonly Advice[]): string | null {
  const first = faults.find(({ mend }) => mend !== null) ?? faults[0];
  const todo = first?.mend ?? first?.besides ?? null;
  if (first === undefined || todo === null) return null;
  return `To fix ${faults.length === 1 ? "it" : `"${first.found}"`}: ${todo}`;
}
