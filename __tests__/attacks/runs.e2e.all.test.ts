import { runAttackTests } from "./run-attacks.ts";

runAttackTests("the rest");
