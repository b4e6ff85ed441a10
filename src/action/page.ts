import { appendFileSync } from "node:fs";
import { messageOf } from "../base/errors.ts";

/** Whether the runner takes a job summary. */
export const hasPage = (): boolean => Boolean(process.env.GITHUB_STEP_SUMMARY);

/**
 * Writes Markdown into the job summary, if there is one. If that fails, `warn` reports it.
 *
 * @return whether it was written
 */
export function showOnPage(markdown: string, warn: (text: string) => void): boolean {
  const page = process.env.GITHUB_STEP_SUMMARY;
  if (!page) return false;
  try {
    appendFileSync(page, markdown);
    return true;
  } catch (error) {
    warn(`the job summary could not be written (GITHUB_STEP_SUMMARY): ${messageOf(error)}`);
    return false;
  }
}
