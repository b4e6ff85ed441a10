/**
 * Makes text from outside (guests, QEMU, servers, file names) safe for the log of a job.
 *
 * The runner reads commands from both output streams: `::name …::` at the start of a line, after optional
 * blanks, and the old form `##[name …]` anywhere in a line. `\r` also ends a line. Text from outside must not
 * contain any of that. See "Workflow commands" in GitHub's documentation, and ActionCommand.cs of
 * actions/runner.
 */

import { shownUrlsIn } from "../base/url.ts";
import { visible, visibleLines } from "../base/visible-text.ts";

/** The runner cuts longer messages of annotations, possibly in the middle of an escape sequence. */
const LONGEST_MESSAGE = 4_000;

/** The text as lines that the runner takes only as text. Control characters are made visible. */
export function plain(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) =>
      visible(shownUrlsIn(line))
        .replaceAll("##[", "# #[")
        .replace(/^(\s*)::/, "$1: :"),
    )
    .join("\n");
}

/** The message of an annotation. @actions/core escapes it, so only length and control characters matter here. */
export function message(text: string): string {
  const shown = visibleLines(shownUrlsIn(text));
  return shown.length <= LONGEST_MESSAGE ? shown : `${shown.slice(0, LONGEST_MESSAGE)}…`;
}
