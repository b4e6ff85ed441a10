/** The host's programs and keys that packages of Debian are fetched, verified and unpacked with. */
import { existsSync } from "node:fs";
import { execa } from "execa";
import { ConfigurationError, HostError } from "../base/errors.ts";
import { installing } from "../host/packages.ts";
import { findInSystem } from "../host/system-folders.ts";

export interface DebianTools {
  readonly aptGet: string;
  readonly dpkgDeb: string;
  /** Debian's public keys. */
  readonly keyring: string;
}

/** The package debian-archive-keyring has it under the first name up to Debian 12, and under both later. */
const KEYRINGS = ["debian-archive-keyring.gpg", "debian-archive-keyring.pgp"].map(
  (name) => `/usr/share/keyrings/${name}`,
);

/** @throws HostError with what is missing, and how to install it. */
export function findDebianTools(
  find: (name: string) => string | null = findInSystem,
  keyrings: readonly string[] = KEYRINGS,
): DebianTools {
  const aptGet = find("apt-get");
  const dpkgDeb = find("dpkg-deb");
  const keyring = keyrings.find((path) => existsSync(path)) ?? null;
  if (aptGet !== null && dpkgDeb !== null && keyring !== null) return { aptGet, dpkgDeb, keyring };
  const missing = [
    ...(aptGet === null ? [["the program apt-get", "apt"]] : []),
    ...(dpkgDeb === null ? [["the program dpkg-deb", "dpkg"]] : []),
    ...(keyring === null ? [[`Debian's keys (${keyrings[0]})`, "debian-archive-keyring"]] : []),
  ] as [what: string, name: string][];
  throw new HostError({
    found: `a QEMU of Debian cannot be fetched here, this is missing: ${missing.map(([what]) => what).join(", ")}`,
    ...installing(
      missing.map(([, name]) => name),
      "or name a QEMU of this host with --qemu PATH",
    ),
  });
}

export interface CommandOptions {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Beside this process' own: a proxy may be named there. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** A program that ended otherwise than with status 0. The message is what it said on stderr. */
export class CommandError extends ConfigurationError {}

/** What is kept of a program's output. A list of packages has some 20 kB. */
const MOST_CHARACTERS = 4 * 2 ** 20;

/**
 * What a program writes to stdout and stderr. It runs as this user and reads nothing.
 * @throws CommandError when it fails or takes too long; the signal's reason when that aborts. It does not run any more then.
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  { deadlineMs, signal, variables = {} }: CommandOptions,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const ended = await execa(program, args, {
    reject: false,
    stdin: "ignore",
    timeout: deadlineMs,
    cancelSignal: signal,
    maxBuffer: MOST_CHARACTERS,
    // Its words are read here, and shown.
    env: { ...variables, LC_ALL: "C" },
  });
  signal.throwIfAborted();
  const { stdout, stderr } = ended;
  if (!ended.failed) return { stdout, stderr };
  const why = ended.timedOut
    ? `${program} was not done after ${deadlineMs / 1000} s`
    : (ended.originalMessage ?? `${program} ended with status ${ended.exitCode}`);
  throw new CommandError(faultsIn(stderr) || why);
}

const MOST_SHOWN = 600;

/** The errors and warnings of apt and dpkg in one line, each once; all of it where nothing is marked as one. */
function faultsIn(stderr: string): string {
  const lines = [...new Set(stderr.split("\n").map((line) => line.trim()))].filter(Boolean);
  const marked = lines.filter((line) => /^([EW]|Err|dpkg-deb: error|tar): ?/.test(line));
  return (marked.length > 0 ? marked : lines)
    .map((line) => line.replace(/^[EW]: ?/, ""))
    .join(" ")
    .slice(0, MOST_SHOWN);
}
