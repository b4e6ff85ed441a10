/** What each test of a file has for itself: made before the test, disposed of after it. */
import { afterEach, beforeEach } from "vitest";
import { type Folder, temporaryFolder } from "./folder.ts";

/** Makes one for each test: `const server = forEachTest(startServer)`. What is returned stands for the one of the current test. */
export function forEachTest<Made extends Disposable | AsyncDisposable>(
  make: () => Made | Promise<Made>,
): Made {
  let made: Made | undefined;
  beforeEach(async () => {
    made = await make();
  });
  afterEach(async () => {
    await using _gone = made;
    made = undefined;
  });
  return standsFor(() => made);
}

/** A temporary folder for each test. */
export const useFolder = (): Folder => forEachTest(temporaryFolder);

/** Has whatever the current one has, so that tests need no variable that is set before them. */
export const standsFor = <Thing extends object>(current: () => Thing | undefined): Thing =>
  new Proxy({} as Thing, {
    get(_, name) {
      const thing = current();
      if (thing === undefined)
        throw new Error(`${String(name)} is asked for, and this test has made nothing yet`);
      return Reflect.get(thing, name);
    },
  });
