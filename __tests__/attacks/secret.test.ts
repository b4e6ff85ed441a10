/** Proves: secrets in addresses never appear in an output. */
import { test } from "vitest";
import { titled } from "./attack-title.ts";
import { SECRET_ATTACKS } from "./secret-attacks.ts";

test.for(titled(SECRET_ATTACKS))("%s", ([, { run }]) => run());
