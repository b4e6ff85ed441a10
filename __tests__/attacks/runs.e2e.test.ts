import { runAttackTests } from "./run-attacks.ts";

runAttackTests("for each commit");
