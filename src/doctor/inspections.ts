/** Checks of the host by inspection, one per item. The only programs that they start are `sudo -n true`, and unshare for namespaces without root. */
import { readFileSync } from "node:fs";
import { adviceOf } from "../base/errors.ts";
import { adviceOn, type DeviceName } from "../host/devices.ts";
import { installing } from "../host/packages.ts";
import { findPrivilege, type Privilege, type WantedPrivilege } from "../host/privilege.ts";
import { missingTools, packagesOf } from "../host/tools.ts";
import type { Accel } from "../results/schema.ts";
import { onlyOthersRun } from "../scenarios/table.ts";
import { type Check, fault, fine } from "./check.ts";

const NOTHING = "nothing runs";
const NOT_KVM =
  "nothing runs with KVM, the default; --accel tcg runs and shows whether migration works, not how long it takes";
const ONLY_TCG =
  "only runs with --accel tcg are possible; they show whether migration works, not how long it takes";

/** How to become root, or why that is not possible. */
export async function checkPrivilege(
  wanted: WantedPrivilege,
  signal: AbortSignal,
): Promise<{ check: Check; privilege: Privilege | null }> {
  try {
    const privilege = await findPrivilege(wanted, signal);
    return { privilege, check: fine("root", privilegeText(privilege)) };
  } catch (error) {
    signal.throwIfAborted();
    return { privilege: null, check: fault("root", "missing", adviceOf(error), NOTHING) };
  }
}

/** What a run uses, in words. */
export function privilegeText({ kind, whyNotSudo }: Pick<Privilege, "kind" | "whyNotSudo">): string {
  if (kind === "root") return "this is root";
  if (kind === "sudo") return "sudo works without password";
  const why = whyNotSudo === null ? "" : ` (no root: ${whyNotSudo})`;
  return `not needed: this user can make user, network, mount and PID namespaces${why}`;
}

/** Checks all programs that every run needs; one command installs all missing ones. */
export function checkPrograms(): Check {
  const missing = missingTools();
  if (missing.length === 0) return fine("programs", "all programs for a run are installed");
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

/** Without a guest, only opening can be checked: with nested virtualisation, it may open although guests hang. */
export function checkKvm(qemu: string, accel: Accel): Check {
  const opens =
    accel === "tcg"
      ? checkDevice("kvm", "/dev/kvm", "limited", { ok: "opens", means: ONLY_TCG })
      : checkDevice("kvm", "/dev/kvm", "missing", { ok: "opens", means: NOT_KVM });
  if (opens.status !== "ok") return opens;
  const trial = `node dist/cli.js run --qemu ${qemu} --scenarios new-tap --iterations 1`;
  const found = isVirtualMachine()
    ? "opens. This host is a virtual machine, and on some of them guests hang nevertheless"
    : "opens";
  return fine("/dev/kvm", found, `to check that guests run: ${trial}`);
}

/** Looks for the CPU flag that hypervisors set for their guests. */
function isVirtualMachine(): boolean {
  try {
    return /^flags\s*:.*\bhypervisor\b/m.test(readFileSync("/proc/cpuinfo", "utf8"));
  } catch {
    return false;
  }
}
