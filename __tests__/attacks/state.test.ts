import { test } from "vitest";
import { titled } from "./attack-title.ts";
import { STATE_ATTACKS } from "./state-attacks.ts";

test.for(titled(STATE_ATTACKS))("%s", ([, { run }]) => run());
