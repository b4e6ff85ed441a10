/** Whether the guest micro can be made here: of what, or what is missing, and which guest serves meanwhile. */
import { ConfigurationError, messageOf } from "../errors.ts";
import { findBusybox } from "../guest/busybox.ts";
import { findKernel, type KernelSearch } from "../guest/kernel.ts";
import { type Check, fault, fine } from "./check.ts";

const OTHER_GUEST = "--guest alpine-iso serves, which is downloaded";

export async function checkGuestKernel(search: KernelSearch): Promise<Check> {
  try {
    const { version, path } = await findKernel(search);
    return fine("guest's kernel", `${version} at ${path}`);
  } catch (error) {
    const mend = search.kernel === undefined ? "sudo apt-get install linux-image-cloud-amd64" : null;
    const besides = mend === null ? null : "on Ubuntu: linux-image-virtual; or name one: --kernel PATH";
    return fault(
      "guest's kernel",
      "limited",
      { found: wordsOf(error, "no kernel in /boot has its modules in /lib/modules"), mend, besides },
      `the guest micro can't be made; ${OTHER_GUEST}`,
    );
  }
}

export async function checkBusybox(): Promise<Check> {
  try {
    return fine("busybox", (await findBusybox()).path);
  } catch (error) {
    const mend = "sudo apt-get install busybox-static";
    return fault(
      "busybox",
      "limited",
      { found: wordsOf(error, "there is no statically linked busybox for x86-64"), mend, besides: null },
      `the guests micro and kernel-initrd can't be made; ${OTHER_GUEST}`,
    );
  }
}

/** What the user named is wrong in its own way; that there is none is said here, without the advice that follows. */
const wordsOf = (error: unknown, none: string): string =>
  error instanceof ConfigurationError && /Install one|install the package/.test(error.message)
    ? none
    : messageOf(error);
