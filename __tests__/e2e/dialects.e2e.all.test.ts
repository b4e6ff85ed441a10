/** Proves: all four scenarios pass in every dialect; builds without queue passing are named unsupported. */
import { afterAll, describe, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { fourScenariosTests, runOn } from "./dialects-tests.ts";
import { leftovers, readResults } from "./product.ts";

const LONG_MS = 600_000;

afterAll(() => expect(leftovers()).toEqual([]));

fourScenariosTests(
  [
    ["permit", "permit"],
    ["supported", "supported"],
    ["supported-v17", "supported"],
    ["incoming-fds", "incoming-fds"],
    ["incoming-fds-tolerant", "incoming-fds"],
    ["incoming-fds-early", "incoming-fds"],
  ],
  10,
);

describe.concurrent("builds that can't hand queues over", () => {
  test.each([
    ["none", null, "this QEMU has no local migration of TAP backends"],
    ["backend-transfer-v7", "backend-transfer", 'this QEMU speaks the dialect "backend-transfer" (v6–v9)'],
    ["backend-transfer-v8", "backend-transfer", 'this QEMU speaks the dialect "backend-transfer" (v6–v9)'],
    ["backend-transfer-v9", "backend-transfer", 'this QEMU speaks the dialect "backend-transfer" (v6–v9)'],
    ["fds", "fds", 'this QEMU speaks the dialect "fds" (v5)'],
    ["local-tap", "local-tap", 'this QEMU speaks the dialect "local-tap" (v2–v3)'],
  ])(
    "%s: named, unsupported, and new-tap runs with its switches off",
    { timeout: LONG_MS },
    async (plays, named, reason) => {
      using standIn = makeStandIn({ dialect: plays });
      using out = temporaryFolder();
      const ended = await runOn(standIn, {
        ...{ scenarios: "tap-fd,new-tap", unsupported: "skip" },
        ...{ iterations: 2, out: out.path },
      });
      expect(ended.status, ended.stderr + ended.stdout).toBe(0);
      const { builds, scenarios } = readResults(out.path);
      expect(builds).toMatchObject([{ dialect: named }]);
      expect(scenarios).toMatchObject([
        { name: "tap-fd", status: "unsupported", reason: expect.stringContaining(reason) },
        { name: "new-tap", status: "passed" },
      ]);
    },
  );

  test("a scenario that was named and can't be run fails the run", { timeout: LONG_MS }, async () => {
    using standIn = makeStandIn({ dialect: "none" });
    using out = temporaryFolder();
    const ended = await runOn(standIn, { out: out.path });
    expect(ended.status).toBe(1);
    expect(readResults(out.path)).toMatchObject({ conclusion: "failed", reason: "unsupported: tap-fd" });
  });

  test("source and target of different dialects: both are named", { timeout: LONG_MS }, async () => {
    using source = makeStandIn({ dialect: "permit" });
    using target = makeStandIn({ dialect: "incoming-fds" });
    using out = temporaryFolder();
    await runOn(source, { "target-qemu": target.path, scenarios: null, out: out.path });
    expect(readResults(out.path).scenarios[0]).toMatchObject({
      name: "tap-fd",
      status: "unsupported",
      reason:
        "source and target speak different dialects of local TAP migration: source permit, target incoming-fds",
    });
  });

  test("between two builds of one dialect each iteration is a boot and a migration", {
    timeout: LONG_MS,
  }, async () => {
    using source = makeStandIn({ dialect: "permit" });
    using target = makeStandIn({ dialect: "permit", version: "11.1.50" });
    using out = temporaryFolder();
    const ended = await runOn(source, { "target-qemu": target.path, iterations: 2, out: out.path });
    expect(ended.status, ended.stderr + ended.stdout).toBe(0);
    const { builds, scenarios } = readResults(out.path);
    expect(builds.map(({ role, version }) => [role, version.split(" ")[0]])).toEqual([
      ["candidate", "11.0.50"],
      ["target", "11.1.50"],
    ]);
    expect(scenarios[0]?.iterations.map(({ boot, index, from, to }) => [boot, index, from, to])).toEqual([
      [1, 1, "candidate", "target"],
      [2, 1, "candidate", "target"],
    ]);
  });
});
