/** Proves: each attack on the record of a run (state folder) fails. */
import { test } from "vitest";
import { titled } from "./attack-title.ts";
import { STATE_ATTACKS } from "./state-attacks.ts";

test.for(titled(STATE_ATTACKS))("%s", ([, { run }]) => run());
