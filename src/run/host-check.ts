/** Everything that can be known of a host before something is started: all that is in the way of a run is said at once. */
import { ConfigurationError, messageOf } from "../errors.ts";
import { createNetwork } from "../host/network.ts";
import { findPrivilege, type Privilege } from "../host/privilege.ts";
import { checkRoomForRam, RAM_FOLDER } from "../host/ram.ts";
import { openRegister, stateFolder, temporaryBase } from "../host/register.ts";
import { tool } from "../host/tools.ts";
import { whyNotWritable } from "../host/writable.ts";
import { loadTerminals } from "../qemu/pty.ts";
import { isSystemError } from "../system-errors.ts";
import type { Settings } from "./settings.ts";
import { checkDevices } from "./support.ts";

export interface RunFolders {
  readonly output: string;
  readonly cache: string;
}

/** @throws ConfigurationError with everything that is in the way. Nothing was started then, and nothing is left. */
export async function checkHost(
  settings: Settings,
  folders: RunFolders,
  signal: AbortSignal,
): Promise<Privilege> {
  const problems: string[] = [];
  const look = async <T>(work: () => T | Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ConfigurationError) && !isSystemError(error)) throw error;
      problems.push(messageOf(error));
      return null;
    }
  };
  for (const name of ["ip", "setpriv", "env", "kill", "ping", "sh"] as const) await look(() => tool(name));
  await look(loadTerminals);
  await look(() => checkDevices(settings.accel));
  const shm = whyNotWritable(RAM_FOLDER, { toBeMade: false });
  if (shm === null)
    await look(() => checkRoomForRam(settings.memoryBytes, settings.baselineQemu === null ? 1 : 2));
  else problems.push(`no file can be made in ${RAM_FOLDER} for the RAM of guests: ${shm}`);
  problems.push(...folderProblems(folders));
  const privilege = await look(() => findPrivilege(signal));
  if (problems.length === 0 && privilege !== null) await look(() => tryNetwork(settings, privilege, signal));
  if (privilege !== null && problems.length === 0) return privilege;
  const [only = "", ...more] = problems;
  throw new ConfigurationError(
    more.length === 0
      ? only
      : `this host cannot run it:\n${problems.map((text) => `  ${text.replaceAll("\n", "\n  ")}`).join("\n")}`,
  );
}

function folderProblems({ output, cache }: RunFolders): string[] {
  const problemOf = (what: string, folder: string, mend: string, toBeMade = true) => {
    const why = whyNotWritable(folder, { toBeMade });
    return why === null ? [] : [`${what} ${folder} cannot be written: ${why}. ${mend}`];
  };
  return [
    ...problemOf("the output folder", output, "Name another one with output-dir (--out FOLDER)"),
    ...problemOf("the cache folder", cache, "Name another one with cache (--cache FOLDER)"),
    ...problemOf(
      "the folder in which a run notes what it must clean up,",
      stateFolder(),
      "Set XDG_STATE_HOME to a folder that can be written",
    ),
    ...problemOf(
      "the folder for temporary files",
      temporaryBase(),
      "Set TMPDIR to a folder that can be written",
      false,
    ),
  ];
}

/** The network of a guest, made and removed again: what a namespace and a TAP need is more than can be looked at. */
async function tryNetwork({ queues }: Settings, privilege: Privilege, signal: AbortSignal): Promise<void> {
  const register = openRegister(privilege);
  try {
    const options = { name: "try", taps: ["tap0"], multiQueue: queues > 1, flows: 1, signal } as const;
    await using _network = await createNetwork(register, privilege, options);
  } catch (error) {
    throw new ConfigurationError(
      `the network namespace of a run and its TAPs cannot be made on this host: ${messageOf(error)}. It takes /run/netns, and the capabilities of root, which a container has with --privileged`,
    );
  } finally {
    await register.close();
  }
}
