/** The host's programs and keys that fetch, verify and unpack packages of Debian. */
import { existsSync } from "node:fs";
import { ConfigurationError, HostError } from "../base/errors.ts";
import { runToEnd } from "../host/exec.ts";
import { faultsIn, installing } from "../host/packages.ts";
import { findInSystem } from "../host/system-folders.ts";

export interface DebianTools {
  readonly aptGet: string;
  readonly dpkgDeb: string;
  /** Debian's public keys. */
  readonly keyring: string;
}

/** The package debian-archive-keyring has the first name up to Debian 12, and both names since. */
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
    found: `builds of Debian cannot be fetched here. Missing: ${missing.map(([what]) => what).join(", ")}`,
    ...installing(
      missing.map(([, name]) => name),
      "or name a QEMU of this host with --qemu PATH",
    ),
  });
}

export interface CommandOptions {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** In addition to the variables of this process, which may name a proxy. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** A program that did not end with status 0. The message is its stderr, if it wrote any. */
export class CommandError extends ConfigurationError {}

/** A list of packages has some 20 kB. */
const MOST_OUTPUT_BYTES = 4 * 2 ** 20;

/**
 * Runs a program to its end, as this user and without input.
 * @returns its stdout
 * @throws CommandError when it fails, takes too long or cannot be started; the signal's reason when that aborts. It no longer runs then.
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  { deadlineMs, signal, variables = {} }: CommandOptions,
): Promise<string> {
  const { failure, stdout, stderr } = await runToEnd(program, args, {
    ...{ signal, timeoutMs: deadlineMs, maxOutputBytes: MOST_OUTPUT_BYTES },
    // Its messages are read here, and shown: they must be English.
    env: { ...ownVariables(), ...variables, LC_ALL: "C" },
  });
  signal.throwIfAborted();
  if (failure === null) return stdout.toString("utf8");
  throw new CommandError(faultsIn(stderr.toString("utf8")) || `${program} ${failure}`);
}

const ownVariables = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""]));
