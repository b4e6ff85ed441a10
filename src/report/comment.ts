/** A page as a comment on a pull request: with a mark by which it is found again, and without anything that reaches other people. */
import { wellFormed } from "../base/visible-text.ts";
import type { Merged } from "./merge.ts";
import { mergedSummaryOf } from "./merge-summary.ts";

/** GitHub's own words: "body is too long (maximum is 65536 characters)". */
export const MOST_COMMENT_CHARACTERS = 65_536;

/** What is taken off a page besides what it was too long by, so that a second try will do. */
const SLACK = 2_000;

/** The first line of the comment; titles tell comments apart. Nothing in it can end the comment of HTML that it is. */
export const commentMark = (title: string): string =>
  `<!-- tap-migration report: ${encodeURIComponent(wellFormed(title)).replaceAll("-", "%2D")} -->`;

/** At most as long as GitHub takes. */
export function commentOf(merged: Merged, title: string): string {
  const mark = commentMark(title);
  const bodyOf = (room: number) => `${mark}\n${withoutReferences(mergedSummaryOf(merged, title, room))}`;
  // Bytes are never fewer than characters.
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
 * GitHub looks for names and numbers in what Markdown has become, so a backslash before them is of no help: `\@name` still tells that
 * person, `\#1` still shows up in that issue. A character without width between keeps them text. In code nothing is looked for.
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
