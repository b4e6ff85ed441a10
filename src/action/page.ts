import { appendFileSync } from "node:fs";
import { messageOf } from "../base/errors.ts";

/** Shows Markdown on the page of the job, where there is one; `warn` says when it can't be written. */
export function showOnPage(markdown: string, warn: (text: string) => void): void {
  const page = process.env.GITHUB_STEP_SUMMARY;
  if (!page) return;
  try {
    appendFileSync(page, markdown);
  } catch (error) {
    warn(`the summary could not be put on the page of the job (GITHUB_STEP_SUMMARY): ${messageOf(error)}`);
  }
}
