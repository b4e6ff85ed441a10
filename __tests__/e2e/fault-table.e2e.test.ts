/** Proves: a run ends cleanly after faults and signals at some of its steps, except faults that hang until a deadline. */
import { someCases } from "./fault-table.ts";
import { faultTableTests } from "./fault-table-tests.ts";

// Faults that hang until a deadline take long.
faultTableTests(
  someCases().filter(
    ({ what }, index) => index % 7 === 0 && !(what.kind === "qemu" && what.fault.name === "hangs"),
  ),
);
