/** Programs of the host that we start, by absolute path, and their packages. */
import { HostError } from "../base/errors.ts";
import { installing } from "./packages.ts";
import { findInSystem } from "./system-folders.ts";

const PACKAGES = {
  ip: "iproute2",
  setpriv: "util-linux",
  unshare: "util-linux",
  nsenter: "util-linux",
  env: "coreutils",
  cat: "coreutils",
  true: "coreutils",
  mkfifo: "coreutils",
  fping: "fping",
  ping: "iputils-ping",
  sudo: "sudo",
  sh: "dash",
  modprobe: "kmod",
  setfacl: "acl",
  udevadm: "udev",
  chown: "coreutils",
  rm: "coreutils",
} as const;
export type ToolName = keyof typeof PACKAGES;

/** A run can do without these: as root, with a coarser probe, or on a host that needs no setup. */
const OPTIONAL: readonly ToolName[] = ["sudo", "fping", "modprobe", "setfacl", "udevadm", "chown", "rm"];

/** Missing programs that every run needs. */
export const missingTools = (): ToolName[] =>
  (Object.keys(PACKAGES) as ToolName[]).filter((name) => !OPTIONAL.includes(name) && findTool(name) === null);

/** Packages of these programs, each once. */
export const packagesOf = (names: readonly ToolName[]): string[] => [
  ...new Set(names.map((name) => PACKAGES[name])),
];

/** The absolute path of a program of the system, or null. */
export const findTool = (name: ToolName): string | null => findInSystem(name);

/** The absolute path of a program of the system. @throws HostError that says how to install it. */
export function tool(name: ToolName): string {
  const path = findTool(name);
  if (path === null) {
    throw new HostError({ found: `the program ${name} is missing`, ...installing(packagesOf([name])) });
  }
  return path;
}
