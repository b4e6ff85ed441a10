/** Opens report.html as a reader does: from a file, in a real browser, with an eye on all that it says and asks for. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { build } from "vite";
import { reportHtml } from "../../src/report/html/report.ts";
import type { Results } from "../../src/results/schema.ts";
import { temporaryFolder } from "../folder.ts";

/** What draws the charts, made of the sources as script/build does. */
export async function buildClient(): Promise<string> {
  using folder = temporaryFolder();
  await build({ configFile: "vite.report.config.ts", build: { outDir: folder.path } });
  return readFileSync(folder.at("report-client.js"), "utf8");
}

export const onlyRun = (results: Results, client: string): string =>
  reportHtml([{ label: "", results, logs: "" }], { client });

export interface OpenReport extends AsyncDisposable {
  readonly page: Page;
  /** Where the page is. */
  readonly url: string;
  /** Whatever should not be: words on the console, errors, dialogs. */
  readonly troubles: readonly string[];
  /** Addresses of all that was asked for. */
  readonly requests: readonly string[];
}

export async function openReport(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenReport> {
  const folder = temporaryFolder();
  const path = folder.at("report.html");
  writeFileSync(path, html);
  const context = await browser.newContext({ viewport: { width: 1180, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => troubles.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`error: ${error.stack}`));
  page.on("dialog", (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => requests.push(request.url()));
  const url = pathToFileURL(path).href;
  await page.goto(url);
  return {
    page,
    url,
    troubles,
    requests,
    async [Symbol.asyncDispose]() {
      await context.close();
      folder[Symbol.dispose]();
    },
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/**
 * What keeps people from reading the page, by https://github.com/dequelabs/axe-core; minor findings left out.
 *
 * @param rules all, or those named
 */
export async function seriousFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(AXE);
  const options = rules === undefined ? {} : { runOnly: rules };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.length} times, as in ${nodes[0]?.html}`);
}
