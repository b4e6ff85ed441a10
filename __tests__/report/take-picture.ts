/** What script/summary-picture runs: a page of Markdown as a picture. Arguments: SUMMARY.md OUT.png [light|dark [open]]. */
import { readFileSync } from "node:fs";
import { openBrowser, show } from "./page.ts";

const [from, to, theme = "light", folds = "closed"] = process.argv.slice(2);
if (from === undefined || to === undefined || (theme !== "light" && theme !== "dark"))
  throw new Error("expected SUMMARY.md OUT.png [light|dark [open]]");

await using browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1100, height: 400 } });
const { errors } = await show(page, readFileSync(from, "utf8"), theme);
if (folds === "open")
  await page.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
await page.screenshot({ path: to, fullPage: true });
for (const error of errors) process.stderr.write(`a drawing that Mermaid can't read: ${error}\n`);
process.exitCode = errors.length === 0 ? 0 : 1;
