/**
 * Reads what the probe wrote: `fping -l -D -i 0.2 -p P -t 5000 ADDRESS…`, or `ping -O -D -n` where fping is missing.
 *
 * A log is read after the iteration, and may have been cut anywhere: a last line without its newline is dropped,
 * a line of no known form is counted. All times are wall-clock epoch milliseconds. What the tools print, and what
 * they leave out, decides how it may be read:
 *
 * - fping stamps a reply at its receipt, in steps of 10 µs; its request left one RTT (three digits) earlier.
 * - fping 5.1 keeps one expiry slot for each period of `-t`. When it is held up by a period, slots are taken again
 *   before they expire, and from then on no expiry is printed at all. So an absent line says nothing: losses are
 *   counted from the numbers, and silence is no proof that the probe died.
 * - ping's "no answer yet for icmp_seq=N" is printed when it sends N + 1, and a late reply to N may still follow.
 * - ping counts in 16 bits, as some fping versions do: numbers are unwrapped.
 */

export interface Reply {
  readonly sequence: number;
  readonly receivedAtMs: number;
  readonly sentAtMs: number;
  readonly rttMs: number;
}

/** A request that is known to have been sent, and that has no reply in the log. */
export interface Unanswered {
  readonly sequence: number;
  readonly sentAtMs: number;
}

export interface ProbeFlow {
  readonly address: string;
  /** The number that the tool gives its first request. */
  readonly firstSequence: number;
  /** By time of receipt; one a number, the first. */
  readonly replies: readonly Reply[];
  /** Given up by the tool after its own timeout; never complete, see above. By number. */
  readonly timedOut: readonly Unanswered[];
  /** Sent, not answered so far, not given up either. By number. */
  readonly pending: readonly Unanswered[];
}

export interface ProbeLog {
  readonly tool: "fping" | "ping";
  /** In the order given by the caller, else of their first lines. */
  readonly flows: readonly ProbeFlow[];
  /** Whole lines of no known form. */
  readonly rubbishLines: number;
  /** The newest stamp in the log: until then the tool was alive. */
  readonly lastStampMs: number | null;
}

export interface FpingOptions {
  /** The addresses that were probed: each gets a flow, even without a line, and others count as rubbish. */
  readonly addresses?: readonly string[];
  /** fping's `-t`: an expiry is stamped that long after the request was sent. */
  readonly timeoutMs?: number;
}

const FPING_LINE =
  /\[(\d{1,10}\.\d{1,9})\] (\S+) *: \[(\d{1,9})\], (?:\d+ bytes, (\d{1,9}(?:\.\d{1,9})?) ms|timed out)/y;
const FPING_CLOSING = /^\S+ *: xmt\/rcv\/%loss = /;
const PING_REPLY =
  /\[(\d{1,10}\.\d{1,9})\] \d+ bytes from (\S+): icmp_seq=(\d{1,9}) .*?time[=<](\d{1,9}(?:\.\d{1,9})?) ms/y;
const PING_NO_ANSWER = /\[(\d{1,10}\.\d{1,9})\] no answer yet for icmp_seq=(\d{1,9})/y;
const PING_HEADER = /^PING \S+ \(([^)]+)\)/;
const PING_OTHER =
  /^(?:\[\d+\.\d+\] From \S+ icmp_seq=\d+ |--- .* ping statistics ---|\d+ packets transmitted|rtt min\/)/;

/** Reads what either tool wrote. Never throws, whatever the text. */
export function readProbe(
  tool: ProbeLog["tool"],
  text: string | Uint8Array,
  addresses: readonly string[],
): ProbeLog {
  return tool === "fping" ? readFping(text, { addresses }) : readPing(text);
}

/**
 * Reads the standard output of fping (5.1; its closing statistics may follow).
 * Never throws, whatever the text.
 */
export function readFping(text: string | Uint8Array, options: FpingOptions = {}): ProbeLog {
  const timeoutMs = options.timeoutMs ?? 5000;
  const flows = new Map<string, FlowBuilder>();
  for (const address of options.addresses ?? []) flows.set(address, newFlow(address, 0));
  let rubbishLines = 0;
  let lastStampMs: number | null = null;
  eachLine(text, (content, start, end) => {
    FPING_LINE.lastIndex = start;
    const match = FPING_LINE.exec(content);
    const address = match?.[2];
    let flow = address === undefined ? undefined : flows.get(address);
    if (flow === undefined && address !== undefined && options.addresses === undefined) {
      flow = newFlow(address, 0);
      flows.set(address, flow);
    }
    if (match === null || flow === undefined) {
      if (end > start && !FPING_CLOSING.test(content.slice(start, end))) rubbishLines++;
      return;
    }
    const stampMs = stampToMs(match[1]);
    const sequence = unwrapped(flow, Number(match[3]));
    lastStampMs = Math.max(lastStampMs ?? stampMs, stampMs);
    if (match[4] === undefined) flow.timedOut.set(sequence, stampMs - timeoutMs);
    else addReply(flow, sequence, stampMs, Number(match[4]));
  });
  return { tool: "fping", flows: [...flows.values()].map(finished), rubbishLines, lastStampMs };
}

/**
 * Reads the standard output of `ping -O -D -n` (iputils), which probes one address.
 * Never throws, whatever the text.
 */
export function readPing(text: string | Uint8Array): ProbeLog {
  let flow: FlowBuilder | null = null;
  let rubbishLines = 0;
  let lastStampMs: number | null = null;
  eachLine(text, (content, start, end) => {
    PING_REPLY.lastIndex = start;
    PING_NO_ANSWER.lastIndex = start;
    const reply = PING_REPLY.exec(content);
    const noAnswer = reply === null ? PING_NO_ANSWER.exec(content) : null;
    if (reply?.[2] !== undefined) {
      flow ??= newFlow(reply[2], 1);
      const stampMs = stampToMs(reply[1]);
      lastStampMs = Math.max(lastStampMs ?? stampMs, stampMs);
      addReply(flow, unwrapped(flow, Number(reply[3])), stampMs, Number(reply[4]));
    } else if (noAnswer !== null && flow !== null) {
      const stampMs = stampToMs(noAnswer[1]);
      lastStampMs = Math.max(lastStampMs ?? stampMs, stampMs);
      const sequence = unwrapped(flow, Number(noAnswer[2])) + 1;
      if (!flow.pending.has(sequence)) flow.pending.set(sequence, stampMs);
    } else if (end > start) {
      const line = content.slice(start, end);
      const address = PING_HEADER.exec(line)?.[1];
      if (address !== undefined) flow ??= newFlow(address, 1);
      else if (!PING_OTHER.test(line)) rubbishLines++;
    }
  });
  return { tool: "ping", flows: flow === null ? [] : [finished(flow)], rubbishLines, lastStampMs };
}

interface FlowBuilder {
  readonly address: string;
  readonly firstSequence: number;
  readonly replies: Reply[];
  readonly timedOut: Map<number, number>;
  readonly pending: Map<number, number>;
  highest: number;
  wraps: boolean;
}

function newFlow(address: string, firstSequence: number): FlowBuilder {
  return {
    address,
    firstSequence,
    replies: [],
    timedOut: new Map(),
    pending: new Map(),
    highest: 0,
    wraps: true,
  };
}

/** Calls back with the bounds of every line that ends in a newline. */
function eachLine(
  text: string | Uint8Array,
  onLine: (content: string, start: number, end: number) => void,
): void {
  // latin1, because it never fails and never changes a length; addresses and numbers are ASCII.
  const content =
    typeof text === "string"
      ? text
      : Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString("latin1");
  let start = 0;
  for (let end = content.indexOf("\n"); end !== -1; end = content.indexOf("\n", start)) {
    onLine(content, start, end);
    start = end + 1;
  }
}

/** Seconds to milliseconds, exact to the µs: a double holds today's epoch to 0.24 µs, so the µs must be rounded whole. */
function stampToMs(seconds: string | undefined): number {
  return Math.round(Number(seconds) * 1e6) / 1e3;
}

const WRAP = 65_536;

/**
 * The number among those that print alike in 16 bits which is nearest to the highest so far. Lines may lag behind
 * by `-t` over the period, 25,000 at most, which is less than half a turn.
 */
function unwrapped(flow: FlowBuilder, printed: number): number {
  if (printed >= WRAP) flow.wraps = false;
  const turns = flow.wraps ? Math.max(0, Math.round((flow.highest - printed) / WRAP)) : 0;
  const sequence = printed + turns * WRAP;
  if (sequence > flow.highest) flow.highest = sequence;
  return sequence;
}

function addReply(flow: FlowBuilder, sequence: number, receivedAtMs: number, rttMs: number): void {
  flow.replies.push({ sequence, receivedAtMs, sentAtMs: receivedAtMs - rttMs, rttMs });
}

function finished(flow: FlowBuilder): ProbeFlow {
  const replies = firstOfEach(flow.replies.sort((a, b) => a.receivedAtMs - b.receivedAtMs));
  const answered = new Set<number>();
  if (flow.timedOut.size + flow.pending.size > 0) for (const { sequence } of replies) answered.add(sequence);
  const unanswered = (sends: Map<number, number>): Unanswered[] =>
    [...sends]
      .filter(([sequence]) => !answered.has(sequence))
      .map(([sequence, sentAtMs]) => ({ sequence, sentAtMs }))
      .sort((a, b) => a.sequence - b.sequence);
  return {
    address: flow.address,
    firstSequence: flow.firstSequence,
    replies,
    timedOut: unanswered(flow.timedOut),
    pending: unanswered(flow.pending),
  };
}

/** Drops every further reply to a number. Most logs are in order throughout, and then need no look at each number. */
function firstOfEach(replies: Reply[]): Reply[] {
  if (replies.every((reply, at) => at === 0 || reply.sequence > (replies[at - 1]?.sequence ?? 0)))
    return replies;
  const seen = new Set<number>();
  return replies.filter(({ sequence }) => !seen.has(sequence) && seen.add(sequence));
}
