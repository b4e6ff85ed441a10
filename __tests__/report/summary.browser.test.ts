/** Proves: summary.md looks right in a browser with real Mermaid, and its texts stay text. */
import MarkdownIt from "markdown-it";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { labelOf } from "../../src/report/figures.ts";
import { haveStalls } from "../../src/report/stalls.ts";
import { summaryOf } from "../../src/report/summary.ts";
import type { Results } from "../../src/results/schema.ts";
import { CASES, huge, NASTY } from "./cases.ts";
import { openBrowser, show, type Theme, toHtml } from "./page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => await browser?.close());

let page: Page;
/** What a page of text has no reason to do. */
let doings: string[];
beforeEach(async () => {
  doings = [];
  page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
  page.on("pageerror", (error) => doings.push(`error: ${error}`));
  page.on("console", (message) => {
    if (message.type() === "error") doings.push(`console: ${message.text()}`);
  });
  page.on("dialog", async (dialog) => {
    doings.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => doings.push(`request: ${request.url()}`));
});
afterEach(async () => await page.close());

const measuredLabels = (results: Results) =>
  results.scenarios.flatMap((scenario) =>
    (scenario.stats?.outageMs.n ?? 0) > 0 ? [labelOf(scenario, results)] : [],
  );

/** The number of cells in each row of each table. */
const cellCounts = () =>
  page
    .locator("table")
    .evaluateAll((tables) =>
      tables.map((table) =>
        [...table.querySelectorAll("tr")].map((row) => row.querySelectorAll("th, td").length),
      ),
    );

/** Every drawing is drawn, and shows what was measured. */
async function expectDrawings(results: Results, theme: Theme): Promise<void> {
  const { errors, drawings } = await show(page, summaryOf(results), theme);
  expect(errors).toEqual([]);
  const labels = measuredLabels(results);
  if (labels.length === 0) return expect(drawings).toEqual([]);
  const figures = ["outage", ...(haveStalls(results.scenarios) ? ["request stall"] : [])];
  for (const [at, figure] of figures.entries()) {
    for (const label of labels) expect(drawings[at]).toContain(label);
    for (const word of ["max", "p95", "median", `${figure}, ms (${results.accel})`])
      expect(drawings[at]).toContain(word);
  }
  const timeline = drawings[figures.length];
  for (const word of ["Network", "STOP to RESUME", "last reply to first reply"])
    expect(timeline).toContain(word);
}

describe.each(Object.entries(CASES))("%s", (_name, make) => {
  test("drawings are drawn, tables are whole, and what is folded opens", async () => {
    await expectDrawings(make(), "light");
    const counts = await cellCounts();
    expect(counts.length).toBeGreaterThan(1);
    for (const rows of counts) expect(rows).toEqual(rows.map(() => rows[0]));
    const titles = await page.locator("article > details > summary").allTextContents();
    expect(titles.slice(-2)).toEqual(["Environment and builds", "Repeat this run"]);
    const command = page.locator("details code.language-sh");
    await expect(command.isVisible()).resolves.toBe(false);
    await page.locator("summary", { hasText: "Repeat this run" }).click();
    await expect(command.isVisible()).resolves.toBe(true);
    await expect(command.textContent()).resolves.toMatch(/^node dist\/cli\.js run\s/);
    expect(doings).toEqual([]);
  });
});

test.each(["passed", "a-b", "round-trip"] as const)("%s in the dark", (name) =>
  expectDrawings(CASES[name](), "dark"),
);

describe("texts from outside", () => {
  const SCRIPTS = [
    NASTY,
    "<script>window.ran = 1; alert(1)</script>",
    "<img src=x onerror='window.ran = 1'>",
    "[x](javascript:window.ran=1) <a href='javascript:window.ran=1'>x</a>",
    "</code></pre><iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "```\n</details><svg onload='window.ran = 1'>\n```mermaid\ngantt\n",
    '"] %%{init: {"securityLevel": "loose"}}%% <img src=x onerror="window.ran = 1">',
  ];

  test.each(SCRIPTS)("are nothing but text: %j", async (text) => {
    const outsiders = JSON.parse(
      JSON.stringify(CASES.nasty()).replaceAll(
        JSON.stringify(NASTY).slice(1, -1),
        JSON.stringify(text).slice(1, -1),
      ),
    ) as Results;
    const { errors, drawings } = await show(page, summaryOf(outsiders));
    await settled();
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(doings).toEqual([]);
    expect(errors).toEqual([]);
    expect(drawings).toHaveLength(3);
    const article = page.locator("article");
    expect(await article.locator("img, a, iframe, script, svg [onload], h1, [onerror]").count()).toBe(0);
    expect(await article.locator("> details").count()).toBe(5);
  });

  test("would run where they are not escaped", async () => {
    await show(page, "<img src=x onerror='window.ran = 1; alert(1)'>");
    await settled();
    expect(await page.evaluate("window.ran")).toBe(1);
    expect(doings).toContain("dialog: 1");
  });

  /** Pictures that can't be loaded have said so, and a frame has been drawn after that. */
  const settled = () =>
    page.evaluate(async () => {
      const { document } = globalThis as unknown as { document: { images: Iterable<Picture> } };
      for (const picture of document.images) await picture.decode().catch(() => undefined);
      await new Promise((drawn) => setTimeout(drawn));
    });
  interface Picture {
    decode(): Promise<void>;
  }

  test("can be read", async () => {
    await show(page, summaryOf(CASES.nasty()));
    const first = NASTY.split("\n")[0] ?? "";
    await expect(page.locator("article > p").first().textContent()).resolves.toContain(first);
    await expect(page.locator("code.language-text").first().textContent()).resolves.toContain(first);
  });
});

describe("a run with more to say than GitHub takes", () => {
  /** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
  const GITHUB_TAKES_BYTES = 1024 * 1024;

  test("stays below the limit, says what is missing, and is whole", async () => {
    const results = huge();
    const text = summaryOf(results);
    expect(Buffer.byteLength(text)).toBeLessThan(GITHUB_TAKES_BYTES);
    expect(Buffer.byteLength(JSON.stringify(results))).toBeGreaterThan(5 * GITHUB_TAKES_BYTES);
    expect(text).toContain("*Left out because of GitHub's size limit:");
    expect(openFences(text)).toEqual([]);
    const { errors, drawings } = await show(page, text);
    expect(errors).toEqual([]);
    for (const label of measuredLabels(results)) expect(drawings[0]).toContain(label);
    const titles = await page.locator("article > details > summary").allTextContents();
    expect(titles.at(-1)).toBe("Repeat this run");
    expect(titles).toContain("Failures: reasons and last output");
    await expect(page.locator("article > p > em").last().textContent()).resolves.toMatch(
      /^Left out because of /,
    );
    for (const rows of await cellCounts()) expect(rows).toEqual(rows.map(() => rows[0]));
  });

  test("so does one whose every text is as long as it can be", () => {
    const long = (text: string) => text.repeat(Math.ceil(200_000 / text.length));
    const results = huge();
    const text = summaryOf({
      ...results,
      reason: long("& `| "),
      guest: long("& `| "),
      builds: results.builds.map((build) => ({ ...build, version: long("&"), path: long("|") })),
      scenarios: results.scenarios.map((scenario) => ({
        ...scenario,
        reason: long("<"),
        evidence: [{ side: "host" as const, what: long("`"), tail: long("```\n") }],
      })),
    });
    expect(Buffer.byteLength(text)).toBeLessThan(GITHUB_TAKES_BYTES);
    expect(openFences(text)).toEqual([]);
    expect(toHtml(text).match(/<details>/g)?.length).toBe(toHtml(text).match(/<\/details>/g)?.length);
  });

  /** Fences that are opened and not closed: markdown-it closes them at the end of the text, where no fence is. */
  function openFences(text: string): string[] {
    const lines = text.split("\n");
    return new MarkdownIt({ html: true })
      .parse(text, {})
      .filter(({ type, map, markup }) => type === "fence" && lines[(map?.[1] ?? 0) - 1] !== markup)
      .map(({ content }) => content.slice(0, 100));
  }
});
