/** Proves: stock QEMU builds of several Debian suites are measured alone, and migrated from one to another. */
import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Diagnosis } from "../../src/doctor/doctor.ts";
import { temporaryFolder } from "../folder.ts";
import { leftovers, readResults, runCli, whyNot } from "./product.ts";

// script/qemu-builds provides the stock builds.

const LONG_MS = 300_000;
/** bullseye has the oldest QEMU that works, 5.2. */
const SUITES = ["bullseye", "trixie", "sid"];
const builds = new Map<string, { version: string; path: string }>();

beforeAll(() => {
  for (const line of execFileSync("script/qemu-builds", SUITES, { encoding: "utf8" }).trim().split("\n")) {
    const [suite = "", version = "", path = ""] = line.split(" ");
    builds.set(suite, { version, path });
  }
  const own = /version (\S+)/.exec(
    execFileSync("qemu-system-x86_64", ["--version"], { encoding: "utf8" }),
  )?.[1];
  builds.set("host", { version: own ?? "", path: "qemu-system-x86_64" });
}, 600_000);

afterAll(() => expect(leftovers()).toEqual([]));

const build = (name: string) => {
  const found = builds.get(name);
  if (found === undefined) throw new Error(`no build ${name}`);
  return found;
};
const run = (out: string, ...more: string[]) =>
  runCli(["run", "--accel", "tcg", "--memory", "512M", "--iterations", "2", "--out", out, ...more]);
const major = (version: string) => Number(version.split(".")[0]);

describe.each(["host", ...SUITES])("the stock QEMU of %s", (name) => {
  test("doctor says what it is and what it can do", async () => {
    const { version, path } = build(name);
    const ended = await runCli(["doctor", "--json", "--qemu", path]);
    const diagnosis = JSON.parse(ended.stdout) as Diagnosis;
    const { qemu, scenarios } = diagnosis;
    expect(qemu).toMatchObject({ dialect: null, switches: [], ignoreShared: true });
    expect(qemu?.version.startsWith(`${version} (`)).toBe(true);
    // The trace points came with 8.2.
    expect(qemu?.downtimeTraces).toBe(major(version) >= 9);
    const none = whyNot(diagnosis, "this QEMU has no local migration of TAP backends");
    const found = Object.fromEntries(scenarios.map(({ name, runs, reason }) => [name, runs || reason]));
    expect(found).toMatchObject({ "tap-fd": none, "new-tap": whyNot(diagnosis) ?? true });
    expect(String(found["tap-fd-vhost"]).slice(0, none?.length)).toBe(none);
  });

  test("passes new-tap, and reports tap-fd as unsupported", { timeout: LONG_MS }, async () => {
    using out = temporaryFolder();
    const ended = await run(out.path, "--qemu", build(name).path);
    expect(ended.status, ended.stderr).toBe(0);
    const { builds, scenarios } = readResults(out.path);
    const iterations = scenarios.flatMap((scenario) => scenario.iterations);
    const traced = major(build(name).version) >= 9;
    expect(builds.map((found) => found.traced)).toEqual([traced]);
    for (const { freeze, vcpuPauseMs, devices, outageMs, outageParts, timeline } of iterations) {
      const sum = Object.values(freeze ?? {}).reduce<number>((total, ms) => total + (ms ?? 0), 0);
      expect(Math.abs(sum - (vcpuPauseMs ?? 0))).toBeLessThan(1);
      const { beforeStopMs = 0, freezeMs = 0, afterResumeMs = 0 } = outageParts ?? {};
      expect(beforeStopMs + freezeMs + afterResumeMs).toBeCloseTo(outageMs ?? 0, 2);
      if (!traced) {
        expect(devices).toBeNull();
        expect(freeze).toMatchObject({ saveMs: null, loadMs: null, stateMs: expect.any(Number) });
        continue;
      }
      const nic = devices?.find((device) => device.name.endsWith("/virtio-net"));
      expect(nic).toMatchObject({ saveUs: expect.any(Number), loadUs: expect.any(Number) });
      expect(freeze).toMatchObject({ saveMs: expect.any(Number), loadMs: expect.any(Number), stateMs: null });
      expect(timeline.map(({ event }) => event)).toContain("src-vm-stopped");
    }
    const statuses = Object.fromEntries(scenarios.map(({ name, status }) => [name, status]));
    expect(statuses).toMatchObject({
      "tap-fd": "unsupported",
      "tap-fd-vhost": "unsupported",
      "new-tap": "passed",
    });
    expect(scenarios[0]?.reason).toBe("this QEMU has no local migration of TAP backends");
  });
});

describe("from one build to another", () => {
  test.each([
    ["bullseye", "host"],
    ["host", "trixie"],
    ["sid", "trixie"],
  ])(
    "%s to %s passes new-tap, with the newest machine type of both",
    { timeout: LONG_MS },
    async (from, to) => {
      using out = temporaryFolder();
      const ended = await run(
        out.path,
        "--qemu",
        build(from).path,
        "--target-qemu",
        build(to).path,
        "--scenarios",
        "new-tap",
      );
      expect(ended.status, ended.stderr).toBe(0);
      const older = [build(from).version, build(to).version].sort((a, b) => major(a) - major(b))[0] ?? "";
      expect(ended.stderr).toContain(`machine pc-q35-${older.split(".").slice(0, 2).join(".")}`);
      const { builds: seen, scenarios } = readResults(out.path);
      expect(seen.map(({ role }) => role)).toEqual(["candidate", "target"]);
      expect(scenarios[0]?.iterations).toMatchObject([
        { boot: 1, index: 1, from: "candidate", to: "target", status: "passed" },
        { boot: 2, index: 1, from: "candidate", to: "target", status: "passed" },
      ]);
    },
  );

  test("trixie to sid is refused by QEMU itself: its words, and the guest answers on the source", {
    timeout: LONG_MS,
  }, async () => {
    using out = temporaryFolder();
    const ended = await run(
      out.path,
      "--qemu",
      build("trixie").path,
      "--target-qemu",
      build("sid").path,
      "--scenarios",
      "new-tap",
    );
    expect(ended.status).toBe(1);
    const reason = readResults(out.path).scenarios[0]?.iterations[0]?.reason;
    expect(reason).toMatch(/^migrate: the migration failed\. source: completed\. target: /);
    expect(reason).toContain("VQ 0 vring.num 1024 exceeds allocated max 256");
    expect(reason).toContain("Failed to load element of type virtio for virtio");
    expect(reason).toContain("The guest answers on the source, which was postmigrate, after cont.");
  });

  test("a machine type that one of them does not know is an error of the user's", async () => {
    using out = temporaryFolder();
    const ended = await run(out.path, "--qemu", build("trixie").path, "--machine", "pc-q35-99.9");
    expect(ended.stderr).toMatch(/has no machine type pc-q35-99\.9\. It has: .*pc-q35-10\.0/);
    expect(ended.status).toBe(2);
  });
});
