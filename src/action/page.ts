import { appendFileSync } from "node:fs";

/** Shows Markdown on the page of the job, where there is one. */
export function showOnPage(markdown: string | Buffer): void {
  const page = process.env.GITHUB_STEP_SUMMARY;
  if (page) appendFileSync(page, markdown);
}
