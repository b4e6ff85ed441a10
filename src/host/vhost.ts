/**
 * Whether vhost-net carries the packets of a QEMU, seen from outside. Each vhost device that a process owns (VHOST_SET_OWNER) has a kernel
 * thread named after that process, which runs when packets are carried. Since Linux 6.4 it is a thread of the process, before it was a
 * child of kthreadd. See drivers/vhost/vhost.c of the kernel. QEMU is not asked: `x-query-virtio-status` aborts some versions. `vhost=on`
 * proves nothing either: QEMU falls back to user space with a message only.
 */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { descendants } from "./proc.ts";

/** A process's vhost-net at one moment, as the kernel shows it. */
export interface VhostLook {
  /** Whether /dev/vhost-net is among its open files; null when its files cannot be looked at. */
  readonly opened: boolean | null;
  /** Context switches of each of its vhost threads so far, by thread id. */
  readonly switches: ReadonlyMap<number, number>;
  /** Whether threads of the kernel can be seen: not from another PID namespace, such as a container's. */
  readonly seesKernelThreads: boolean;
}

const VHOST_NET = "/dev/vhost-net";
/** kthreadd, the parent of all kernel threads. */
const KERNEL_THREADS = 2;

/** Looks at files and threads in /proc. Takes some milliseconds before Linux 6.4: do not call it in the freeze. */
export function lookAtVhost(pid: number): VhostLook {
  const own = threadsOf(pid).filter(({ name }) => /^vhost-\d+$/.test(name));
  const name = `vhost-${pid}`;
  const threads =
    own.length > 0
      ? own.map(({ id }) => ({ id, path: `/proc/${pid}/task/${id}` }))
      : descendants(KERNEL_THREADS)
          .filter((thread) => thread.name === name)
          .map((thread) => ({ id: thread.pid, path: `/proc/${thread.pid}` }));
  return {
    opened: hasOpened(pid, VHOST_NET),
    switches: new Map(threads.map(({ id, path }) => [id, switchesOf(path)])),
    seesKernelThreads: read(`/proc/${KERNEL_THREADS}/comm`).trim() === "kthreadd",
  };
}

/**
 * Why two looks, with answered pings between them, do not prove that vhost-net carried the packets; null when they do.
 */
export function whyNoVhost(before: VhostLook, after: VhostLook): string | null {
  if (after.opened === null) return "the files that QEMU has open cannot be looked at (/proc/PID/fd)";
  if (!after.opened) return `QEMU has not opened ${VHOST_NET}`;
  if (after.switches.size === 0) {
    return after.seesKernelThreads
      ? "the kernel has no vhost thread for this QEMU"
      : "no vhost thread of this QEMU is to be seen; before Linux 6.4 they are the kernel's, which a container shows with the host's PID namespace only (docker run --pid=host)";
  }
  const ran = [...before.switches].some(([thread, count]) => (after.switches.get(thread) ?? 0) > count);
  return ran ? null : "the vhost threads of this QEMU did not run while pings were answered";
}

function threadsOf(pid: number): { id: number; name: string }[] {
  return list(`/proc/${pid}/task`).map((id) => ({
    id: Number(id),
    name: read(`/proc/${pid}/task/${id}/comm`).trim(),
  }));
}

/** Voluntary and involuntary context switches, see proc_pid_status(5). */
function switchesOf(task: string): number {
  const counts = read(`${task}/status`).matchAll(/^(?:non)?voluntary_ctxt_switches:\s+(\d+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

function hasOpened(pid: number, path: string): boolean | null {
  let files: string[];
  try {
    files = readdirSync(`/proc/${pid}/fd`);
  } catch {
    return null;
  }
  return files.some((file) => {
    try {
      // In a chroot, a file that is open in another mount namespace is shown with the path of that root in front.
      return readlinkSync(`/proc/${pid}/fd/${file}`).endsWith(path);
    } catch {
      // Closed meanwhile.
      return false;
    }
  });
}

/** Empty when the thread or process has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
