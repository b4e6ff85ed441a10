/**
 * The programs of the host that we start, by absolute path. They are looked for in the system's folders
 * only, never along PATH: some of them run as root.
 */
import { accessSync, constants } from "node:fs";
import { ConfigurationError } from "../errors.ts";

export const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"];

const PACKAGES = {
  ip: "iproute2",
  setpriv: "util-linux",
  env: "coreutils",
  cat: "coreutils",
  true: "coreutils",
  kill: "procps",
  mkfifo: "coreutils",
  fping: "fping",
  ping: "iputils-ping",
  sudo: "sudo",
  sh: "dash",
} as const;
export type ToolName = keyof typeof PACKAGES;

/** The absolute path of a program of the system, or null. */
export function findTool(name: ToolName): string | null {
  for (const folder of SYSTEM_FOLDERS) {
    const path = `${folder}/${name}`;
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** The absolute path of a program of the system. Throws a ConfigurationError that names the package to install. */
export function tool(name: ToolName): string {
  const path = findTool(name);
  if (path === null) {
    throw new ConfigurationError(
      `the program ${name} is missing: install the package ${PACKAGES[name]} (Debian, Ubuntu: apt-get install ${PACKAGES[name]})`,
    );
  }
  return path;
}
