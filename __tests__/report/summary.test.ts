import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/report/annotations.ts";
import { summaryOf } from "../../src/report/summary.ts";
import { iteration, results, scenario, unsupported } from "./made-up.ts";

const NASTY = "panic | <img src=x> **x** https://example.org\n::error::x `";

const mixed = results({
  conclusion: "failed",
  reason: "failed: new-tap",
  scenarios: [
    unsupported("this QEMU has no local migration of TAP backends"),
    scenario({
      status: "failed",
      reason: `1 of 3 iterations failed, the first: ${NASTY}`,
      iterations: [
        iteration({ lost: 2, noiseMs: 1 }),
        iteration({ index: 2, lost: 7, noiseMs: 3 }),
        iteration({ status: "failed", reason: NASTY, noiseMs: null, lost: null, qemuDowntimeMs: null }),
      ],
    }),
    scenario({ name: "new-tap-vhost", status: "skipped", reason: "cancelled", iterations: [], stats: null }),
  ],
});

const rows = (text: string) => {
  const html = new MarkdownIt().render(text);
  return [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => cell),
  );
};

describe("summary", () => {
  test("a run that passed", () => {
    const text = summaryOf(results());
    expect(text).toMatch(/^\*\*✅ passed\*\*$/m);
    expect(text).toContain("candidate QEMU 10.0.13 · accelerator kvm · guest micro");
    expect(text).not.toContain("TCG");
    expect(rows(text)[1]).toEqual([
      ...["new-tap", "✅ passed", "1", "20.3", "20.3", "20.3", "1.5", "0", "9.5", "4.0", "2.0"],
    ]);
  });

  test("a mixed run: a row for each scenario, a dash for what could not be had, and why", () => {
    const text = summaryOf(mixed);
    expect(text).toMatch(/^\*\*❌ failed\*\*: failed\\: new-tap$/m);
    const [, ...table] = rows(text);
    expect(table.map((cells) => cells.slice(0, 2))).toEqual([
      ["tap-fd", "➖ unsupported"],
      ["new-tap", "❌ failed"],
      ["new-tap-vhost", "⏭️ skipped"],
    ]);
    expect(table[0]?.slice(2)).toEqual(["0", ...Array(8).fill("–")]);
    expect(table[1]?.slice(6, 8)).toEqual(["2.0", "7"]);
    expect(text.match(/^- /gm)).toHaveLength(3);
    expect(text).toContain("- new-tap failed: 1 of 3 iterations failed");
  });

  test("what comes from outside is no markup", () => {
    const html = new MarkdownIt({ html: true, linkify: true }).render(summaryOf(mixed));
    expect(html).not.toMatch(/<img|<a |<code/);
    expect(html.match(/<strong>/g)).toHaveLength(1);
  });

  test("under TCG it says what the figures are worth", () => {
    expect(summaryOf(results({ accel: "tcg" }))).toMatch(/under TCG show whether migration works/);
  });

  test("a reason is cut before it fills the page", () => {
    const long = summaryOf(results({ scenarios: [unsupported("x".repeat(100_000))] }));
    expect(long.length).toBeLessThan(5_000);
  });
});

test("annotations: one for each scenario, with reason and figures, as they came", () => {
  expect(annotationsOf(mixed)).toEqual([
    {
      level: "notice",
      title: "tap-fd unsupported",
      message: "this QEMU has no local migration of TAP backends",
    },
    {
      level: "error",
      title: "new-tap failed",
      message: `1 of 3 iterations failed, the first: ${NASTY}\noutage median 20.3 ms, p95 20.3 ms, max 20.3 ms, at most 7 requests lost (1 iteration, kvm)`,
    },
    { level: "warning", title: "new-tap-vhost skipped", message: "cancelled" },
  ]);
  expect(annotationsOf(results())).toMatchObject([{ level: "notice", title: "new-tap passed" }]);
});
