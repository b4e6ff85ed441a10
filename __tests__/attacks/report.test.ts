/** Proves: each attack through results files given to `report` fails. */
import { test } from "vitest";
import { titled } from "./attack-title.ts";
import { REPORT_ATTACKS } from "./report-attacks.ts";

test.for(titled(REPORT_ATTACKS))("%s", ([, { run }]) => run());
