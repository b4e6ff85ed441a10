/** Proves: each attack on downloads fails. */
import { test } from "vitest";
import { titled } from "./attack-title.ts";
import { DOWNLOAD_ATTACKS } from "./download-attacks.ts";

test.for(titled(DOWNLOAD_ATTACKS))("%s", ([, { run }]) => run());
