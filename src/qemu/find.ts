import { accessSync, constants, type Stats, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { UnusableQemuError } from "../base/errors.ts";
import { installing } from "../host/packages.ts";

/** The name that packages of distributions give it. */
const DEFAULT_NAME = "qemu-system-x86_64";
const ANOTHER = "name another with --qemu PATH";

/** Why a path cannot be started as a program; null when it can. */
function whyNoProgram(path: string): string | null {
  let facts: Stats;
  try {
    facts = statSync(path);
  } catch {
    return `there is no file ${path}`;
  }
  if (facts.isDirectory()) {
    return `${path} is a folder: name the program in it, such as ${join(path, "qemu-system-x86_64")}`;
  }
  if (!facts.isFile()) return `${path} is not a file`;
  try {
    accessSync(path, constants.X_OK);
    return null;
  } catch {
    return `${path} may not be executed by this user: chmod +x ${path} (or its file system is mounted with noexec)`;
  }
}

/**
 * The absolute path of a QEMU given as a path or as a name in PATH. @throws UnusableQemuError, with the reason, when
 * not found
 */
export function findQemu(given: string): string {
  if (given.includes("/")) {
    const path = resolve(given);
    const why = whyNoProgram(path);
    if (why !== null) throw new UnusableQemuError({ found: why, mend: null, besides: ANOTHER });
    return path;
  }
  const there = (process.env.PATH ?? "")
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => resolve(folder, given))
    .find((path) => whyNoProgram(path) === null);
  if (there === undefined) {
    const found = `there is no program ${given} in PATH`;
    const advice =
      given === DEFAULT_NAME
        ? installing(["qemu-system-x86"], `or ${ANOTHER}`)
        : { mend: null, besides: ANOTHER };
    throw new UnusableQemuError({ found, ...advice });
  }
  return there;
}
