import { someCases } from "./fault-table.ts";
import { faultTableTests } from "./fault-table-tests.ts";

faultTableTests(someCases());
