/** Proves: a signal ends setup within its time; devices are closed again, and a package manager finishes what it began. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { openFolder } from "../e2e/for-all-users.ts";
import { DIST, endAll, start } from "../e2e/product.ts";
import { type Ids, NOBODY, onHostWith, ROOT, signalBehindSudo } from "../host/as-root.ts";
import { makeCommonPlace } from "../host/ordinary-user.ts";
import { SHUT_TUN, WITH_SUDO, withFakes, without } from "./spoiled-host.ts";

const place = makeCommonPlace();
const forAll = { cli: join(place.copy(DIST), "cli.js"), node: place.node, cwd: "/" };

afterAll(async () => {
  await endAll();
  place[Symbol.dispose]();
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}

/** Interrupts setup once the log of its fakes has `line`. */
async function interrupted(log: string, line: string, changes: readonly string[], user: Ids) {
  writeFileSync(log, "");
  chmodSync(log, 0o666);
  const prefix = onHostWith(changes.join("\n"), user);
  const args = ["setup", "--yes", "--accel", "tcg", "--scenarios", "new-tap"];
  await using setup = start(args, { ...forAll, prefix, as: user });
  await until(() => readFileSync(log, "utf8").includes(line));
  signalBehindSudo(setup.pid, "SIGTERM");
  return await setup.ended;
}

test.each([
  ["root", ROOT],
  ["a user with sudo", NOBODY],
])(
  "of %s: apt-get, in the midst of dpkg, is neither killed nor are its words lost on it",
  async (_name, user) => {
    using folder = openFolder();
    const [log, go, finished] = [folder.at("log"), folder.at("go"), folder.at("finished")];
    // As apt-get while dpkg works: INT is passed over by it, but not by what runs below.
    const working = `trap '' INT; sh -c 'trap "exit 1" INT; echo working >>${log}; until [ -e ${go} ]; do sleep 0.1; done' || exit 1
echo Setting up fping && echo a warning >&2 && touch ${finished}`;
    const changes = [WITH_SUDO, withFakes(log, { "apt-get": working }), without("fping")];
    const { status, stdout, stderr } = await interrupted(log, "working", changes, user);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^the package manager \(process \d+\) is left to finish what it does$/m);
    expect(stderr).toContain("tap-migration: cancelled (SIGTERM)\n");
    expect(existsSync(finished)).toBe(false);
    writeFileSync(go, "");
    await until(() => existsSync(finished));
  },
);

test("apt-get that takes an interrupt has ended before setup", async () => {
  using folder = openFolder();
  const log = folder.at("log");
  const changes = [withFakes(log, { "apt-get": "exec sleep 1000" }), without("fping")];
  const { status, stdout } = await interrupted(log, "apt-get update", changes, ROOT);
  expect(status).toBe(1);
  expect(stdout).toBe("install fping (apt-get) …\n");
});

test("a device that was opened by then is closed again, also by the command that leaves it open", async () => {
  using folder = openFolder();
  const log = folder.at("log");
  const changes = [WITH_SUDO, SHUT_TUN, withFakes(log, { udevadm: "exec sleep 1000" })];
  const { status, stdout } = await interrupted(log, "udevadm settle", changes, NOBODY);
  expect(status).toBe(1);
  expect(stdout).toBe("opened /dev/net/tun for this user alone\nclosed again: /dev/net/tun\n");
});
