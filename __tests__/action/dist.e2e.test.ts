/** Proves: the action from dist/ works on the Node that runs the tests. */
import { describe } from "vitest";
import { distTests } from "./dist-tests.ts";

describe(`Node ${process.versions.node}, which runs the tests`, () => distTests(process.execPath));
