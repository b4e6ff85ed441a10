/** Proves: each slow attack on a run fails. */
import { runAttackTests } from "./run-attacks.ts";

runAttackTests("the rest");
