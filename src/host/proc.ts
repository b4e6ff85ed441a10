/**
 * Processes, as /proc shows them. A pid alone does not identify a process, since the kernel reuses it, and a zombie has a folder in /proc
 * too. See proc_pid_stat(5), fields 3 (state), 4 (parent) and 22 (start time).
 */
import { readdirSync, readFileSync } from "node:fs";

/** How a child ended, in words, from the arguments of its event `exit` or `close`. */
export const howEnded = (status: number | null, signal: NodeJS.Signals | null): string =>
  signal === null ? `ended with status ${status}` : `ended by ${signal}`;

export interface ProcessIdentity {
  readonly pid: number;
  /** Field 22 of /proc/PID/stat: clock ticks from boot to the process's start. */
  readonly startTicks: number;
}

interface Stat {
  readonly state: string;
  readonly parentPid: number;
  readonly startTicks: number;
  readonly name: string;
}

function readStat(pid: number): Stat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  // The name is in parentheses, and may contain spaces and parentheses.
  const open = text.indexOf("(");
  const close = text.lastIndexOf(")");
  const fields = text.slice(close + 2).split(" ");
  const [state, parent] = fields;
  const start = fields[19];
  if (state === undefined || parent === undefined || start === undefined) return null;
  return {
    state,
    parentPid: Number(parent),
    startTicks: Number(start),
    name: text.slice(open + 1, close),
  };
}

const isDead = (stat: Stat) => stat.state === "Z" || stat.state === "X";

/** The process that has a pid now; null when there is none or only a zombie. */
export function identify(pid: number): ProcessIdentity | null {
  const stat = readStat(pid);
  return stat === null || isDead(stat) ? null : { pid, startTicks: stat.startTicks };
}

/** Whether that process still runs. A zombie does not. */
export function isAlive(process: ProcessIdentity): boolean {
  return identify(process.pid)?.startTicks === process.startTicks;
}

/** The kernel's id of this boot. Pids and start times are valid only within one boot. */
export function bootId(): string {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}

/**
 * The user's process below (or at) `rootPid`, for example under sudo: the first one, from the top, that runs as that user. Null when
 * there is none. `below`: never `rootPid` itself.
 */
export function descendantOfUser(
  rootPid: number,
  uid: number,
  { below = false } = {},
): ProcessIdentity | null {
  for (const { pid } of [...(below ? [] : [{ pid: rootPid }]), ...descendants(rootPid)]) {
    if (effectiveUid(pid) === uid) return identify(pid);
  }
  return null;
}

/** See proc_pid_status(5), `Uid`: real, effective, saved, file system. */
function effectiveUid(pid: number): number | null {
  try {
    const uid = /^Uid:\s+\d+\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return uid === undefined ? null : Number(uid);
  } catch {
    return null;
  }
}

/** The soft limit of a process on open files; null when the process has ended. See proc_pid_limits(5). */
export function openFilesLimit(pid: number): number | null {
  try {
    const limit = /^Max open files +(\d+)/m.exec(readFileSync(`/proc/${pid}/limits`, "utf8"))?.[1];
    return limit === undefined ? null : Number(limit);
  } catch {
    return null;
  }
}

/** All living descendants of a process, without itself, parents first, with their current names. */
export function descendants(rootPid: number): { pid: number; name: string }[] {
  const children = new Map<number, { pid: number; name: string }[]>();
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const stat = readStat(pid);
    if (stat === null || isDead(stat)) continue;
    const siblings = children.get(stat.parentPid) ?? [];
    siblings.push({ pid, name: stat.name });
    children.set(stat.parentPid, siblings);
  }
  const found: { pid: number; name: string }[] = [];
  const queue = [rootPid];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    for (const child of children.get(pid) ?? []) {
      found.push(child);
      queue.push(child.pid);
    }
  }
  return found;
}
