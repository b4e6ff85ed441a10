/** Folders with the system's programs. PATH is not searched: some of the programs run as root. */
import { accessSync, constants } from "node:fs";

export const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** The absolute path of a program of the system, or null. */
export function findInSystem(name: string): string | null {
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
