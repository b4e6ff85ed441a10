/** Proves: a run on an unfit host starts nothing, names all that is missing and leaves nothing. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import type { Diagnosis } from "../../src/doctor/doctor.ts";
import { endAll, leftovers, runCli, start } from "../e2e/product.ts";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { hiding, onHostWith, ROOT } from "../host/as-root.ts";

afterAll(async () => {
  await endAll();
  expect(leftovers()).toEqual([]);
});

test("a host without most of it: all is named at once, and how to call the doctor", async () => {
  using out = temporaryFolder();
  const setup = [
    hiding("ip", "ping", "busybox"),
    "rm -f /dev/net/tun; mount -t tmpfs -o size=64M,mode=1777 shm /dev/shm",
    "for folder in /boot /lib/modules; do if [ -d $folder ]; then mount -t tmpfs none $folder; fi; done",
  ].join("; ");
  const args = ["--accel", "tcg", "--qemu", "/nowhere/at all", "--target-qemu", "/nowhere/either"];
  const { status, stderr, stdout } = await runCli(["run", ...args, "--out", join(out.path, "results")], {
    prefix: onHostWith(setup, ROOT),
    as: ROOT,
  });
  expect(status).toBe(2);
  expect(stdout).toBe("");
  const lines = stderr.trimEnd().split("\n");
  expect(lines.map((line) => line.replace(/^ +/, "").split(/: /)[0])).toEqual([
    "tap-migration",
    "not installed",
    "/dev/net/tun is missing",
    "/dev/shm is too small for the RAM of the guest",
    "there is no file /nowhere/at all",
    "there is no file /nowhere/either",
    expect.stringMatching(/^the guest micro boots a kernel of this host/),
    expect.stringMatching(/^the guest needs a statically linked busybox/),
    "To install and open what is missing",
    "What this host can do and what not",
  ]);
  expect(lines.at(-2)).toMatch(/: node dist\/cli\.js setup --qemu '\/nowhere\/at all' --accel tcg$/);
  expect(lines[1]).toContain("ip, ping: apt-get update && apt-get install -y iproute2 iputils-ping");
  expect(lines.at(-1)).toMatch(/: node dist\/cli\.js doctor --qemu '\/nowhere\/at all' --accel tcg$/);
  expect(readdirSync(out.path)).toEqual([]);
});

test("one thing that is missing is said in its own line", async () => {
  using out = temporaryFolder();
  const args = ["--accel", "tcg", "--qemu", "/nowhere/qemu", "--out", join(out.path, "results")];
  const { status, stderr } = await runCli(["run", ...args]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^tap-migration: there is no file \/nowhere\/qemu: .*\n.* doctor .*\n$/);
});

describe("a QEMU that is too old", () => {
  test.each([
    ["4.2.1", "5.2"],
    ["5.1.0", "5.2"],
  ])("%s is refused with its version, by a run and by the doctor", async (version, oldest) => {
    using qemu = makeStandIn({ version, package: "", dialect: "none" });
    using out = temporaryFolder();
    const args = ["--accel", "tcg", "--qemu", qemu.path];
    const why = `${qemu.path} is QEMU ${version}, and ${oldest} or later is needed`;
    const ended = await runCli(["run", ...args, "--out", join(out.path, "results")]);
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain(why);
    const doctor = await runCli(["doctor", "--json", ...args]);
    expect(doctor.status).toBe(2);
    const { checks } = JSON.parse(doctor.stdout) as Diagnosis;
    expect(checks.find(({ name }) => name === "QEMU")).toMatchObject({ status: "missing", found: why });
  });

  test("the oldest that works is none", async () => {
    using qemu = makeStandIn({ version: "5.2.0", dialect: "none" });
    const { status, stdout } = await runCli(["doctor", "--json", "--accel", "tcg", "--qemu", qemu.path]);
    const { checks } = JSON.parse(stdout) as Diagnosis;
    expect(checks.find(({ name }) => name === "QEMU")).toMatchObject({ status: "ok" });
    expect(status).toBe(0);
  });
});

test("a doctor that is killed leaves its namespace to clean, which finds it", {
  timeout: 120_000,
}, async () => {
  using home = temporaryFolder();
  const records = join(home.path, "tap-migration-action", "runs");
  const noted = () =>
    existsSync(records)
      ? readdirSync(records)
          .filter((name) => name.endsWith(".jsonl"))
          .map((name) => readFileSync(join(records, name), "utf8"))
          .find((text) => text.includes('"namespace"'))
      : undefined;
  await using doctor = start(["doctor", "--accel", "tcg"], { stateHome: home.path });
  let record: string | undefined;
  for (record = noted(); record === undefined; record = noted()) await sleep(1);
  const name = /"name":"(tapmig-[0-9a-f]{10}-trial)"/.exec(record)?.[1] ?? "";
  while (!existsSync(`/run/netns/${name}`)) await sleep(1);
  doctor.kill("SIGKILL");
  await doctor.ended;
  const { status, stdout } = await runCli(["clean"], { stateHome: home.path });
  expect(stdout).toMatch(/^run [0-9a-f]{10}: cleaned up\n$/);
  expect(status).toBe(0);
  expect(existsSync(`/run/netns/${name}`)).toBe(false);
});
