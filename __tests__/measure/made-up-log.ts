/** Makes fping output of which the truth is known: what a probe would write around a freeze of the answering side. */

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
    lines.push({ atMs, line: replyLine(spec.address ?? "192.168.100.2", sequence, atMs, atMs - sentAtMs) });
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
