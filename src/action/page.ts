import { appendFileSync } from "node:fs";
import { messageOf } from "../base/errors.ts";

/** Writes Markdown into the job summary, if there is one. If that fails, `warn` reports it. */
export function showOnPage(markdown: string, warn: (text: string) => void): void {
  const page = process.env.GITHUB_STEP_SUMMARY;
  if (!page) return;
  try {
    appendFileSync(page, markdown);
  } catch (error) {
    warn(`the job summary could not be written (GITHUB_STEP_SUMMARY): ${messageOf(error)}`);
  }
}
