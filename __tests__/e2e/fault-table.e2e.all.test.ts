/** Proves: a run ends cleanly after each class of faults at each step, and after signals. */
import { someCases } from "./fault-table.ts";
import { faultTableTests } from "./fault-table-tests.ts";

faultTableTests(someCases());
