/** For every test file: what it started, and a failed test did not end, ends with it. */
import { afterAll } from "vitest";
import { endAll } from "./product.ts";

// The first to be registered is the last to be called: a file's own look at what is left comes before.
afterAll(endAll, 120_000);
