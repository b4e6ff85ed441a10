/** All attacks, to count them or to try all. */
import type { Attack } from "./attack.ts";
import { CACHE_ATTACKS } from "./cache-attacks.ts";
import { DOWNLOAD_ATTACKS } from "./download-attacks.ts";
import { REPORT_ATTACKS } from "./report-attacks.ts";
import { RUN_ATTACKS } from "./run-attacks.ts";
import { SECRET_ATTACKS } from "./secret-attacks.ts";
import { STATE_ATTACKS } from "./state-attacks.ts";
import { WORD_ATTACKS } from "./word-attacks.ts";

export const ATTACKS: readonly Attack[] = [
  ...RUN_ATTACKS,
  ...STATE_ATTACKS,
  ...CACHE_ATTACKS,
  ...DOWNLOAD_ATTACKS,
  ...REPORT_ATTACKS,
  ...SECRET_ATTACKS,
  ...WORD_ATTACKS,
];
