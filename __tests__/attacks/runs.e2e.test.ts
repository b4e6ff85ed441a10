/** Proves: each quick attack on a run, and one of each kind, fails. */
import { runAttackTests } from "./run-attacks.ts";

runAttackTests("for each commit");
