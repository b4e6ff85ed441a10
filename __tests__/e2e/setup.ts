/** For every test file: at its end, ends what failed tests left running. */
import { afterAll } from "vitest";
import { endAll } from "./product.ts";

// The hook registered first is called last, so a file's own check of leftovers comes before.
afterAll(endAll, 120_000);
