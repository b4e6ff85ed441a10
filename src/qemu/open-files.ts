/**
 * Whether a QEMU may open the files that its queue pairs take. If it may not, some QEMUs go on with slower queues and say so on stderr
 * only, which would spoil the figures.
 */
import { StepError } from "../base/errors.ts";
import { openFilesLimit } from "../host/proc.ts";
import type { QemuProcess } from "./process.ts";

/** Libraries, sockets, terminal, RAM, and what `qemu-args` add. */
const BESIDES = 64;
/** The TAP, and an eventfd for each of the two virtqueues: QEMU 7.2 had 783 files open for 256 pairs. */
const PER_PAIR = 3;
/** Also /dev/vhost-net, and more eventfds for interrupts, masked interrupts and errors, used or not: QEMU 10.0 had 64 files for 4 pairs. */
const PER_PAIR_WITH_VHOST = 11;

export interface QueuesOfNics {
  /** Of each NIC. */
  readonly queues: number;
  readonly nics: number;
  readonly vhost: boolean;
}

/** Why a QEMU with this limit on open files cannot have these queues; null when it can. */
export function whyTooFewFiles(limit: number, { queues, nics, vhost }: QueuesOfNics): string | null {
  const needed = BESIDES + nics * queues * (vhost ? PER_PAIR_WITH_VHOST : PER_PAIR);
  if (needed <= limit) return null;
  const each = nics === 1 ? "" : ` on each of ${nics} NICs`;
  return `with ${queues} queue pairs${each}${vhost ? " and vhost" : ""} QEMU opens about ${needed} files, and this host allows it ${limit}: raise the hard limit on open files (nofile in limits.conf(5); in a container --ulimit nofile=65536), or use fewer queues${nics === 1 ? "" : " or NICs"}`;
}

/** @throws StepError when this QEMU may open too few files */
export function requireOpenFiles(
  process: Pick<QemuProcess, "side" | "pid">,
  queuesOfNics: QueuesOfNics,
): void {
  const pid = process.pid();
  const limit = pid === null ? null : openFilesLimit(pid);
  const why = limit === null ? null : whyTooFewFiles(limit, queuesOfNics);
  if (why !== null) throw new StepError(`${process.side}: ${why}`);
}
