/** A file that is being received: its bytes so far, hashed as they are written, and what is known of the rest. */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

export interface PartialFile {
  readonly receivedBytes: number;
  /** Null while nobody has said. */
  totalBytes: number | null;
  /** By which the server can tell that its file is still the one that the first part is of. */
  validator: string | null;
  append(chunk: Buffer): Promise<void>;
  /** Forgets all that came, and what was said of it. */
  beginAnew(): Promise<void>;
  /** SHA-256 of all that came, in hexadecimal digits. */
  digest(): string;
  /** Down to the disk, so that a power cut after the file got its name does not leave it empty. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Makes the file, readable by its owner only. Throws when it exists. */
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
