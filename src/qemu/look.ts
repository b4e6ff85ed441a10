/**
 * One look at a QEMU binary: started without a machine and asked what it is and what it knows. Nothing is concluded from its
 * version, which says little about a build made from a patch series.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Duplex } from "node:stream";
import { execa } from "execa";
import { z } from "zod";
import { ConfigurationError, messageOf } from "../errors.ts";
import { tool } from "../host/tools.ts";
import { openQmp } from "./qmp.ts";
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

const versionAnswer = z.looseObject({
  qemu: z.object({ major: z.number(), minor: z.number(), micro: z.number() }),
  package: z.string(),
});
const machinesAnswer = z.array(z.looseObject({ name: z.string(), alias: z.string().optional() }));
const propertiesAnswer = z.array(z.looseObject({ name: z.string() }));

export interface LookOptions {
  /** Bounds each step of the look. */
  readonly deadlineMs: number;
  /** Where looks are kept, by path, size and time of change of the binary; null: a fresh look. */
  readonly cacheFolder: string | null;
  readonly signal?: AbortSignal;
}

/** What is kept of a look: QEMU's own answers. */
const answers = z.object({
  version: versionAnswer,
  schema: z.unknown(),
  machines: machinesAnswer,
  nic: propertiesAnswer,
  hasDowntimeTraces: z.boolean(),
  tookMs: z.number(),
});
type Answers = z.infer<typeof answers>;

/**
 * Starts the binary and asks it, or remembers what it said.
 * @throws ConfigurationError when it can't be started or is no QEMU with virtio-net-pci.
 */
export async function lookAtQemu(path: string, options: LookOptions): Promise<QemuLook> {
  const kept = options.cacheFolder === null ? null : keptLook(path, options.cacheFolder);
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
 * The file of a binary's look. A script is no binary: what it starts may change while it stays as it is, so that nothing is
 * kept of it.
 */
function keptLook(
  path: string,
  cacheFolder: string,
): { read(): Answers | null; write(look: Answers): void } | null {
  const real = realpathSync(path);
  if (readHead(real) !== "\u007fELF") return null;
  const { size, mtimeMs } = statSync(real);
  const digest = createHash("sha256")
    .update(JSON.stringify([LOOK_VERSION, real, size, mtimeMs]))
    .digest("hex");
  const file = join(cacheFolder, "looks", `${digest.slice(0, 32)}.json`);
  return {
    read() {
      try {
        return answers.parse(JSON.parse(readFileSync(file, "utf8")));
      } catch {
        return null;
      }
    },
    write(look) {
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        const unfinished = `${file}.${process.pid}`;
        writeFileSync(unfinished, JSON.stringify(look), { mode: 0o600 });
        renameSync(unfinished, file);
      } catch {
        // The next run has to ask again.
      }
    },
  };
}

/** Another number whenever what is asked changes. */
const LOOK_VERSION = 1;

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

/** The kernel ends it when we end, however that happens: it needs no entry in the register. See setpriv(1). */
const DIES_WITH_US = ["--pdeathsig", "KILL", "--"];

async function ask(path: string, { deadlineMs, signal }: LookOptions): Promise<Answers> {
  const begin = performance.now();
  const args = [
    "-machine",
    "none",
    "-S",
    "-nodefaults",
    "-no-user-config",
    "-display",
    "none",
    "-qmp",
    "stdio",
  ];
  const child = spawn(tool("setpriv"), [...DIES_WITH_US, path, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(-4_000);
  });
  const exited = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (status, signalName) =>
      resolve(
        `${signalName === null ? `status ${status}` : `signal ${signalName}`}${errors && `: ${errors.trim()}`}`,
      ),
    );
  });
  child.stdin.on("error", () => undefined);
  try {
    const stream = Duplex.from({ readable: child.stdout, writable: child.stdin });
    const qmp = await openQmp(stream, {
      side: () => path,
      deadlineMs,
      ...(signal && { signal }),
      epitaph: () => exited,
    });
    const version = versionAnswer.parse(await qmp.send("query-version"));
    const schema = await qmp.send("query-qmp-schema");
    readQmpSchema(schema);
    const machines = machinesAnswer.parse(await qmp.send("query-machines"));
    const nic = propertiesAnswer.parse(
      await qmp.send("device-list-properties", { typename: "virtio-net-pci" }),
    );
    const tookMs = performance.now() - begin;
    return {
      version,
      schema,
      machines,
      nic,
      hasDowntimeTraces: await knowsDowntimeTraces(path, deadlineMs, signal),
      tookMs,
    };
  } catch (error) {
    signal?.throwIfAborted();
    throw new ConfigurationError(
      `${path} is not a QEMU that can be used: ${messageOf(error)}. Name one with --qemu; it must be a qemu-system-x86_64 with virtio-net-pci.`,
    );
  } finally {
    child.kill("SIGKILL");
    await exited;
  }
}

/** A list of all trace points has some 100 kB. */
const MOST_TRACE_HELP_CHARACTERS = 4 * 2 ** 20;

/** 7.2 takes any pattern and traces nothing, so the list of what it knows is asked for. */
async function knowsDowntimeTraces(path: string, deadlineMs: number, signal?: AbortSignal): Promise<boolean> {
  const { stdout } = await execa(tool("setpriv"), [...DIES_WITH_US, path, "-trace", "help"], {
    reject: false,
    timeout: deadlineMs,
    killSignal: "SIGKILL",
    stdin: "ignore",
    stderr: "ignore",
    maxBuffer: MOST_TRACE_HELP_CHARACTERS,
    ...(signal && { cancelSignal: signal }),
  });
  return /^vmstate_downtime_save$/m.test(stdout) && /^vmstate_downtime_load$/m.test(stdout);
}
