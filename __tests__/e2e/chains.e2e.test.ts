/** Proves: a chain of migrations there and back gives figures for each direction. */
import { afterAll, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { leftovers, readResults, runCli } from "./product.ts";
import { smallRun } from "./small-run.ts";

const LONG_MS = 240_000;

afterAll(() => expect(leftovers()).toEqual([]));

test("a way there and back in one chain, with figures for each direction", {
  timeout: LONG_MS,
}, async () => {
  using out = temporaryFolder();
  using from = makeStandIn();
  using to = makeStandIn({ version: "11.1.0" });
  const upgrade = { qemu: from.path, "target-qemu": to.path, "round-trip": "true" };
  const ended = await runCli(smallRun({ ...upgrade, iterations: 3, out: out.path }));
  expect(ended.status, ended.stderr).toBe(0);
  const { scenarios } = readResults(out.path);
  expect(
    scenarios.map(({ build, iterations }) => [build, iterations.map((i) => [i.boot, i.index, i.from, i.to])]),
  ).toEqual([
    ["candidate", [1, 2, 3].map((boot) => [boot, 1, "candidate", "target"])],
    ["target", [1, 2, 3].map((boot) => [boot, 2, "target", "candidate"])],
  ]);
  expect(scenarios.map(({ stats }) => stats?.outageMs.n)).toEqual([3, 3]);
});
