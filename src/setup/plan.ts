/** What setup would do on this host, step by step. Making a plan changes nothing. */
import { existsSync, readFileSync } from "node:fs";
import { release } from "node:os";
import { join } from "node:path";
import { type DeviceName, devicePath, deviceState } from "../host/devices.ts";
import { findManager, isUbuntu, moduleFolder, namesFor, type PackageManager } from "../host/packages.ts";
import type { Privilege } from "../host/privilege.ts";
import {
  applyRules,
  installPackages,
  type KernelModule,
  loadModule,
  openDevice,
  type RootCommand,
  refreshPackages,
  reloadRules,
  writeRule,
} from "../host/root-command.ts";
import { findTool } from "../host/tools.ts";
import { scenarioRow } from "../scenarios/table.ts";
import { lacksOf, type SetupNeeds } from "./lacking.ts";

export interface Step {
  /** In words, as in "install fping". */
  readonly what: string;
  /** The same once it is done: "installed fping". */
  readonly did: string;
  /** Run in turn, until one fails. Made late: a program that they need may come with an earlier step. */
  readonly commands: () => readonly RootCommand[];
  /** How it looks before its programs are installed: without paths. */
  readonly shown: readonly string[];
  /** Whether it is not needed, as may turn out after earlier steps. */
  readonly isDone: () => boolean;
  readonly kind: "packages" | "module" | "access";
  /** The device that it is for. */
  readonly device: DeviceName | null;
  /** For a file system without access control lists. */
  readonly otherwise: (() => readonly RootCommand[]) | null;
}

/** The devices that a run needs; the first ones in the list first. */
export function devicesFor({ accel, scenarios }: SetupNeeds): DeviceName[] {
  const wanted = new Set<DeviceName>(["tun", ...(accel === "kvm" ? (["kvm"] as const) : [])]);
  for (const name of scenarios) for (const device of scenarioRow(name).needs) wanted.add(device);
  return [...wanted];
}

/**
 * The steps in the order in which they must be done: packages first, since their scripts set the modes of devices anew.
 *
 * @param privilege who reads a kernel that only root may read; null: nobody
 */
export async function planSetup(
  needs: SetupNeeds,
  privilege: Privilege | null,
  signal: AbortSignal,
): Promise<Step[]> {
  const uid = process.getuid?.() ?? 0;
  const devices = devicesFor(needs).map((device) => ({ device, state: deviceState(devicePath(device)) }));
  const missing = devices
    .filter(({ device, state }) => state === "missing" || (state === "no access" && !hasDriver(device)))
    .map(({ device }) => device);
  // A device that is missing may not open for this user once it is there.
  const shut = devices.filter(({ state }) => state === "missing" || state === "no access");
  const loading = missing.flatMap((device) => moduleOf(device) ?? []);
  const toOpen =
    uid === 0 ? [] : shut.filter(({ device, state }) => state !== "missing" || moduleOf(device) !== null);
  const lacks = await lacksOf(needs, privilege, signal);
  const packages = [
    ...lacks.flatMap(({ advice }) => advice.packages),
    ...(loading.length > 0 && findTool("modprobe") === null ? ["kmod"] : []),
    ...(toOpen.length > 0 && findTool("setfacl") === null ? ["acl"] : []),
  ];
  const manager = findManager();
  return [
    ...(manager === null ? [] : packageSteps(manager, packages, missing)),
    ...missing.flatMap(loadingSteps),
    ...toOpen.map(({ device }) => accessStep(device, uid)),
  ];
}

const never = () => false;

function packageSteps(
  manager: PackageManager,
  lacking: readonly string[],
  devices: readonly DeviceName[],
): Step[] {
  const names = namesFor(manager.name, lacking);
  const withoutModule = devices.find((device) => {
    const module = moduleOf(device);
    return module !== null && !isModuleHere(module);
  });
  const extra = withoutModule !== undefined && manager.name === "apt-get" && isUbuntu();
  const refresh = refreshPackages(manager);
  const first = refresh === null ? [] : [refresh];
  const step = (
    wanted: readonly string[],
    before: readonly RootCommand[],
    device: DeviceName | null,
  ): Step => {
    const commands = [...before, installPackages(manager, wanted)];
    const packages = `${wanted.join(", ")} (${manager.name})`;
    return {
      ...{ what: `install ${packages}`, did: `installed ${packages}`, kind: "packages", device },
      ...{ commands: () => commands, shown: commands.map(shownCommand), isDone: never, otherwise: null },
    };
  };
  return [
    ...(names.length > 0 ? [step(names, first, null)] : []),
    // Apart from the others: not every kernel has such a package.
    ...(extra
      ? [step([`linux-modules-extra-${release()}`], names.length > 0 ? [] : first, withoutModule)]
      : []),
  ];
}

/** Whether no step can open a device: it has no module here, or its container withholds it. */
export function isBeyondSetup(device: DeviceName): boolean {
  const state = deviceState(devicePath(device));
  return state === "forbidden" || (state === "missing" && moduleOf(device) === null);
}

/** The module behind a device; null when it cannot be loaded here, as in a container or without virtualisation. */
function moduleOf(device: DeviceName): KernelModule | null {
  if (moduleFolder(release()) === null) return null;
  switch (device) {
    case "tun":
      return "tun";
    case "vhost-net":
      return "vhost_net";
    case "kvm":
      return kvmModule();
  }
}

function kvmModule(): KernelModule | null {
  const flags = /^flags\s*:(.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1]?.split(" ") ?? [];
  if (flags.includes("vmx")) return "kvm_intel";
  return flags.includes("svm") ? "kvm_amd" : null;
}

function isModuleHere(name: KernelModule): boolean {
  const folder = moduleFolder(release());
  // Its file may have a hyphen: kvm-intel.ko.
  const file = new RegExp(`/${name.replaceAll("_", "[-_]")}\\.ko`);
  return ["modules.dep", "modules.builtin"].some((list) => {
    try {
      return file.test(readFileSync(join(folder ?? "/nowhere", list), "utf8"));
    } catch {
      return false;
    }
  });
}

/**
 * A node can be there before its driver: systemd makes some at boot (`static_node` in udev(7)). Its driver is loaded before we open the
 * node, since udev then sets the mode anew.
 */
const hasDriver = (device: DeviceName) => existsSync(`/sys/class/misc/${device}`);

function loadingSteps(device: DeviceName): Step[] {
  const name = moduleOf(device);
  if (name === null) return [];
  return [
    {
      ...{
        what: `load ${name}`,
        did: `loaded ${name}`,
        kind: "module",
        device,
        otherwise: null,
        shown: [`modprobe ${name}`],
      },
      commands: () => [loadModule(name)],
      isDone: () => hasDriver(device) && deviceState(devicePath(device)) !== "missing",
    },
  ];
}

function accessStep(device: DeviceName, uid: number): Step {
  const path = devicePath(device);
  return {
    ...{ what: `open ${path}`, did: `opened ${path} for this user alone`, kind: "access", device },
    commands: () => [openDevice(device, uid)],
    shown: [`setfacl -m u:${uid}:rw ${path}`],
    isDone: () => deviceState(path) === "ok",
    otherwise: () => [writeRule(device, uid), reloadRules(), applyRules(device)],
  };
}

/** A command as a person would type it: without paths and variables. */
export const shownCommand = (words: RootCommand): string =>
  words
    .map((word) => word.replace(/^(\/usr)?\/s?bin\//, ""))
    .join(" ")
    .replace(/^env ([A-Z_]+=\S+ )+/, "");
