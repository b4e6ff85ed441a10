/** Proves: no text from outside controls a terminal. */
import { test } from "vitest";
import { titled } from "./attack-title.ts";
import { WORD_ATTACKS } from "./word-attacks.ts";

test.for(titled(WORD_ATTACKS))("%s", ([, { run }]) => run());
