/** The place of one guest: a network namespace with TAPs, and the file that holds its RAM. */
import { join } from "node:path";
import { createNetwork, type Network } from "../host/network.ts";
import { RAM_FOLDER } from "../host/ram.ts";
import { NAME_PREFIX } from "../host/undo.ts";
import type { RunContext } from "./context.ts";
import type { ScenarioRow } from "./hand-over.ts";

export interface Place extends AsyncDisposable {
  readonly network: Network;
  readonly ramPath: string;
}

/** @param name distinguishes guests that a run has at the same time: lower-case letters */
export async function makePlace(run: RunContext, scenario: ScenarioRow, name: string): Promise<Place> {
  const { register, privilege, settings, signal } = run;
  const ramPath = join(RAM_FOLDER, `${NAME_PREFIX}${register.runId}-${name}`);
  const ram = register.hold({ kind: "file", path: ramPath });
  try {
    const network = await createNetwork(register, privilege, {
      name,
      taps: scenario.taps,
      multiQueue: settings.queues > 1,
      nics: settings.nics,
      signal,
    });
    return {
      network,
      ramPath,
      // Errors do not spoil what was measured. The register tries again at the end of the run, and reports what is left.
      async [Symbol.asyncDispose]() {
        await Promise.allSettled([network[Symbol.asyncDispose]()]);
        await Promise.allSettled([ram.undo()]);
      },
    };
  } catch (error) {
    await ram.undo();
    throw error;
  }
}
