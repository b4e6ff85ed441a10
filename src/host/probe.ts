/**
 * The probe: a stream of echo requests to the guest. It keeps its cadence whether or not answers come. fping writes its log straight into
 * a file, so nothing passes through our process while it runs. See fping(8) and docs/contract.md, section 3.
 */
import { spawn } from "node:child_process";
import { closeSync, fstatSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import { openNameless, readEndOf } from "./files.ts";
import type { Network } from "./network.ts";
import type { OwnFolder } from "./private-folder.ts";
import { killTree, type Privilege, signalAsRoot } from "./privilege.ts";
import { descendants, howEnded } from "./proc.ts";
import { findTool } from "./tools.ts";

/** A request without an answer after this time is lost. */
export const ANSWER_TIMEOUT_MS = 5_000;

/** fping's least pause between two requests, to any address. */
const LEAST_INTERVAL_MS = 0.2;

/** fping begins with a burst: 20 replies, a line of about 80 bytes each. */
const START_BYTES = 20 * 80;

/** How often it is asked to end, and how far apart, before it is killed. */
const POLITE_TRIES = 3;
const MOST_TRIES = 8;
const TRY_MS = 1_000;

/** A line has about 80 bytes, and an iteration about ten thousand lines a flow. */
const MOST_LOG_BYTES = 512 * 2 ** 20;
const MOST_ERROR_BYTES = 2 ** 20;

export type ProbeTool = "fping" | "ping";

/** The probe of this host: program, period and resolution. */
export function describeProbe(periodMs: number): { tool: ProbeTool; periodMs: number; resolutionMs: number } {
  if (findTool("fping") !== null) return { tool: "fping", periodMs, resolutionMs: periodMs };
  // While answers are missing, ping sends one request in 10 ms, however short its interval.
  return { tool: "ping", periodMs: 10, resolutionMs: 10 };
}

export interface Probe extends AsyncDisposable {
  /** Ends the stream and returns its log. Pending requests are not in it: call it while the guest answers. */
  finish(): Promise<string>;
  /** Its log so far; the last line may be cut. */
  written(): string;
  /** Its stderr so far. */
  errors(): string;
  /** @throws StepError with the probe's own words when it has ended by itself. */
  check(): void;
  /** Resolves after the first burst, once the guest answers. @throws StepError after `deadlineMs`. */
  answered(deadlineMs: number, signal: AbortSignal): Promise<void>;
}

/** Starts the stream of requests to all of the guest's addresses. @param options its log is a nameless file in `folder` */
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
  // Detached: Ctrl-C at our terminal must reach only us; we end the probe.
  const child = spawn(file, rest, { stdio: ["ignore", output, errors], detached: true });
  let closed = false;
  let ended: string | null = null;
  const exited = new Promise<void>((resolve) => {
    const end = (how: string) => {
      ended ??= how;
      resolve();
    };
    child.on("error", (error) => end(error.message));
    child.on("exit", (...how) => end(howEnded(...how)));
  });

  const stop = async () => {
    if (child.pid === undefined) return;
    for (let tries = 0; ended === null; tries += 1) {
      if (tries === MOST_TRIES) throw new StepError(`the probe (${name}) does not end, not even by SIGKILL`);
      if (tries < POLITE_TRIES) {
        // Under sudo the probe is a descendant and belongs to root; as root it is the child itself. Without root the child is nsenter,
        // which must not end before the probe.
        const below = descendants(child.pid);
        const named = below.find((process) => process.name === name);
        const probe = named ?? (privilege.kind === "none" ? below[0] : undefined);
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
