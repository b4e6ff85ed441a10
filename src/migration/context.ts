/** What the parts of a run share, from the whole run down to one VM. */
import type { Guest } from "../guest/guest.ts";
import type { Network } from "../host/network.ts";
import type { OwnFolder } from "../host/private-folder.ts";
import type { Privilege } from "../host/privilege.ts";
import type { Register } from "../host/register.ts";
import type { Settings } from "../inputs/settings.ts";
import type { Results } from "../results/schema.ts";
import type { Deadlines } from "./deadlines.ts";
import type { Emit } from "./events.ts";
import type { ScenarioRow } from "./hand-over.ts";
import type { OutputFiles } from "./output-files.ts";
import type { Step } from "./steps.ts";

/** For all scenarios of a run. */
export interface RunContext {
  readonly settings: Settings;
  readonly deadlines: Deadlines;
  readonly register: Register;
  readonly privilege: Privilege;
  readonly guest: Guest;
  /** Private to the run and short-lived: sockets, pid files, logs of living VMs. */
  readonly folder: OwnFolder;
  readonly output: OutputFiles;
  readonly probe: Results["probe"];
  /** Which addresses reach all queue pairs, by the number of pairs in use: found out once, by flows.ts. */
  readonly flows: Map<number, readonly string[]>;
  readonly signal: AbortSignal;
  readonly emit: Emit;
}

/** For all VMs that one guest lives in. */
export interface VmContext extends RunContext {
  readonly network: Network;
  readonly ramPath: string;
}

/** For the steps of a chain. */
export interface ChainContext extends VmContext {
  readonly scenario: ScenarioRow;
  /** Number of the guest's boot, from 1. */
  readonly boot: number;
  readonly step: (step: Step, iteration: number | null) => void;
}
