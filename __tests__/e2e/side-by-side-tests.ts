/** Proves: several runs at once on one host with one cache do not disturb each other. */
import { expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { allLeft } from "./left.ts";
import { leftovers, readResults, type Started, start, UNHURRIED } from "./product.ts";
import { smallRun } from "./small-run.ts";

// script/soak does the same with real QEMUs.

const LONG_MS = 300_000;
const ITERATIONS = 2;

export const sideBySide = (atOnce: number) =>
  test(`${atOnce} runs at once on one host, with one empty cache: none disturbs another`, {
    timeout: LONG_MS,
  }, async () => {
    using standIn = makeStandIn({ dialect: "permit" });
    using out = temporaryFolder();
    using cache = temporaryFolder();
    const folder = (index: number) => `${out.path}/${index}`;
    const begin = (index: number): Started =>
      start(
        smallRun({
          ...UNHURRIED,
          ...{ qemu: standIn.path, cache: cache.path, out: folder(index) },
          ...{ scenarios: "tap-fd,new-tap", iterations: ITERATIONS },
        }),
      );
    const runs = Array.from({ length: atOnce }, (_, index) => begin(index));
    const seen = new Map<string, Set<string>>();
    const watch = setInterval(() => {
      for (const { runId, what } of allLeft()) {
        if (what.startsWith("/")) seen.set(runId, (seen.get(runId) ?? new Set()).add(what));
      }
    }, 50);
    const ended = await Promise.all(runs.map((run) => run.ended)).finally(() => clearInterval(watch));
    expect(ended.map(({ status, stderr }) => (status === 0 ? 0 : stderr))).toEqual(runs.map(() => 0));
    for (const [index] of runs.entries()) {
      const { conclusion, scenarios } = readResults(folder(index));
      expect(conclusion).toBe("passed");
      expect(scenarios.map(({ iterations }) => iterations.length)).toEqual([ITERATIONS, ITERATIONS]);
      // Packets from another run, or stolen ones, would show here.
      for (const { iterations } of scenarios.slice(0, 1))
        expect(iterations.map(({ lost }) => lost)).toEqual([0, 0]);
    }
    const ids = runs.flatMap((run) => run.runIds());
    expect(new Set(ids).size).toBe(atOnce);
    // Each run had a namespace, a file in shared memory and a folder, all with its id in the name.
    for (const id of ids) expect(seen.get(id)?.size).toBeGreaterThanOrEqual(3);
    expect(leftovers(ids)).toEqual([]);
  });
