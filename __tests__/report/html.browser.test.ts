/** Proves: report.html works in a browser by mouse and keyboard, without JavaScript and on paper. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { msFigure } from "../../src/report/figures.ts";
import type { Iteration, Results } from "../../src/results/schema.ts";
import { comparison, failed, nasty, openOutage, passed, recorded } from "./cases.ts";
import { browser, client, everyReportTests, QUICK, several, trend, unfold } from "./every-report.ts";
import { slower } from "./history/nights.ts";
import { onlyRun, openReport } from "./html-page.ts";

const open = (results: Results, options?: Parameters<typeof openReport>[2]) =>
  openReport(browser, onlyRun(results, client), options);

everyReportTests(QUICK);

/** What the page shows of the iteration that is chosen. */
async function shown(page: Page) {
  const section = page.locator(".scenario").first();
  const label = (chart: string) =>
    section.locator(`[data-chart="${chart}"] svg`).first().getAttribute("aria-label");
  return {
    heading: await section.locator(".panel h3").first().textContent(),
    outage: await section.locator(".figures dd").first().textContent(),
    listed: await section.locator("select").inputValue(),
    timeline: await label("timeline"),
    parts: await label("parts"),
    devices: await label("devices"),
    spoken: await section.locator('[role="status"]').textContent(),
    ring: await section.locator(".chosen").count(),
  };
}

function expectShown(page: Page, { iterations }: { iterations: Iteration[] }, index: number) {
  const iteration = iterations[index];
  const at = iteration?.timeline.find(({ event }) => event === "STOP")?.atMs;
  return expect
    .poll(() => shown(page))
    .toEqual({
      heading: expect.stringMatching(new RegExp(`^Iteration ${index + 1} of ${iterations.length}\\b`)),
      outage: `${msFigure(iteration?.outageMs)} ms`,
      listed: String(index),
      timeline: expect.stringContaining(`STOP at ${msFigure(at)} ms`),
      parts: expect.stringContaining(`load ${msFigure(iteration?.freeze?.loadMs)} ms`),
      devices: expect.stringContaining(`virtio-net save ${netUs(iteration)}`),
      spoken: expect.stringContaining(`Iteration ${index + 1}: `),
      ring: 1,
    });
}

const netUs = (iteration: Iteration | undefined) =>
  iteration?.devices?.find(({ name }) => name.endsWith("virtio-net"))?.saveUs;

describe("choosing an iteration", () => {
  const candidate = () => {
    const [first] = recorded("ab-10.0-11.1").scenarios;
    if (first === undefined) throw new Error("no scenario was recorded");
    return first;
  };

  test("by its dot", async () => {
    await using report = await open(recorded("ab-10.0-11.1"));
    const chart = report.page.locator('.scenario [data-chart="distribution"]').first();
    await chart.locator('[data-iteration="7"]').click();
    await expectShown(report.page, candidate(), 7);
    // A finger hits beside it.
    const box = await chart.locator('[data-iteration="24"]').boundingBox();
    if (box === null) throw new Error("no dot");
    await report.page.mouse.click(box.x + box.width / 2, box.y - 1);
    await expectShown(report.page, candidate(), 24);
    expect(report.troubles).toEqual([]);
  });

  test("by keys alone", async () => {
    await using report = await open(recorded("ab-10.0-11.1"));
    const { page } = report;
    const list = page.getByLabel("Iteration", { exact: true }).first();
    for (let at = 0; at < 60; at += 1) {
      if (await list.evaluate((element) => element === element.ownerDocument.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    const before = Number(await list.inputValue());
    for (let times = 0; times < 3; times += 1) await page.keyboard.press("ArrowRight");
    await expectShown(page, candidate(), before + 3);
    await page.keyboard.press("ArrowLeft");
    await expectShown(page, candidate(), before + 2);
    await page.keyboard.press("End");
    await expectShown(page, candidate(), 29);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await expectShown(page, candidate(), 28);
    const outline = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle");
    expect(outline).toBe("solid");
  });

  test("from the list, and by what it is", async () => {
    await using report = await open(recorded("ab-10.0-11.1"));
    const { page } = report;
    const list = page.getByLabel("Iteration", { exact: true }).first();
    await list.selectOption("11");
    await expectShown(page, candidate(), 11);
    const { iterations } = candidate();
    const slowest = iterations.reduce((most, one) =>
      (one.outageMs ?? 0) > (most.outageMs ?? 0) ? one : most,
    );
    await page.getByRole("button", { name: "Slowest" }).first().click();
    await expectShown(page, candidate(), iterations.indexOf(slowest));
  });

  test("leaves open what was unfolded, and the other scenarios as they are", async () => {
    await using report = await open(recorded("ab-10.0-11.1"));
    const { page } = report;
    const [first, second] = [page.locator(".scenario").nth(0), page.locator(".scenario").nth(1)];
    const other = await second.locator(".panel").textContent();
    await first.getByText("Devices as a table").click();
    await first.locator("select").selectOption("4");
    await expectShown(page, candidate(), 4);
    expect(
      await first.getByRole("rowheader", { name: /virtio-net$/ }).evaluate((cell) => cell.checkVisibility()),
    ).toBe(true);
    expect(await first.locator('[data-name="timeline"]').getAttribute("open")).toBeNull();
    expect(await second.locator(".panel").textContent()).toBe(other);
  });
});

test("one that failed is shown first, and leads to what was said last", async () => {
  await using report = await open(openOutage());
  const { page } = report;
  const kinds = await page
    .locator('[data-chart="distribution"] [data-iteration]')
    .evaluateAll((dots) => dots.map((dot) => dot.parentElement.getAttribute("class")));
  expect(kinds.sort()).toEqual(["dots-open", "dots-passed"]);
  const panel = page.locator(".panel");
  expect(await panel.textContent()).toContain("Failed: the guest did not answer again");
  expect(await panel.locator("svg").first().getAttribute("aria-label")).toContain("first reply did not come");
  const failure = page.locator("details.failure");
  await failure.evaluate((one) => one.removeAttribute("open"));
  await panel.getByRole("link", { name: "Last output" }).click();
  await expect.poll(() => failure.getByText("login[1]: root login").isVisible()).toBe(true);
});

test("says why there are no times per device, and what was not told apart", async () => {
  await using report = await open(recorded("alone-7.2"));
  const panel = report.page.locator(".panel");
  expect(await panel.textContent()).toMatch(/No times per device: .* no vmstate_downtime traces/);
  await panel.getByText("Parts as a table").click();
  const cells = async (part: string) =>
    await panel
      .getByRole("row", { name: new RegExp(`^${part} freeze`) })
      .locator("td")
      .allInnerTexts();
  expect((await cells("save"))[1]).toBe("–");
  expect(Number((await cells("state"))[1])).toBeGreaterThan(0);
});

test("two builds against one another", async () => {
  const results = comparison();
  await using report = await open(results);
  const { page } = report;
  const [first] = results.comparison;
  const pairing = page.locator(".pairing").first();
  expect(await pairing.textContent()).toMatch(/tap-fd: 12.5 ms → 16.6 ms .*30 pairs\): slower/);
  expect(await pairing.locator("[data-iteration]").count()).toBe(60);
  const [outages, difference] = await pairing
    .locator("svg")
    .evaluateAll((charts) => charts.map((chart) => chart.getAttribute("aria-label")));
  expect(outages).toContain("tap-fd");
  expect(difference).toContain(`+${msFigure(first?.deltaMs)} ms, 95 % interval +`);
});

test("several runs: builds by scenarios, with best, worst and spread", async () => {
  await using report = await openReport(browser, several());
  const { page } = report;
  const merged = page.locator(".merged table").first();
  const rows = await merged
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(rows).toEqual([
    ["QEMU 7.2.22", "", "28.0"],
    ["QEMU 11.1.3 against 10.0.13: candidate", "", "23.8"],
    ["QEMU 11.1.3 against 10.0.13: baseline", "", "23.4"],
    ["QEMU 7.2.22 → 10.0.13: candidate → target", "– unsupported", "57.3"],
    ["QEMU 7.2.22 → 10.0.13: target → candidate", "– unsupported", "31.6"],
    ["best", "", "23.4QEMU 11.1.3 against 10.0.13: baseline"],
    ["worst", "", "57.3QEMU 7.2.22 → 10.0.13: candidate → target"],
    ["spread", "", "33.8"],
  ]);
  expect(await page.locator('[data-chart="merged"] [data-iteration]').count()).toBe(110);
  expect(await page.locator("article.run").count()).toBe(3);
  // Logs are linked where they are, and only there.
  const logs = await page
    .locator(".logs a", { hasText: "probe.log" })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(logs).toEqual([
    expect.stringMatching(/^\.\/a\/new-tap\/iteration-\d+\/probe\.log$/),
    expect.stringMatching(/^\.\/b\/new-tap\/iteration-\d+\/probe\.log$/),
    expect.stringMatching(/^\.\/b\/new-tap-baseline\/iteration-\d+\/probe\.log$/),
  ]);
});

describe("a trend", () => {
  test("each figure has a chart of its runs, with what changed; a table has the same", async () => {
    await using report = await openReport(browser, trend());
    const { page } = report;
    const section = page.locator(".trend");
    expect(await section.locator(".findings li").allInnerTexts()).toEqual([
      expect.stringMatching(
        /^! new new-tap outage: 25\.3 → 31\.5 ms since 2026-01-13 \(QEMU 10\.0\.2 → 10\.0\.3, /,
      ),
      expect.stringMatching(/^! new new-tap vCPU pause: 8\.4 → 10\.4 ms since /),
      "Too few runs yet (6 of 12).",
    ]);
    expect(await section.locator(".warning").textContent()).toContain("not JSON. It is left as it is");
    const charts = section.locator('[data-chart="trend"] svg');
    expect(await charts.count()).toBe(4);
    expect(
      await charts.evaluateAll((all) => all.map((one) => one.querySelectorAll("circle").length)),
    ).toEqual([23, 23, 6, 6]);
    expect(await charts.first().getAttribute("aria-label")).toMatch(
      /^new-tap outage of 23 runs, the last one 3\d\.\d ms, spread 1\.8 ms, 25\.3 → 31\.5 since 2026-01-13$/,
    );
    expect(await charts.first().locator("text", { hasText: "25.3 → 31.5 since 2026-01-13" }).count()).toBe(1);
    await section.getByText("Outage as a table").first().click();
    const rows = section.locator("table").first().locator("tbody tr");
    expect(await rows.count()).toBe(23);
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((one) => one.textContent)),
    );
    expect(cells[0]?.[0]).toBe("2026-01-23 03:17");
    expect([cells[10]?.[0], ...(cells[10]?.slice(-2) ?? [])]).toEqual([
      "2026-01-13 03:17 change",
      "10.0.3",
      "6.1.0-2",
    ]);
    expect(report.troubles).toEqual([]);
  });

  test("has its dots above or below one another as their figures are, the change between two of them", async () => {
    await using report = await openReport(browser, trend());
    const chart = report.page.locator('[data-chart="trend"] svg').first();
    const places = await chart.evaluate((svg) => ({
      dots: [...svg.querySelectorAll("circle")].map((one) => [
        Number(one.getAttribute("cx")),
        Number(one.getAttribute("cy")),
      ]),
      change: Number(
        svg.querySelector("[stroke-dasharray] line, line[stroke-dasharray]")?.getAttribute("x1"),
      ),
    }));
    const medians = slower().map(({ scenarios }) => scenarios[0]?.stats?.outageMs.median ?? 0);
    const order = (values: readonly number[]) =>
      [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    expect(order(places.dots.map(([, y = 0]) => -y))).toEqual(order(medians));
    expect(places.change).toBeGreaterThan(places.dots[11]?.[0] ?? Number.NaN);
    expect(places.change).toBeLessThan(places.dots[12]?.[0] ?? Number.NaN);
  });

  test("without JavaScript has its sentences and tables", async () => {
    await using report = await openReport(browser, trend(), { javaScriptEnabled: false });
    const section = report.page.locator(".trend");
    expect(await section.locator("table").count()).toBe(4);
    expect(await section.locator("svg, .chart:visible").count()).toBe(0);
  });
});

test("text from outside is text", async () => {
  await using report = await open(nasty());
  const { page } = report;
  await unfold(page);
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.locator("script").count()).toBe(2);
  for (const place of [".said pre", ".facts", ".panel", ".ran", "h1 + .headline + ul"])
    expect(await page.locator(place).first().textContent()).toContain("<img src=x onerror=alert(1)>");
  expect(await page.locator(".said pre").first().textContent()).toContain(
    "\\u202egnp.evil\\u2069 \\x00\\x07\\x1b[31m \ufffd ]]>",
  );
  // Of the other iteration too, whose panel is made in the page.
  await page.locator("select").selectOption("0");
  await page.getByRole("heading", { name: /^Iteration 1 of 2/ }).waitFor();
  expect(await page.locator("img").count()).toBe(0);
  expect(report.troubles).toEqual([]);
});

test("without JavaScript there are the tables, and nothing to press", async () => {
  await using report = await open(failed(), { javaScriptEnabled: false });
  const { page } = report;
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Failed");
  expect(
    await page
      .getByRole("row", { name: /^new-tap/ })
      .first()
      .textContent(),
  ).toContain("46.2");
  expect(await page.locator("svg").count()).toBe(0);
  expect(
    await page.locator("button:visible, select:visible, .chart:visible, .chart + .legend:visible").count(),
  ).toBe(0);
  await page.getByText("Iterations as a table").click();
  expect(await page.getByRole("row", { name: /^6 / }).first().isVisible()).toBe(true);
  expect(report.troubles).toEqual([]);
});

test("charts are drawn anew for another width", async () => {
  await using report = await open(passed());
  const { page } = report;
  const widths = () =>
    page
      .locator(".chart")
      .evaluateAll((places) =>
        places.map((place) => [
          place.parentElement.clientWidth,
          Number(place.firstElementChild.getAttribute("width")),
        ]),
      );
  const drawn = async () => (await widths()).every(([room, width]) => room === width);
  expect(await drawn()).toBe(true);
  const before = (await widths())[0]?.[1];
  await page.setViewportSize({ width: 500, height: 900 });
  await expect.poll(drawn).toBe(true);
  expect((await widths())[0]?.[1]).toBeLessThan(before ?? 0);
});

test("paper is light, has all tables, and nothing to press", async () => {
  await using report = await open(passed(), { colorScheme: "dark" });
  const { page } = report;
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate("getComputedStyle(document.documentElement).color")).toBe("rgb(29, 33, 38)");
  expect(await page.locator("button:visible, select:visible, summary:visible").count()).toBe(0);
  const tables = page.locator("table");
  expect(await tables.evaluateAll((all) => all.every((one) => one.checkVisibility()))).toBe(true);
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.byteLength).toBeGreaterThan(10_000);
  // As before, once it is printed.
  await expect.poll(() => page.locator("details[open]").count()).toBe(0);
});
