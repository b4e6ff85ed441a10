/**
 * What script/summary-picture and script/report-pictures run. Arguments:
 *   summary SUMMARY.md OUT.png [light|dark [open]]
 *   report FOLDER report.html | results.json...
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, devices } from "playwright-core";
import { reportHtml } from "../../src/report/html/report.ts";
import { merge } from "../../src/report/merge.ts";
import { Results } from "../../src/results/schema.ts";
import { buildClient, onlyRun, openReport } from "./html-page.ts";
import { openBrowser, show } from "./page.ts";

async function summaryPicture(browser: Browser, [from, to, theme = "light", folds]: string[]): Promise<void> {
  if (from === undefined || to === undefined || (theme !== "light" && theme !== "dark"))
    throw new Error("expected SUMMARY.md OUT.png [light|dark [open]]");
  const page = await browser.newPage({ viewport: { width: 1100, height: 400 } });
  const { errors } = await show(page, readFileSync(from, "utf8"), theme);
  if (folds === "open")
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
  await page.screenshot({ path: to, fullPage: true });
  for (const error of errors) process.stderr.write(`a drawing that Mermaid can't read: ${error}\n`);
  process.exitCode = errors.length === 0 ? 0 : 1;
}

const VIEWPORT = { width: 1180, height: 1400 };
/** Chromium's pictures end there. */
const MOST_PIXELS = 16_000;

async function reportPictures(browser: Browser, [folder, ...from]: string[]): Promise<void> {
  if (folder === undefined) throw new Error("expected FOLDER report.html | results.json...");
  const html = await htmlOf(from);
  const pictures = {
    light: { viewport: VIEWPORT, colorScheme: "light" },
    dark: { viewport: VIEWPORT, colorScheme: "dark" },
    phone: { ...devices["Pixel 7"], colorScheme: "light" },
    print: { viewport: { width: 794, height: 1123 }, deviceScaleFactor: 2 },
    top: { viewport: VIEWPORT, colorScheme: "light" },
  } as const;
  for (const [name, options] of Object.entries(pictures)) {
    await using report = await openReport(browser, html, options);
    const { page, troubles } = report;
    if (name === "print") await page.emulateMedia({ media: "print" });
    const scale = await page.evaluate<number>("devicePixelRatio");
    const wholeHeight = await page.evaluate<number>("document.documentElement.scrollHeight");
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    await page.screenshot({
      path: join(folder, `${name}.png`),
      fullPage: name !== "top",
      clip: {
        x: 0,
        y: 0,
        width,
        height: name === "top" ? height : Math.min(wholeHeight, MOST_PIXELS / scale),
      },
    });
    if (troubles.length > 0) throw new Error(`the page of ${name}.png: ${troubles.join("\n")}`);
  }
}

async function htmlOf(from: readonly string[]): Promise<string> {
  const [first] = from;
  if (from.length === 1 && first?.endsWith(".html")) return readFileSync(first, "utf8");
  const client = await buildClient();
  const loaded = from.map((path) => ({
    path,
    results: Results.parse(JSON.parse(readFileSync(path, "utf8"))),
  }));
  const [only] = loaded;
  if (loaded.length === 1 && only !== undefined) return onlyRun(only.results, client);
  const { runs } = merge(loaded, []);
  return reportHtml(
    runs.map(({ label, results }) => ({ label, results, logs: null })),
    { client },
  );
}

const [what, ...args] = process.argv.slice(2);
await using browser = await openBrowser();
if (what === "summary") await summaryPicture(browser, args);
else if (what === "report") await reportPictures(browser, args);
else throw new Error("expected summary or report");
