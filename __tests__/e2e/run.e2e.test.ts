/** Proves: `run` measures stock QEMU under TCG with a real guest and real TAPs, and stops and refuses cleanly. */
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Iteration } from "../../src/results/schema.ts";
import { temporaryFolder } from "../folder.ts";
import { DIST, leftovers, readResults, runCli, start, whyNot } from "./product.ts";

const RUN = ["run", "--accel", "tcg", "--memory", "512M"];
const BOOT_AND_MORE_MS = 180_000;

afterEach(() => expect(leftovers()).toEqual([]));

const FIGURES = [
  ...[
    "outageMs",
    "resolved",
    "resumeToReplyMs",
    "afterGapMs",
    "noiseMs",
    "sent",
    "lost",
    "late",
    "vcpuPauseMs",
  ],
  ...["qemuDowntimeMs", "harnessMs", "tapSwitchMs", "migrateMs", "vhost"],
] as const satisfies readonly (keyof Iteration)[];

test("all scenarios on a stock QEMU: new-tap is measured, what cannot be run says why", {
  timeout: BOOT_AND_MORE_MS,
}, async () => {
  using out = temporaryFolder();
  const ended = await runCli([...RUN, "--iterations", "3", "--out", out.path, "--seed", "11"]);
  expect(ended.stderr).not.toMatch(/warning/);
  expect(ended.status).toBe(0);
  expect(ended.stdout).toMatch(/new-tap +│ passed +│ tcg/);

  const results = readResults(out.path);
  expect(results).toMatchObject({
    conclusion: "passed",
    reason: null,
    accel: "tcg",
    guest: "micro",
    seed: 11,
  });
  expect(results.builds).toMatchObject([
    { role: "candidate", path: "/usr/bin/qemu-system-x86_64", dialect: null },
  ]);
  const byName = new Map(results.scenarios.map((scenario) => [scenario.name, scenario]));
  expect([...byName.keys()]).toEqual(["tap-fd", "tap-fd-vhost", "new-tap", "new-tap-vhost"]);
  expect(byName.get("tap-fd")).toMatchObject({
    status: "unsupported",
    reason: "this QEMU has no local migration of TAP backends",
  });
  if (!existsSync("/dev/vhost-net")) {
    expect(byName.get("new-tap-vhost")).toMatchObject({
      status: "unsupported",
      reason: expect.stringMatching(/^\/dev\/vhost-net is missing: .*modprobe vhost_net/),
    });
  }

  const newTap = byName.get("new-tap");
  expect(newTap).toMatchObject({ status: "passed", stats: { outageMs: { n: 3 } } });
  expect(newTap?.bootMs).toHaveLength(1);
  expect(newTap?.iterations.map(({ boot, index }) => [boot, index])).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
  ]);
  for (const iteration of newTap?.iterations ?? []) {
    for (const figure of FIGURES) expect(iteration[figure], figure).not.toBeNull();
    expect(iteration.queuePairs).toEqual({ offered: 4, active: 1, seen: null, unseen: null });
    // Independent of the machine's speed: the parts are within the whole.
    const { outageMs, vcpuPauseMs, harnessMs, tapSwitchMs, sent, lost } = iteration;
    expect(outageMs).toBeGreaterThanOrEqual(vcpuPauseMs ?? Number.NaN);
    expect(vcpuPauseMs).toBeGreaterThan(harnessMs ?? Number.NaN);
    expect(harnessMs).toBeGreaterThan(tapSwitchMs ?? Number.NaN);
    expect(tapSwitchMs).toBeGreaterThan(0);
    expect(sent).toBeGreaterThan(lost ?? Number.NaN);
    const order = iteration.timeline.map(({ side, event }) => `${side} ${event}`);
    const expected = [
      "host quiet stretch",
      "host launch target",
      "host migrate",
      "source STOP",
      "source MIGRATION completed",
      "host TAP switch",
      "host TAP switched",
      "host cont",
      "target RESUME",
      "host quit source",
      "host end",
    ];
    expect(order.filter((event) => expected.includes(event))).toEqual(expected);
  }

  const evidence = join(out.path, "new-tap", "iteration-002");
  for (const side of ["source", "target"]) {
    expect(readFileSync(join(evidence, `${side}.qmp.log`), "utf8")).toMatch(/"event": "MIGRATION"/);
    expect(statSync(join(evidence, `${side}.console.log`)).mode & 0o077).toBe(0);
  }
  expect(readFileSync(join(evidence, "probe.log"), "utf8")).toMatch(/192\.168\.100\.2 : \[\d+\], 64 bytes/);

  // Each file has the figure.
  const median = String(newTap?.stats?.outageMs.median);
  expect(readFileSync(join(out.path, "benchmark.json"), "utf8")).toContain(median);
  expect(readFileSync(join(out.path, "report.html"), "utf8")).toContain(median);
  expect(readFileSync(join(out.path, "junit.xml"), "utf8")).toMatch(/<testcase name="new-tap"/);
  expect(readFileSync(join(out.path, "summary.md"), "utf8")).toMatch(/^\| new-tap \| ✅&nbsp;passed \|/m);
  expect(ended.stdout).toContain(`to look at: ${join(out.path, "report.html")}`);
});

test("dist/ copied alone into an empty folder does doctor and run", {
  timeout: BOOT_AND_MORE_MS,
}, async () => {
  using folder = temporaryFolder();
  cpSync(DIST, join(folder.path, "dist"), { recursive: true });
  const options = { cli: join(folder.path, "dist", "cli.js"), cwd: folder.path };
  const doctor = await runCli(["doctor", "--json"], options);
  const diagnosis = JSON.parse(doctor.stdout);
  // doctor.test.ts checks the rest of the doctor's output, on prepared hosts.
  const kvm = whyNot(diagnosis);
  expect(doctor.status).toBe(kvm === null ? 0 : 2);
  expect(diagnosis.qemu.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(diagnosis.scenarios).toContainEqual({ name: "new-tap", runs: kvm === null, reason: kvm });
  expect(diagnosis.scenarios).toContainEqual({
    name: "tap-fd",
    runs: false,
    reason: whyNot(diagnosis, "this QEMU has no local migration of TAP backends"),
  });
  const ended = await runCli([...RUN, "--scenarios", "new-tap", "--iterations", "1", "--json"], options);
  expect(ended.stderr).toMatch(/1 of 1 passed/);
  expect(JSON.parse(ended.stdout)).toEqual(readResults(join(folder.path, "tap-migration-results")));
});

describe("a run that is stopped", () => {
  const ENDLESS = [...RUN, "--scenarios", "new-tap", "--iterations", "1000", "--verbose"];

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s while it migrates: results so far",
    { timeout: BOOT_AND_MORE_MS },
    async (signal) => {
      using out = temporaryFolder();
      await using run = start([...ENDLESS, "--out", out.path]);
      await run.saying("iteration 2 of 1000: launch target");
      run.kill(signal);
      const ended = await run.ended;
      expect(ended.status).toBe(1);
      const results = readResults(out.path);
      expect(results).toMatchObject({ conclusion: "failed", reason: `cancelled (${signal})` });
      expect(results.scenarios).toMatchObject([
        { status: "skipped", reason: `cancelled (${signal}) after 1 of 1000 iterations` },
      ]);
      expect(results.scenarios[0]?.iterations).toHaveLength(1);
    },
  );

  test("SIGINT while the guest boots", { timeout: BOOT_AND_MORE_MS }, async () => {
    using out = temporaryFolder();
    await using run = start([...ENDLESS, "--out", out.path]);
    await run.saying("boot guest");
    run.kill("SIGINT");
    expect((await run.ended).status).toBe(1);
    expect(readResults(out.path).scenarios).toMatchObject([{ status: "skipped", iterations: [] }]);
  });

  test("SIGKILL: clean removes what is left, and leaves a living run alone", {
    timeout: 2 * BOOT_AND_MORE_MS,
  }, async () => {
    using out = temporaryFolder();
    using other = temporaryFolder();
    await using living = start([...ENDLESS, "--out", other.path]);
    await living.saying("boot guest");
    await using run = start([...ENDLESS, "--out", out.path]);
    await run.saying("iteration 1 of 1000: launch target");
    run.kill("SIGKILL");
    await run.ended;
    const left = leftovers().length;
    const clean = await runCli(["clean"]);
    expect(clean.stderr).toBe("");
    expect(clean.status).toBe(0);
    expect(clean.stdout).toMatch(/^run [0-9a-f]{10}: cleaned up$/m);
    expect(clean.stdout).toMatch(/^run [0-9a-f]{10}: still lives, left alone$/m);
    expect(leftovers().length).toBeLessThan(left);
    await living.saying("1 of 1000 passed");
    living.kill("SIGTERM");
    await living.ended;
  });
});

describe("a run that cannot start says so, with status 2, and starts nothing", () => {
  test.each([
    [
      "bad inputs",
      ["run", "--accel", "xen", "--iterations", "0"],
      /accel: expected kvm or tcg[\s\S]*iterations: expected 1 or more/,
    ],
    ["an unknown flag", ["run", "--iteration", "3"], /unknown option '--iteration'/],
    ["an unknown command", ["walk"], /unknown command 'walk'/],
    [
      "a QEMU that is not there",
      [...RUN, "--qemu", "qemu-system-vax"],
      /there is no program qemu-system-vax in PATH: .*\n.*doctor --qemu qemu-system-vax --accel tcg/,
    ],
    ["not a QEMU", [...RUN, "--qemu", "/bin/true"], /\/bin\/true is not a QEMU that can be used/],
    [
      "a guest larger than /dev/shm",
      [...RUN, "--memory", "64G"],
      /\/dev\/shm is too small for the RAM of the guest: needed 65536 MiB, free \d+ MiB/,
    ],
  ])("%s", async (_, args, expected) => {
    using out = temporaryFolder();
    const ended = await runCli(args, { cwd: out.path });
    expect(ended.stderr).toMatch(expected);
    expect(ended.stderr).not.toMatch(/^ +at /m);
    expect(ended.status).toBe(2);
    expect(readdirSync(out.path)).toEqual([]);
  });

  test("--help and --version are no errors", async () => {
    expect(await runCli(["run", "--help"])).toMatchObject({ status: 0, stderr: "" });
    expect((await runCli(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
