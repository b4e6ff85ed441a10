import { defineConfig } from "vitest/config";

// Files named *.e2e.test.ts start real QEMUs, namespaces and TAPs. They share the
// machine's cores, so files run one after another; runs of others on the same host disturb none of them.
export default defineConfig({
  test: {
    include: ["__tests__/**/*.test.ts"],
    globalSetup: ["__tests__/e2e/global-setup.ts"],
    setupFiles: ["__tests__/e2e/setup.ts"],
    fileParallelism: false,
    // A watchdog, no expectation: a machine may stand still for a while.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
