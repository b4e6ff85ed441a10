/**
 * Checks whether this host can do what a run needs, by inspections and trials. The doctor shows all of these
 * checks; a run uses those that prevent it.
 */
import { adviceOf } from "../base/errors.ts";
import { type Privilege, withoutRoot } from "../host/privilege.ts";
import { openRegister, type Register, shareAccess, stateFolder } from "../host/register.ts";
import type { Settings } from "../inputs/settings.ts";
import { type Check, fault, fine } from "./check.ts";
import { checkKvm, checkPrivilege, checkPrograms, checkTun, checkVhost } from "./inspections.ts";
import { checkMemory, checkShm, type GuestsNeeds } from "./memory.ts";
import { checkProbe, tryCache, tryNetwork, tryRamFile, tryTemporaryFolder, tryTerminal } from "./trials.ts";

export interface HostNeeds
  extends GuestsNeeds,
    Pick<Settings, "accel" | "cache" | "guest" | "privilege" | "qemu"> {}

export interface Host {
  /** In the order in which to fix them. */
  readonly checks: readonly Check[];
  /** Null: nothing that is wanted works. */
  readonly privilege: Privilege | null;
  /** Open; the caller must close it, and the privilege with it. Null: it cannot be opened. */
  readonly register: Register | null;
}

/**
 * Inspects the host and runs the trials. Removes what they made before it returns.
 *
 * @param forRun keeps devices open that another run has opened, until the register is closed
 * @throws only when cancelled
 */
export async function lookAtHost(
  needs: HostNeeds,
  signal: AbortSignal,
  { forRun = false } = {},
): Promise<Host> {
  const root = await checkPrivilege(needs.privilege, signal);
  const state = openState(root.privilege);
  const { register } = state;
  if (forRun && register !== null) shareAccess(register);
  const programs = checkPrograms();
  const tun = checkTun();
  const looked = [root.check, programs, tun, checkKvm(needs.qemu, needs.accel), checkVhost()];
  const rooms = [checkShm(needs), checkMemory(needs)] as const;
  if (register === null) {
    await root.privilege?.rootless?.close();
    const checks = [...looked, ...rooms, state.check, checkProbe("fping is installed")];
    return { checks, privilege: root.privilege, register };
  }
  try {
    const ramFile = rooms[0].status === "ok" ? await tryRamFile(register, needs.memoryBytes) : null;
    const tried = [await tryTemporaryFolder(register), await tryCache(register, needs), await tryTerminal()];
    const network =
      root.privilege === null || programs.status !== "ok"
        ? [checkProbe("fping is installed")]
        : await tryNetwork(register, root.privilege, { withTap: tun.status === "ok", signal });
    signal.throwIfAborted();
    return {
      checks: [...looked, ramFile ?? rooms[0], rooms[1], state.check, ...tried, ...network],
      privilege: root.privilege,
      register,
    };
  } catch (error) {
    await register.close();
    throw error;
  }
}

/** Opens the register, in which a run notes what it must undo. */
function openState(privilege: Privilege | null): { check: Check; register: Register | null } {
  try {
    const register = openRegister(privilege ?? withoutRoot());
    return { check: fine("state folder", stateFolder()), register };
  } catch (error) {
    return { check: fault("state folder", "missing", adviceOf(error), "nothing runs"), register: null };
  }
}
