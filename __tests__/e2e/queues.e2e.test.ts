/** Proves: 256 queue pairs are measured, with a second NIC too, or refused with the reason. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { leftovers, readResults, runCli } from "./product.ts";
import { REAL_GUEST, SECOND_NIC, smallRun } from "./small-run.ts";

const LONG_MS = 300_000;

afterAll(() => expect(leftovers()).toEqual([]));

test("256 queue pairs of a real QEMU, beside a NIC of the user's that is eth0", {
  timeout: LONG_MS,
}, async () => {
  using out = temporaryFolder();
  const ended = await runCli(
    smallRun({ ...REAL_GUEST, queues: 256, "qemu-args": SECOND_NIC, out: out.path }),
    // The soft limit that many hosts have is not enough.
    { prefix: ["prlimit", "--nofile=1024:8192"] },
  );
  expect(ended.status, ended.stderr + ended.stdout).toBe(0);
  const [iteration] = readResults(out.path).scenarios[0]?.iterations ?? [];
  expect(iteration?.queuePairs).toMatchObject({ offered: 256, active: 1 });
  const logs = ["source.console.log", "source.stderr.log", "target.stderr.log"].map((name) =>
    readFileSync(join(out.path, "new-tap/iteration-001", name), "utf8"),
  );
  expect(logs[0]).toContain("/sys/class/net/eth1/address\r\n");
  // Where QEMU lacks open files, it falls back to slower queues with a message.
  expect(logs.slice(1).join()).not.toMatch(/fallback|too many open files/i);
});

test("256 open queues of one TAP handed over", { timeout: LONG_MS }, async () => {
  using standIn = makeStandIn({ dialect: "permit" });
  using out = temporaryFolder();
  const ended = await runCli(smallRun({ qemu: standIn.path, queues: 256, out: out.path }));
  expect(ended.status, ended.stderr + ended.stdout).toBe(0);
  expect(standIn.truth("received-fd")).toHaveLength(256);
});

test("a host that allows QEMU too few open files", { timeout: LONG_MS }, async () => {
  using standIn = makeStandIn({ dialect: "permit" });
  using out = temporaryFolder();
  const ended = await runCli(smallRun({ qemu: standIn.path, queues: 256, out: out.path }), {
    prefix: ["prlimit", "--nofile=600:600"],
  });
  expect(ended.status).toBe(1);
  expect(readResults(out.path).scenarios[0]?.reason).toMatch(
    /launch source: source: with 256 queue pairs QEMU opens about 832 files, and this host allows it 600: raise/,
  );
});
