/**
 * Downloads one file and hashes it while it arrives. An interrupted download continues where it stopped
 * (Range, RFC 9110 section 14), and temporary failures are retried. A file with the wrong digest is deleted
 * before this returns.
 */
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ConfigurationError, messageOf } from "../base/errors.ts";
import { shownUrl } from "../base/url.ts";
import { checkRoom, mib, roomRanOut } from "./disk-space.ts";
import { openPartialFile, type PartialFile } from "./partial-file.ts";
import { type Answer, FinalHttpError, type HttpClient, openHttpClient } from "./receive.ts";

export interface Progress {
  readonly receivedBytes: number;
  /** Null when the server does not say. */
  readonly totalBytes: number | null;
  readonly bytesPerSecond: number;
}

export interface DownloadTimes {
  /** After this time without a byte, the connection is closed and opened again. */
  readonly stallMs: number;
  /** The limit for the whole download. */
  readonly overallMs: number;
  /** The wait before the second attempt; it doubles before each further one. */
  readonly firstWaitMs: number;
}

const TIMES: DownloadTimes = { stallMs: 30_000, overallMs: 3_600_000, firstWaitMs: 1_000 };

/** Failures in a row without progress: no byte beyond the furthest one received so far. */
const MOST_FAILURES = 5;
/** The limit of requests, even when each one makes progress. */
const MOST_REQUESTS = 100;
/** Larger than any ISO: a dual-layer DVD has 8.5 GB. */
const MOST_BYTES = 16 * 2 ** 30;
/** Complete files with the wrong digest. */
const MOST_MISMATCHES = 2;
/** The longest wait that a server may ask for. */
const LONGEST_WAIT_MS = 300_000;
const PROGRESS_EVERY_MS = 250;

export interface DownloadRequest {
  readonly url: string;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Must not exist before. Afterwards it is the verified file, or does not exist. */
  readonly path: string;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  readonly times?: Partial<DownloadTimes>;
  /** A larger file is refused, even when the server does not announce its length. */
  readonly mostBytes?: number;
}

/**
 * @throws ConfigurationError when the file could not be downloaded, with URL, digests and bytes as far as
 *   known, so that the user can fix it; the signal's reason when the signal aborts
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
      throw failed(asked, partial, `it was not complete after ${limit}, the limit for a download`);
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
  let requests = 0;
  // After a restart, bytes arrive a second time; that is not progress.
  let furthestBytes = 0;
  for (;;) {
    requests += 1;
    try {
      await receiveRest(asked, partial, client, times.stallMs, report);
    } catch (error) {
      if (error instanceof ConfigurationError) throw error;
      asked.signal.throwIfAborted();
      if ((error as NodeJS.ErrnoException).code === "ENOSPC") {
        throw await roomRanOut(dirname(asked.path), shownUrl(asked.url), partial.receivedBytes);
      }
      if (error instanceof FinalHttpError) throw failed(asked, partial, messageOf(error));
      failures = partial.receivedBytes > furthestBytes ? 1 : failures + 1;
      furthestBytes = Math.max(furthestBytes, partial.receivedBytes);
      if (failures >= MOST_FAILURES) {
        throw failed(asked, partial, `${messageOf(error)}; tried ${failures} times in a row`);
      }
      if (requests >= MOST_REQUESTS) {
        throw failed(asked, partial, `${messageOf(error)}; asked for the rest ${requests} times`);
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
    furthestBytes = 0;
  }
}

/** A temporary failure: 408, 425, 429 and 5xx (RFC 9110 section 15, RFC 6585, RFC 8470). */
class RetryableStatus extends Error {
  readonly retryAfterMs: number | null;
  constructor(status: number, retryAfterMs: number | null) {
    super(`the server answered ${status}`);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Sends one request for the missing bytes, and reads its answer to the end. */
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
      const untilBytes = await acceptHead(asked, partial, answer);
      report(true);
      for await (const chunk of answer.body) {
        timer.refresh();
        if (partial.receivedBytes + chunk.length > untilBytes) {
          await partial.beginAnew();
          throw new Error("the server sent more bytes than it had announced");
        }
        if (partial.receivedBytes + chunk.length > mostBytes(asked)) throw tooLarge(asked);
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
    throw new Error(`it ended after ${receivedBytes} of ${totalBytes} bytes`);
  }
}

function rangeHeaders({ receivedBytes, validator }: PartialFile): Record<string, string> {
  // In a compressed transfer, lengths and offsets would not be those of the file.
  const always = { "accept-encoding": "identity", "user-agent": "tap-migration-action" };
  if (receivedBytes === 0) return always;
  return {
    ...always,
    range: `bytes=${receivedBytes}-`,
    ...(validator !== null && { "if-range": validator }),
  };
}

const mostBytes = ({ mostBytes: given = MOST_BYTES }: DownloadRequest): number => given;

const tooLarge = (asked: DownloadRequest) =>
  new FinalHttpError(`it has more than ${mib(mostBytes(asked))}, the largest size allowed`);

/** Prepares `partial` for the answer's body, or throws. Returns the offset at which the body must end at the latest. */
async function acceptHead(asked: DownloadRequest, partial: PartialFile, answer: Answer): Promise<number> {
  const { status } = answer;
  let untilBytes = Number.POSITIVE_INFINITY;
  if (status === 206) {
    const range = rangeOf(answer, partial);
    if (range === null) {
      await partial.beginAnew();
      throw new Error("the server sent a different part of the file than requested");
    }
    untilBytes = range.untilBytes;
    partial.totalBytes ??= range.totalBytes;
  } else if (status === 200) {
    await partial.beginAnew();
    const length = answer.header("content-length");
    partial.totalBytes = length === null ? null : Number(length);
    partial.validator = strongValidator(answer);
  } else if (status === 416) {
    await partial.beginAnew();
    throw new Error("the server says that the file ends here, but it is not complete");
  } else if (status >= 500 || status === 408 || status === 425 || status === 429) {
    throw new RetryableStatus(status, retryAfterMs(answer.header("retry-after")));
  } else {
    throw new FinalHttpError(`the server answered ${status}`);
  }
  if (partial.totalBytes !== null) {
    if (partial.totalBytes > mostBytes(asked)) throw tooLarge(asked);
    await checkRoom(dirname(asked.path), partial.totalBytes - partial.receivedBytes, shownUrl(asked.url));
  }
  return untilBytes;
}

/**
 * The range of a 206 that continues where the partial file ends, of a file of the same length (RFC 9110
 * section 14.4); null for any other.
 */
function rangeOf(
  answer: Answer,
  { receivedBytes, totalBytes }: PartialFile,
): { readonly untilBytes: number; readonly totalBytes: number | null } | null {
  const [, from, to, of] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(answer.header("content-range") ?? "") ?? [];
  // A multipart body contains separators that do not belong to the file.
  if (/^multipart\//i.test(answer.header("content-type") ?? "")) return null;
  if (receivedBytes === 0 || Number(from) !== receivedBytes) return null;
  const total = of === "*" ? totalBytes : Number(of);
  const untilBytes = Number(to) + 1;
  if (totalBytes !== null && total !== totalBytes) return null;
  return untilBytes > (total ?? untilBytes) ? null : { untilBytes, totalBytes: total };
}

/** If-Range does not accept weak validators (RFC 9110 section 13.1.5). */
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
    `${shownUrl(url)} could not be downloaded: ${why}; received ${receivedBytes}${of} bytes${size}, none of them is kept. Without internet access, name a mirror (mirror) or a local file`,
  );
}
