import { defineConfig } from "vitest/config";

// Files named *.e2e.test.ts start real QEMUs, namespaces and TAPs. They share two
// things that exist once on a machine, its cores and its namespaces, so files run one after another.
export default defineConfig({
  test: {
    include: ["__tests__/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
