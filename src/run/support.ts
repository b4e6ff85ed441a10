/** What this host and these builds can do, scenario by scenario, found out before anything is started. */
import { accessSync, constants, existsSync } from "node:fs";
import { ConfigurationError } from "../errors.ts";
import { whyNoFdPassing } from "../qemu/dialect.ts";
import type { Accel, ScenarioName } from "../results/schema.ts";
import type { QemuBuild } from "./builds.ts";

export const passesFds = (scenario: ScenarioName): boolean => scenario.startsWith("tap-fd");
export const usesVhost = (scenario: ScenarioName): boolean => scenario.endsWith("-vhost");

export type DeviceState = "ok" | "missing" | "no access";

/** Whether a device node is there and opens for the user that QEMU will have: ours. */
export function deviceState(path: string): DeviceState {
  if (!existsSync(path)) return "missing";
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return "ok";
  } catch {
    return "no access";
  }
}

const udevRule = (kernel: string) =>
  `echo 'KERNEL=="${kernel}", GROUP="kvm", MODE="0660"' | sudo tee /etc/udev/rules.d/99-${kernel}.rules && sudo udevadm control --reload && sudo udevadm trigger --name-match=${kernel}`;

const JOIN_KVM = 'the user must be in the group kvm (sudo usermod -aG kvm "$USER", then log in anew)';

/** What to do about /dev/kvm; null when it opens. */
export function adviceForKvm(state: DeviceState = deviceState("/dev/kvm")): string | null {
  switch (state) {
    case "ok":
      return null;
    case "missing":
      return "/dev/kvm is missing: load the module (sudo modprobe kvm_intel, or kvm_amd), and switch on virtualisation in the firmware, or nested virtualisation when this is a virtual machine. To try out without KVM: --accel tcg";
    case "no access":
      return `/dev/kvm cannot be opened by this user: ${JOIN_KVM}, and the device must be the group's: ${udevRule("kvm")}`;
  }
}

/** What to do about /dev/vhost-net; null when it opens. */
export function adviceForVhost(state: DeviceState = deviceState("/dev/vhost-net")): string | null {
  switch (state) {
    case "ok":
      return null;
    case "missing":
      return "/dev/vhost-net is missing: sudo modprobe vhost_net";
    case "no access":
      return `/dev/vhost-net cannot be opened by this user: ${JOIN_KVM}, and the device must be the group's: ${udevRule("vhost-net")}`;
  }
}

/** What to do about /dev/net/tun; null when it opens. */
export function adviceForTun(state: DeviceState = deviceState("/dev/net/tun")): string | null {
  switch (state) {
    case "ok":
      return null;
    case "missing":
      return "/dev/net/tun is missing: sudo modprobe tun";
    case "no access":
      return "/dev/net/tun cannot be opened by this user: sudo chmod 666 /dev/net/tun";
  }
}

/** Throws a ConfigurationError when no scenario can run on this host with this accelerator. */
export function checkDevices(accel: Accel): void {
  const advice = [accel === "kvm" ? adviceForKvm() : null, adviceForTun()].filter((text) => text !== null);
  if (advice.length > 0) throw new ConfigurationError(advice.join("\n"));
}

/** Why a scenario can't be run on this host with these builds; null when it can. */
export function whyUnsupported(
  scenario: ScenarioName,
  from: Pick<QemuBuild, "dialect">,
  to: Pick<QemuBuild, "dialect">,
): string | null {
  const reasons = [
    passesFds(scenario) ? whyNoFdPassing(from.dialect, to.dialect) : null,
    usesVhost(scenario) ? adviceForVhost() : null,
  ].filter((text) => text !== null);
  return reasons.length === 0 ? null : reasons.join("; ");
}
