/** Proves: setup installs, loads and opens what a run lacks, says it, shuts it again, and refuses in plain words. */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadTerminals, spawnOnTerminal } from "../../src/qemu/pty.ts";
import { openFolder, openStandIn } from "../e2e/for-all-users.ts";
import { DIST, type Ended, endAll, runCli, UNHURRIED } from "../e2e/product.ts";
import { type RunOptions, smallRun } from "../e2e/small-run.ts";
import { type Folder, temporaryFolder } from "../folder.ts";
import { type Ids, NOBODY, onHostWith, ROOT } from "../host/as-root.ts";
import { makeCommonPlace } from "../host/ordinary-user.ts";
import {
  SHUT_TUN,
  SHUT_TUN_WITHOUT_LISTS,
  WITH_SUDO,
  WITHOUT_NETWORK,
  withFakes,
  withFile,
  without,
} from "./spoiled-host.ts";

/** The product where every user of a host can get at it. */
const place = makeCommonPlace();
const forAll = { cli: join(place.copy(DIST), "cli.js"), node: place.node, cwd: "/" };

afterAll(async () => {
  await endAll();
  place[Symbol.dispose]();
});

/** The command line on a host that `changes` have spoiled. `afterwards` is shell, run there after it. */
async function on(
  changes: readonly string[],
  args: readonly string[],
  {
    user = ROOT,
    afterwards = "",
    env = {},
  }: { user?: Ids; afterwards?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const prefix = [
    ...onHostWith(changes.join("\n"), user),
    ...["sh", "-c", `"$@"; status=$?; ${afterwards || ":"}; exit $status`, "sh"],
  ];
  return await runCli(args, { ...forAll, prefix, as: user, env });
}

const SETUP = ["setup", "--yes", "--accel", "tcg", "--scenarios", "new-tap"];

describe("packages", () => {
  const words: Readonly<Record<string, readonly string[]>> = {
    "apt-get": [
      "update",
      "install -y -o DPkg::Lock::Timeout=120 --no-install-recommends iproute2 iputils-ping fping",
    ],
    dnf: ["install -y iproute iputils fping"],
    pacman: ["-Sy --needed --noconfirm iproute2 iputils fping"],
    zypper: ["--non-interactive install iproute2 iputils fping"],
    apk: ["add --update-cache iproute2 iputils-ping fping"],
  };
  const others = (manager: string) => Object.keys(words).filter((name) => name !== manager);

  test.each(Object.keys(words))("%s installs what is missing, by its own names", async (manager) => {
    using folder = temporaryFolder();
    const log = folder.at("log");
    // What it installs was hidden.
    const install = `case "$*" in *fping*) for name in ip ping fping; do umount /usr/bin/$name 2>/dev/null; umount /usr/sbin/$name 2>/dev/null; done;; esac; true`;
    const changes = [
      withFakes(log, { [manager]: install }),
      without(...others(manager), "ip", "ping", "fping"),
    ];
    const { status, stdout, stderr } = await on(changes, SETUP);
    expect(stderr).toBe("");
    expect(readFileSync(log, "utf8").trim().split("\n")).toEqual(
      words[manager]?.map((line) => `${manager} ${line}`),
    );
    expect(stdout).toMatch(new RegExp(`^installed .*fping \\(${manager}\\)$`, "m"));
    expect(stdout).toMatch(/^ready: .* run --accel tcg --scenarios new-tap$/m);
    expect(status).toBe(0);
  });

  test("the distribution's package manager is used, whatever others are installed", async () => {
    using folder = temporaryFolder();
    const changes = [
      withFakes(folder.at("log"), { dnf: "exit 1", "apt-get": "exit 1" }),
      withFile("/etc/os-release", 'ID="rocky"\nID_LIKE="rhel centos fedora"\n'),
      without("fping"),
    ];
    const { stdout } = await on(changes, ["setup", "--dry-run", "--accel", "tcg", "--scenarios", "new-tap"]);
    expect(stdout).toBe("  dnf install -y fping\n");
  });

  test("Ubuntu's extra modules are for a module that is not here", async () => {
    const release = "$(uname -r)";
    const changes = [
      "mount -t tmpfs -o mode=755 none /lib/modules",
      `mkdir -p "/lib/modules/${release}"; rm -f /dev/kvm /dev/vhost-net`,
      `echo 'kernel/arch/x86/kvm/kvm-intel.ko:' >"/lib/modules/${release}/modules.dep"`,
      withFile("/etc/os-release", "ID=ubuntu\n"),
      withFile("/proc/cpuinfo", "flags : vmx\n"),
    ];
    const plan = (...scenarios: string[]) =>
      on(changes, ["setup", "--dry-run", "--kernel", "/proc/cpuinfo", "--scenarios", ...scenarios]);
    expect((await plan("new-tap")).stdout).not.toContain("linux-modules-extra");
    expect((await plan("new-tap-vhost")).stdout).toContain("linux-modules-extra");
  });

  test("another package manager is waited for", async () => {
    using folder = temporaryFolder();
    const log = folder.at("log");
    const locked = `[ "$(grep -c update ${log})" = 1 ] && { echo "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)" >&2; exit 100; }
case "$*" in install*) umount /usr/bin/fping;; esac`;
    const { status, stdout } = await on([withFakes(log, { "apt-get": locked }), without("fping")], SETUP);
    expect(stdout).toContain("another package manager is at work: waiting for it\n");
    expect(readFileSync(log, "utf8")).toMatch(/^apt-get update\napt-get update\napt-get install .* fping\n$/);
    expect(status).toBe(0);
  });

  test("the plan shows the commands, and does nothing", async () => {
    using folder = temporaryFolder();
    const log = folder.at("log");
    writeFileSync(log, "");
    const changes = [withFakes(log, { "apt-get": "exit 1" }), without("fping")];
    const { status, stdout } = await on(changes, [...SETUP.slice(0, 1), "--dry-run", ...SETUP.slice(2)]);
    expect(stdout).toBe(
      "  apt-get update\n  apt-get install -y -o DPkg::Lock::Timeout=120 --no-install-recommends fping\n",
    );
    expect(readFileSync(log, "utf8")).toBe("");
    expect(status).toBe(0);
  });

  test("a host that has everything is left as it is", async () => {
    using folder = temporaryFolder();
    const log = folder.at("log");
    writeFileSync(log, "");
    const changes = [
      withFakes(log, { "apt-get": "exit 1", setfacl: "exit 1", modprobe: "exit 1", udevadm: "exit 1" }),
    ];
    const { status, stdout } = await on(changes, SETUP);
    expect(stdout).toMatch(/^nothing to do: /);
    expect(readFileSync(log, "utf8")).toBe("");
    expect(status).toBe(0);
  });
});

describe("a device that is shut", () => {
  const SHOW = "getfacl --omit-header --numeric --absolute-names /dev/net/tun; stat -c '%U %a' /dev/net/tun";
  const asUser = { user: NOBODY, afterwards: SHOW };
  const mine = `user:${NOBODY.uid}:`;
  /** The arguments of a run with setup. */
  const runOf = (standIn: { path: string }, folder: Folder, more: RunOptions = {}) =>
    smallRun({ qemu: standIn.path, out: folder.at("results"), setup: "true", ...UNHURRIED, ...more });

  test("is open for this user alone during the run, and shut after it", async () => {
    using standIn = openStandIn({ dialect: "permit" });
    using folder = openFolder();
    const { status, stdout, stderr } = await on([WITH_SUDO, SHUT_TUN], runOf(standIn, folder), asUser);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain("setup: opened /dev/net/tun for this user alone\n");
    expect(stderr).toContain("setup: closed again: /dev/net/tun\n");
    expect(stdout).not.toContain(mine);
    expect(stdout).toMatch(/root 600\n$/);
  });

  test("is left alone without setup: the run is refused", async () => {
    using folder = openFolder();
    const args = smallRun({ out: folder.at("results"), ...UNHURRIED });
    const { status, stdout, stderr } = await on([WITH_SUDO, SHUT_TUN], args, asUser);
    expect(status).toBe(2);
    expect(stderr).toContain("/dev/net/tun cannot be opened by this user");
    expect(stdout).not.toContain(mine);
  });

  test("stays open on GitHub's own runners, where nobody asks for setup", async () => {
    using standIn = openStandIn({ dialect: "permit" });
    using folder = openFolder();
    const env = { GITHUB_ACTIONS: "true", RUNNER_ENVIRONMENT: "github-hosted" };
    const args = runOf(standIn, folder, { setup: null });
    const { status, stdout, stderr } = await on([WITH_SUDO, SHUT_TUN], args, { ...asUser, env });
    expect(status, stderr).toBe(0);
    expect(stdout).toContain(`${mine}rw-`);
  });

  test.each([
    ["clean", ["clean"], /: cleaned up\n/],
    ["the next run, which uses it", null, /\npassed; /],
  ])("is shut after SIGKILL by %s", async (_name, command, says) => {
    using standIn = openStandIn({ dialect: "permit" });
    using folder = openFolder();
    const shell = (words: readonly string[]) =>
      [forAll.node, forAll.cli, ...words].map((word) => `'${word}'`).join(" ");
    const next = command ?? runOf(standIn, folder, { out: folder.at("next"), setup: "false" });
    const script = `${shell(runOf(standIn, folder, { iterations: 1000 }))} >/dev/null 2>${folder.at("log")} & pid=$!
until grep -q "setup: opened" ${folder.at("log")}; do sleep 0.1; done
kill -KILL $pid; wait $pid
getfacl --numeric --absolute-names /dev/net/tun
echo cleaning; ${shell(next)}; ${SHOW}`;
    const prefix = onHostWith(`${WITH_SUDO}\n${SHUT_TUN}`, NOBODY);
    const ended = await runCli([script], { ...forAll, node: "/bin/sh", cli: "-c", prefix, as: NOBODY });
    const [before, after] = ended.stdout.split("cleaning\n");
    expect(before).toContain(`${mine}rw-`);
    expect(after).toMatch(says);
    expect(after).not.toContain(mine);
  });

  test("that does not open all the same is shut at once", async () => {
    using folder = openFolder();
    const log = folder.at("log");
    writeFileSync(log, "");
    chmodSync(log, 0o666);
    const changes = [WITH_SUDO, SHUT_TUN, withFakes(log, { setfacl: "exit 0" })];
    const { status, stdout, stderr } = await on(changes, SETUP, asUser);
    expect(stderr).toContain("setup could not open /dev/net/tun: it still does not open\n");
    expect(stdout).not.toContain("to close it again");
    expect(readFileSync(log, "utf8")).toContain(`setfacl -x u:${NOBODY.uid} /dev/net/tun\n`);
    expect(status).toBe(2);
  });

  test("is shut by the last of two runs", async () => {
    const program = await place.bundle("__tests__/setup/two-runs.ts");
    const prefix = onHostWith(
      `${WITH_SUDO}\n${SHUT_TUN}\nsetfacl -m u:${NOBODY.uid}:rw /dev/net/tun`,
      NOBODY,
    );
    const { stdout, stderr } = await runCli([], { ...forAll, cli: program, prefix, as: NOBODY });
    expect(stdout, stderr).toBe("ok\nno access\n");
  });

  describe("on a file system without access control lists", () => {
    /** Does what udev does with a rule: makes its OWNER the owner of the device. */
    const apply = `case "$*" in trigger*) chown "$(sed -n 's/.*OWNER="\\([0-9]*\\)".*/\\1/p' /etc/udev/rules.d/99-tap-migration-tun.rules)" /dev/net/tun;; esac`;
    const after = { user: NOBODY, afterwards: "ls /etc/udev/rules.d; stat -c '%U %a' /dev/net/tun" };

    test("is opened by a rule of udev, which is removed", async () => {
      using standIn = openStandIn({ dialect: "permit" });
      using folder = openFolder();
      const changes = [WITH_SUDO, SHUT_TUN_WITHOUT_LISTS, withFakes(folder.at("log"), { udevadm: apply })];
      const { status, stdout, stderr } = await on(changes, runOf(standIn, folder), after);
      expect(status, stderr).toBe(0);
      expect(stderr).toContain("setup: opened /dev/net/tun for this user alone\n");
      const calls = readFileSync(folder.at("log"), "utf8").split("\n");
      expect(calls).toContain("udevadm control --reload");
      expect(calls).toContain("udevadm trigger --settle --name-match=/dev/net/tun");
      expect(stdout).not.toContain("99-tap-migration");
      expect(stdout).toMatch(/root 600\n$/);
    });

    test("a rule that udev does not read is removed at once", async () => {
      using folder = openFolder();
      const changes = [
        WITH_SUDO,
        SHUT_TUN_WITHOUT_LISTS,
        withFakes(folder.at("log"), { udevadm: "echo 'no udev' >&2; exit 1" }),
      ];
      const { status, stdout, stderr } = await on(changes, SETUP, after);
      expect(stderr).toMatch(/setup could not open \/dev\/net\/tun: .*not supported; no udev$/m);
      expect(stdout).not.toContain("99-tap-migration");
      expect(status).toBe(2);
    });

    test("cannot be opened without udev: the run is refused, and says what was tried", async () => {
      using folder = openFolder();
      const changes = [WITH_SUDO, SHUT_TUN_WITHOUT_LISTS, without("udevadm")];
      const args = smallRun({ out: folder.at("results"), setup: "true" });
      const { status, stdout, stderr } = await on(changes, args, after);
      expect(status).toBe(2);
      expect(stderr).toMatch(/setup could not open \/dev\/net\/tun: .*not supported.*udevadm is missing/);
      expect(stderr).toContain("/dev/net/tun cannot be opened by this user");
      expect(stdout).not.toContain("99-tap-migration");
    });
  });
});

describe("setup is refused", () => {
  test("without KVM and without a module for it: installs nothing in vain", async () => {
    using folder = temporaryFolder();
    const log = folder.at("log");
    writeFileSync(log, "");
    const changes = [
      ...[withFakes(log, { "apt-get": "exit 1" }), without("fping"), "rm -f /dev/kvm"],
      "for path in /lib/modules /usr/lib/modules; do if [ -d $path ] && ! [ -L $path ]; then mount -t tmpfs none $path; fi; done",
    ];
    for (const how of ["--yes", "--dry-run"]) {
      const { status, stdout, stderr } = await on(changes, ["setup", how, "--scenarios", "new-tap"]);
      expect(stderr).toMatch(/^tap-migration: \/dev\/kvm is missing: /m);
      expect(stdout).not.toMatch(/^ {2}apt-get/m);
      expect(status).toBe(2);
    }
    expect(readFileSync(log, "utf8")).toBe("");
  });

  test("without a package manager", async () => {
    const changes = [without("apt-get", "dnf", "pacman", "zypper", "apk", "ip", "ping")];
    const { status, stderr } = await on(changes, SETUP);
    expect(status).toBe(2);
    expect(stderr).toContain("setup found no package manager that it knows");
    expect(stderr).toContain("not installed: ip, ping: install what Debian calls iproute2 iputils-ping");
  });

  test("without rights: names what root has to do", async () => {
    const args = smallRun({ setup: "true", out: "results" });
    const { status, stderr } = await on([without("fping", "sudo")], args, { user: NOBODY });
    expect(status).toBe(2);
    expect(stderr).toMatch(/setup needs root to install fping \(apt-get\), and this is not root/);
    expect(stderr).toMatch(
      /: as root: apt-get update && apt-get install -y .* fping; or call the command setup on a terminal/,
    );
  });

  test("without rights on GitHub's own runners: only warns, and the run says what it lacks", async () => {
    const env = { GITHUB_ACTIONS: "true", RUNNER_ENVIRONMENT: "github-hosted" };
    const args = smallRun({ out: "results" });
    const { status, stderr } = await on([without("ip", "sudo")], args, { user: NOBODY, env });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^warning: setup needs root to install iproute2/m);
    expect(stderr).toMatch(/not installed: ip/);
  });

  test("without a network: repeats the package manager's words", async () => {
    const { status, stderr } = await on([WITHOUT_NETWORK, without("ping", "fping")], SETUP);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /setup could not install iputils-ping, fping \(apt-get\): .*127\.0\.0\.1.*Unable to locate package iputils-ping/,
    );
    expect(stderr).toContain("not installed: ping");
  });

  test("without the module: repeats modprobe's words, and what needs no vhost-net runs", async () => {
    const changes = [
      'mount -t tmpfs -o mode=755 none /lib/modules; mkdir -p "/lib/modules/$(uname -r)"',
      'touch "/lib/modules/$(uname -r)/modules.dep"; rm -f /dev/vhost-net',
    ];
    const { status, stderr } = await on(changes, ["setup", "--yes", "--accel", "tcg"]);
    expect(stderr).toMatch(/^not fixed: setup could not load vhost_net: .*vhost_net not found/m);
    expect(stderr).toMatch(/^not fixed: \/dev\/vhost-net is missing: modprobe vhost_net$/m);
    expect(status).toBe(0);
  });

  test("without a terminal and without --yes: shows the commands", async () => {
    const { status, stdout, stderr } = await on([without("fping")], ["setup", "--accel", "tcg"]);
    expect(status).toBe(2);
    expect(stdout).toMatch(/^ {2}apt-get install -y .* fping$/m);
    expect(stderr).toContain("add --yes");
  });
});

describe("on a terminal", () => {
  beforeAll(loadTerminals);

  /** Answers the question of `setup`. @returns its output and status */
  async function answering(answer: string, changes: readonly string[]) {
    const [file = "", ...words] = [...onHostWith(changes.join("\n"), ROOT), forAll.node, forAll.cli];
    const args = [...words, "setup", "--accel", "tcg", "--scenarios", "new-tap"];
    const terminal = spawnOnTerminal(file, args, { name: "dumb", cols: 200 });
    let text = "";
    terminal.onData((more) => {
      text += more;
      if (more.includes("[y/N]")) terminal.write(`${answer}\r`);
    });
    const status = await new Promise<number>((resolve) =>
      terminal.onExit(({ exitCode }) => resolve(exitCode)),
    );
    return { text, status };
  }

  test.each([
    ["n", 1, /nothing was done/, ""],
    ["", 1, /nothing was done/, ""],
    // Ctrl-C and Ctrl-D.
    ["\u0003", 1, /nothing was done/, ""],
    ["\u0004", 1, /nothing was done/, ""],
    ["y", 0, /installed fping \(apt-get\)/, "apt-get update\napt-get install"],
  ])("the answer %j ends with status %d", async (answer, status, says, calls) => {
    using folder = temporaryFolder();
    const log = folder.at("log");
    writeFileSync(log, "");
    const bring = 'case "$*" in install*) umount /usr/bin/fping;; esac';
    const ended = await answering(answer, [withFakes(log, { "apt-get": bring }), without("fping")]);
    expect(ended.text).toMatch(says);
    expect(ended.status).toBe(status);
    expect(readFileSync(log, "utf8").startsWith(calls)).toBe(true);
    if (calls === "") expect(readFileSync(log, "utf8")).toBe("");
  });
});
