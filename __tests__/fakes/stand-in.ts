/** Makes a stand-in for QEMU that a test can start, and reads its ground truth. README.md in this folder describes it. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { identify } from "../../src/host/proc.ts";

export interface StandInFault {
  readonly side?: "source" | "target" | "probe" | "any";
  readonly step: string;
  readonly kind: string;
  /** Only the n-th time that the step is reached, counted over all processes of the stand-in. */
  readonly nth?: number;
  readonly [more: string]: unknown;
}

export interface StandInConfig {
  readonly dialect?: string;
  readonly version?: string;
  readonly package?: string;
  readonly freezeMs?: number;
  readonly freezeKind?: "queued" | "dropped";
  readonly bootMs?: number;
  readonly pretendVhost?: boolean;
  readonly nc?: boolean;
  readonly faults?: readonly StandInFault[];
}

/** A line of the ground truth. */
export interface Truth {
  readonly pid: number;
  readonly side: "source" | "target" | "probe";
  readonly what: string;
  readonly monotonicNs: number;
  readonly realtimeNs: number;
  readonly [more: string]: unknown;
}

export interface StandIn extends Disposable {
  /** For --qemu. */
  readonly path: string;
  readonly directory: string;
  /** Events of all processes so far, oldest first; only those of kind `what` if given. */
  truth(what?: string): Truth[];
  /** The `started` events of the processes that still run, oldest first. */
  running(): Truth[];
  /** Orders a fault of a running process, at once. Resolves when it has begun; false if the process ended before. */
  now(pid: number, fault: Omit<StandInFault, "step">): Promise<boolean>;
}

/** Makes a stand-in in a new folder. Disposing removes the folder. */
export function makeStandIn(config: StandInConfig = {}): StandIn {
  const directory = mkdtempSync(join(tmpdir(), "stand-in-"));
  const path = join(directory, "qemu-system-x86_64");
  const log = join(directory, "truth.jsonl");
  symlinkSync(join(dirname(fileURLToPath(import.meta.url)), "qemu-system-x86_64"), path);
  writeFileSync(join(directory, "stand-in.json"), JSON.stringify({ ...config, log }));
  writeFileSync(log, "");
  const truth = (what?: string) =>
    readFileSync(log, "utf8")
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Truth)
      .filter((line) => what === undefined || line.what === what);
  return {
    path,
    directory,
    truth,
    running: () => truth("started").filter(({ pid }) => identify(pid) !== null),
    async now(pid, fault) {
      const done = () => truth("fault").some((line) => line.pid === pid && line.step === "now");
      writeFileSync(join(directory, `now-${pid}.json`), JSON.stringify([fault]));
      if (identify(pid) !== null) process.kill(pid, "SIGUSR1");
      while (!done() && identify(pid) !== null) await sleep(2);
      return done();
    },
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}
