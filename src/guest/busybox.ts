/** The host's busybox: all programs of the guests that we make. It must be static, since the guest has no libraries. */
import { readFile } from "node:fs/promises";
import { ConfigurationError, HostError } from "../base/errors.ts";
import { outputOf } from "../host/exec.ts";
import { installing } from "../host/packages.ts";
import { NEEDED_APPLETS } from "./init.ts";

export interface Busybox {
  readonly path: string;
  readonly bytes: Buffer;
}

const PLACES = [
  "/bin/busybox",
  "/usr/bin/busybox",
  "/sbin/busybox",
  "/usr/sbin/busybox",
  "/bin/busybox.static",
  "/usr/bin/busybox-static",
];

/** @throws HostError that says how to install it. */
export async function findBusybox(places: readonly string[] = PLACES): Promise<Busybox> {
  const unfit: string[] = [];
  for (const path of places) {
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) continue;
    const fault = faultOf(bytes);
    if (fault === null) return { path, bytes };
    unfit.push(`${path} ${fault}`);
  }
  const why = unfit.length === 0 ? "none is installed" : unfit.join(", ");
  throw new HostError({
    found: `the guest needs a statically linked busybox for x86-64, and ${why}`,
    ...installing(["busybox-static"]),
  });
}

/** The programs that this busybox was built with: `busybox --list`. @throws StepError; the signal's reason. */
export async function appletsOf(busybox: Busybox, signal?: AbortSignal): Promise<Set<string>> {
  const listed = await outputOf(busybox.path, ["--list"], { ...(signal && { signal }) });
  return new Set(
    listed
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "" && line !== "busybox"),
  );
}

/** @throws ConfigurationError when it was built without a program that our guests need. */
export function requireApplets({ path }: Busybox, applets: ReadonlySet<string>): void {
  const missing = NEEDED_APPLETS.filter((name) => !applets.has(name));
  if (missing.length > 0) {
    throw new ConfigurationError(
      `${path} was built without ${missing.join(", ")}, which the guest needs: install the distribution's own busybox-static`,
    );
  }
}

const EM_X86_64 = 62;
/** Names the dynamic linker; a static program has none (elf(5)). */
const PT_INTERP = 3;

/** Why this program would not run in the guest, or null. */
function faultOf(program: Buffer): string | null {
  const isElf64 = program.length >= 64 && program.toString("latin1", 0, 5) === "\x7fELF\x02";
  if (!isElf64 || program.readUInt16LE(18) !== EM_X86_64) return "is not for x86-64";
  const tableOffset = Number(program.readBigUInt64LE(32));
  const entryBytes = program.readUInt16LE(54);
  const entries = program.readUInt16LE(56);
  if (tableOffset + entries * entryBytes > program.length) return "is damaged";
  for (let index = 0; index < entries; index++) {
    if (program.readUInt32LE(tableOffset + index * entryBytes) === PT_INTERP)
      return "is not statically linked";
  }
  return null;
}
