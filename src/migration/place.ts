/** Where one guest of a run lives: a namespace with its TAPs, and the file that is its RAM. */
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

/** `name` tells the guests apart that a run has at the same time: lower-case letters. */
export async function makePlace(run: RunContext, scenario: ScenarioRow, name: string): Promise<Place> {
  const { register, privilege, settings, signal } = run;
  const ramPath = join(RAM_FOLDER, `${NAME_PREFIX}${register.runId}-${name}`);
  const ram = register.hold({ kind: "file", path: ramPath });
  try {
    const network = await createNetwork(register, privilege, {
      name,
      taps: scenario.taps,
      multiQueue: settings.queues > 1,
      // Linux uses no more queue pairs than it has vCPUs.
      flows: Math.min(settings.queues, settings.smp),
      signal,
    });
    return {
      network,
      ramPath,
      // What is not undone here says nothing of what was measured: the register tries once more at the end, and tells of it then.
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
