/** What the doctor looks at on the host, one check a thing. Nothing is started but `sudo -n true`. */
import { readFileSync, statfsSync } from "node:fs";
import { messageOf } from "../errors.ts";
import { findPrivilege, type Privilege } from "../host/privilege.ts";
import { RAM_FOLDER } from "../host/ram.ts";
import { findTool } from "../host/tools.ts";
import { type Check, fault, fine } from "./check.ts";
import { type Advice, adviceOn, type DeviceName } from "./devices.ts";

const MIB = 2 ** 20;
/** What `memory` is unless said otherwise, and what it can be at least. */
const GUEST_MIB = 1024;
const LEAST_GUEST_MIB = 128;
/** Two QEMUs have one guest between them at times, and each needs some 150 MiB of its own. */
const QEMU_MIB = 300;

const NOTHING = "nothing runs";
const VHOST_SCENARIOS = "tap-fd-vhost and new-tap-vhost are unsupported; the others run";

/** How we become root, or what stands in the way. */
export async function checkPrivilege(
  signal: AbortSignal,
): Promise<{ check: Check; privilege: Privilege | null }> {
  try {
    const privilege = await findPrivilege(signal);
    return {
      privilege,
      check: fine("root", privilege.isRoot ? "this is root" : "sudo works without password"),
    };
  } catch (error) {
    signal.throwIfAborted();
    return { privilege: null, check: fault("root", "missing", adviceOnRoot(messageOf(error)), NOTHING) };
  }
}

function adviceOnRoot(words: string): Advice {
  const noNewPrivileges = /^NoNewPrivs:\s+1$/m.test(readFileSync("/proc/self/status", "utf8"));
  if (noNewPrivileges) {
    return {
      found: 'sudo can\'t make us root: this process has "no new privileges"',
      mend: null,
      besides:
        "start the runner without it (container: no --security-opt no-new-privileges; Kubernetes: allowPrivilegeEscalation: true; systemd: NoNewPrivileges=no), or run as root",
    };
  }
  if (findTool("sudo") === null) {
    return { found: "this is not root, and there is no sudo", mend: null, besides: "run it as root" };
  }
  return {
    found: `this is not root, and sudo does not go without a password (${/sudo -n says: ([^)]*)/.exec(words)?.[1]?.trim() ?? words})`,
    mend: 'echo "$USER ALL=(ALL) NOPASSWD:ALL" | sudo tee "/etc/sudoers.d/$USER"',
    besides: null,
  };
}

/** By package, as Debian and Ubuntu name them. */
const PROGRAMS = {
  ip: "iproute2",
  setpriv: "util-linux",
  env: "coreutils",
  sh: "dash",
  kill: "procps",
  ping: "iputils-ping",
} as const;

/** All programs that no run can do without, in one command. */
export function checkPrograms(): Check {
  const names = Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[];
  const missing = names.filter((name) => findTool(name) === null);
  if (missing.length === 0) return fine("programs", names.join(", "));
  const packages = [...new Set(missing.map((name) => PROGRAMS[name]))].join(" ");
  return fault(
    "programs",
    "missing",
    {
      found: `not installed: ${missing.join(", ")}`,
      mend: `sudo apt-get install ${packages}`,
      besides: null,
    },
    NOTHING,
  );
}

/** What measures. Without fping a coarser one does. */
export function checkProbe(): Check {
  if (findTool("fping") !== null) return fine("probe", "fping");
  return fault(
    "probe",
    "limited",
    { found: "fping is not installed", mend: "sudo apt-get install fping", besides: null },
    "ping serves, which sees no outage below 20 ms",
  );
}

function checkDevice(
  device: DeviceName,
  name: string,
  status: "limited" | "missing",
  words: { readonly ok: string; readonly means: string },
): Check {
  const advice = adviceOn(device);
  return advice === null ? fine(name, words.ok) : fault(name, status, advice, words.means);
}

export const checkTun = (): Check =>
  checkDevice("tun", "/dev/net/tun", "missing", { ok: "opens", means: NOTHING });

export const checkVhost = (): Check =>
  checkDevice("vhost-net", "/dev/vhost-net", "limited", { ok: "opens", means: VHOST_SCENARIOS });

/** That it opens is all that can be told without a guest: nested virtualisation at times opens, and then guests hang. */
export function checkKvm(qemu: string): Check {
  const opens = checkDevice("kvm", "/dev/kvm", "missing", {
    ok: "opens",
    means:
      "nothing runs with KVM, the default; --accel tcg does, and shows whether migration works, not how long it takes",
  });
  if (opens.status !== "ok") return opens;
  const trial = `node dist/cli.js run --qemu ${qemu} --scenarios new-tap --iterations 1`;
  if (!isVirtualMachine()) return fine("/dev/kvm", `opens; that guests run on it shows: ${trial}`);
  return fine(
    "/dev/kvm",
    `opens. This is a virtual machine itself, and on some of these guests hang all the same; to find out: ${trial}`,
  );
}

/** The flag by which a hypervisor makes itself known to its guests. */
const isVirtualMachine = (): boolean => /^flags\s*:.*\bhypervisor\b/m.test(readOr("", "/proc/cpuinfo"));

/** The guest's RAM is a file there. */
export function checkShm(): Check {
  let freeMib: number;
  try {
    const { bavail, bsize } = statfsSync(RAM_FOLDER);
    freeMib = Math.floor((bavail * bsize) / MIB);
  } catch (error) {
    const advice = {
      found: `${RAM_FOLDER}: ${messageOf(error)}`,
      mend: null,
      besides: "mount a tmpfs there",
    };
    return fault(RAM_FOLDER, "missing", advice, NOTHING);
  }
  return room(RAM_FOLDER, freeMib, GUEST_MIB, {
    mend: `sudo mount -o remount,size=${4 * GUEST_MIB}M ${RAM_FOLDER}`,
    besides: "in a container: --shm-size 4g (Kubernetes: an emptyDir of medium Memory at /dev/shm)",
  });
}

/** What the host has, or what the container may use of it. */
export function checkMemory(): Check {
  const available = /^MemAvailable:\s+(\d+) kB$/m.exec(readOr("", "/proc/meminfo"))?.[1];
  const most = Number(readOr("max", "/sys/fs/cgroup/memory.max"));
  const used = Number(readOr("0", "/sys/fs/cgroup/memory.current"));
  const ofHost = available === undefined ? Number.POSITIVE_INFINITY : Number(available) * 1024;
  const ofGroup = Number.isFinite(most) ? most - used : Number.POSITIVE_INFINITY;
  const bytes = Math.min(ofHost, ofGroup);
  if (!Number.isFinite(bytes)) return fine("memory", "how much is free is not known");
  return room("memory", Math.floor(bytes / MIB), GUEST_MIB + QEMU_MIB, {
    mend: null,
    besides: ofGroup < ofHost ? "give this container more memory" : "free some",
  });
}

function room(name: string, freeMib: number, neededMib: number, advice: Omit<Advice, "found">): Check {
  const found = `${freeMib} MiB free`;
  if (freeMib >= 2 * neededMib) return fine(name, found);
  if (freeMib >= neededMib)
    return fine(name, `${found}: enough for one guest of ${GUEST_MIB} MiB, not for an A/B`);
  const fits = freeMib - (neededMib - GUEST_MIB);
  if (fits < LEAST_GUEST_MIB) return fault(name, "missing", { found, ...advice }, NOTHING);
  return fault(name, "limited", { found, ...advice }, `a guest must be smaller: --memory ${fits}M at most`);
}

function readOr(otherwise: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}
