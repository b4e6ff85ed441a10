/**
 * Starts a QEMU binary without a machine, asks what it is and what it can do, and ends it. It starts as a VM does: with the same
 * variables, and by `exec` of the same shell. The file may be no QEMU at all: every wait has a deadline, and nothing stays behind.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { messageOf, UnusableQemuError } from "../base/errors.ts";
import { runToEnd } from "../host/exec.ts";
import { descendants } from "../host/proc.ts";
import { tool } from "../host/tools.ts";
import { openQmp } from "./qmp-connection.ts";
import { readQmpSchema } from "./schema.ts";

const versionAnswer = z.looseObject({
  qemu: z.object({ major: z.number(), minor: z.number(), micro: z.number() }),
  package: z.string(),
});
const machinesAnswer = z.array(z.looseObject({ name: z.string(), alias: z.string().optional() }));
const propertiesAnswer = z.array(z.looseObject({ name: z.string() }));

/** QEMU's own answers. */
export const answers = z.object({
  version: versionAnswer,
  schema: z.unknown(),
  machines: machinesAnswer,
  nic: propertiesAnswer,
  hasDowntimeTraces: z.boolean(),
  tookMs: z.number(),
});
export type Answers = z.infer<typeof answers>;

export interface AskOptions {
  /** Bounds each step. */
  readonly deadlineMs: number;
  /** Its whole environment: `qemuEnvironment()`. */
  readonly variables: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const ARGUMENTS = [
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

/** How much of its stderr is kept: the end. */
const MOST_CHARACTERS = 4_000;
/** How long we wait for its end after KILL, and after it has closed its QMP. */
const END_MS = 2_000;

/**
 * The command line that starts it. It needs no entry in the register: the kernel kills it when we end in any way
 * (setpriv(1), `--pdeathsig`).
 */
const starting = (path: string, args: readonly string[], variables: AskOptions["variables"]) => {
  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const shell = [tool("sh"), "-c", 'exec "$0" "$@"', path, ...args];
  return ["--pdeathsig", "KILL", "--", tool("env"), "-i", ...assignments, ...shell];
};

/** @throws UnusableQemuError when it can't be started, is no QEMU with virtio-net-pci, or is a wrapper that stays QEMU's parent. */
export async function ask(path: string, { deadlineMs, variables, signal }: AskOptions): Promise<Answers> {
  const begin = performance.now();
  // In its own process group: what it starts is killed with it.
  const child = spawn(tool("setpriv"), starting(path, ARGUMENTS, variables), {
    stdio: "pipe",
    detached: true,
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(-MOST_CHARACTERS);
  });
  const exited = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (status, signalName) =>
      resolve(signalName === null ? `status ${status}` : `signal ${signalName}`),
    );
  });
  const epitaph = async () => {
    const how = await Promise.race([exited, sleep(END_MS, "", { ref: false })]);
    return [how, errors.trim()].filter(Boolean).join(": ");
  };
  child.stdin.on("error", () => undefined);
  try {
    const stream = Duplex.from({ readable: child.stdout, writable: child.stdin });
    const qmp = await openQmp(stream, { side: () => path, deadlineMs, ...(signal && { signal }), epitaph });
    expectNoChild(child);
    const version = versionAnswer.parse(await qmp.send("query-version"));
    const schema = await qmp.send("query-qmp-schema");
    readQmpSchema(schema);
    const machines = machinesAnswer.parse(await qmp.send("query-machines"));
    const nic = propertiesAnswer.parse(
      await qmp.send("device-list-properties", { typename: "virtio-net-pci" }),
    );
    const tookMs = performance.now() - begin;
    const hasDowntimeTraces = await knowsDowntimeTraces(path, {
      deadlineMs,
      variables,
      ...(signal && { signal }),
    });
    return { version, schema, machines, nic, hasDowntimeTraces, tookMs };
  } catch (error) {
    signal?.throwIfAborted();
    throw new UnusableQemuError({
      found: `${path} is not a QEMU that can be used: ${messageOf(error)}. Name one with --qemu; it must be a qemu-system-x86_64 with virtio-net-pci.`,
      mend: null,
      besides: null,
    });
  } finally {
    killGroup(child);
    await Promise.race([exited, sleep(END_MS, undefined, { ref: false })]);
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
  }
}

/** A signal to a wrapper does not reach QEMU, and the wrapper's end is not QEMU's end. @throws Error when it has a child. */
function expectNoChild(child: ChildProcess): void {
  const [below] = child.pid === undefined ? [] : descendants(child.pid);
  if (below === undefined) return;
  throw new Error(
    `it is a wrapper that starts QEMU as its child (${below.name}) and stays in between: let it end with exec, like exec qemu-system-x86_64 "$@"`,
  );
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // The group is gone.
  }
}

/** A list of all trace points has some 100 kB. */
const MOST_TRACE_HELP_BYTES = 4 * 2 ** 20;

/** Asks for the list of trace points: QEMU 7.2 accepts any pattern, and traces nothing for an unknown one. */
async function knowsDowntimeTraces(path: string, options: AskOptions): Promise<boolean> {
  const { deadlineMs, variables, signal } = options;
  const ended = await runToEnd(tool("setpriv"), starting(path, ["-trace", "help"], variables), {
    timeoutMs: deadlineMs,
    maxOutputBytes: MOST_TRACE_HELP_BYTES,
    ...(signal && { signal }),
  });
  const known = ended.stdout.toString("utf8");
  return /^vmstate_downtime_save$/m.test(known) && /^vmstate_downtime_load$/m.test(known);
}
