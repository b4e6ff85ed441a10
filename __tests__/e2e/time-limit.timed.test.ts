/** Proves: a run out of time keeps its results, skips the rest and says where it stopped. */
import { afterAll, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { leftovers, readResults, runCli } from "./product.ts";
import { smallRun } from "./small-run.ts";

const LONG_MS = 240_000;

afterAll(() => expect(leftovers()).toEqual([]));

test("out of time: what was measured counts, the rest is skipped, and the reason says where it stopped", {
  timeout: LONG_MS,
}, async () => {
  using out = temporaryFolder();
  using standIn = makeStandIn();
  const long = { scenarios: "tap-fd,new-tap", iterations: 1000, "timeout-minutes": 0.2 };
  const ended = await runCli(smallRun({ ...long, qemu: standIn.path, out: out.path }));
  expect(ended.status).toBe(1);
  const { conclusion, reason, scenarios } = readResults(out.path);
  expect(conclusion).toBe("failed");
  expect(reason).toMatch(/^out of time: timeout-minutes 0\.2 is over, at tap-fd, boot 1, iteration \d+: /);
  expect(scenarios.map(({ status }) => status)).toEqual(["skipped", "skipped"]);
  expect(scenarios[0]?.iterations.length).toBeGreaterThan(0);
});
