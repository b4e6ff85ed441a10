/**
 * Reads the probe's log: `fping -l -D -i 0.2 -p P -t 5000 ADDRESS…`, or `ping -O -D -n` when fping is
 * missing.
 *
 * A log is read after the iteration and may be cut anywhere. A last line without newline is dropped, a line
 * of unknown form is counted. All times are wall-clock epoch ms. How the tools write their lines:
 *
 * - fping stamps a reply at its receipt, in steps of 10 µs; its request left one RTT (three digits) earlier.
 * - fping 5.1 keeps one expiry slot for each period of `-t`. When it is delayed by a period, it reuses slots
 *   before they expire and from then on prints no expiry at all. So a missing line means nothing: losses are
 *   counted from the sequence numbers, and silence does not prove that the probe died.
 * - ping prints "no answer yet for icmp_seq=N" when it sends N + 1, and a late reply to N may still follow.
 * - ping counts in 16 bits, as do some versions of fping: numbers are unwrapped.
 */

export interface Reply {
  readonly sequence: number;
  readonly receivedAtMs: number;
  readonly sentAtMs: number;
  readonly rttMs: number;
}

/** A request that was certainly sent and has no reply in the log. */
export interface Unanswered {
  readonly sequence: number;
  readonly sentAtMs: number;
}

export interface ProbeFlow {
  readonly address: string;
  /** The sequence number of the tool's first request. */
  readonly firstSequence: number;
  /** Sorted by time of receipt; only the first reply to each number. */
  readonly replies: readonly Reply[];
  /** Requests that the tool gave up after its timeout, sorted by number. Never complete, see above. */
  readonly timedOut: readonly Unanswered[];
  /** Requests that were neither answered nor given up, sorted by number. */
  readonly pending: readonly Unanswered[];
}

export interface ProbeLog {
  readonly tool: "fping" | "ping";
  /** In the order given by the caller, else in the order of their first lines. */
  readonly flows: readonly ProbeFlow[];
  /** Number of complete lines of unknown form. */
  readonly rubbishLines: number;
  /** The newest stamp in the log: the tool was alive until then. */
  readonly lastStampMs: number | null;
}

export interface FpingOptions {
  /** The addresses that were probed. Each gets a flow, even without a line; lines of other addresses are rubbish. */
  readonly addresses?: readonly string[];
  /** fping's `-t` in ms: an expiry is stamped this long after its request was sent. */
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

/** Reads the log of either tool. Never throws, whatever the text. */
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

/** Calls back with the bounds of each line that ends in a newline. */
function eachLine(
  text: string | Uint8Array,
  onLine: (content: string, start: number, end: number) => void,
): void {
  // latin1 never fails and never changes a length; addresses and numbers are ASCII.
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

/**
 * Seconds to milliseconds, exact to 1 µs. A double holds today's epoch in seconds to 0.24 µs, so the value is
 * rounded to whole µs first.
 */
function stampToMs(seconds: string | undefined): number {
  return Math.round(Number(seconds) * 1e6) / 1e3;
}

const WRAP = 65_536;

/**
 * Of all numbers with these lower 16 bits, the one nearest to the highest so far. A line may lag behind by
 * `-t` divided by the period, at most 25,000, which is less than half of 65,536.
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

/** Keeps the first reply to each number. Most logs are in order, and then nothing has to be searched. */
function firstOfEach(replies: Reply[]): Reply[] {
  if (replies.every((reply, at) => at === 0 || reply.sequence > (replies[at - 1]?.sequence ?? 0)))
    return replies;
  const seen = new Set<number>();
  return replies.filter(({ sequence }) => !seen.has(sequence) && seen.add(sequence));
}
