/** Commands that install packages on this host. */
import { readFileSync } from "node:fs";
import type { Advice } from "../base/errors.ts";
import { findInSystem } from "./system-folders.ts";

/** The first word of a command that needs root. */
export const sudoWord = (): string => (process.geteuid?.() === 0 ? "" : "sudo ");

/** How to install packages, by their Debian and Ubuntu names. With `apt-get update`: a fresh system has no package lists. */
export function installing(packages: readonly string[], otherwise?: string): Omit<Advice, "found"> {
  const names = packages.join(" ");
  if (findInSystem("apt-get") === null) {
    const besides = [`install what Debian calls ${names}`, ...(otherwise === undefined ? [] : [otherwise])];
    return { mend: null, besides: besides.join("; ") };
  }
  const sudo = sudoWord();
  return {
    mend: `${sudo}apt-get update && ${sudo}apt-get install -y ${names}`,
    besides: otherwise ?? null,
  };
}

/** Packages of a small kernel with virtio, and of the program that unpacks its modules. */
export function kernelPackages(): string[] {
  const [kernel, packer, packerPackage] = isUbuntu()
    ? ["linux-image-virtual", "zstd", "zstd"]
    : ["linux-image-cloud-amd64", "xz", "xz-utils"];
  return findInSystem(packer) === null ? [kernel, packerPackage] : [kernel];
}

function isUbuntu(): boolean {
  try {
    return /^ID="?ubuntu"?$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
