/**
 * All that is ever run as root, and nothing else: each command is made here, from a fixed program and arguments that are checked
 * against what they must look like. docs/security.md has the list, with the reason for each.
 */
import { isAbsolute } from "node:path";
import { DEVICE_NAMES, type DeviceName, devicePath, rulePathOf } from "./devices.ts";
import type { PackageManager } from "./packages.ts";
import { type ToolName, tool } from "./tools.ts";

declare const checked: unique symbol;

/** A command line whose program and arguments have been checked. Only the functions of this file make one. */
export type RootCommand = readonly [program: string, ...args: string[]] & { readonly [checked]: true };

/** The name of a network namespace of ours. */
const NAMESPACE = /^tapmig-[0-9a-f]{10}-[a-z]{1,20}$/;
export const isNamespaceName = (name: string): boolean => NAMESPACE.test(name);

/** A word of a line for `ip -batch`: names, numbers, addresses. Nothing that begins like an option. */
const BATCH_LINE = /^[a-z0-9]\S*( [a-z0-9]\S*)*$/;
const BATCH_CHARACTERS = /^[a-z0-9 _.:/-]+$/;

/** What the probe's arguments are: an option, a number, an address. */
const PROBE_ARGUMENT = /^(-[A-Za-z]|\d{1,9}(\.\d{1,6})?|\d{1,3}(\.\d{1,3}){3})$/;

const SIGNALS = ["INT", "TERM", "KILL"] as const;
export type RootSignal = (typeof SIGNALS)[number];

function check(holds: boolean, what: string, value: unknown): void {
  if (!holds) throw new Error(`not to be run as root: ${what} ${JSON.stringify(value)}`);
}

const command = (program: ToolName, args: readonly string[]): RootCommand =>
  [tool(program), ...args] as unknown as RootCommand;

function ofNamespace(name: string): string {
  check(isNamespaceName(name), "the network namespace", name);
  return name;
}

export const addNamespace = (name: string) => command("ip", ["netns", "add", ofNamespace(name)]);
export const deleteNamespace = (name: string) => command("ip", ["netns", "delete", ofNamespace(name)]);
export const listPids = (name: string) => command("ip", ["netns", "pids", ofNamespace(name)]);
export const showStatistics = (name: string) =>
  command("ip", ["-netns", ofNamespace(name), "-s", "address", "show"]);

/** The co-process that makes TAPs, links and addresses; what is written to it goes through `checkBatchLine`. */
export const openBatch = (name: string) =>
  command("ip", ["-netns", ofNamespace(name), "-force", "-batch", "-"]);

/** Throws unless a line is one command of ip's, of the words that we have use for. */
export function checkBatchLine(line: string): void {
  check(BATCH_LINE.test(line) && BATCH_CHARACTERS.test(line), "the line for ip", line);
}

/** The probe, or one ping, in a namespace of ours. */
export function probeInside(name: string, program: "fping" | "ping", args: readonly string[]): RootCommand {
  for (const arg of args) check(PROBE_ARGUMENT.test(arg), `the argument of ${program}`, arg);
  return command("ip", ["netns", "exec", ofNamespace(name), tool(program), ...args]);
}

export interface Ids {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

/** For a user who is root of a user namespace only: the ids stay (the kernel refuses setgroups there), all capabilities go. */
const DROP_ALL = [
  "--bounding-set=-all",
  "--inh-caps=-all",
  "--ambient-caps=-all",
  "--no-new-privs",
  "--",
] as const;

function idsBack(ids: Ids): string[] {
  for (const id of [ids.uid, ids.gid, ...ids.groups]) check(Number.isInteger(id) && id >= 0, "the id", id);
  if (ids.uid === 0) return [];
  const groups = ids.groups.length > 0 ? ["--groups", ids.groups.join(",")] : ["--clear-groups"];
  const user = ["--reuid", `${ids.uid}`, "--regid", `${ids.gid}`];
  return [tool("setpriv"), ...user, ...groups, "--no-new-privs", "--"];
}

/**
 * A program that is not run as root, but in a namespace of ours, which only root can enter: back from root to the user who
 * started us, with all groups (kvm!) and a bare environment, and with no way back to root, not even through sudo.
 *
 * @param user "mapped" in a user namespace of ours, where the user keeps ids and groups
 */
export function userInside(
  name: string,
  user: Ids | "mapped",
  variables: Readonly<Record<string, string>>,
  program: readonly string[],
): RootCommand {
  const drop = user === "mapped" ? [tool("setpriv"), ...DROP_ALL] : idsBack(user);
  for (const variable of Object.keys(variables))
    check(/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable), "the variable", variable);
  check(isAbsolute(program[0] ?? ""), "the program", program[0]);
  return command("ip", [
    ...["netns", "exec", ofNamespace(name)],
    ...drop,
    ...[tool("env"), "-i", ...Object.entries(variables).map(([key, value]) => `${key}=${value}`)],
    ...program,
  ]);
}

/** Its $0 and $1 are a signal and a pid. The shell, since a small system has no program `kill`. */
const SEND_SIGNAL = 'kill -s "$0" -- "$1"';

/** A signal to a process that may be root's. */
export function signalProcess(pid: number, signal: RootSignal): RootCommand {
  check(Number.isInteger(pid) && pid > 1, "a signal to process", pid);
  check(SIGNALS.includes(signal), "the signal", signal);
  return command("sh", ["-c", SEND_SIGNAL, signal, `${pid}`]);
}

/** A kernel image that only root can read, as on Ubuntu: from where a system keeps them, links followed. */
export function readKernel(realPath: string): RootCommand {
  const kept =
    /^\/(boot|(usr\/)?lib\/modules)\/[^\0]+$/.test(realPath) && !/(^|\/)\.\.?(\/|$)/.test(realPath);
  check(kept, "the reading of", realPath);
  return command("cat", ["--", realPath]);
}

/** Whether root can be had at all. */
export const doNothing = () => command("true", []);

/** Without the dialogs of debconf, and in English: we repeat its messages. */
const byManager = ({ path }: PackageManager, args: readonly string[]) =>
  command("env", ["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", path, ...args]);

/** Refreshes the lists of packages; null: installing does that. */
export const refreshPackages = (manager: PackageManager): RootCommand | null =>
  manager.refresh === null ? null : byManager(manager, manager.refresh);

/** As Debian's policy, section 5.6.1, with upper case and underscores: other distributions have them. */
const PACKAGE = /^[A-Za-z0-9][A-Za-z0-9+._~-]*$/;
/** apt waits for another apt, as the one that runs after the boot of a machine, in place of failing. */
const APT_OPTIONS = ["-o", "DPkg::Lock::Timeout=120", "--no-install-recommends"];

/** Installs packages, for setup. */
export function installPackages(manager: PackageManager, names: readonly string[]): RootCommand {
  for (const name of names) check(PACKAGE.test(name), "the package", name);
  check(names.length > 0, "an installation of nothing", manager.name);
  const options = manager.name === "apt-get" ? APT_OPTIONS : [];
  return byManager(manager, [...manager.install, ...options, ...names]);
}

const KERNEL_MODULES = ["kvm_intel", "kvm_amd", "vhost_net", "tun"] as const;
export type KernelModule = (typeof KERNEL_MODULES)[number];

/** Loads a kernel module, for setup. */
export function loadModule(name: KernelModule): RootCommand {
  check(KERNEL_MODULES.includes(name), "the module", name);
  return command("modprobe", [name]);
}

function ofUser(uid: number): string {
  check(Number.isInteger(uid) && uid > 0, "access for the user", uid);
  return `${uid}`;
}

function ofDevice(device: DeviceName): DeviceName {
  check(DEVICE_NAMES.includes(device), "the device", device);
  return device;
}

const pathOf = (device: DeviceName) => devicePath(ofDevice(device));
const rulePath = (device: DeviceName) => rulePathOf(ofDevice(device));

/** Opens a device for one user, by an entry in its access control list; see acl(5). */
export const openDevice = (device: DeviceName, uid: number) =>
  command("setfacl", ["-m", `u:${ofUser(uid)}:rw`, pathOf(device)]);

/** Removes that entry. */
export const shutDevice = (device: DeviceName, uid: number) =>
  command("setfacl", ["-x", `u:${ofUser(uid)}`, pathOf(device)]);

/** Its $0 is the rule, and $1 the file. */
const WRITE_RULE = `umask 022 && printf '%s\\n' "$0" >"$1"`;

/** Writes a rule of udev that makes a user the owner of a device; see udev(7). */
export const writeRule = (device: DeviceName, uid: number) =>
  command("sh", ["-c", WRITE_RULE, `KERNEL=="${device}", OWNER="${ofUser(uid)}"`, rulePath(device)]);

export const removeRule = (device: DeviceName) => command("rm", ["-f", "--", rulePath(device)]);

/** Makes udev read its rules anew. */
export const reloadRules = () => command("udevadm", ["control", "--reload"]);

/** Makes udev apply its rules to a device. */
export const applyRules = (device: DeviceName) =>
  command("udevadm", ["trigger", "--settle", `--name-match=${pathOf(device)}`]);

/** Waits until udev has done all that it was told. */
export const settleUdev = () => command("udevadm", ["settle", "--timeout=60"]);

/** Gives a device back to root: udev leaves the owner as it is when no rule names one. */
export const giveBack = (device: DeviceName) => command("chown", ["0", pathOf(device)]);
