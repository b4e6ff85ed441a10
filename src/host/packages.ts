/** Packages of the programs that we need, and the host's package manager. */
import { existsSync, readFileSync } from "node:fs";
import type { Advice } from "../base/errors.ts";
import { findInSystem } from "./system-folders.ts";

/** The first word of a command that needs root. */
export const sudoWord = (): string => (process.geteuid?.() === 0 ? "" : "sudo ");

export const MANAGERS = ["apt-get", "dnf", "pacman", "zypper", "apk"] as const;
export type ManagerName = (typeof MANAGERS)[number];

export interface PackageManager {
  readonly name: ManagerName;
  readonly path: string;
  /** Words that refresh the lists of packages. Null: installing does that. */
  readonly refresh: readonly string[] | null;
  /** Words before the names of packages. None of them asks a question. */
  readonly install: readonly string[];
}

const WORDS: Readonly<Record<ManagerName, Pick<PackageManager, "refresh" | "install">>> = {
  "apt-get": { refresh: ["update"], install: ["install", "-y"] },
  dnf: { refresh: null, install: ["install", "-y"] },
  pacman: { refresh: null, install: ["-Sy", "--needed", "--noconfirm"] },
  zypper: { refresh: null, install: ["--non-interactive", "install"] },
  apk: { refresh: null, install: ["add", "--update-cache"] },
};

/** By the names of distributions in os-release(5). */
const OF_DISTRIBUTION: Readonly<Record<string, ManagerName>> = {
  ...{ debian: "apt-get", ubuntu: "apt-get", fedora: "dnf", rhel: "dnf", arch: "pacman" },
  ...{ opensuse: "zypper", suse: "zypper", alpine: "apk" },
};

/** The package manager of this host; null: none that we know. Others may be installed besides that of the distribution. */
export function findManager(): PackageManager | null {
  const own = distributions().flatMap((name) => OF_DISTRIBUTION[name] ?? []);
  for (const name of [...own, ...MANAGERS]) {
    const path = findInSystem(name);
    if (path !== null) return { name, path, ...WORDS[name] };
  }
  return null;
}

/** Names of packages that differ from those of Debian. Null: that distribution has none. */
const ELSEWHERE: Readonly<Record<string, Partial<Record<ManagerName, string | null>>>> = {
  iproute2: { dnf: "iproute" },
  "iputils-ping": { dnf: "iputils", pacman: "iputils", zypper: "iputils" },
  "qemu-system-x86": { zypper: "qemu-x86", apk: "qemu-system-x86_64" },
  "busybox-static": { dnf: "busybox", pacman: "busybox" },
  "linux-image-cloud-amd64": {
    dnf: "kernel-core",
    pacman: "linux",
    zypper: "kernel-default",
    apk: "linux-virt",
  },
  "xz-utils": { dnf: "xz", pacman: "xz", zypper: "xz", apk: "xz" },
  dash: { apk: "busybox" },
  udev: { dnf: "systemd-udev", pacman: "systemd", apk: "eudev" },
  apt: { zypper: null },
  "debian-archive-keyring": { dnf: "debian-keyring", zypper: null },
};

/** The names that a package manager has for packages of Debian, each once; those that it lacks are left out. */
export function namesFor(manager: ManagerName, packages: readonly string[]): string[] {
  const names = packages.map((name) => {
    const { [manager]: other = name } = ELSEWHERE[name] ?? {};
    return other;
  });
  return [...new Set(names.filter((name) => name !== null))];
}

/** How to install packages, by their Debian and Ubuntu names. With `apt-get update`: a fresh system has no package lists. */
export function installing(packages: readonly string[], otherwise?: string): Omit<Advice, "found"> {
  const manager = findManager();
  const names = manager === null ? [] : namesFor(manager.name, packages);
  if (manager === null || names.length < new Set(packages).size) {
    const besides = [
      `install what Debian calls ${packages.join(" ")}`,
      ...(otherwise === undefined ? [] : [otherwise]),
    ];
    return { mend: null, besides: besides.join("; "), packages };
  }
  const sudo = sudoWord();
  const { name, refresh, install } = manager;
  const words = [refresh, [...install, ...names]].filter((line) => line !== null);
  return {
    mend: words.map((line) => `${sudo}${name} ${line.join(" ")}`).join(" && "),
    besides: otherwise ?? null,
    packages,
  };
}

/** Packages of a small kernel with virtio, and of the program that unpacks its modules, by their Debian and Ubuntu names. */
export function kernelPackages(): string[] {
  const [kernel, packer, packerPackage] = isUbuntu()
    ? ["linux-image-virtual", "zstd", "zstd"]
    : ["linux-image-cloud-amd64", "xz", "xz-utils"];
  return findInSystem(packer) === null ? [kernel, packerPackage] : [kernel];
}

/** Also what is made from Ubuntu. */
export const isUbuntu = (): boolean => distributions().includes("ubuntu");

/** This distribution, and those that it is like, the closest first: ID and ID_LIKE in os-release(5). */
function distributions(): string[] {
  let text: string;
  try {
    text = readFileSync("/etc/os-release", "utf8");
  } catch {
    return [];
  }
  return ["ID", "ID_LIKE"].flatMap((name) => {
    const value = new RegExp(`^${name}=["']?([^"'\n]*)`, "m").exec(text)?.[1] ?? "";
    return value.split(" ").filter(Boolean);
  });
}

/** Folders with the modules of kernels. */
const MODULE_ROOTS = ["/lib/modules", "/usr/lib/modules"];

/** The folder with the modules of a kernel, by its release; null when they are not here, as in a container. */
export const moduleFolder = (release: string): string | null =>
  MODULE_ROOTS.map((root) => `${root}/${release}`).find((folder) => existsSync(folder)) ?? null;

const MOST_SHOWN = 600;

/** The errors and warnings of a package manager in one line, each once. If no line is marked as one, all lines. */
export function faultsIn(stderr: string): string {
  const lines = [...new Set(stderr.split("\n").map((line) => line.trim()))].filter(Boolean);
  const marked = lines.filter((line) =>
    /^(([EW]|Err|dpkg-deb: error|tar): ?|error: |Error: |ERROR: )/.test(line),
  );
  return (marked.length > 0 ? marked : lines)
    .map((line) => line.replace(/^([EW]|error|Error|ERROR): ?/, ""))
    .join(" ")
    .slice(0, MOST_SHOWN);
}
