/** Checks whether a folder's file system has room for a file before it is written. */
import { statfs } from "node:fs/promises";
import { ConfigurationError } from "../base/errors.ts";

export const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** @throws ConfigurationError, with the sizes needed and free, when there is not enough room */
export async function checkRoom(folder: string, neededBytes: number, what: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < neededBytes) throw noRoom(folder, what, mib(neededBytes), bavail * bsize);
}

/** The error for a disk that became full during a download, because the size was unknown or the room was used up. */
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
    `${folder} has no room for ${what}: needed ${needed}, free ${mib(freeBytes)}. Free some space, or name another folder with cache (--cache FOLDER)`,
  );
