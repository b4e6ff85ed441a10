/**
 * One file from the network, hashed while it comes in. What is cut is gone on with from where it was (Range, RFC 9110 section
 * 14), what fails in passing is tried again, and what has another digest than it should never outlives this call.
 */
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ConfigurationError, messageOf } from "../errors.ts";
import { type Answer, FinalHttpError, type HttpClient, openHttpClient } from "./http.ts";
import { openPartialFile, type PartialFile } from "./partial-file.ts";
import { checkRoom, mib, roomRanOut } from "./room.ts";

export interface Progress {
  readonly receivedBytes: number;
  /** Null where the server does not say. */
  readonly totalBytes: number | null;
  readonly bytesPerSecond: number;
}

export interface DownloadTimes {
  /** Without a byte for this long, the connection is given up and made anew. */
  readonly stallMs: number;
  /** For all of it, whatever happens. */
  readonly overallMs: number;
  /** Before the second attempt; twice as long before each further one. */
  readonly firstWaitMs: number;
}

const TIMES: DownloadTimes = { stallMs: 30_000, overallMs: 3_600_000, firstWaitMs: 1_000 };

/** In a row, without a byte of progress. */
const MOST_FAILURES = 5;
/** Of whole files with the wrong digest. */
const MOST_MISMATCHES = 2;
/** That a server may ask for. */
const LONGEST_WAIT_MS = 300_000;
const PROGRESS_EVERY_MS = 250;

export interface DownloadRequest {
  readonly url: string;
  /** 64 hexadecimal digits, lower case. */
  readonly sha256: string;
  /** Must not exist. Holds the verified file afterwards, or is not there. */
  readonly path: string;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  readonly times?: Partial<DownloadTimes>;
}

/**
 * @throws ConfigurationError, with URL, digests and bytes as far as they are known, when it could not be had: all of that is
 * for the user to mend. The signal's reason when that aborts.
 */
export async function download(asked: DownloadRequest): Promise<void> {
  const times = { ...TIMES, ...asked.times };
  const overall = AbortSignal.timeout(times.overallMs);
  const signal = AbortSignal.any([asked.signal, overall]);
  const partial = await openPartialFile(asked.path);
  let whole = false;
  try {
    await using client = openHttpClient();
    await receiveAll({ ...asked, signal }, partial, client, times);
    await partial.sync();
    whole = true;
  } catch (error) {
    asked.signal.throwIfAborted();
    if (overall.aborted) {
      const limit = `${Math.round(times.overallMs / 1000)} s`;
      throw failed(asked, partial, `it was not there after ${limit}, the longest that a download may take`);
    }
    throw error;
  } finally {
    await partial.close();
    if (!whole) await rm(asked.path, { force: true });
  }
}

async function receiveAll(
  asked: DownloadRequest,
  partial: PartialFile,
  client: HttpClient,
  times: DownloadTimes,
): Promise<void> {
  const report = reporter(asked, partial);
  let failures = 0;
  let mismatches = 0;
  for (;;) {
    const before = partial.receivedBytes;
    try {
      await receiveRest(asked, partial, client, times.stallMs, report);
    } catch (error) {
      if (error instanceof ConfigurationError) throw error;
      asked.signal.throwIfAborted();
      if ((error as NodeJS.ErrnoException).code === "ENOSPC") {
        throw await roomRanOut(dirname(asked.path), asked.url, partial.receivedBytes);
      }
      if (error instanceof FinalHttpError) throw failed(asked, partial, messageOf(error));
      failures = partial.receivedBytes > before ? 1 : failures + 1;
      if (failures >= MOST_FAILURES) {
        throw failed(asked, partial, `${messageOf(error)}; tried ${failures} times in a row`);
      }
      const wanted = error instanceof RetryableStatus ? error.retryAfterMs : null;
      if (wanted !== null && wanted > LONGEST_WAIT_MS) {
        throw failed(
          asked,
          partial,
          `${messageOf(error)} and asks to come back in ${Math.round(wanted / 1000)} s`,
        );
      }
      await sleep(wanted ?? times.firstWaitMs * 2 ** (failures - 1), undefined, { signal: asked.signal });
      continue;
    }
    report(true);
    const received = partial.digest();
    if (received === asked.sha256) return;
    mismatches += 1;
    if (mismatches >= MOST_MISMATCHES) {
      throw failed(
        asked,
        partial,
        `it has the wrong sha256: expected ${asked.sha256}, received ${received}, ${mismatches} times`,
      );
    }
    await partial.beginAnew();
  }
}

/** Something that may pass: 408, 425, 429 and 5xx (RFC 9110 section 15, RFC 6585, RFC 8470). */
class RetryableStatus extends Error {
  readonly retryAfterMs: number | null;
  constructor(status: number, retryAfterMs: number | null) {
    super(`the server answered ${status}`);
    this.retryAfterMs = retryAfterMs;
  }
}

/** One request, for all that is not there yet, and its answer to the end. */
async function receiveRest(
  asked: DownloadRequest,
  partial: PartialFile,
  client: HttpClient,
  stallMs: number,
  report: (now: boolean) => void,
): Promise<void> {
  const stall = new AbortController();
  const timer = setTimeout(
    () => stall.abort(new Error(`no byte came for ${Math.round(stallMs / 1000)} s`)),
    stallMs,
  );
  const signal = AbortSignal.any([asked.signal, stall.signal]);
  try {
    const answer = await client.get(asked.url, rangeHeaders(partial), signal);
    try {
      await acceptHead(asked, partial, answer);
      report(true);
      for await (const chunk of answer.body) {
        timer.refresh();
        await partial.append(chunk);
        report(false);
      }
    } finally {
      answer.body.destroy();
    }
  } catch (error) {
    stall.signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  const { receivedBytes, totalBytes } = partial;
  if (totalBytes !== null && receivedBytes < totalBytes) {
    throw new Error(`it was cut after ${receivedBytes} of ${totalBytes} bytes`);
  }
}

function rangeHeaders({ receivedBytes, validator }: PartialFile): Record<string, string> {
  // A packed transfer would make its length, and the places in it, mean something else.
  const always = { "accept-encoding": "identity", "user-agent": "tap-migration-action" };
  if (receivedBytes === 0) return always;
  return {
    ...always,
    range: `bytes=${receivedBytes}-`,
    ...(validator !== null && { "if-range": validator }),
  };
}

/** Leaves `partial` so that the answer's body is what comes next, or throws. */
async function acceptHead(asked: DownloadRequest, partial: PartialFile, answer: Answer): Promise<void> {
  const { status } = answer;
  if (status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(answer.header("content-range") ?? "");
    if (range === null || Number(range[1]) !== partial.receivedBytes) {
      await partial.beginAnew();
      throw new Error("the server sent another part of the file than it was asked for");
    }
    if (range[2] !== "*") partial.totalBytes = Number(range[2]);
  } else if (status === 200) {
    await partial.beginAnew();
    const length = answer.header("content-length");
    partial.totalBytes = length === null ? null : Number(length);
    partial.validator = strongValidator(answer);
  } else if (status === 416) {
    await partial.beginAnew();
    throw new Error("the server has no more of the file than is here already, and that is not all of it");
  } else if (status >= 500 || status === 408 || status === 425 || status === 429) {
    throw new RetryableStatus(status, retryAfterMs(answer.header("retry-after")));
  } else {
    throw new FinalHttpError(`the server answered ${status}`);
  }
  if (partial.totalBytes !== null) {
    await checkRoom(dirname(asked.path), partial.totalBytes - partial.receivedBytes, asked.url);
  }
}

/** If-Range takes no weak one (RFC 9110 section 13.1.5). */
function strongValidator(answer: Answer): string | null {
  const tag = answer.header("etag");
  return tag?.startsWith('"') ? tag : answer.header("last-modified");
}

function retryAfterMs(text: string | null): number | null {
  if (text === null) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}

function reporter({ progress }: DownloadRequest, partial: PartialFile): (now: boolean) => void {
  const begin = performance.now();
  let last = begin;
  return (now) => {
    const time = performance.now();
    if (!now && time - last < PROGRESS_EVERY_MS) return;
    last = time;
    const { receivedBytes, totalBytes } = partial;
    progress({
      receivedBytes,
      totalBytes,
      bytesPerSecond: (receivedBytes * 1000) / Math.max(1, time - begin),
    });
  };
}

function failed({ url }: DownloadRequest, partial: PartialFile, why: string): ConfigurationError {
  const { receivedBytes, totalBytes } = partial;
  const of = totalBytes === null ? "" : ` of ${totalBytes}`;
  const size = receivedBytes > 2 ** 20 ? ` (${mib(receivedBytes)})` : "";
  return new ConfigurationError(
    `${url} could not be downloaded: ${why}; received ${receivedBytes}${of} bytes${size}, none of them is kept. Sites without internet: name a mirror (mirror) or a local file`,
  );
}
