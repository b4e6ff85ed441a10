import { afterAll, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { leftovers, readResults, runCli } from "./product.ts";

const LONG_MS = 240_000;

afterAll(() => expect(leftovers()).toEqual([]));

test("a way there and back in one chain, with figures for each direction", {
  timeout: LONG_MS,
}, async () => {
  using out = temporaryFolder();
  using from = makeStandIn();
  using to = makeStandIn({ version: "11.1.0" });
  const ended = await runCli([
    ...["run", "--accel", "tcg", "--memory", "128M", "--scenarios", "tap-fd", "--round-trip", "true"],
    ...["--qemu", from.path, "--target-qemu", to.path, "--iterations", "3", "--out", out.path],
  ]);
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
