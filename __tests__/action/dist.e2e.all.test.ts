/** Proves: the action from dist/ works on Node 24, which runners use. */
import { beforeAll, describe } from "vitest";
import { distTests } from "./dist-tests.ts";
import { installNode24, NODE_24 } from "./nodes.ts";

beforeAll(installNode24, 300_000);

describe("Node 24, which runners start actions with", () => distTests(NODE_24));
