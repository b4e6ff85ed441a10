import { accessSync, constants, statSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { HostError } from "../errors.ts";
import { installing } from "../host/packages.ts";

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** The absolute path of a QEMU given as a path or as a name in PATH. @throws HostError when there is none. */
export function findQemu(given: string): string {
  const candidates = given.includes("/")
    ? [resolve(given)]
    : (process.env.PATH ?? "")
        .split(delimiter)
        .filter(Boolean)
        .map((folder) => resolve(folder, given));
  const found = candidates.find(isProgram);
  if (found === undefined) {
    throw new HostError({
      found: `there is no program ${given}${given.includes("/") ? "" : " in PATH"}`,
      ...installing(["qemu-system-x86"], "or name one: --qemu PATH"),
    });
  }
  return found;
}
