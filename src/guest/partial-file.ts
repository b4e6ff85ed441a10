/** A file that is being downloaded: the bytes so far, hashed as they are written, and what is known about the rest. */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

export interface PartialFile {
  readonly receivedBytes: number;
  /** Null until the server says. */
  totalBytes: number | null;
  /** Lets the server check that its file is still the same as for the first part. */
  validator: string | null;
  append(chunk: Buffer): Promise<void>;
  /** Discards all bytes, and what the server said about the file. */
  beginAnew(): Promise<void>;
  /** SHA-256 of all bytes so far, in hexadecimal digits. */
  digest(): string;
  /** Writes to the disk, so that a power failure after the rename does not leave an empty file. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes the file, readable only by its owner.
 *
 * @throws the system's error, also when the file exists
 */
export async function openPartialFile(path: string): Promise<PartialFile> {
  const file = await open(path, "wx", 0o600);
  let hash = createHash("sha256");
  let receivedBytes = 0;
  const partial: PartialFile = {
    totalBytes: null,
    validator: null,
    get receivedBytes() {
      return receivedBytes;
    },
    async append(chunk) {
      for (let written = 0; written < chunk.length; ) {
        const place = receivedBytes + written;
        written += (await file.write(chunk, written, chunk.length - written, place)).bytesWritten;
      }
      hash.update(chunk);
      receivedBytes += chunk.length;
    },
    async beginAnew() {
      await file.truncate(0);
      hash = createHash("sha256");
      receivedBytes = 0;
      partial.totalBytes = null;
      partial.validator = null;
    },
    digest: () => hash.copy().digest("hex"),
    sync: () => file.sync(),
    close: () => file.close(),
  };
  return partial;
}
