/**
 * Files that are made once and kept in the cache folder.
 *
 * A file's name ends in the digest of its bytes, so one look at name and bytes tells whether it is whole, and two that make it at
 * once end up with the same name. What is found is read in full each time: some megabytes, some milliseconds.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** As much of a SHA-256 as keeps names readable; it guards against damage, not against forgery. */
const DIGEST_CHARACTERS = 32;

export function digestOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, DIGEST_CHARACTERS);
}

export interface KeptFile {
  readonly cacheDir: string;
  /** What it is, without a slash: "micro". */
  readonly kind: string;
  /** All that its content depends on. */
  readonly madeFrom: readonly (string | number)[];
  make(): Promise<Uint8Array>;
}

/** The path of the kept file, made now if it is not there or damaged. Only its owner can read it. */
export async function kept(file: KeptFile): Promise<string> {
  await mkdir(file.cacheDir, { recursive: true, mode: 0o700 });
  const prefix = `${file.kind}-${digestOf(JSON.stringify(file.madeFrom))}-`;
  for (const name of await readdir(file.cacheDir)) {
    if (!name.startsWith(prefix) || name.endsWith(".part")) continue;
    const path = join(file.cacheDir, name);
    if (name === prefix + digestOf(await readFile(path))) return path;
    await rm(path, { force: true });
  }
  const bytes = await file.make();
  const path = join(file.cacheDir, prefix + digestOf(bytes));
  await writeWhole(path, bytes);
  return path;
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    const handle = await open(part, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
