/** Proves: report.html lets no data become markup, links only to logs that exist, and stays small. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { reportHtml } from "../../src/report/html/report.ts";
import type { Results } from "../../src/results/schema.ts";
import { huge, nasty, passed, recorded } from "./cases.ts";
import { results, scenario } from "./made-up.ts";
import { iterations } from "./measured.ts";

const CLIENT = "void 'what draws the charts';";
const page = (of: Results, logs: string | null = "") =>
  reportHtml([{ label: "", results: of, logs }], { client: CLIENT });

const between = (html: string, begin: string, end: string) => {
  const from = html.indexOf(begin) + begin.length;
  return html.slice(from, html.indexOf(end, from));
};
const dataOf = (html: string) =>
  JSON.parse(between(html, '<script type="application/json" id="runs">', "</script>")) as {
    results: Results;
    trimmed: boolean;
  }[];

test("the policy lets in the page's own script and style, and nothing else", () => {
  const html = page(passed());
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = between(html, 'http-equiv="Content-Security-Policy" content="', '"')
    .replaceAll("&#39;", "'")
    .split("; ");
  expect(between(html, "<script>", "</script>")).toBe(CLIENT);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src ${hash(CLIENT)}`);
  expect(policy).toContain(`style-src ${hash(between(html, "<style>", "</style>"))}`);
  expect(policy.join(" ")).not.toMatch(/unsafe|https?:|\*/);
});

test("data can't end its element, whatever is in it", () => {
  const given = nasty();
  const [first] = given.scenarios;
  const reason = "</script><script>alert(1)</script><!-- \u2028\u2029";
  const html = page({ ...given, reason, scenarios: first === undefined ? [] : [{ ...first, reason }] });
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html.match(/<\/script/g)).toHaveLength(2);
  const [run] = dataOf(html);
  expect(run?.results.reason).toBe(reason);
  expect(run?.results.builds).toEqual(given.builds);
});

describe("what is kept of many iterations", () => {
  test("a hundred of each scenario have all but what was said last, which is text", () => {
    const [run] = dataOf(page(huge()));
    const kept = run?.results.scenarios.flatMap((one) => one.iterations) ?? [];
    expect(kept).toHaveLength(400);
    expect(kept.every(({ timeline, devices }) => timeline.length > 0 && devices !== null)).toBe(true);
    expect(kept.every(({ evidence }) => evidence.length === 0)).toBe(true);
    expect(page(huge()).match(/class="said"/g)?.length).toBe(4 * 10 * 3);
  });

  test("of thousands the notable ones keep their course, and the page says so of the others", () => {
    const many = Array.from({ length: 4 }, () => scenario({ iterations: iterations(600, 15), stats: null }));
    const html = page(results({ scenarios: many }));
    const [run] = dataOf(html);
    expect(run?.trimmed).toBe(true);
    for (const { iterations: kept } of run?.results.scenarios ?? []) {
      expect(kept).toHaveLength(600);
      const whole = kept.filter(({ timeline }) => timeline.length > 0);
      expect(whole.length).toBeLessThanOrEqual(20);
      expect(whole.map(({ outageMs }) => outageMs)).toContain(
        Math.max(...kept.map(({ outageMs }) => outageMs ?? 0)),
      );
    }
    expect(html).toContain("they are in results.json");
  });
});

describe("links to logs", () => {
  const linksOf = (html: string) =>
    [...html.matchAll(/href="([^"#]*probe\.log)"/g)].map(([, address]) => address);

  test.each([
    ["", "./new-tap/iteration-001/probe.log"],
    ["jobs/a b/", "./jobs/a%20b/new-tap/iteration-001/probe.log"],
    ["../kvm", "./../kvm/new-tap/iteration-001/probe.log"],
    ["javascript:alert(1)/", "./javascript%3Aalert(1)/new-tap/iteration-001/probe.log"],
    ["//example.org/", "./example.org/new-tap/iteration-001/probe.log"],
  ])("%j", (logs, address) => expect(linksOf(page(results(), logs))).toEqual([address]));

  test("none where they are not", () => {
    expect(linksOf(page(results(), null))).toEqual([]);
    expect(page(results(), null)).toContain("<code>new-tap/iteration-001</code>");
  });

  test("traces only of a side that was traced", () => {
    const html = page(recorded("upgrade-7.2-10.0"));
    const [forth, back] = [...html.matchAll(/<p class="logs">Logs: (.*?)<\/p>/g)].map(([, links]) => links);
    expect(forth).toContain("target.trace.log");
    expect(forth).not.toContain("source.trace.log");
    expect(back).toContain("source.trace.log");
    expect(back).not.toContain("target.trace.log");
  });
});

describe("files that could not be read", () => {
  const withBroken = (number: number) =>
    reportHtml([{ label: "QEMU 10.0.13", results: passed(), logs: null }], {
      client: CLIENT,
      broken: Array.from({ length: number }, (_, at) => ({
        path: `job-${at + 1}/<results>.json`,
        problem: "not JSON: it seems to have been cut",
      })),
    });

  test("are named first, and the page's word is failed, though the run that is there passed", () => {
    const html = withBroken(1);
    expect(between(html, "<title>", "</title>")).toMatch(/^failed:/);
    expect(between(html, "<h1", "</h1>")).toContain("Failed");
    expect(between(html, '<p class="headline">', "</p>")).toBe(
      "1 run, all passed. 1 file could not be read.",
    );
    expect(between(html, '<section class="broken"', "</section>")).toContain(
      "<code>job-1/&lt;results&gt;.json</code>: not JSON: it seems to have been cut",
    );
    expect(html.indexOf('class="broken"')).toBeLessThan(html.indexOf('class="merged"'));
  });

  test("are counted where they are too many to be named", () => {
    const section = between(withBroken(130), '<section class="broken"', "</section>");
    expect(section.match(/<li/g)).toHaveLength(100);
    expect(section).toContain("and 30 more.");
  });
});
