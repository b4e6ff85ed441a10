/** Proves: summary.md has the verdict, the figures and the remarks of each kind of run. */
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { summaryOf } from "../../src/report/summary.ts";
import type { Scenario } from "../../src/results/schema.ts";
import { comparison, failed, huge, NASTY, noisy, passed } from "./cases.ts";
import { iteration, results, scenario, unsupported } from "./made-up.ts";
import { iterations, scenarioOf } from "./measured.ts";

const rows = (text: string) => {
  const html = new MarkdownIt().render(text);
  return [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => cell?.replaceAll("\u00a0", " ")),
  );
};

/** The line that is read first, as it is shown. */
const verdictOf = (text: string) =>
  new MarkdownIt()
    .render(/^\*\*[✅❌].*$/m.exec(text)?.[0] ?? "")
    .replaceAll(/<[^>]*>/g, "")
    .trim();

describe("verdict", () => {
  test.each([
    [passed, /^✅ passed · worst median outage 19.3 ms \(new-tap, 10 iterations, kvm\) · every limit met$/],
    [
      noisy,
      /^✅ passed: 2 of 4 scenarios measured, 2 unsupported · .* · ⚠️ 1 of 2 limits can't be judged here$/,
    ],
    [() => results(), /^✅ passed · worst .* 1 iteration, kvm\) · no limit was set$/],
    [comparison, /^❌ failed: tap-fd: 12.5 ms → 16.6 ms \(\+32 % by pairs, .* 30 pairs\): slower · worst /],
    [failed, /^❌ failed: timeout-minutes is over: 60 minutes have passed; failed: tap-fd, new-tap · worst /],
  ])("%o", (make, expected) => expect(verdictOf(summaryOf(make()))).toMatch(expected));

  test("each scenario that is not fine, and by how much", () => {
    expect(summaryOf(failed())).toContain(
      "\n- **new-tap**: p95 outage 57.7 ms, 7.7 ms above the limit of 50 ms; requests lost \\(max\\) 1, 1 above the limit of 0\n",
    );
  });

  const strictly = (strict: string) => {
    const [tapFd, ...others] = noisy().scenarios as [Scenario, ...Scenario[]];
    return results({
      ...{ conclusion: "failed", reason: "failed: tap-fd", inputs: { strict } },
      scenarios: [{ ...tapFd, status: "failed", reason: "max-outage-ms can't be judged" }, ...others],
    });
  };
  test("a limit that can't be judged is a fault where the user said so", () => {
    expect(verdictOf(summaryOf(strictly("true")))).toMatch(
      /the limit of 15 ms can't be judged on this machine/,
    );
    expect(verdictOf(summaryOf(strictly("false")))).not.toMatch(/the limit of 15 ms/);
  });

  test("a guest that did not come up is not forgotten over what else failed", () => {
    const reason = "p95 of 50 exceeds max-outage-ms 40; the guest did not come up: no prompt within 60 s";
    const limits: Scenario["limits"] = [
      { limit: "max-outage-ms", statistic: "p95", bound: 40, value: 50, verdict: "exceeded" },
    ];
    const run = results({
      ...{ conclusion: "failed", reason: "failed: new-tap" },
      scenarios: [scenarioOf(iterations(3, 45), { status: "failed", reason, limits })],
    });
    expect(verdictOf(summaryOf(run))).toContain("the guest did not come up: no prompt within 60 s");
  });

  test("how many iterations its figure is of", () => {
    const three = [...iterations(2, 20), iteration({ status: "failed", outageMs: null, reason: "gone" })];
    const run = results({
      ...{ conclusion: "failed", reason: "failed: new-tap" },
      scenarios: [scenarioOf(three, { status: "failed", reason: "gone" })],
    });
    expect(verdictOf(summaryOf(run))).toMatch(
      /new-tap: 1 of 3 iterations failed: gone · .* 2 of 3 iterations/,
    );
    expect(rows(summaryOf(run))[1]?.[2]).toBe("2 of 3");
  });
});

describe("table", () => {
  test("a row for each scenario", () => {
    const [head, row] = rows(summaryOf(results()));
    expect(head).toHaveLength(11);
    expect(row).toEqual([
      ...["new-tap", "✅ passed", "1", "20.3", "20.3", "20.3", "1.5", "0", "9.5", "4.0", "2.0"],
    ]);
  });

  test("a dash for what could not be had; what is not fine stands out", () => {
    const [, ...table] = rows(summaryOf(failed()));
    expect(table.slice(0, 4).map((cells) => cells.slice(0, 2))).toEqual([
      ["<strong>tap-fd</strong>", "❌ failed"],
      ["tap-fd-vhost", "➖ unsupported"],
      ["<strong>new-tap</strong>", "❌ failed"],
      ["new-tap-vhost", "⏭️ skipped"],
    ]);
    expect(table[0]?.slice(4)).toEqual(Array(8).fill("–"));
  });

  test("limits with their verdicts, and bounds where figures are no more than that", () => {
    const row = rows(summaryOf(failed()))[3];
    expect(row?.[2]).toBe("⚠️ median ≤ 20&lt;br&gt;❌ p95 ≤ 50&lt;br&gt;❌ max lost ≤ 0");
    expect(row?.slice(4, 7)).toEqual(["≤ 46.2", "≤ 57.7", "≤ 61.3"]);
  });

  test("against the baseline: verdict and difference, on the candidate's row", () => {
    const [, ...table] = rows(summaryOf(comparison()));
    expect(table.slice(0, 6).map(([name, , against]) => [name, against])).toEqual([
      [
        "<strong>tap-fd</strong>",
        "❌ slower&lt;br&gt;+32 % by pairs&lt;br&gt;⚠️ after RESUME +2.6 ms (+32 %)&lt;br&gt;⚠️ vCPU pause +1.3 ms (+32 %)&lt;br&gt;⚠️ save +0.48 ms (+32 %)",
      ],
      ["tap-fd&lt;br&gt;(baseline)", ""],
      ["tap-fd-vhost", "✅ same&lt;br&gt;−1 % by pairs"],
      ["tap-fd-vhost&lt;br&gt;(baseline)", ""],
      ["new-tap", "⚠️ inconclusive&lt;br&gt;+14 % by pairs"],
      ["new-tap&lt;br&gt;(baseline)", ""],
    ]);
  });
});

describe("remarks", () => {
  test("scenarios that were not run for the same reason have one line", () => {
    expect(summaryOf(noisy())).toContain(
      "\n- tap-fd-vhost, new-tap-vhost unsupported\\: /dev/vhost-net is missing\\: modprobe vhost\\_net\n",
    );
  });

  test("without root it says so", () => {
    expect(summaryOf(results({ privilege: "none" }))).toContain("· without root");
    expect(summaryOf(results({ privilege: "sudo" }))).not.toContain("without root");
  });

  test("under TCG it says what the figures are worth", () => {
    expect(summaryOf(results({ accel: "tcg" }))).toMatch(/under TCG show whether migration works/);
    expect(summaryOf(results())).not.toContain("TCG");
  });
});

test("what comes from outside is no markup", () => {
  const made = [NASTY, ...NASTY.split("\n")].map((text) => [
    unsupported(text),
    scenario({ status: "failed", reason: text, iterations: [iteration({ status: "failed", reason: text })] }),
  ]);
  const html = new MarkdownIt({ html: true, linkify: true }).render(
    summaryOf(results({ conclusion: "failed", reason: NASTY, scenarios: made.flat() })),
  );
  expect(html).not.toMatch(/<img|<a |<script|<h1/);
});

test("a reason is cut before it fills the page", () => {
  const long = summaryOf(results({ scenarios: [unsupported("x".repeat(100_000))] }));
  expect(long.length).toBeLessThan(5_000);
});

test("what is cut is named, and what was failed first is kept longest", () => {
  const page = summaryOf(huge());
  expect(page).toMatch(/^\*Left out because of GitHub's size limit: failures \(\d+\)\./m);
  for (const { name } of huge().scenarios) expect(page).toContain(`**${name}, iteration 2** (boot 1`);
});
