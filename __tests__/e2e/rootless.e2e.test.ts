/** Proves: an ordinary user without sudo has whole runs, and nothing of them is left, not even after SIGKILL. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { NOBODY, onHostWith, WITH_VHOST_NET } from "../host/as-root.ts";
import { makeCommonPlace } from "../host/ordinary-user.ts";
import { openFolder, openStandIn } from "./for-all-users.ts";
import { allLeft } from "./left.ts";
import { DIST, readResults, runCli, start, UNHURRIED } from "./product.ts";
import { REAL_GUEST, smallRun } from "./small-run.ts";

const BOOT_AND_MORE_MS = 180_000;

const place = makeCommonPlace();
const forAll = { cli: join(place.copy(DIST), "cli.js"), node: place.node, cwd: "/" };
afterAll(() => place[Symbol.dispose]());

const NO_SUDO = "if [ -e /usr/bin/sudo ]; then mount --bind /dev/null /usr/bin/sudo; fi";
const asNobody = (setup = ":") => ({
  ...forAll,
  as: NOBODY,
  prefix: onHostWith(`${NO_SUDO}; ${setup}`, NOBODY),
});

describe("an ordinary user without sudo", () => {
  test("all four scenarios, with the stand-in", { timeout: BOOT_AND_MORE_MS }, async () => {
    using standIn = openStandIn({ dialect: "permit", pretendVhost: true });
    using out = openFolder();
    const folder = join(out.path, "results");
    const options = { qemu: standIn.path, scenarios: null, out: folder, ...UNHURRIED };
    const ended = await runCli(smallRun(options), asNobody(WITH_VHOST_NET));
    expect(ended.status, ended.stderr).toBe(0);
    expect(ended.stderr).not.toMatch(/warning/);
    const { privilege, scenarios } = readResults(folder);
    expect(privilege).toBe("none");
    expect(scenarios.map(({ name, status }) => [name, status])).toEqual(
      ["tap-fd", "tap-fd-vhost", "new-tap", "new-tap-vhost"].map((name) => [name, "passed"]),
    );
  });

  test("new-tap, with a real QEMU", { timeout: BOOT_AND_MORE_MS }, async () => {
    using out = openFolder();
    const folder = join(out.path, "results");
    const options = { ...REAL_GUEST, iterations: 2, out: folder, privilege: "none" };
    const ended = await runCli(smallRun(options), asNobody());
    expect(ended.status, ended.stderr).toBe(0);
    expect(ended.stderr).not.toMatch(/warning/);
    expect(readResults(folder)).toMatchObject({
      privilege: "none",
      scenarios: [{ name: "new-tap", status: "passed", iterations: [{}, {}] }],
    });
  });

  test("SIGKILL: nothing is left, without clean", { timeout: BOOT_AND_MORE_MS }, async () => {
    using standIn = openStandIn({ dialect: "permit" });
    using out = openFolder();
    const options = { qemu: standIn.path, out: join(out.path, "results"), iterations: 1000, verbose: true };
    await using run = start(smallRun(options as never), asNobody());
    await run.saying(/iteration 2 of 1000: launch target/);
    const ids = allLeft().flatMap(({ runId, what }) => (what.includes(standIn.path) ? [runId] : []));
    expect(new Set(ids).size).toBe(1);
    const [id] = ids;
    const left = () => allLeft().filter(({ runId }) => runId === id);
    expect(left().some(({ what }) => what.startsWith("/dev/shm/"))).toBe(true);
    // The prefix ends in an exec: this is the harness.
    run.kill("SIGKILL");
    await expect.poll(left).toEqual([]);
    const clean = await runCli(["clean"], asNobody());
    expect(clean).toMatchObject({ status: 0, stdout: "nothing to clean up\n", stderr: "" });
  });

  test("--privilege root is refused, and says why", async () => {
    using out = openFolder();
    const folder = join(out.path, "results");
    const ended = await runCli(smallRun({ privilege: "root", out: folder }), asNobody());
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain("this is not root, and there is no sudo: run it as root");
    expect(ended.stderr).toMatch(/doctor --accel tcg --privilege root --memory 128M$/m);
  });

  test("a kernel for root only: says so, and what to do", async () => {
    using out = openFolder();
    const kernel = "mount -t tmpfs kernel /mnt; cp /boot/vmlinuz-* /mnt/kernel; chmod 600 /mnt/kernel";
    const options = { ...REAL_GUEST, kernel: "/mnt/kernel", out: join(out.path, "results") };
    const ended = await runCli(smallRun(options), asNobody(kernel));
    expect(ended.status).toBe(2);
    expect(ended.stderr).toMatch(
      /only root can read the kernel \/mnt\/kernel, and this run is without root: .*--kernel PATH; or .*--guest alpine-iso/,
    );
  });
});

test("root may ask for a run without root", { timeout: BOOT_AND_MORE_MS }, async () => {
  using standIn = makeStandIn({ dialect: "permit" });
  using out = temporaryFolder();
  mkdirSync(join(out.path, "results"));
  const ended = await runCli(
    smallRun({ qemu: standIn.path, privilege: "none", out: join(out.path, "results") }),
  );
  expect(ended.status, ended.stderr).toBe(0);
  expect(readResults(join(out.path, "results"))).toMatchObject({ privilege: "none", conclusion: "passed" });
  expect(ended.stderr).toMatch(/^without root, in namespaces of this user$/m);
});
