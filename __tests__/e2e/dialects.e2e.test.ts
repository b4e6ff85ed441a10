import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { afterAll, describe, expect, test } from "vitest";
import { makeStandIn, type StandIn, type Truth } from "../fakes/stand-in.ts";
import { leftovers, readResults, runCli, temporaryFolder } from "./product.ts";

// The product against the stand-in, which is as strict as the builds it plays: one wrong word or order, and it refuses.
// All runs of a describe go on at the same time: they must not disturb each other.

const LONG_MS = 600_000;
const PREFIX = [resolve("__tests__/fakes/with-vhost-net")];
const run = (standIn: StandIn, out: string, ...more: string[]) =>
  runCli(["run", "--accel", "tcg", "--qemu", standIn.path, "--memory", "128M", "--out", out, ...more], {
    prefix: PREFIX,
  });

afterAll(() => expect(leftovers()).toEqual([]));

const ITERATIONS = 10;

describe.concurrent("all four scenarios pass", () => {
  test.each([
    ["permit", "permit"],
    ["supported", "supported"],
    ["supported-v17", "supported"],
    ["incoming-fds", "incoming-fds"],
    ["incoming-fds-tolerant", "incoming-fds"],
    ["incoming-fds-early", "incoming-fds"],
  ])("on a build that plays %s", { timeout: LONG_MS }, async (plays, named) => {
    using standIn = makeStandIn({ dialect: plays, freezeMs: 10, pretendVhost: true });
    using out = temporaryFolder();
    const ended = await run(standIn, out.path, "--iterations", String(ITERATIONS));
    const results = readResults(out.path);
    expect(ended.status, ended.stderr + ended.stdout).toBe(0);
    expect(results.builds).toMatchObject([{ dialect: named }]);
    for (const scenario of results.scenarios) {
      expect(scenario.status).toBe("passed");
      expect(scenario.iterations).toHaveLength(ITERATIONS);
      for (const iteration of scenario.iterations) {
        expect(iteration.vhost).toBe(scenario.name.endsWith("-vhost"));
        // Packets that waited in a queue that was handed over are answered late, not lost.
        if (scenario.name.startsWith("tap-fd")) expect(iteration).toMatchObject({ lost: 0, tapSwitchMs: 0 });
      }
    }
    expectQueuesTravelled(standIn.truth());
    // Some versions do not survive questions of that kind.
    const sent = globSync("**/*.qmp.log", { cwd: out.path })
      .flatMap((file) => readFileSync(join(out.path, file), "utf8").split("\n"))
      .flatMap((line) => /> .*"execute": ?"([^"]+)"/.exec(line)?.[1] ?? []);
    expect(sent).toContain("migrate");
    expect(sent.filter((command) => command.startsWith("x-"))).toEqual([]);
  });
});

/** In tap-fd each target has the source's very queues, and never opened the device; in new-tap the reverse. */
function expectQueuesTravelled(truth: Truth[]): void {
  const processes = new Map<number, Truth[]>();
  for (const event of truth) processes.set(event.pid, [...(processes.get(event.pid) ?? []), event]);
  const counts = { handedOver: 0, opened: 0 };
  for (const events of processes.values()) {
    const received = events.filter(({ what }) => what === "received-fd");
    const opened = events.filter(({ what, path }) => what === "opened" && path === "/dev/net/tun");
    if (received.length > 0) {
      counts.handedOver += 1;
      expect(received).toHaveLength(4);
      expect(received.every(({ sameFile }) => sameFile === true)).toBe(true);
      expect(opened).toEqual([]);
    } else if (opened.length > 0) {
      counts.opened += 1;
      expect(opened).toHaveLength(4);
    }
  }
  // Two scenarios with one source and a target an iteration that is handed all, two in which everybody opens his own.
  expect(counts).toEqual({ handedOver: 2 * ITERATIONS, opened: 2 + 2 * (ITERATIONS + 1) });
}

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
      const ended = await run(
        standIn,
        out.path,
        "--iterations",
        "2",
        "--scenarios",
        "tap-fd,new-tap",
        "--unsupported",
        "skip",
      );
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
    const ended = await run(standIn, out.path, "--scenarios", "tap-fd");
    expect(ended.status).toBe(1);
    expect(readResults(out.path)).toMatchObject({ conclusion: "failed", reason: "unsupported: tap-fd" });
  });

  test("source and target of different dialects: both are named", { timeout: LONG_MS }, async () => {
    using source = makeStandIn({ dialect: "permit" });
    using target = makeStandIn({ dialect: "incoming-fds" });
    using out = temporaryFolder();
    await run(source, out.path, "--target-qemu", target.path, "--iterations", "1");
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
    const ended = await run(
      source,
      out.path,
      "--target-qemu",
      target.path,
      "--iterations",
      "2",
      "--scenarios",
      "tap-fd",
    );
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
