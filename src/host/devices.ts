/** The devices that a run needs: whether they open for this user, which QEMU runs as, and how to fix it when they do not. */
import { closeSync, constants, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { release } from "node:os";
import { type Advice, sentenceOf } from "../base/errors.ts";
import { moduleFolder, sudoWord } from "./packages.ts";

export type DeviceState = "ok" | "missing" | "no access" | "forbidden";
export type DeviceName = "kvm" | "vhost-net" | "tun";

const DEVICES = {
  kvm: { path: "/dev/kvm", group: "kvm" },
  "vhost-net": { path: "/dev/vhost-net", group: "kvm" },
  // Its mode is 0666 by default. Capabilities and the owner of a TAP decide what a process may do with it.
  tun: { path: "/dev/net/tun", group: null },
} as const satisfies Record<DeviceName, { path: string; group: string | null }>;

export const DEVICE_NAMES = Object.keys(DEVICES) as DeviceName[];

export const devicePath = (device: DeviceName): string => DEVICES[device].path;

/**
 * Opens the device, since its mode is not enough: a container's device cgroup refuses with EPERM what the mode allows, and a node whose
 * module cannot be loaded has no device behind it.
 */
export function deviceState(path: string): DeviceState {
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
    return "ok";
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case "EACCES":
        return "no access";
      case "EPERM":
        return "forbidden";
      default:
        return "missing";
    }
  }
}

/** What to do about a device; null when it opens. */
export function adviceOn(device: DeviceName, state?: DeviceState): Advice | null {
  const { path } = DEVICES[device];
  switch (state ?? deviceState(path)) {
    case "ok":
      return null;
    case "missing":
      return { found: `${path} is missing`, ...load(device) };
    case "forbidden":
      return {
        found: `${path} is there, but this container may not open it`,
        mend: null,
        besides: `start the container with --device ${path}, or --privileged (Kubernetes: a privileged pod, or a device plugin)`,
      };
    case "no access":
      return { found: `${path} cannot be opened by this user`, ...letIn(device) };
  }
}

/** The same in one sentence, for a message. */
export function adviceFor(device: DeviceName, state?: DeviceState): string | null {
  const advice = adviceOn(device, state);
  return advice === null ? null : sentenceOf(advice);
}

const MODULES = { kvm: ["kvm_intel", "kvm_amd"], "vhost-net": ["vhost_net"], tun: ["tun"] } as const;
const KVM_BESIDES =
  "if that fails, switch on virtualisation in the firmware, or nested virtualisation when this is a virtual machine. To try out without KVM: --accel tcg";

/** modprobe needs the modules of the running kernel. A container does not have them: they are on its host. */
function load(device: DeviceName): Omit<Advice, "found"> {
  const command = MODULES[device].map((name) => `${sudoWord()}modprobe ${name}`).join(" || ");
  const besides = device === "kvm" ? KVM_BESIDES : null;
  if (moduleFolder(release()) !== null) return { mend: command, besides };
  const { path } = DEVICES[device];
  const outside = `the modules of the running kernel ${release()} are not here. In a container, on its host: ${command}; then start the container with --device ${path}`;
  return { mend: null, besides: [outside, besides].filter((text) => text !== null).join("; ") };
}

/** By membership where the group may open the device; else by a udev rule, which survives reboots and packages that reset the mode. */
function letIn(device: DeviceName): Omit<Advice, "found"> {
  const { path, group } = DEVICES[device];
  if (group === null) return { mend: `${sudoWord()}chmod 666 ${path}`, besides: null };
  const rule = `echo 'KERNEL=="${device}", GROUP="${group}", MODE="0660", OPTIONS+="static_node=${device}"' | sudo tee /etc/udev/rules.d/99-${device}.rules && sudo udevadm control --reload && sudo udevadm trigger --name-match=${device}`;
  const join = `sudo usermod -aG ${group} "$USER"`;
  const anew = `then log in anew (a runner: start its service anew). Until the next boot only, at once: sudo chmod o+rw ${path}`;
  return groupMayOpen(path, group)
    ? { mend: join, besides: anew }
    : { mend: `${rule} && ${join}`, besides: anew };
}

/** The command that shuts a device again for this user, after setup has opened it. */
export function shutCommandFor(device: DeviceName): string {
  const { path } = DEVICES[device];
  const rule = rulePathOf(device);
  return existsSync(rule)
    ? `${sudoWord()}rm ${rule} && ${sudoWord()}udevadm control --reload && ${sudoWord()}chown root ${path}`
    : `${sudoWord()}setfacl -x u:${process.getuid?.() ?? 0} ${path}`;
}

/** The file of a rule of udev that opens a device. */
export const rulePathOf = (device: DeviceName): string =>
  `/etc/udev/rules.d/99-tap-migration-${device}.rules`;

function groupMayOpen(path: string, group: string): boolean {
  try {
    const { gid, mode } = statSync(path);
    const entry = readFileSync("/etc/group", "utf8").match(new RegExp(`^${group}:[^:]*:(\\d+):`, "m"));
    return (mode & 0o060) === 0o060 && entry !== null && Number(entry[1]) === gid;
  } catch {
    return false;
  }
}
