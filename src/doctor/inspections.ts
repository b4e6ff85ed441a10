/** What can be said of the host by looking at it, one check a thing. Nothing is started but `sudo -n true`. */
import { readFileSync } from "node:fs";
import { adviceOf } from "../base/errors.ts";
import { adviceOn, type DeviceName } from "../host/devices.ts";
import { installing } from "../host/packages.ts";
import { findPrivilege, type Privilege } from "../host/privilege.ts";
import { missingTools, packagesOf } from "../host/tools.ts";
import type { Accel } from "../results/schema.ts";
import { onlyOthersRun } from "../scenarios/table.ts";
import { type Check, fault, fine } from "./check.ts";

const NOTHING = "nothing runs";
const NOT_KVM =
  "nothing runs with KVM, the default; --accel tcg does, and shows whether migration works, not how long it takes";
const ONLY_TCG =
  "only what is run with --accel tcg, which shows whether migration works, not how long it takes";

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
    return { privilege: null, check: fault("root", "missing", adviceOf(error), NOTHING) };
  }
}

/** All programs that no run can do without, in one command. */
export function checkPrograms(): Check {
  const missing = missingTools();
  if (missing.length === 0) return fine("programs", "all that a run needs are installed");
  const found = `not installed: ${missing.join(", ")}`;
  return fault("programs", "missing", { found, ...installing(packagesOf(missing)) }, NOTHING);
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
  checkDevice("vhost-net", "/dev/vhost-net", "limited", {
    ok: "opens",
    means: onlyOthersRun(({ needs }) => needs.includes("vhost-net")),
  });

/** That it opens is all that can be told without a guest: nested virtualisation at times opens, and then guests hang. */
export function checkKvm(qemu: string, accel: Accel): Check {
  const opens =
    accel === "tcg"
      ? checkDevice("kvm", "/dev/kvm", "limited", { ok: "opens", means: ONLY_TCG })
      : checkDevice("kvm", "/dev/kvm", "missing", { ok: "opens", means: NOT_KVM });
  if (opens.status !== "ok") return opens;
  const trial = `node dist/cli.js run --qemu ${qemu} --scenarios new-tap --iterations 1`;
  if (!isVirtualMachine()) return fine("/dev/kvm", `opens; that guests run on it shows: ${trial}`);
  return fine(
    "/dev/kvm",
    `opens. This is a virtual machine itself, and on some of these guests hang all the same; to find out: ${trial}`,
  );
}

/** The flag by which a hypervisor makes itself known to its guests. */
function isVirtualMachine(): boolean {
  try {
    return /^flags\s*:.*\bhypervisor\b/m.test(readFileSync("/proc/cpuinfo", "utf8"));
  } catch {
    return false;
  }
}
