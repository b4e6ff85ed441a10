/** What each test of a file has for itself: made before the test, disposed of after it. */
import { afterEach, beforeEach } from "vitest";
import { type Folder, temporaryFolder } from "./folder.ts";

/** Makes one for each test: `const server = forEachTest(startServer)`. What is returned stands for the one of the current test. */
export function forEachTest<Made extends Disposable | AsyncDisposable>(
  make: () => Made | Promise<Made>,
): Made {
  let current: Made | undefined;
  beforeEach(async () => {
    current = await make();
  });
  afterEach(async () => {
    await using _gone = current;
    current = undefined;
  });
  return new Proxy({} as Made, {
    get(_, name) {
      if (current === undefined) throw new Error(`${String(name)} is asked for outside of a test`);
      return Reflect.get(current, name);
    },
  });
}

/** A temporary folder for each test. */
export const useFolder = (): Folder => forEachTest(temporaryFolder);
