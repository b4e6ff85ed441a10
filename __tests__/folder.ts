/** Temporary folders of tests and benches, which are gone when they are disposed of. For each test one: useFolder() in for-each-test.ts. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Folder extends Disposable {
  readonly path: string;
  /** The path of something in it. */
  at(...names: readonly string[]): string;
}

export function temporaryFolder(parent = tmpdir()): Folder {
  const path = mkdtempSync(join(parent, "test-"));
  return {
    path,
    at: (...names) => join(path, ...names),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
