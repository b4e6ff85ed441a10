/** Proves: report.html shows the TCP requests of a run with connections, and nothing of them of other runs. */
import { describe, expect, test } from "vitest";
import { stallFigure } from "../../src/report/figures.ts";
import { reportHtml } from "../../src/report/html/report.ts";
import type { Results } from "../../src/results/schema.ts";
import { recorded } from "./cases.ts";
import { connections, slowerRequests } from "./connected.ts";
import { browser, client, everyReportTests } from "./every-report.ts";
import { onlyRun, openReport } from "./html-page.ts";

const open = (results: Results) => openReport(browser, onlyRun(results, client));

everyReportTests(["connections", "slower-requests", "slower-requests-earlier"]);

const labelled = (text: RegExp) => expect.stringMatching(text);

describe("a run with connections", () => {
  test("has a dot for the request stall of each iteration, and an iteration is chosen by it", async () => {
    const results = connections();
    await using report = await open(results);
    const { page, troubles } = report;
    const section = page.locator(".scenario").nth(1);
    const stalls = section.locator('[data-chart="distribution-stalls"]');
    expect(await stalls.locator("[data-iteration]").count()).toBe(10);
    expect(await stalls.locator("svg").getAttribute("aria-label")).toMatch(
      /^Request stall of every iteration: 10 iterations, median 208 ms, 24 to 209 ms\./,
    );
    await stalls.locator('[data-iteration="7"]').click();
    await expect.poll(() => section.locator("select").inputValue()).toBe("7");
    // A ring in either chart.
    expect(await section.locator(".chosen").count()).toBe(2);
    const stall = results.scenarios[1]?.iterations[7]?.requestStallMs;
    const figure = section.locator(".figures div", { hasText: "request stall" }).locator("dd");
    expect(await figure.textContent()).toBe(`${stallFigure(stall)} ms`);
    expect(troubles).toEqual([]);
  });

  test("has a line for each request of an iteration, and says which was the slowest and which was lost", async () => {
    const results = connections();
    await using report = await open(results);
    const chart = (scenario: number) =>
      report.page.locator(".scenario").nth(scenario).locator('[data-chart="requests"] svg');
    expect(await chart(1).getAttribute("aria-label")).toMatch(
      /^TCP requests: 10 in flight during the freeze or slow, the slowest, sent at \d+\.\d ms, took 208 ms$/,
    );
    const failed = results.scenarios[2]?.iterations[2]?.requests ?? [];
    expect(failed.map(({ answeredAtMs }) => answeredAtMs)).toContain(null);
    const titles = await chart(2)
      .locator("path > title")
      .evaluateAll((all) => all.map((one) => one.textContent));
    // Its mark at the edge says the same again.
    const unanswered = labelled(/^connection \d+, sent at [\d.]+ ms: not answered$/);
    expect(titles.filter((title) => title?.endsWith("not answered"))).toEqual([unanswered, unanswered]);
    expect(titles).toHaveLength(failed.length + 1);
    expect(await chart(2).getAttribute("aria-label")).toMatch(/, 1 not answered$/);
  });

  test("compares stalls of two builds as it does outages", async () => {
    await using report = await open(slowerRequests());
    const pairing = report.page.locator(".pairing");
    expect(await pairing.textContent()).toContain(
      "slower tap-fd, request stalls: 55 ms → 208 ms (+274 % by pairs, 95 % interval +266 to +280 %, p < 0.0001): slower",
    );
    const charts = await pairing
      .locator("svg")
      .evaluateAll((all) => all.map((chart) => chart.getAttribute("aria-label")));
    expect(charts).toEqual([
      labelled(/^Outages of baseline and candidate, tap-fd$/),
      labelled(/^Difference of the medians \+0\.00 ms, .*: same$/),
      labelled(/^Request stalls of baseline and candidate, tap-fd$/),
      labelled(/^Difference of the medians of request stall \+153 ms, .*: slower$/),
      labelled(
        /^Change of each figure in tap-fd: outage ±0 % same, request stalls \+274 % slower, vCPU pause/,
      ),
    ]);
  });

  test("beside a run without them: only its own row is in the chart of stalls", async () => {
    await using report = await openReport(
      browser,
      reportHtml(
        [
          { label: "QEMU 11.2.0", results: connections(), logs: null },
          { label: "QEMU 7.2.22", results: recorded("alone-7.2"), logs: null },
        ],
        { client },
      ),
    );
    const { page, troubles } = report;
    const label = (chart: string) => page.locator(`[data-chart="${chart}"] svg`).getAttribute("aria-label");
    expect(await label("merged")).toContain("QEMU 7.2.22");
    expect(await label("merged-stalls")).toMatch(/^Request stalls of tap-fd · QEMU 11\.2\.0, /);
    expect(await label("merged-stalls")).not.toContain("QEMU 7.2.22");
    const cells = await page.locator(".merged table").first().locator("td").allInnerTexts();
    expect(cells).toContain("22.5 / 55");
    expect(cells).toContain("28.0");
    expect(troubles).toEqual([]);
  });
});

test("a run without connections has no place for requests", async () => {
  await using report = await open(recorded("alone-7.2"));
  const places = report.page.locator('[data-chart="requests"], [data-chart$="-stalls"]');
  expect(await places.count()).toBe(0);
  expect(await report.page.locator("main").textContent()).not.toMatch(/request stall|TCP/);
});
