import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { tally } from "./__tests__/tally.ts";

/*
 * A file's name says what is in it, and when it is run:
 *   NAME.test.ts            boots nothing; as many files at once as there are cores
 *   NAME.e2e.test.ts        real QEMUs, namespaces, TAPs; several files at once, each sees what its own runs leave
 *   NAME.timed.test.ts      holds figures against each other, so nothing else may run meanwhile
 *   NAME….all.test.ts       the same, by `script/test --all` only: it takes long
 * script/test sets TESTS: quick (no *.all), all, rest (*.all alone). Unset, files named on the command line are found whatever they are.
 */
const which = process.env.TESTS ?? "all";
const ending = { quick: ".test.ts", rest: ".all.test.ts", all: "?(.all).test.ts" }[which];
if (ending === undefined) throw new Error(`TESTS: expected quick, all or rest, not ${which}`);

/**
 * Nearly all tests start processes, and on a busy machine one of them may fail by that alone. A test that passes only at the second try
 * is named at the end, with what it said at first: see __tests__/tally.ts.
 */
const RETRIES = 1;

export default defineConfig({
  test: {
    globalSetup: ["__tests__/e2e/global-setup.ts"],
    setupFiles: ["__tests__/e2e/setup.ts"],
    // A watchdog, no expectation: a machine may stand still for a while.
    testTimeout: 120_000,
    retry: RETRIES,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // What a test has set with vi.stubEnv is undone before the next one.
    unstubEnvs: true,
    // Those that run at the same time within a file mostly wait.
    maxConcurrency: 8,
    reporters: ["default", tally],
    projects: [
      {
        extends: true,
        test: {
          name: "plain",
          include: [`__tests__/**/*${ending}`],
          exclude: ["**/*.e2e.*", "**/*.timed.*", ...(which === "quick" ? ["**/*.all.*"] : [])],
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: [`__tests__/**/*.e2e${ending}`],
          maxWorkers: Math.max(2, availableParallelism()),
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "timed",
          include: [`__tests__/**/*.timed${ending}`],
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
