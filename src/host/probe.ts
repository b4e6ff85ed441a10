/**
 * The probe: a stream of echo requests to the guest that keeps its cadence whether or not answers come, written by fping
 * straight into a file. Nothing of it passes through our process while it runs. See fping(8), and docs/contract.md section 3.
 */
import { spawn } from "node:child_process";
import { closeSync, fstatSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import { openNameless, readEndOf } from "./files.ts";
import type { Network } from "./network.ts";
import type { OwnFolder } from "./private-folder.ts";
import { killTree, type Privilege, signalAsRoot } from "./privilege.ts";
import { descendants } from "./proc.ts";
import { findTool } from "./tools.ts";

/** A request counts as lost when it has no answer after this long. */
export const ANSWER_TIMEOUT_MS = 5_000;

/** The least pause between any two requests of fping, whatever their addresses. */
const LEAST_INTERVAL_MS = 0.2;

/** The lines of the burst with which fping begins: 20 replies of some 80 bytes. */
const START_BYTES = 20 * 80;

/** It is asked to end so many times, so long apart, before it is killed. */
const POLITE_TRIES = 3;
const MOST_TRIES = 8;
const TRY_MS = 1_000;

/** A line has some 80 bytes, and an iteration some ten thousand of them for each flow. */
const MOST_LOG_BYTES = 512 * 2 ** 20;
const MOST_ERROR_BYTES = 2 ** 20;

export type ProbeTool = "fping" | "ping";

/** What the probe on this host is, and how fine it sees. */
export function describeProbe(periodMs: number): { tool: ProbeTool; periodMs: number; resolutionMs: number } {
  if (findTool("fping") !== null) return { tool: "fping", periodMs, resolutionMs: periodMs };
  // Without answers, ping falls back to one request in 10 ms, however short its interval.
  return { tool: "ping", periodMs: 10, resolutionMs: 10 };
}

export interface Probe extends AsyncDisposable {
  /** Ends the stream, and reads what it wrote. Pending requests are left out: call it while the guest answers. */
  finish(): Promise<string>;
  /** What it has written until now; the last line may be cut. */
  written(): string;
  /** What it said on stderr until now. */
  errors(): string;
  /** Throws a StepError with the probe's own words when it has ended by itself. */
  check(): void;
  /** Resolves once the probe is past its start, which is a burst, and is being answered. Throws StepError after `deadlineMs`. */
  answered(deadlineMs: number, signal: AbortSignal): Promise<void>;
}

/** Starts the stream of requests to all of the guest's addresses. `folder` is where the probe itself writes, without a name. */
export async function startProbe(
  network: Network,
  privilege: Privilege,
  options: { tool: ProbeTool; periodMs: number; folder: OwnFolder },
): Promise<Probe> {
  const { tool: name, periodMs, folder } = options;
  const args =
    name === "fping"
      ? ["-l", "-D", "-i", String(LEAST_INTERVAL_MS), "-p", String(periodMs), "-t", String(ANSWER_TIMEOUT_MS)]
      : ["-O", "-D", "-n", "-i", String(periodMs / 1000)];
  const addresses = name === "fping" ? network.guestAddresses : network.guestAddresses.slice(0, 1);
  const [file, ...rest] = network.rootInside(name, [...args, ...addresses]);
  const [output, errors] = [openNameless(folder.at(".")), openNameless(folder.at("."))];
  // In a session of its own: a Ctrl-C at our terminal is for us, and we end it in order.
  const child = spawn(file, rest, { stdio: ["ignore", output, errors], detached: true });
  let closed = false;
  let ended: string | null = null;
  const exited = new Promise<void>((resolve) => {
    const end = (how: string) => {
      ended ??= how;
      resolve();
    };
    child.on("error", (error) => end(error.message));
    child.on("exit", (status, signal) =>
      end(signal === null ? `ended with status ${status}` : `ended by ${signal}`),
    );
  });

  const stop = async () => {
    if (child.pid === undefined) return;
    for (let tries = 0; ended === null; tries += 1) {
      if (tries === MOST_TRIES) throw new StepError(`the probe (${name}) does not end, not even by SIGKILL`);
      if (tries < POLITE_TRIES) {
        // Under sudo the probe is a descendant, and root's; the child itself is the probe where we are root.
        const probe = descendants(child.pid).find((process) => process.name === name);
        await signalAsRoot(privilege, probe?.pid ?? child.pid, "INT");
      } else await killTree(privilege, child.pid);
      await Promise.race([exited, sleep(TRY_MS, undefined, { ref: false })]);
    }
  };
  const close = async () => {
    try {
      await stop();
    } finally {
      if (!closed) for (const file of [output, errors]) closeSync(file);
      closed = true;
    }
  };
  const read = () => readEndOf(output, MOST_LOG_BYTES).toString("utf8");
  const check = () => {
    if (ended === null) return;
    const words = readEndOf(errors, 1_000).toString("utf8").trim().split("\n").slice(-3).join("; ");
    throw new StepError(`the probe (${name}) ${ended} before its time${words && `: ${words}`}`);
  };
  const answered = async (deadlineMs: number, signal: AbortSignal) => {
    const end = performance.now() + deadlineMs;
    while (fstatSync(output).size < START_BYTES * addresses.length) {
      check();
      if (performance.now() > end) throw new StepError("the guest does not answer the probe");
      await sleep(20, undefined, { signal });
    }
  };
  return {
    check,
    answered,
    written: read,
    errors: () => readEndOf(errors, MOST_ERROR_BYTES).toString("utf8"),
    async finish() {
      check();
      await stop();
      return read();
    },
    [Symbol.asyncDispose]: close,
  };
}
