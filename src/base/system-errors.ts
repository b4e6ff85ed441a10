/** The errors of system calls (errno(3)) as sentences for users. All of these texts are in this file. */

export interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
}

const user = () => `this user (uid ${process.geteuid?.() ?? "?"})`;

const MEANINGS: Readonly<Record<string, () => string>> = {
  EACCES: () => `${user()} has no permission for it`,
  EPERM: () => `${user()} is not allowed to do that`,
  EROFS: () => "its file system is mounted read-only",
  ENOSPC: () => "its file system is full",
  EDQUOT: () => "this user's disk quota is used up",
  EFBIG: () => "the file would be larger than is allowed here (ulimit -f)",
  EIO: () => "its disk reports an I/O error",
  ENOENT: () => "there is no such file or folder",
  ENOTDIR: () => "a part of the path is a file, not a folder",
  EISDIR: () => "it is a folder, not a file",
  EEXIST: () => "something else has this name already",
  ENOTEMPTY: () => "the folder is not empty",
  ELOOP: () => "its symbolic links lead in a circle",
  ENAMETOOLONG: () => "its name is too long for the file system",
  EBUSY: () => "something else uses it",
  ETXTBSY: () => "the program is still being written to",
  ENOEXEC: () => "it is not a program that this system can run",
  E2BIG: () => "its arguments and its environment are too long",
  ENODEV: () => "there is no device behind it",
  ENXIO: () => "there is no device behind it",
  ESTALE: () => "its network file system has lost it",
  EMFILE: () => "this process has too many files open (ulimit -n)",
  ENFILE: () => "this host has too many files open",
  ENOMEM: () => "this host has no memory left for it",
  EAGAIN: () => "this user has too many processes, or this host is out of resources",
};

export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  "syscall" in error &&
  typeof error.syscall === "string";

/**
 * Example: "its file system is full (ENOSPC, write)". Null for other errors, and for codes that do not
 * concern files.
 */
export function systemErrorText(error: unknown): string | null {
  if (!isSystemError(error)) return null;
  const { code, syscall, path } = error;
  const meaning = MEANINGS[code];
  if (meaning === undefined) return null;
  const call = path === undefined || syscall.includes(path) ? syscall : `${syscall} ${path}`;
  return `${meaning()} (${code}, ${call})`;
}
