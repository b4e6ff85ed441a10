/** Proves: the doctor finds what a host really lacks and says how to fix it. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Check } from "../../src/doctor/check.ts";
import type { Diagnosis } from "../../src/doctor/doctor.ts";
import { checkQemu } from "../../src/doctor/qemu.ts";
import { adviceFor, adviceOn, deviceState } from "../../src/host/devices.ts";
import { DIST, type Ended, endAll, runCli } from "../e2e/product.ts";
import { temporaryFolder } from "../folder.ts";
import { asRoot, hiding, NOBODY, onHostWith, ROOT } from "../host/as-root.ts";
import { makeCommonPlace } from "../host/ordinary-user.ts";

// The built product runs in its own mount namespace, where we take things away.

/** In the order of mending. */
const ORDER = [
  ...["root", "programs", "/dev/net/tun", "/dev/kvm", "/dev/vhost-net", "/dev/shm", "memory"],
  ...["state folder", "temporary folder", "cache folder", "terminal", "network", "probe"],
  ...["QEMU", "passing of fds", "traces", "guest's kernel", "busybox"],
];
/** A host that has modules for the kernel that runs, as one that is no container has. */
const ORDINARY = 'mount -t tmpfs modules /lib/modules; mkdir -p "/lib/modules/$(uname -r)"';

/** The product where every user of a host can get at it. */
const place = makeCommonPlace();
const forAll = { cli: join(place.copy(DIST), "cli.js"), node: place.node, cwd: "/" };

afterAll(async () => {
  await endAll();
  place[Symbol.dispose]();
});

interface Answer {
  readonly status: number | null;
  readonly diagnosis: Diagnosis;
  check(name: string): Check | undefined;
}

/** Puts a script in the place of a program of the system. */
const fake = (name: string, script: string) =>
  `fakes=$(mktemp -d); chmod 755 $fakes; echo '#!/bin/sh' >$fakes/${name}; cat >>$fakes/${name} <<'FAKE'
${script}
FAKE
chmod 755 $fakes/${name}; mount -t overlay fakes -o lowerdir=$fakes:/usr/sbin /usr/sbin`;

/** What the doctor says on a host that `setup`, lines of shell, has spoiled. */
async function doctorOn(
  setup: string,
  { user = ROOT, args = [] as string[], through = [] as string[] } = {},
): Promise<Answer> {
  const prefix = [...onHostWith(setup, user), ...through];
  const { status, stdout, stderr } = await runCli(["doctor", "--json", ...args], {
    ...{ ...forAll, prefix, as: user },
  });
  expect(stdout, stderr).not.toBe("");
  const diagnosis = JSON.parse(stdout) as Diagnosis;
  return { status, diagnosis, check: (name) => diagnosis.checks.find((check) => check.name === name) };
}

/** What a run says there. */
async function runOn(setup: string, { user = ROOT, args = [] as string[] } = {}): Promise<Ended> {
  using out = temporaryFolder();
  const prefix = onHostWith(setup, user);
  return await runCli(["run", ...args, "--out", join(out.path, "results")], { ...forAll, prefix, as: user });
}

const runs = ({ scenarios }: Diagnosis) =>
  scenarios.filter((scenario) => scenario.runs).map(({ name }) => name);

describe("the doctor on a host", () => {
  test("has its checks in the order of mending, and whatever is wrong has words of its own", async () => {
    const { diagnosis } = await doctorOn("");
    expect(diagnosis.checks.map(({ name }) => name)).toEqual(ORDER);
    for (const { status, found, detail, means } of diagnosis.checks) {
      expect(detail.startsWith(found)).toBe(true);
      expect(means === null).toBe(status === "ok");
    }
  });

  test("without /dev/kvm: nothing runs by default, and what mends it can be pasted", async () => {
    const { status, diagnosis, check } = await doctorOn(`${ORDINARY}; rm -f /dev/kvm`);
    expect(status).toBe(2);
    expect(check("/dev/kvm")).toMatchObject({
      status: "missing",
      found: "/dev/kvm is missing",
      mend: "modprobe kvm_intel || modprobe kvm_amd",
      means: expect.stringContaining("--accel tcg"),
    });
    expect(runs(diagnosis)).toEqual([]);
  });

  test("with a node that has no driver behind it", async () => {
    const { check } = await doctorOn("rm -f /dev/kvm; mknod -m 666 /dev/kvm c 10 4095");
    expect(check("/dev/kvm")).toMatchObject({ status: "missing", found: "/dev/kvm is missing" });
  });

  test("without /dev/vhost-net: only the scenarios with vhost do not run", async () => {
    // What opens stands in for KVM where this machine has none: the doctor starts no guest.
    const kvm = "[ -e /dev/kvm ] || mknod -m 666 /dev/kvm c 1 3";
    const { status, diagnosis, check } = await doctorOn(`${ORDINARY}; ${kvm}; rm -f /dev/vhost-net`);
    expect(check("/dev/vhost-net")).toMatchObject({ status: "limited", mend: "modprobe vhost_net" });
    expect(diagnosis.scenarios).toContainEqual({
      name: "new-tap-vhost",
      runs: false,
      reason: "/dev/vhost-net is missing",
    });
    expect(runs(diagnosis)).toContain("new-tap");
    expect(status).toBe(0);
  });

  test("as a user who may do nothing", async () => {
    const nodes = ["kvm c 10 232", "vhost-net c 10 238"].map(
      (node) => `[ -e /dev/${node.split(" ")[0]} ] || mknod /dev/${node}`,
    );
    const setup = [...nodes, "chmod 600 /dev/kvm /dev/vhost-net /dev/net/tun"].join("; ");
    const { status, check } = await doctorOn(setup, { user: NOBODY, args: ["--privilege", "root"] });
    expect(status).toBe(2);
    expect(check("root")).toMatchObject({
      status: "missing",
      found: expect.stringMatching(/^this is not root/),
      mend: null,
    });
    expect(check("/dev/net/tun")).toMatchObject({ status: "missing", mend: "sudo chmod 666 /dev/net/tun" });
    for (const device of ["kvm", "vhost-net"]) {
      const mend = check(`/dev/${device}`)?.mend ?? "";
      expect(mend).toContain(`KERNEL=="${device}", GROUP="kvm", MODE="0660"`);
      expect(mend).toContain('usermod -aG kvm "$USER"');
    }
  });

  test("says to join the group where the group may open the device", async () => {
    const setup = [
      // A group file of its own: not every machine has the group.
      "{ grep -v ^kvm: /etc/group; echo kvm:x:4242:; } >/dev/group; mount --bind /dev/group /etc/group",
      "[ -e /dev/kvm ] || mknod /dev/kvm c 10 232",
      "chgrp 4242 /dev/kvm; chmod 660 /dev/kvm",
    ].join("; ");
    const { check } = await doctorOn(setup, { user: NOBODY });
    expect(check("/dev/kvm")?.mend).toBe('sudo usermod -aG kvm "$USER"');
  });

  test("knows when it is not the password that is in sudo's way", async () => {
    const prefix = [...onHostWith("", NOBODY), "setpriv", "--no-new-privs"];
    const { stdout } = await runCli(["doctor", "--json", "--privilege", "root"], {
      ...{ ...forAll, prefix, as: NOBODY },
    });
    const [root] = (JSON.parse(stdout) as Diagnosis).checks;
    expect(root).toMatchObject({ name: "root", status: "missing", mend: null });
    expect(root?.detail).toMatch(/no new privileges.*allowPrivilegeEscalation/);
  });

  const shm = (size: string) => `mount -t tmpfs -o size=${size},mode=1777 shm /dev/shm`;

  test("with too small a /dev/shm: not at all, or how large a guest may be", async () => {
    const tiny = await doctorOn(shm("64M"));
    expect(tiny.check("/dev/shm")).toMatchObject({
      status: "missing",
      found: "/dev/shm is too small for the RAM of the guest: needed 1024 MiB, free 64 MiB",
    });
    expect(tiny.check("/dev/shm")?.mend).toMatch(/^mount -o remount,size=\d+M \/dev\/shm$/);
    expect(runs(tiny.diagnosis)).toEqual([]);
    const small = await doctorOn(shm("700M"));
    expect(small.check("/dev/shm")).toMatchObject({
      status: "missing",
      means: expect.stringContaining("--memory 700M does"),
    });
    const fitting = await doctorOn(shm("700M"), { args: ["--memory", "700M", "--accel", "tcg"] });
    expect(fitting.check("/dev/shm")).toMatchObject({ status: "ok" });
    expect(runs(fitting.diagnosis)).toContain("new-tap");
  });

  test("without a kernel and busybox for the guest: another guest serves", async () => {
    const empty = (folder: string) => `if [ -d ${folder} ]; then mount -t tmpfs none ${folder}; fi`;
    const { diagnosis, check } = await doctorOn(
      [empty("/boot"), empty("/lib/modules"), hiding("busybox")].join("; "),
    );
    expect(check("guest's kernel")).toMatchObject({
      status: "limited",
      means: expect.stringContaining("alpine-iso"),
    });
    expect(check("busybox")).toMatchObject({
      status: "limited",
      mend: "apt-get update && apt-get install -y busybox-static",
    });
    expect(diagnosis.guests.filter(({ possible }) => possible).map(({ name }) => name)).toEqual([
      "alpine-iso",
    ]);
  });

  test("without programs: one command installs them all", async () => {
    const { check } = await doctorOn(hiding("ping", "ip", "fping"));
    expect(check("programs")).toMatchObject({
      status: "missing",
      found: "not installed: ip, ping",
      mend: "apt-get update && apt-get install -y iproute2 iputils-ping",
    });
    expect(check("probe")).toMatchObject({
      status: "limited",
      mend: "apt-get update && apt-get install -y fping",
    });
  });

  test("without /dev/kvm, asked for tcg: that is no condition then", async () => {
    const { status, diagnosis, check } = await doctorOn(`${ORDINARY}; rm -f /dev/kvm`, {
      args: ["--accel", "tcg"],
    });
    expect(check("/dev/kvm")).toMatchObject({
      status: "limited",
      means: expect.stringMatching(/^only .*tcg/),
    });
    expect(diagnosis.accel).toBe("tcg");
    expect(runs(diagnosis)).toContain("new-tap");
    expect(status).toBe(0);
  });

  test("where sudo does not go: its own words, or what became of it when it has none", async () => {
    const cases = [
      ["exit 1", "sudo -n ended with status 1 and said nothing"],
      [
        "echo >&2 'sudo: unable to resolve host here: Name or service not known'; exit 1",
        "sudo -n ended with status 1 and said nothing",
      ],
      [
        "echo >&2 'sudo: interactive authentication is required'; exit 1",
        "sudo -n says: sudo: interactive authentication is required",
      ],
      ["echo >&2 'sudo: a (terminal) is required'; exit 1", "sudo -n says: sudo: a (terminal) is required"],
      ["kill -KILL $$", "sudo -n was ended by SIGKILL and said nothing"],
    ] as const;
    const asNobody = { user: NOBODY, args: ["--privilege", "root"] };
    for (const [script, why] of cases) {
      const { check } = await doctorOn(fake("sudo", script), asNobody);
      const found = `this is not root, and sudo does not go without a password (${why})`;
      expect(check("root")).toMatchObject({
        ...{ found, mend: null },
        besides: expect.stringContaining(`>/etc/sudoers.d/tap-migration-${NOBODY.uid}`),
      });
      const [first = ""] = (await runOn(fake("sudo", script), asNobody)).stderr.split("\n").slice(1);
      expect(first).toContain(found);
    }
  });

  test("where sudo does not go: nobody needs it, unless namespaces are refused, and then both ways are named", async () => {
    const noSudo = fake("sudo", "echo >&2 'sudo: a password is required'; exit 1");
    const without = await doctorOn(noSudo, { user: NOBODY, args: ["--accel", "tcg"] });
    expect(without.check("root")).toMatchObject({
      status: "ok",
      detail: expect.stringMatching(
        /^not needed: .* \(no root: sudo -n says: sudo: a password is required\)$/,
      ),
    });
    expect(without.check("network")).toMatchObject({ status: "ok" });
    expect(runs(without.diagnosis)).toContain("new-tap");
    const refused = `${noSudo}; ${fake("unshare", "echo >&2 'unshare: Operation not permitted'; exit 1")}`;
    const { status, check } = await doctorOn(refused, { user: NOBODY, args: ["--accel", "tcg"] });
    expect(status).toBe(2);
    expect(check("root")).toMatchObject({
      status: "missing",
      found: expect.stringMatching(
        /^this is not root, .*; and this host does not let .* namespaces.* \(unshare: Operation not permitted\)$/,
      ),
      besides: expect.stringMatching(/sudoers\.d.*; or .*seccomp/),
    });
  });

  test("that may not make a namespace", async () => {
    const { status, diagnosis, check } = await doctorOn("", {
      args: ["--accel", "tcg"],
      through: ["setpriv", "--bounding-set", "-sys_admin", "--inh-caps", "-sys_admin"],
    });
    expect(check("network")).toMatchObject({
      status: "missing",
      found: expect.stringMatching(/^no network namespace with a TAP can be made: .*not permitted/),
      besides: expect.stringContaining("--privileged"),
    });
    expect(runs(diagnosis)).toEqual([]);
    expect(status).toBe(2);
  });

  test("whose ip knows no batch, whose probe does not work, without a pseudo terminal, and with a cache that is a file", async () => {
    const tcg = ["--accel", "tcg"];
    const real = "real=$(mktemp); cp $(command -v ip) $real; chmod 755 $real";
    const noBatch = `case "$*" in *-batch*) echo broken >&2; exit 1;; *) exec $real "$@";; esac`;
    const ip = await doctorOn(`${real}; export real; ${fake("ip", noBatch)}`, { args: tcg });
    expect(ip.check("network")?.found).toMatch(/: the ip co-process ended: broken$/);
    const fping = await doctorOn(fake("fping", "echo no luck >&2; exit 4"), { args: tcg });
    expect(fping.check("probe")).toMatchObject({
      status: "missing",
      found: expect.stringContaining("no luck"),
    });
    expect(runs(fping.diagnosis)).toEqual([]);
    const terminal = await doctorOn("umount -l /dev/pts; rm -f /dev/ptmx", { args: tcg });
    expect(terminal.check("terminal")).toMatchObject({
      status: "missing",
      found: expect.stringMatching(/^no pseudo terminal can be opened/),
    });
    expect(runs(terminal.diagnosis)).toEqual([]);
    const cache = await doctorOn("", { args: [...tcg, "--cache", "/etc/passwd"] });
    expect(cache.check("cache folder")).toMatchObject({
      status: "limited",
      means: "no guest can be downloaded, and each run asks QEMU anew",
      detail: expect.stringContaining("Until then: no guest can be downloaded"),
    });
    const shm = await doctorOn("mount -t tmpfs -o ro,size=4G shm /dev/shm", { args: tcg });
    expect(shm.check("/dev/shm")).toMatchObject({
      status: "missing",
      found: expect.stringMatching(/cannot be used/),
    });
  });

  test("whose kernel is among its modules, which are packed: without the packer it is said", async () => {
    const kernel = [
      "kernel=$(ls -d /boot/vmlinuz-* /usr/lib/modules/*/vmlinuz 2>/dev/null | tail -n 1 || true); version=$(uname -r)",
      "mount -t tmpfs boot /mnt; cp $kernel /mnt/vmlinuz; mount -t tmpfs modules /lib/modules",
      "mkdir /lib/modules/$version; cp /mnt/vmlinuz /lib/modules/$version/; cd /lib/modules/$version",
      "touch modules.builtin virtio_net.ko.xz; echo kernel/virtio_pci.ko >modules.builtin; echo virtio_net.ko.xz: >modules.dep",
      "umount /mnt; mount -t tmpfs boot /boot; cd /",
      // A whiteout: the file is not there. An overlay, which may be where temporary folders are, takes none.
      "none=$(mktemp -d); mount -t tmpfs -o mode=755 none $none; mknod $none/xz c 0 0; mount -t overlay none -o lowerdir=$none:/usr/bin /usr/bin",
    ].join("; ");
    const args = ["--accel", "tcg", "--qemu", "/usr/bin/qemu-system-x86_64"];
    const { diagnosis, check } = await doctorOn(kernel, { args });
    expect(check("guest's kernel")).toMatchObject({
      status: "limited",
      found: expect.stringMatching(
        /virtio_net\.ko\.xz is packed, and the program xz to unpack it is missing$/,
      ),
      mend: expect.stringMatching(/install -y xz-utils$/),
    });
    expect(diagnosis.guests).toContainEqual(expect.objectContaining({ name: "micro", possible: false }));
  });

  test("with a QEMU that is none, or is not there", async () => {
    const none = await doctorOn("", { args: ["--qemu", "/nowhere/qemu"] });
    expect(none.check("QEMU")).toMatchObject({
      status: "missing",
      found: "there is no file /nowhere/qemu",
    });
    expect(none.diagnosis.qemu).toBeNull();
    const other = await doctorOn("", { args: ["--qemu", "/bin/true"] });
    expect(other.check("QEMU")).toMatchObject({ status: "missing" });
    expect(runs(other.diagnosis)).toEqual([]);
  });
});

test("the table says what was found, and what to do", async () => {
  const { status, stdout } = await runCli(["doctor", "--qemu", "/nowhere/qemu"]);
  expect(status).toBe(2);
  expect(stdout).toMatch(/there is no file \/nowhere\/qemu: name another/);
});

describe("a device", () => {
  test("that is not there is missing", () => {
    expect(deviceState("/nowhere/at/all")).toBe("missing");
  });

  test("that may not be opened whatever its mode says is forbidden", () => {
    // An immutable file answers with EPERM, as the device cgroup of a container does.
    using folder = temporaryFolder("/var/tmp");
    const path = join(folder.path, "device");
    writeFileSync(path, "");
    asRoot("chattr", "+i", path);
    try {
      expect(deviceState(path)).toBe("forbidden");
    } finally {
      asRoot("chattr", "-i", path);
    }
  });

  test("that a container may not open is the container's to mend", () => {
    expect(adviceFor("kvm", "forbidden")).toMatch(/this container may not open it.*--device \/dev\/kvm/);
    expect(adviceOn("kvm", "forbidden")?.mend).toBeNull();
    expect(adviceFor("kvm", "ok")).toBeNull();
  });
});

test("a build of Debian is neither fetched nor examined where nobody reports that", async () => {
  using cache = temporaryFolder();
  const settings = { qemu: "debian:trixie", qemuEnvironment: {}, cache: cache.path };
  const { checks, look } = await checkQemu(settings, null, new AbortController().signal);
  expect(checks).toMatchObject([
    { name: "QEMU", status: "missing", found: "debian:trixie is not fetched for this table" },
  ]);
  expect(look).toBeNull();
  expect(readdirSync(cache.path)).toEqual([]);
});
