/** Proves: the report step from dist/ works on Node 24, which runners use. */
import { beforeAll, describe } from "vitest";
import { installNode24, NODE_24 } from "./nodes.ts";
import { reportTests } from "./report-tests.ts";

beforeAll(installNode24, 300_000);

describe("Node 24, which runners start actions with", () => reportTests(NODE_24));
