import type { Reporter } from "vitest/node";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The last words of a test run: what was skipped and why, what passed at the second try only, and one line that says how it went, whoever reads it. */
export const tally: Reporter = {
  onTestRunEnd(modules) {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const result = test.result();
        counts[result.state] += 1;
        if (test.diagnostic()?.flaky === true) {
          const first = result.errors?.[0]?.message ?? "no reason was given";
          say(`passed at the second try only: ${test.fullName}: ${first}`);
        }
        if (result.state !== "skipped") continue;
        say(`skipped: ${test.fullName}: ${result.note ?? "no reason was given"}`);
      }
    }
    say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped + counts.pending} skipped`);
  },
};
