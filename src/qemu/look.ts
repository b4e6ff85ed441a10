/**
 * Examines a QEMU binary: starts it without a machine and asks what it supports. Its version is not used for
 * that, because it says little about a build made from a patch series.
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
  /** As QEMU reports it, with the package: "7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)". */
  readonly version: string;
  readonly schema: QmpSchema;
  /** Machine types by name. An alias ("q35") maps to the type that it stands for. */
  readonly machines: ReadonlyMap<string, string>;
  /** Properties of the device virtio-net-pci. */
  readonly nicProperties: ReadonlySet<string>;
  /** Whether the build has trace points for the downtime of each device. */
  readonly hasDowntimeTraces: boolean;
  /** How long the look took in ms: a measure of how slow this host is. */
  readonly tookMs: number;
}

export interface LookOptions extends AskOptions {
  /** The folder where looks are cached by path, size and mtime of the binary. Null: no cache. */
  readonly cacheFolder: string | null;
}

/**
 * Starts the binary and asks it, or uses the cached answers.
 *
 * @throws UnusableQemuError when it cannot be started, or is not a QEMU with virtio-net-pci
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
 * The cached look of a binary. It is trusted, because nobody else can write into the folder. Looks of scripts
 * are not cached: what a script starts may change while the script stays the same.
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
        // Without a cached look, the next run asks again.
      }
    },
  };
}

/** To be increased when the questions change. */
const LOOK_VERSION = 2;

/** A schema has about 200 kB. */
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
