/** What to paste to install a package, on this host. */
import { readFileSync } from "node:fs";
import type { Advice } from "../base/errors.ts";
import { findInSystem } from "./system-folders.ts";

/** What a command that needs root begins with. */
export const sudoWord = (): string => (process.geteuid?.() === 0 ? "" : "sudo ");

/** How to install packages, as Debian and Ubuntu name them. A fresh system has no lists of them yet. */
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

/** A small kernel with virtio, and what unpacks its modules. */
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
