/** Writes the files that are made for a guest to boot from. */
import { writeFileSync } from "node:fs";
import type { OwnFolder } from "../host/private-folder.ts";

/**
 * Returns the path of the new file, which only its owner can read.
 *
 * @throws the system's error, also when the file exists already
 */
export function writeMade(folder: OwnFolder, name: string, bytes: Uint8Array): string {
  const path = folder.at(`guest-${name}`);
  writeFileSync(path, bytes, { flag: "wx", mode: 0o600 });
  return path;
}
