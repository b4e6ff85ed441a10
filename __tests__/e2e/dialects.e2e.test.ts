/** Proves: all four scenarios pass in one dialect. */
import { afterAll, expect } from "vitest";
import { fourScenariosTests } from "./dialects-tests.ts";
import { leftovers } from "./product.ts";

afterAll(() => expect(leftovers()).toEqual([]));

fourScenariosTests([["permit", "permit"]], 2);
