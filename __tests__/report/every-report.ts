import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportHtml } from "../../src/report/html/report.ts";
import type { Results } from "../../src/results/schema.ts";
import { CASES, huge, NASTY, recorded } from "./cases.ts";
import { slowerRequestsEarlier } from "./connected.ts";
import { nights, noisy, slower, trendOfRuns } from "./history/nights.ts";
import { buildClient, type OpenReport, onlyRun, openReport, seriousFindings } from "./html-page.ts";
import { openBrowser } from "./page.ts";

export let browser: Browser;
export let client: string;
beforeAll(async () => {
  [browser, client] = await Promise.all([openBrowser(), buildClient()]);
});
afterAll(() => browser.close());

export const several = () =>
  reportHtml(
    [
      { label: "QEMU 7.2.22", results: recorded("alone-7.2"), logs: "a/" },
      { label: "QEMU 11.1.3 against 10.0.13", results: recorded("ab-10.0-11.1"), logs: "b/" },
      { label: "QEMU 7.2.22 → 10.0.13", results: recorded("upgrade-7.2-10.0"), logs: null },
    ],
    { client },
  );

export const incomplete = () =>
  reportHtml([{ label: "QEMU 7.2.22", results: recorded("alone-7.2"), logs: "a/" }], {
    client,
    broken: [{ path: "b/results.json", problem: "not JSON: it seems to have been cut" }],
  });

/** A run with the trends of two machines: one has a change, the other has too few runs and a problem. */
export const trend = () => {
  const all = slower();
  const last = all.at(-1);
  if (last === undefined) throw new Error("no runs");
  const few = nights(noisy([[6, 20]]), () => ({ accel: "tcg", inputs: { smp: NASTY } }));
  return reportHtml([{ label: "", results: last, logs: "a/" }], {
    client,
    trends: [
      trendOfRuns(all, all.length),
      trendOfRuns(few, 1, { problem: "unreadable: not JSON. It is left as it is", file: `/srv/${NASTY}` }),
    ],
  });
};

export const WIDE = ["scrollWidth", "clientWidth"]
  .map((name) => `document.documentElement.${name}`)
  .join(" - ");
export const unfold = (page: Page) =>
  page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
/** Tables of the same kind have the same faults. */
const unfoldOneOfEach = (page: Page) =>
  page.evaluate(`
    const seen = new Set();
    for (const one of document.querySelectorAll("details")) {
      const kind = one.dataset.name ?? one.className;
      if (!seen.has(kind)) one.open = true;
      seen.add(kind);
    }`);

export const ALL: Record<string, () => string> = {
  ...Object.fromEntries(
    Object.entries({ ...CASES, huge }).map(([name, make]) => [name, () => onlyRun(make(), client)]),
  ),
  several,
  incomplete,
  trend,
  "slower-requests-earlier": () => onlyRun(slowerRequestsEarlier(), client),
};

/** Those that a quick look takes: one as most are, one with what is meant ill, one of several runs, and one with a history. */
export const QUICK: readonly string[] = ["passed", "nasty", "several", "trend"];

/**
 * What must hold of every report. Opening and drawing one takes longest: each is opened once, and looked at in all ways, one after
 * another.
 */
export const everyReportTests = (names: readonly string[]) =>
  describe.each(names)("%s", (name) => {
    let report: OpenReport;
    beforeAll(async () => {
      report = await openReport(browser, ALL[name]?.() ?? "");
    });
    afterAll(() => report[Symbol.asyncDispose]());

    test("charts are there, and nothing goes wrong or is asked for", async () => {
      const { page, url, requests, troubles } = report;
      const runs = JSON.parse((await page.locator("#runs").textContent()) ?? "[]") as { results: Results }[];
      const numbers = runs.flatMap(({ results }) =>
        results.scenarios.map(({ iterations }) => iterations.length).filter((n) => n > 0),
      );
      const dots = await page
        .locator('[data-chart="distribution"] svg')
        .evaluateAll((charts) => charts.map((chart) => chart.querySelectorAll("[data-iteration]").length));
      expect(dots).toEqual(numbers);
      const charts = await page
        .locator(".chart svg")
        .evaluateAll((all) =>
          all.map((chart) => ["role", "aria-label"].map((name) => chart.getAttribute(name))),
        );
      for (const [role, label] of charts) {
        expect(role).toBe("img");
        expect(label?.length).toBeGreaterThan(20);
      }
      expect(troubles).toEqual([]);
      expect(requests).toEqual([url]);
    });

    test("links lead somewhere on the page, or to a file beside it", async () => {
      const { page, url } = report;
      const links = await page.locator("a").evaluateAll((all) =>
        all.map((one) => ({
          href: one.getAttribute("href"),
          resolved: one.href,
          targets: one.ownerDocument.querySelectorAll(`[id="${one.hash.slice(1)}"]`).length,
        })),
      );
      const beside = url.replace(/[^/]*$/, "");
      for (const { href, resolved, targets } of links) {
        if (href?.startsWith("#")) expect(targets, href).toBe(1);
        else expect(resolved.startsWith(beside), resolved).toBe(true);
      }
    });

    test.each(["light", "dark"] as const)("can be read by all, %s", async (colorScheme) => {
      const { page } = report;
      await page.emulateMedia({ colorScheme });
      await unfoldOneOfEach(page);
      // Themes differ in their colours alone.
      const rules = colorScheme === "dark" ? ["color-contrast"] : undefined;
      expect(await seriousFindings(page, rules)).toEqual([]);
    });

    test("fits a phone", async () => {
      const { page, troubles } = report;
      await page.setViewportSize({ width: 390, height: 844 });
      await unfold(page);
      await expect.poll(() => page.evaluate(WIDE)).toBeLessThanOrEqual(0);
      expect(troubles).toEqual([]);
    });
  });
