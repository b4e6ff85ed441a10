/**
 * One look at a QEMU binary: started without a machine and asked what it is and what it knows. Nothing is concluded from its
 * version, which says little about a build made from a patch series.
 */
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { readWhole, writeFresh } from "../host/files.ts";
import { whyNotPrivate } from "../host/private-folder.ts";
import { type Answers, type AskOptions, answers, ask } from "./ask.ts";
import { type QmpSchema, readQmpSchema } from "./schema.ts";

export interface QemuLook {
  readonly path: string;
  /** As QEMU says it, with the package: "7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)". */
  readonly version: string;
  readonly schema: QmpSchema;
  /** Machine types by all their names, aliases ("q35") with what they stand for. */
  readonly machines: ReadonlyMap<string, string>;
  /** Properties of the device virtio-net-pci. */
  readonly nicProperties: ReadonlySet<string>;
  /** Whether the build has trace points for the downtime of each device. */
  readonly hasDowntimeTraces: boolean;
  /** How long the look took: a measure of how slow this host is, ms. */
  readonly tookMs: number;
}

export interface LookOptions extends AskOptions {
  /** Where looks are kept, by path, size and time of change of the binary; null: a fresh look. */
  readonly cacheFolder: string | null;
}

/**
 * Starts the binary and asks it, or remembers what it said.
 * @throws UnusableQemuError when it can't be started or is no QEMU with virtio-net-pci.
 */
export async function lookAtQemu(path: string, options: LookOptions): Promise<QemuLook> {
  const kept = options.cacheFolder === null ? null : keptLook(path, options.cacheFolder, options.variables);
  const remembered = kept?.read() ?? null;
  if (remembered !== null) return describe(path, remembered);
  const fresh = await ask(path, options);
  kept?.write(fresh);
  return describe(path, fresh);
}

function describe(path: string, { version, schema, machines, nic, ...rest }: Answers): QemuLook {
  const { major, minor, micro } = version.qemu;
  const distribution = version.package.trim().replace(/^\((.*)\)$/, "$1");
  return {
    path,
    version: `${major}.${minor}.${micro}${distribution && ` (${distribution})`}`,
    schema: readQmpSchema(schema),
    machines: new Map(
      machines.flatMap(({ name, alias }) => [
        [name, name],
        ...(alias === undefined ? [] : [[alias, name] as const]),
      ]),
    ),
    nicProperties: new Set(nic.map(({ name }) => name)),
    ...rest,
  };
}

/**
 * The file of a binary's look, in a folder that nobody else can write into: it is believed. A script is no binary: what it starts may
 * change while it stays as it is, so that nothing is kept of it.
 */
function keptLook(
  path: string,
  cacheFolder: string,
  variables: Readonly<Record<string, string>>,
): { read(): Answers | null; write(look: Answers): void } | null {
  const real = realpathSync(path);
  if (readHead(real) !== "\u007fELF") return null;
  const { size, mtimeMs } = statSync(real);
  const digest = createHash("sha256")
    .update(JSON.stringify([LOOK_VERSION, real, size, mtimeMs, variables]))
    .digest("hex");
  const folder = join(cacheFolder, "looks");
  const file = join(folder, `${digest.slice(0, 32)}.json`);
  return {
    read() {
      try {
        if (whyNotPrivate(folder) !== null) return null;
        return answers.parse(JSON.parse(readWhole(file, MOST_LOOK_BYTES).toString("utf8")));
      } catch {
        return null;
      }
    },
    write(look) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFresh(file, JSON.stringify(look), 0o600);
      } catch {
        // The next run has to ask again.
      }
    },
  };
}

/** Another number whenever what is asked changes. */
const LOOK_VERSION = 2;

/** A schema has some 200 kB. */
const MOST_LOOK_BYTES = 8 * 2 ** 20;

function readHead(path: string): string {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(4);
    readSync(file, head, 0, 4, 0);
    return head.toString("latin1");
  } finally {
    closeSync(file);
  }
}
