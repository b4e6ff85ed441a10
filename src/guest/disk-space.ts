/** Whether a folder's file system has room for a file, asked before it is written. */
import { statfs } from "node:fs/promises";
import { ConfigurationError } from "../base/errors.ts";

export const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** @throws ConfigurationError that says how much is needed and there. */
export async function checkRoom(folder: string, neededBytes: number, what: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < neededBytes) throw noRoom(folder, what, mib(neededBytes), bavail * bsize);
}

/** For a disk that turned out to be full although nobody said how much would come, or although there was room before. */
export async function roomRanOut(
  folder: string,
  what: string,
  writtenBytes: number,
): Promise<ConfigurationError> {
  const { bavail, bsize } = await statfs(folder);
  return noRoom(folder, what, `more than ${mib(writtenBytes)}`, bavail * bsize + writtenBytes);
}

const noRoom = (folder: string, what: string, needed: string, freeBytes: number) =>
  new ConfigurationError(
    `${folder} has no room for ${what}: needed ${needed}, free ${mib(freeBytes)}. Free some, or name another folder with cache (--cache FOLDER)`,
  );
