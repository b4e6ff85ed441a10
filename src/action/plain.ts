/**
 * Text from outside (guests, QEMU, servers, file names) on its way into the log of a job.
 *
 * The runner takes commands from both output streams: `::name …::` at the start of a line, blanks before it allowed, and the old
 * `##[name …]` anywhere in one. It ends a line at `\r` too. None of that may come from text that is not ours: see "Workflow
 * commands" in GitHub's documentation, and ActionCommand.cs of actions/runner.
 */

import { shownUrlsIn } from "../base/url.ts";
import { visible, visibleLines } from "../base/visible-text.ts";

/** Longer than this, the runner cuts the message of an annotation itself, in the middle of an escape sequence if it so happens. */
const LONGEST_MESSAGE = 4_000;

/** The text as lines that the runner takes for nothing but text. Control characters are shown, not sent. */
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

/** The message of an annotation: escaped as a command's data by @actions/core, so only length and control characters matter. */
export function message(text: string): string {
  const shown = visibleLines(shownUrlsIn(text));
  return shown.length <= LONGEST_MESSAGE ? shown : `${shown.slice(0, LONGEST_MESSAGE)}…`;
}
