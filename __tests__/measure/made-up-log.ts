/** Makes fping output of which the truth is known: what a probe would write around a freeze of the answering side. */

import type { ProbeWindow } from "../../src/measure/outage.ts";

/** When a made-up probe begins, ms since 1970. */
export const START = 1_795_386_000_000;
export const ADDRESS = "192.168.100.2";

/** Of a probe at 1 ms: migrate after 1 s, STOP and RESUME 20 ms apart. */
export const WINDOW: ProbeWindow = {
  quietStartMs: START + 100,
  quietEndMs: START + 900,
  migrateMs: START + 1000,
  stopMs: START + 1010,
  resumeMs: START + 1030,
  endMs: START + 2500,
  periodMs: 1,
  recoveryTimeoutMs: 5000,
  slowness: 1,
};

export interface MadeUp {
  readonly startMs: number;
  readonly periodMs: number;
  readonly requests: number;
  readonly rttMs: number;
  /** Requests that arrive from here to there are queued until then, or dropped. */
  readonly freeze: { readonly fromMs: number; readonly untilMs: number; readonly kind: "queued" | "dropped" };
  readonly address?: string;
  /** Numbers printed modulo this, as versions do that print the 16 bits of the wire. */
  readonly wrapAt?: number;
  /** The number of the first request. */
  readonly firstSequence?: number;
}

export function replyLine(address: string, sequence: number, receivedAtMs: number, rttMs: number): string {
  return `[${(receivedAtMs / 1000).toFixed(5)}] ${address} : [${sequence}], 64 bytes, ${digits(rttMs)} ms (0.201 avg, 0% loss)`;
}

export function expiryLine(address: string, sequence: number, atMs: number): string {
  return `[${(atMs / 1000).toFixed(5)}] ${address} : [${sequence}], timed out (0.057 avg, 0% loss)`;
}

/** The lines in the order of their stamps. */
export function madeUpLines(spec: MadeUp): { atMs: number; line: string }[] {
  const {
    startMs,
    periodMs,
    requests,
    rttMs,
    freeze,
    wrapAt = Number.MAX_SAFE_INTEGER,
    firstSequence = 0,
  } = spec;
  const lines: { atMs: number; line: string }[] = [];
  for (let request = 0; request < requests; request++) {
    const sentAtMs = startMs + request * periodMs;
    const frozen = sentAtMs >= freeze.fromMs && sentAtMs < freeze.untilMs;
    if (frozen && freeze.kind === "dropped") continue;
    const atMs = (frozen ? freeze.untilMs : sentAtMs) + rttMs;
    const sequence = (firstSequence + request) % wrapAt;
    lines.push({ atMs, line: replyLine(spec.address ?? ADDRESS, sequence, atMs, atMs - sentAtMs) });
  }
  return lines;
}

export function madeUpLog(...specs: MadeUp[]): string {
  const lines = specs.flatMap(madeUpLines).sort((a, b) => a.atMs - b.atMs);
  return lines.map(({ line }) => `${line}\n`).join("");
}

/** As fping prints it. */
function digits(ms: number): string {
  return ms.toFixed(ms < 1 ? 3 : ms < 10 ? 2 : ms < 100 ? 1 : 0);
}
