/** Whether guests can be made here: from which files, or what is missing and which guest to use instead. */
import { adviceOf } from "../base/errors.ts";
import { appletsOf, findBusybox, requireApplets } from "../guest/busybox.ts";
import type { GuestName } from "../guest/guest.ts";
import { findKernel } from "../guest/kernel.ts";
import { MICRO_MODULES } from "../guest/micro.ts";
import { loadableModules } from "../guest/modules.ts";
import { type Privilege, readAsRoot } from "../host/privilege.ts";
import { type Check, fault, fine } from "./check.ts";

const OTHER_GUEST = "--guest alpine-iso works, because it is downloaded";

export interface GuestNeeds {
  /** A kernel that the user names for the guest micro. */
  readonly kernel: string | null;
}

/** Checks the parts of which guests are made, in the order in which to fix them. */
export async function checkGuests(
  needs: GuestNeeds,
  privilege: Privilege | null,
  signal: AbortSignal,
): Promise<readonly [kernel: Check, busybox: Check]> {
  const checks = await Promise.all([checkGuestKernel(needs, privilege, signal), checkBusybox(signal)]);
  signal.throwIfAborted();
  return checks;
}

/** The checks that prevent each guest. */
export function faultsOfGuests([kernel, busybox]: readonly [kernel: Check, busybox: Check]): Record<
  GuestName,
  readonly Check[]
> {
  const faulty = (...checks: readonly Check[]) => checks.filter(({ status }) => status !== "ok");
  return { micro: faulty(kernel, busybox), "kernel-initrd": faulty(busybox), "alpine-iso": [] };
}

/** Finds the kernel and unpacks its modules, in the same way as for a guest. */
async function checkGuestKernel(
  { kernel }: GuestNeeds,
  privilege: Privilege | null,
  signal: AbortSignal,
): Promise<Check> {
  const readPrivileged = async (path: string) => {
    if (privilege === null) throw new Error(`${path} is for root only`);
    return await readAsRoot(privilege, path);
  };
  try {
    const { version, path, modulesDir } = await findKernel({
      ...(kernel !== null && { kernel }),
      readPrivileged,
    });
    if (modulesDir === null) return fine("guest's kernel", `${version} at ${path}, without modules here`);
    await loadableModules(modulesDir, MICRO_MODULES, signal);
    return fine("guest's kernel", `${version} at ${path}, modules in ${modulesDir}`);
  } catch (error) {
    return fault(
      "guest's kernel",
      "limited",
      adviceOf(error),
      `the guest micro can't be made; ${OTHER_GUEST}`,
    );
  }
}

async function checkBusybox(signal: AbortSignal): Promise<Check> {
  try {
    const busybox = await findBusybox();
    requireApplets(busybox, await appletsOf(busybox, signal));
    return fine("busybox", busybox.path);
  } catch (error) {
    return fault(
      "busybox",
      "limited",
      adviceOf(error),
      `the guests micro and kernel-initrd can't be made; ${OTHER_GUEST}`,
    );
  }
}
