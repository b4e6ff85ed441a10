/** A page as a pull request comment: with a mark to find it again, and without text that would notify people. */
import { wellFormed } from "../base/visible-text.ts";
import type { Merged } from "./merge.ts";
import { mergedSummaryOf } from "./merge-summary.ts";

/** GitHub's limit. Its error message: "body is too long (maximum is 65536 characters)". */
export const MOST_COMMENT_CHARACTERS = 65_536;

/** A page that is too long is cut by this much more than necessary, so that the second try fits. */
const SLACK = 2_000;

/** The first line of a comment. Comments differ by title. "-" is encoded, so no title can end this HTML comment. */
export const commentMark = (title: string): string =>
  `<!-- tap-migration report: ${encodeURIComponent(wellFormed(title)).replaceAll("-", "%2D")} -->`;

/** The comment, within GitHub's size limit. */
export function commentOf(merged: Merged, title: string): string {
  const mark = commentMark(title);
  const bodyOf = (room: number) => `${mark}\n${withoutReferences(mergedSummaryOf(merged, title, room))}`;
  // mergedSummaryOf counts bytes, GitHub counts characters: a text never has fewer bytes than characters.
  let room = MOST_COMMENT_CHARACTERS - mark.length - 1;
  let body = bodyOf(room);
  while (body.length > MOST_COMMENT_CHARACTERS && room > 0) {
    room -= body.length - MOST_COMMENT_CHARACTERS + SLACK;
    body = bodyOf(room);
  }
  return body.slice(0, MOST_COMMENT_CHARACTERS);
}

const BREAK = "&#8203;";

/**
 * Makes mentions and issue references plain text. GitHub looks for them after it has rendered Markdown, so a
 * backslash does not help: `\@name` still notifies that person, and `\#1` still appears in that issue. A
 * zero-width character after the sign prevents both. GitHub does not look inside code.
 */
export function withoutReferences(page: string): string {
  let fence: string | null = null;
  return page
    .split("\n")
    .map((line) => {
      const run = /^(`{3,})(\w*)$/.exec(line)?.[1];
      if (fence !== null) {
        if (line === fence) fence = null;
        return line;
      }
      if (run !== undefined) {
        fence = run;
        return line;
      }
      return line
        .replaceAll(/\\?@/g, `@${BREAK}`)
        .replaceAll(/\\?#(?=\d)(?<!&#)/g, `#${BREAK}`)
        .replaceAll(/\b(GH)(-)(?=\d)/gi, `$1${BREAK}$2`);
    })
    .join("\n");
}
