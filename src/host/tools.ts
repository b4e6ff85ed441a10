/** The programs of the host that we start, by absolute path, and the packages that have them. */
import { HostError } from "../base/errors.ts";
import { installing } from "./packages.ts";
import { findInSystem } from "./system-folders.ts";

const PACKAGES = {
  ip: "iproute2",
  setpriv: "util-linux",
  env: "coreutils",
  cat: "coreutils",
  true: "coreutils",
  mkfifo: "coreutils",
  fping: "fping",
  ping: "iputils-ping",
  sudo: "sudo",
  sh: "dash",
} as const;
export type ToolName = keyof typeof PACKAGES;

/** Without these a run goes on in another way: as root, or with a coarser probe. */
const OPTIONAL: readonly ToolName[] = ["sudo", "fping"];

/** Those that no run can do without and that are not here. */
export const missingTools = (): ToolName[] =>
  (Object.keys(PACKAGES) as ToolName[]).filter((name) => !OPTIONAL.includes(name) && findTool(name) === null);

/** The packages with these programs, each once. */
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
