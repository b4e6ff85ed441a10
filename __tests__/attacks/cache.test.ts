/** Proves: each attack on the asset cache fails. */
import { test } from "vitest";
import { titled } from "./attack-title.ts";
import { CACHE_ATTACKS } from "./cache-attacks.ts";

test.for(titled(CACHE_ATTACKS))("%s", ([, { run }]) => run());
